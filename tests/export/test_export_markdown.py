"""Exports hold the text, the marks, and nothing that the text's author put in."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.export import (
    ExportActor,
    ExportArticle,
    ExportMention,
    ExportQuote,
    ExportSpelling,
    MarkStyle,
    article,
    dossier,
    file_name,
)
from reader.model import Field, Kind
from reader.untrusted import clean_line, clean_text

GOLDEN = Path(__file__).parent / "golden"

PARSERS = [MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])]

TITLE = "Kerry flies to Moscow as Palmyra falls"
BODY = """MOSCOW — John Kerry flew to Moscow on Sunday, a day after the army had retaken Palmyra (Tadmor in Arabic).

“We can work with Russia,” Kerry told reporters. U.S.-backed forces were 100 km away, and U.S. officials said
that nobody had asked them.

## What comes next

- Talks in Geneva
- 俄罗斯外交部说克里已到莫斯科。"""

ACTORS = {
    "John Kerry": ("John Kerry", Kind.PERSON, "person:john kerry"),
    "Kerry": ("John Kerry", Kind.PERSON, "person:john kerry"),
    "克里": ("John Kerry", Kind.PERSON, "person:john kerry"),
    "Moscow": ("Moscow", Kind.PLACE, "place:moscow"),
    "莫斯科": ("Moscow", Kind.PLACE, "place:moscow"),
    "MOSCOW": ("Moscow", Kind.PLACE, "place:moscow"),
    "Palmyra": ("Palmyra", Kind.PLACE, "Q:palmyra"),
    "Tadmor": ("Palmyra", Kind.PLACE, "Q:palmyra"),
    "Russia": ("Russia", Kind.STATE, "RU"),
    "U.S.": ("United States", Kind.STATE, "US"),
    "Geneva": ("Geneva", Kind.PLACE, "place:geneva"),
}


def mentions_of(text: str, field: Field) -> Iterator[ExportMention]:
    names = "|".join(re.escape(name) for name in sorted(ACTORS, key=len, reverse=True))
    for match in re.finditer(names, text):
        actor, kind, key = ACTORS[match.group()]
        yield ExportMention(match.start(), match.end(), field, kind, actor, key)


def sample(**changes: object) -> ExportArticle:
    values: dict[str, object] = {
        "title": TITLE, "body": BODY, "source": "The Example", "author": "Jane Doe", "date": "2016-03-27",
        "url": "https://news.example/2016/kerry_moscow?a=1&b=2", "language": "en",
        "origin": "/home/jane/secret/kerry.md", "retrieved": "2026-01-02",
        "mentions": [*mentions_of(BODY, Field.BODY), *mentions_of(TITLE, Field.TITLE)],
    }  # fmt: skip
    return ExportArticle(**{**values, **changes})  # type: ignore[arg-type]


HOSTILE_TITLE = '# [x](javascript:alert(1)) <img src=x onerror=alert(1)> | `a` **b** --- "quoted": yes #'
HOSTILE_BODY = """# A heading
## Another ##
Setext
======
Setext
---
- item
+ item
* item
1. one
2) two
> quote
| a | b |
|---|---|
| c | d |
```python
code
```
~~~
code
~~~
[link](https://evil.example) ![image](https://evil.example/x.png) <https://evil.example> https://evil.example
[ref]: https://evil.example "title"
[ref] [ref][] [x][ref] [^1] [[wiki]] ![[embed]]
<script>alert(1)</script> <!-- comment --> <b>bold</b> </p> <?php ?> <![CDATA[x]]>
&lt; &amp; &copy; &#35; &#x23; AT&T; R&D
*em* _em_ **strong** __strong__ ***both*** ~~gone~~ ==mark== %%hidden%% $x$ $$y$$ `code` ``code``
\\*escaped\\* \\ \\\\ back\\slash\\
snake_case 5*3*2 a~b 100% x==y #tag @user :smile: www.evil.example mailto:a@evil.example ^block {{braces}} {#id}

    four spaces
\ttab
***
___
- - -
:::note
!!! warning

---
title: second
---"""


def anchors_of(source: str) -> set[str]:
    return set(re.findall(r'<(?:a|mark) id="([^"]+)"', source))


def tokens_of(source: str, parser: MarkdownIt) -> list[Token]:
    """The tokens after the front matter."""
    match = re.match(r"---\n.*?\n---\n\n", source, re.DOTALL)
    assert match
    return parser.parse(source[match.end() :])


def words_of(token: Token, style: MarkStyle, marked: bool) -> str:
    """The rendered words of a block, and a check that no mark is in it but ours."""
    out = ""
    for child in token.children or []:
        match child.type:
            case "text" | "text_special":
                out += child.content
            case "softbreak" | "hardbreak":
                out += "\n"
            case "link_open":
                assert str(child.attrs["href"]).startswith("#actor-"), child
            case "strong_open" | "strong_close":
                assert style is MarkStyle.BOLD
            case "html_inline":
                assert re.fullmatch(r'<(a|mark) id="m\d+">|</(a|mark)>|<!-- -->', child.content), child
            case "link_close":
                pass
            case _:
                raise AssertionError(f"{child.type} in {token.content!r}")
    if style is MarkStyle.OBSIDIAN and marked:
        out = re.sub(r" \^p\d+\Z", "", out)
        out = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", out)
    return out


def split_rendered(
    source: str, style: MarkStyle, parser: MarkdownIt, *, has_title: bool, marked: bool
) -> tuple[str, list[str]]:
    """Title and paragraphs of the text, up to the index or the citation; anything else than paragraphs there fails."""
    tokens = tokens_of(source, parser)
    title = ""
    if has_title:
        assert [token.type for token in tokens[:3]] == ["heading_open", "inline", "heading_close"]
        title = words_of(tokens[1], style, marked)
        tokens = tokens[3:]
    paragraphs = []
    while tokens and tokens[0].type != "heading_open":
        assert [token.type for token in tokens[:3]] == ["paragraph_open", "inline", "paragraph_close"], tokens[0]
        paragraphs.append(words_of(tokens[1], style, marked))
        tokens = tokens[3:]
    return title, paragraphs


def squeeze(text: str) -> str:
    """What an export promises to keep of white space: where there is some, and where a paragraph ends."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\n", text))


