"""Markdown in, plain text out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.markdown import plain, read_markdown, split_front_matter

VERBATIM = """The army took the town on Sunday, its spokesman said.

## What is next

Talks go on in Astana:
- the delegation of the government
- the delegation of the opposition
  - and its advisers

1. First the truce
2. then the prisoners

> We have no illusions, he said.
>
> - A list, even here
>
> ### And a heading

* A star
  its second paragraph is long

### Names with marks
AT&T, 5 * 3, snake_case_name, [sic], C:\\temp, 100% and <3 stay as they are."""


def test_text_without_inline_marks_comes_out_verbatim() -> None:
    body = VERBATIM.replace("* A star\n  its second paragraph is long", "* A star")
    assert plain(body) == ("", body)


words = st.lists(st.text(alphabet="abcdéعب", min_size=1, max_size=8), min_size=1, max_size=8).map(" ".join)
blocks = st.one_of(
    words,
    words.map(lambda text: f"## {text}"),
    st.lists(words, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(words, min_size=1, max_size=3).map(lambda parts: "\n>\n".join(f"> {part}" for part in parts)),
)


@given(st.lists(blocks, min_size=1, max_size=8).map("\n\n".join))
def test_every_text_without_inline_marks_comes_out_verbatim(body: str) -> None:
    assert plain(body) == ("", body)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    read_markdown(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("*Kerry* met **Lavrov** and ***Assad***", "Kerry met Lavrov and Assad"),
        ("[Kerry](https://x.example/a_b) and [Lavrov][1]\n\n[1]: https://x.example", "Kerry and Lavrov"),
        ("![A map of Idlib](map.png)", "A map of Idlib"),
        ("`code` and ~~old~~ new", "code and old new"),
        ("first\nsecond", "first second"),
        ("北京\n消息", "北京消息"),
        ("first  \nsecond", "first\nsecond"),
        ("first\\\nsecond", "first\nsecond"),
        ("> first\n> second", "> first second"),
        ("- one\n  more", "- one more"),
        ("Fish &amp; chips \\*", "Fish & chips *"),
        ("a <b>bold</b> claim<br>line", "a bold claim\nline"),
        ("<https://x.example>", "https://x.example"),
        ("Heading\n---\ntext", "## Heading\ntext"),
        ("one\n\n---\n\ntwo", "one\n\n\ntwo"),
        ("```\nas is *x*\n```", "as is *x*"),
        ("<div>kept &amp; freed</div>\n<!-- gone -->\n\nand", "kept & freed\n\nand"),
        ("| a | b |\n|---|---|\n| **c** | d |", "a | b\nc | d"),
        ("    An indented first line\nand its second", "    An indented first line and its second"),
    ],
)
def test_inline_marks_go(source: str, text: str) -> None:
    assert plain(source) == ("", text)


FRONT_MATTER = """---
title: 'Talks: day two'
source: The Example
author: [A. One, B. Two]
lang: en
date: 2016-03-27
url: https://x.example/talks
---

# Talks: day two

They met.
"""


def test_front_matter_is_read_off() -> None:
    draft = read_markdown(FRONT_MATTER)
    assert (draft.title, draft.source, draft.author) == ("Talks: day two", "The Example", "A. One, B. Two")
    assert (draft.language, draft.date, draft.url) == ("en", "2016-03-27", "https://x.example/talks")
    assert draft.body == "They met."


def test_front_matter_that_is_no_yaml_is_read_by_lines() -> None:
    fields, body = split_front_matter("---\ntitle: Assad: the fall\ndate: 3 March 2016\n---\nText")
    assert fields == {"title": "Assad: the fall", "date": "3 March 2016"}
    assert body == "Text"


def test_front_matter_makes_no_objects() -> None:
    fields, _ = split_front_matter("---\ntitle: !!python/object/apply:os.system [ls]\n---\nText")
    assert fields == {"title": ["ls"]}


def test_front_matter_cannot_grow_beyond_bounds() -> None:
    draft = read_markdown("---\na: &a " + "x" * 40_000 + "\nauthor: [" + "*a, " * 12_000 + "]\n---\nText")
    assert len(draft.author) < 17 << 20
    assert draft.body == "Text"


def test_the_first_heading_is_the_title_only_before_all_text() -> None:
    assert plain("# Talks *begin*\n\nThey met.") == ("Talks begin", "They met.")
    assert plain("They met.\n\n# Later") == ("", "They met.\n\n# Later")
    assert plain("# Another\n\nThey met.", "Talks") == ("", "# Another\n\nThey met.")


def test_a_rule_at_the_top_is_not_front_matter() -> None:
    assert split_front_matter("---\n\nText with no end") == ({}, "---\n\nText with no end")


def test_links_by_name_are_read_as_they_are_shown() -> None:
    draft = read_markdown("# T\n\n[[Anna Kirsch|The mayor]] met [[Omar Said]], see [[Bree#History]]. ![[map.png]]")
    assert draft.body == "The mayor met Omar Said, see Bree."


def test_properties_of_notes_are_fields() -> None:
    logseq = read_markdown(
        "title:: Bridge closed\nauthor:: [[Jane Roe]]\ndate:: 2016-03-04\n\n"
        "- The bridge is shut.\n  id:: 64ab\n  collapsed:: true"
    )
    assert (logseq.title, logseq.author, logseq.date) == ("Bridge closed", "Jane Roe", "2016-03-04")
    assert logseq.body == "- The bridge is shut."
    readwise = read_markdown(
        "# Bridge\n\n![rw-book-cover](https://x.example/a.png)\n\n## Metadata\n- Author: [[Jane Roe]]\n"
        "- Full Title: Bridge closed\n- Category: #articles\n- URL: https://x.example/a\n\n## Highlights\n"
        "- The bridge is shut. ([View Highlight](https://x.example/h))\n"
    )
    assert (readwise.title, readwise.author, readwise.url) == ("Bridge closed", "Jane Roe", "https://x.example/a")
    assert "The bridge is shut." in readwise.body
    assert not any(word in readwise.body for word in ("Metadata", "View Highlight", "rw-book-cover"))
    clipped = read_markdown(
        '---\ntitle: "Bridge closed"\nsource: "https://x.example/a"\nauthor:\n  - "[[Jane Roe]]"\n'
        "published: 2016-03-04\ncreated: 2020-01-01\n---\nThe bridge is shut."
    )
    assert (clipped.author, clipped.source, clipped.date) == ("Jane Roe", "https://x.example/a", "2016-03-04")
