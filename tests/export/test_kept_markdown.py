"""An article that came in Markdown is given back as that, with its actors marked and nothing else changed."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export import ExportArticle, ExportMention, MarkStyle, article
from reader.export.content import KeptMarkdown
from reader.model import Field, Incoming, Kind, Origin
from reader.sources.article import finish
from reader.sources.kept_markdown import places
from reader.sources.markdown import read_markdown

PARSERS = [MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])]

NOTE = """# Thorsen opens the *harbour*

By **Mayor** Ingrid Thorsen, [Bree Herald](https://bree.example/thorsen "Thorsen").

## What Thorsen said

- *Ingrid Thorsen* spoke to [[Carlo Bertolli|Bertolli]] and [[Omar Said]].
- **Ingrid** Thorsen wrote `Thorsen` in [her Thorsen diary][diary].
  1. See ![Thorsen at sea](thorsen.png), <https://thorsen.example> and https://x.example/thorsen.

> Thorsen is
> right.[^Thorsen]

| Who | What |
|:----|-----:|
| Thorsen | mayor \\| AT&amp;T Thorsen |

```text
Thorsen = "code"
```

<div>Thorsen in HTML</div>

    Thorsen, indented

Ingrid
Thorsen #Thorsen ~~Thorsen~~ ***Thorsen***.  \nThorsen ^last

[^Thorsen]: A note on Thorsen.

[diary]: https://bree.example/diary
"""


def incoming(source: str) -> Incoming | None:
    return finish(Origin("/notes/a.md"), read_markdown(source), name="a.md")


def exported(source: str, names: str = "", spans: Sequence[tuple[int, int]] = ()) -> ExportArticle:
    """An article as the library would hand it out, with every occurrence of names marked, or spans of its body."""
    read = incoming(source)
    assert read is not None
    stands = places(read.markdown, read.title, read.body)
    assert stands is not None
    mentions = [ExportMention(*span, Field.BODY, Kind.PERSON, "Ingrid Thorsen", "1") for span in spans]
    for field, text in ((Field.TITLE, read.title), (Field.BODY, read.body)):
        found = re.finditer(names, text) if names else ()
        mentions += [ExportMention(*match.span(), field, Kind.PERSON, "Ingrid Thorsen", "1") for match in found]
    kept = KeptMarkdown(read.markdown, stands.title, stands.body)
    return ExportArticle(read.title, read.body, mentions=mentions, markdown=kept)


def middle(text: str) -> str:
    """What stands between front matter and the list of actors, or the source."""
    body = text.split("\n---\n\n", 1)[1]
    ends = [at for at in (body.rfind("\n\n## Actors\n\n"), body.rfind("\n\n## Source\n\n")) if at >= 0]
    return body[: min(ends)]


def bare(text: str, style: MarkStyle) -> str:
    """Exported Markdown without the marks of its mentions."""
    match style:
        case MarkStyle.BOLD:
            text = re.sub(
                r'<a id="m\d+"></a>\[(?:\*\*|<strong>)(.*?)(?:\*\*|</strong>)\]\[ingrid-thorsen[\d-]*\]',
                r"\1",
                text,
                flags=re.S,
            )
            return re.sub(r'<span id="m\d+"></span>(?:\*\*|<strong>)(.*?)(?:\*\*|</strong>)', r"\1", text, flags=re.S)
        case MarkStyle.HIGHLIGHT:
            text = re.sub(r'<a id="m\d+"></a>\[==(.*?)==\]\[ingrid-thorsen[\d-]*\]', r"\1", text, flags=re.S)
            return re.sub(r'<span id="m\d+"></span>==(.*?)==', r"\1", text, flags=re.S)
        case MarkStyle.HTML:
            text = re.sub(r'<mark id="m\d+">\[(?!\[)(.*?)\]\[ingrid-thorsen[\d-]*\]</mark>', r"\1", text, flags=re.S)
            return re.sub(r'<mark id="m\d+">(.*?)</mark>', r"\1", text, flags=re.S)
        case MarkStyle.OBSIDIAN:
            text = re.sub(r"\[\[Ingrid Thorsen(?:\\?\|([^\]]*))?\]\]", lambda link: link[1] or "Ingrid Thorsen", text)
            return re.sub(r" \^p\d+$", "", text, flags=re.M)


@pytest.mark.parametrize("style", list(MarkStyle))
def test_without_marks_it_is_the_markdown_it_was(style: MarkStyle) -> None:
    assert middle(article(exported(NOTE), style)) == NOTE.strip("\n")


@pytest.mark.parametrize("style", list(MarkStyle))
def test_stripped_of_its_marks_it_is_the_markdown_it_was(style: MarkStyle) -> None:
    made = middle(article(exported(NOTE, r"(?:Ingrid )?Thorsen|Bertolli|Omar Said"), style))
    assert made != NOTE.strip("\n")
    assert bare(made, style) == NOTE.strip("\n")


def test_marks_stand_in_text_and_nowhere_else() -> None:
    text = article(exported(NOTE, r"(?:Ingrid )?Thorsen|Bertolli|Omar Said|AT&T"), MarkStyle.HTML)
    made = middle(text)

    def marked(words: str) -> str:
        return rf'<mark id="m\d+">\[{re.escape(words)}\]\[ingrid-thorsen\]</mark>'

    for words in ("# {Thorsen} opens the *harbour*", "## What {Thorsen} said", "- *{Ingrid Thorsen}* spoke",
                  "| {Thorsen} | mayor", "{AT&amp;T} {Thorsen} |", "> {Thorsen} is", "~~{Thorsen}~~", "***{Thorsen}***",
                  "A note on {Thorsen}.", "{Ingrid\nThorsen} #Thorsen"):  # fmt: skip
        pattern = "".join(
            marked(part[1:-1]) if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", words)
        )
        assert re.search(pattern, made), words
    # A link stays one, and a link by name too: the mark leads nowhere then.
    assert re.search(r'\[her <mark id="m\d+">Thorsen</mark> diary\]\[diary\]', made)
    assert re.search(r'<mark id="m\d+">\[\[Carlo Bertolli\|Bertolli\]\]</mark>', made)
    for same in ("`Thorsen`", "![Thorsen at sea](thorsen.png)", "https://x.example/thorsen.", "[^Thorsen]: ",
                 'Thorsen = "code"', "<div>Thorsen in HTML</div>", "    Thorsen, indented", "#Thorsen"):  # fmt: skip
        assert same in made


@pytest.mark.parametrize("style", list(MarkStyle))
def test_every_marked_mention_is_numbered_once_and_told_in_the_index(style: MarkStyle) -> None:
    text = article(exported(NOTE, "Thorsen"), style)
    index = text.rsplit("## Actors", 1)[1]
    ids = [int(number) for number in re.findall(r'id="m(\d+)"', text)]
    if style is not MarkStyle.OBSIDIAN:
        assert ids == list(range(1, len(ids) + 1))
        assert re.findall(r"\(#m(\d+)\)", index) == list(map(str, ids))
    else:
        linked = re.findall(r"\[\[#\^([\w-]+)\|\d+\]\]", index)
        assert linked
        assert all(re.search(rf" \^{name}$", text, re.M) for name in linked)
        assert "last" in linked


def test_a_title_is_written_above_where_the_markdown_has_none() -> None:
    source = "---\ntitle: On Thorsen\ntags: [a]\n---\nThorsen *spoke*.\n"
    assert middle(article(exported(source))) == "# On Thorsen\n\nThorsen *spoke*."
    assert middle(article(exported("# On Thorsen\n\nThorsen *spoke*."))) == "# On Thorsen\n\nThorsen *spoke*."
    plain = "On Thorsen and the harbour\n\nThorsen *spoke* of it at length."
    assert middle(article(exported(plain))) == plain


def test_markdown_that_runs_on_to_its_end_is_written_as_plain_text_and_that_is_said() -> None:
    text = article(exported("# T\n\nThorsen\n\n```\ncode without end", "Thorsen"))
    assert "as that could not be marked whole" in text
    assert "\\`" not in text.split("## Source")[0]
    assert "[**Thorsen**][ingrid-thorsen]" in text


def test_brackets_of_the_text_lead_to_no_actor() -> None:
    text = article(exported("# T\n\nThe [ingrid-thorsen] of Thorsen.", "Thorsen"))
    assert "[**Thorsen**][ingrid-thorsen-2]" in text
    html = PARSERS[0].render(middle(text))
    assert "[ingrid-thorsen]" in html


def test_what_was_exported_before_can_be_marked_again() -> None:
    once = article(exported(NOTE, "Thorsen"))
    again = article(exported(once, "Thorsen"))
    ids = re.findall(r'id="(m\d+)"', again)
    assert len(ids) == len(set(ids))


PIECES = ["Thorsen", " Ingrid Thorsen ", "*", "**", "_", "`", "[", "]", "(u)", "\n", "\n\n", "> ", "- ", "1. ", "# ",
          "| ", " | ", "\n|---|---|\n", "\\", "&amp;", "  \n", "[[A|B c]]", "[[K]]", "![x](y)", "<b>", "</b>", "<br>",
          "<a href='x'>", "</a>", "<https://a.b>", "~~", "\t", "```\n", "<div>\n", "é", "कि", "北京", "[1]",
          "\n[1]: http://q\n", "---\n", "==", "#", "$", ":", "k:: v\n", "^p1", "<!--", "-->"]  # fmt: skip
sources = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def articles(source: str, data: st.DataObject) -> Iterator[ExportArticle]:
    read = incoming(source)
    if read is None or places(read.markdown, read.title, read.body) is None:
        return
    place = st.integers(0, max(len(read.body), 1))
    spans = data.draw(st.lists(st.tuples(place, place), max_size=4))
    yield exported(source, "Thorsen", [(min(span), max(span)) for span in spans])


@given(sources, st.data(), st.sampled_from(MarkStyle))
def test_any_markdown_reads_as_it_did_with_marks_anywhere(source: str, data: st.DataObject, style: MarkStyle) -> None:
    for one in articles(source, data):
        text = article(one, style)
        assert one.markdown is not None
        if "could not be marked whole" in text:
            continue
        made = middle(text)
        if not one.markdown.title:
            made = made.split("\n\n", 1)[1] if one.title else made
        if style is not MarkStyle.HTML:
            continue
        references = "\n".join(line for line in text.split("\n") if re.match(r"\[[\w-]+\]: #actor-", line))
        for parser in PARSERS:
            env: dict[str, object] = {}
            parser.parse(references, env)
            html = parser.render(made, env)
            html = re.sub(r'<mark id="m\d+">(?:<a href="#actor-[^>]*>)?(.*?)(?:</a>)?</mark>', r"\1", html, flags=re.S)
            assert html == parser.render(one.markdown.text)


@given(sources)
@example("a &#x202e; b")
@example("# a\n\n[[B|]] \u202e c")
def test_any_markdown_is_given_back_byte_for_byte(source: str) -> None:
    read = incoming(source)
    if read is None:
        return
    stands = places(read.markdown, read.title, read.body)
    if stands is None:
        return
    text = article(ExportArticle(read.title, read.body, markdown=KeptMarkdown(read.markdown, *_two(stands))))
    if "could not be marked whole" not in text:
        assert middle(text).endswith(read.markdown)


def _two(stands: object) -> tuple[tuple[tuple[int, int] | None, ...], tuple[tuple[int, int] | None, ...]]:
    return stands.title, stands.body  # type: ignore[attr-defined]