def assert_intact(exported: ExportArticle, style: MarkStyle) -> None:
    source = article(exported, style)
    for parser in PARSERS:
        title, paragraphs = split_rendered(
            source, style, parser, has_title=bool(exported.title), marked=bool(exported.mentions)
        )
        if style is MarkStyle.HIGHLIGHT and exported.mentions:
            title, *paragraphs = (re.sub(r"==(" + "|".join(map(re.escape, ACTORS)) + r")==", r"\1", text)
                                  for text in (title, *paragraphs))  # fmt: skip
        assert squeeze(title) == squeeze(exported.title)
        assert "\n\n".join(map(squeeze, paragraphs)) == squeeze(exported.body)


@pytest.mark.parametrize("style", list(MarkStyle))
def test_golden_files(style: MarkStyle) -> None:
    quotes = [
        ExportQuote("Talks [again]", "The Example", "2016-03-29", "https://news.example/b", "Then ", "克里", "到了。"),
        ExportQuote(
            TITLE, "The Example", "2016-03-27", "https://news.example/a", "MOSCOW — ", "John Kerry", " flew\nto it."
        ),
        ExportQuote(
            TITLE, "The Example", "2016-03-27", "https://news.example/a", "“We can,” ", "Kerry", "’s aide said."
        ),
        ExportQuote("No date", "", "", "", "", "Kerry", " *again*."),
    ]
    spellings = [ExportSpelling("Kerry", 2), ExportSpelling("John Kerry", 1), ExportSpelling("克里", 1)]
    made = {
        f"article-{style}.md": article(sample(), style),
        f"dossier-{style}.md": dossier(ExportActor("John Kerry", Kind.PERSON, spellings, quotes), style),
        f"hostile-{style}.md": article(sample(title=HOSTILE_TITLE, body=HOSTILE_BODY, mentions=(), url=""), style),
    }
    for name, text in made.items():
        if os.environ.get("TADMOR_WRITE_GOLDEN"):
            GOLDEN.mkdir(exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
        assert text == (GOLDEN / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("style", list(MarkStyle))
def test_the_text_of_an_article_is_read_back(style: MarkStyle) -> None:
    assert_intact(sample(), style)
    assert_intact(sample(title=clean_line(HOSTILE_TITLE), body=clean_text(HOSTILE_BODY), mentions=()), style)


MARKUP = "ab K\n\n  *_`[]()<>#+-.!|~=&^$%:;@{}\\\"'/1290\t"
markup_texts = st.one_of(st.text(alphabet=MARKUP, max_size=60), st.text(max_size=60))
lines = st.sampled_from(HOSTILE_BODY.split("\n"))
bodies = st.one_of(markup_texts, st.lists(st.one_of(lines, markup_texts), max_size=6).map("\n".join)).map(clean_text)


@given(markup_texts.map(clean_line), bodies, st.sampled_from(MarkStyle))
@example("", "[[a]](b)", MarkStyle.OBSIDIAN)
def test_any_text_is_read_back(title: str, body: str, style: MarkStyle) -> None:
    assert_intact(sample(title=title, body=body, mentions=()), style)


@given(bodies, st.data(), st.sampled_from([MarkStyle.BOLD, MarkStyle.HTML, MarkStyle.OBSIDIAN]))
def test_any_text_is_read_back_with_marks_anywhere(body: str, data: st.DataObject, style: MarkStyle) -> None:
    places = st.integers(0, max(len(body), 1))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=4))
    marks = [ExportMention(min(span), max(span), Field.BODY, Kind.PERSON, "K*[a]|#", "k") for span in spans]
    source = article(sample(title="T", body=body, mentions=marks), style)
    for parser in PARSERS:
        _, paragraphs = split_rendered(source, style, parser, has_title=True, marked=True)
        if style is MarkStyle.OBSIDIAN and re.search(r"[\[\]|]", body):
            continue  # the brackets of the text and of the link cannot be told apart in the rendered words
        assert "\n\n".join(map(squeeze, paragraphs)) == squeeze(body)


def test_a_dossier_says_which_dates_are_guessed_and_spans_the_others() -> None:
    sure = ExportQuote("T", "S", "2016-03-27", "", "", "Kerry", " came.")
    saved = ExportQuote("U", "S", "2026-11-22", "", "", "Kerry", " left.", date_guessed=True)
    text = dossier(ExportActor("John Kerry", Kind.PERSON, [ExportSpelling("Kerry", 2)], [sure, saved]))
    assert "2 mentions in 2 articles, 27 March 2016." in text
    assert "### 22 November 2026 (date guessed): U" in text
    assert "### 27 March 2016: T" in text
    assert "last: 2016-03-27" in text
    only = dossier(ExportActor("John Kerry", Kind.PERSON, [], [saved]))
    assert "first: 2026-11-22" in only


@given(st.text(), st.text(), st.text(), st.text())
@example("a: b", "'", '"', "- x\n---\n")
def test_front_matter_says_what_was_put_in(title: str, source: str, author: str, actor: str) -> None:
    title, source, author, actor = map(clean_line, (title, source, author, actor))
    mention = ExportMention(0, 1, Field.BODY, Kind.ARMED_GROUP, actor, "a")
    text = article(ExportArticle(title, "x", source, author, "2016-03-27", True, mentions=[mention]))
    front = yaml.load(text.split("\n---\n")[0].removeprefix("---\n"), Loader=yaml.BaseLoader)
    assert (front.get("title", ""), front.get("source", ""), front.get("author", "")) == (title, source, author)
    assert (front["date"], front["date_guessed"]) == ("2016-03-27", "true")
    assert front["actors"] == [{"name": actor, "kind": "armed group", "mentions": "1"}]


@pytest.mark.parametrize("style", [MarkStyle.BOLD, MarkStyle.HIGHLIGHT, MarkStyle.HTML])
def test_every_mention_leads_to_its_actor_and_back(style: MarkStyle) -> None:
    exported = sample()
    source = article(exported, style)
    anchors = anchors_of(source)
    links = [
        str(child.attrs["href"]).removeprefix("#")
        for token in tokens_of(source, PARSERS[0])
        for child in token.children or []
        if child.type == "link_open" and str(child.attrs["href"]).startswith("#")
    ]
    assert set(links) == anchors
    assert len(links) == 2 * len(exported.mentions)
    assert "John Kerry, person" in source
    assert "United States, state" in source


def test_bold_marks_stay_bold_beside_letters_of_any_script() -> None:
    source = article(sample(), MarkStyle.BOLD)
    bold = 0
    for token in tokens_of(source, PARSERS[0]):
        children = token.children or []
        bold += sum(child.type == "strong_open" for child in children)
    assert bold == len(sample().mentions) + len({mention.actor_key for mention in sample().mentions})


def test_marks_that_overlap_or_leave_the_text_are_left_out() -> None:
    marks = [ExportMention(start, end, Field.BODY, Kind.PERSON, "K", "k")
             for start, end in ((0, 5), (3, 8), (6, 6), (8, 99), (-3, 2), (5, 7))]  # fmt: skip
    assert article(sample(title="", body="Kerry a b", mentions=marks)).count('<a id="m') == 1


def test_two_actors_whose_names_look_alike_have_two_anchors() -> None:
    marks = [
        ExportMention(0, 1, Field.BODY, Kind.PERSON, "بشار", "person:بشار"),
        ExportMention(2, 3, Field.BODY, Kind.PERSON, "ماهر", "person:ماهر"),
        ExportMention(4, 5, Field.BODY, Kind.PLACE, "A b", "place:a-b"),
        ExportMention(6, 7, Field.BODY, Kind.PERSON, "A b", "person:a b"),
    ]
    source = article(sample(title="", body="x x x x", mentions=marks))
    assert {anchor for anchor in anchors_of(source) if anchor.startswith("actor-")} == {
        "actor-person", "actor-person-2", "actor-a-b", "actor-a-b-2",
    }  # fmt: skip


def test_a_link_to_anything_but_the_web_is_text() -> None:
    source = article(sample(url="javascript:alert(1)", mentions=()))
    assert not [
        child for token in tokens_of(source, PARSERS[0]) for child in token.children or [] if child.type == "link_open"
    ]
    assert "<https://x.example/%3E%3Cb%3E%20%22>" in article(sample(url='https://x.example/><b> "', mentions=()))


def test_the_folder_of_a_file_is_not_told() -> None:
    text = article(sample(url=""))
    assert "secret" not in text
    assert "kerry.md" in text


@given(bodies, bodies, bodies, st.sampled_from(MarkStyle))
def test_a_quote_is_read_back(before: str, quoted: str, after: str, style: MarkStyle) -> None:
    quote = ExportQuote("T", "S", "2016-03-27", "", before, quoted, after)
    text = dossier(ExportActor("K", Kind.PERSON, [ExportSpelling("K", 1)], [quote]), style)
    inline = next(token for token in reversed(tokens_of(text, PARSERS[0])) if token.type == "inline")
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "strong_open", "strong_close", "html_inline", "text_special"}
    tags = [child.content for child in children if child.type == "html_inline"]
    assert all(re.fullmatch("</?(mark|strong)>", tag) for tag in tags)
    if style in (MarkStyle.BOLD, MarkStyle.HTML) and (before + quoted + after).strip():
        rendered = "".join(child.content for child in children if child.type.startswith("text"))
        assert "".join(rendered.split()) == "".join(f"{before}{quoted}{after}".split())


def test_a_dossier_without_anything_is_still_one() -> None:
    assert dossier(ExportActor("K", Kind.OTHER, [], [])).endswith("# K\n\nOther; 0 mentions in 0 articles.\n")


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("Kerry: “We can”/work", "2016-03-27", "2016-03-27-kerry-we-can-work.md"),
        ("../../etc/passwd\x00", "", "etc-passwd.md"),
        ("قوات سوريا", "2016-03-27T10:00:00+00:00", "2016-03-27-قوات-سوريا.md"),
        ("", "", "article.md"),
        ("CON", "", "article-con.md"),
        (".hidden", "../x", "hidden.md"),
    ],
)
def test_file_names(title: str, date: str, name: str) -> None:
    assert file_name(title, date) == name


def test_file_names_can_be_told_apart() -> None:
    assert file_name("A", "", 2) == "a-2.md"


@given(st.text(), st.text(), st.integers(1, 99))
def test_any_file_name_is_safe(title: str, date: str, number: int) -> None:
    name = file_name(title, date, number)
    assert len(name.encode()) <= 130
    assert re.fullmatch(r"[\w-]+\.md", name)
    assert not name.startswith("-")


@pytest.mark.parametrize("address", ["desk@example.org", "a.b+c_d-e@mail.example.co.uk", "x@y.z"])
@pytest.mark.parametrize("before", ["Write to ", "(", "mailto:", ""])
def test_an_address_stays_text_also_for_github(address: str, before: str) -> None:
    # GitHub looks for addresses in each run of text once all marks are read; a backslash is gone by then.
    source = article(sample(title="T", body=f"{before}{address}, they said.", mentions=(), url=""), MarkStyle.BOLD)
    runs = [child.content for token in tokens_of(source, PARSERS[0]) for child in token.children or []]
    assert not any(re.search(r"[\w.+-]+@[\w-]+\.", run) for run in runs)


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("ที่กรุงเทพฯนี้ไป", "กรุงเทพฯน", "กรุงเทพฯนี้"),
        ("ทำน้ำใส", "น้", "น้ำ"),
        ("བོད་ལྗོངས", "བ", "བོ"),
        ("\u1112\u1161\u11ab", "\u1112", "\u1112\u1161\u11ab"),
        ("a👩\u200d🚒b", "👩", "👩\u200d🚒"),
        ("Cafe\u0301 Rio", "Cafe", "Cafe\u0301"),
        ("ab", "a", "a"),
    ],
)
def test_a_mark_ends_with_the_whole_letter(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    mention = ExportMention(start, start + len(name), Field.BODY, Kind.PLACE, "Somewhere", "k")
    source = article(sample(title="T", body=text, mentions=[mention], url=""), MarkStyle.HTML)
    assert f"[{whole}][" in source
