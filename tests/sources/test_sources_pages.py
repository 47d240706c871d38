"""What belongs to a page's story is read, and what stands beside it is not."""

import itertools
import re

import pytest

from reader.sources import html
from reader.sources.html import read_html
from reader.sources.page_blocks import blocks_of
from reader.sources.page_story import choose, misnamed

STORY = (
    "The council of Bree closed the old bridge on Tuesday after engineers had found cracks in two of its pillars.",
    "Anna Kirsch, the mayor, said that the repair would take until the summer of next year at least.",
    "Omar Said of the shop owners' league called the decision a blow for the lower town and its people.",
    "Buses go over the northern bridge until then, and the ferry runs twice as often as it did before.",
)

CONTAINERS = {
    "body": "%s",
    "article": "<article>%s</article>",
    "main": "<main>%s</main>",
    "boxes": '<div id="wrap"><div class="content"><section>%s</section></div></div>',
    "layout": '<table width="600"><tr><td>%s</td></tr></table>',
}

PARTS = {
    "list": ("<ul><li>North gate</li><li><span>South</span> <b>gate</b></li></ul>", ["- North gate", "- South gate"]),
    "numbered": ('<ol><li><a href="/a">Ivo Marsh</a></li><li>Lena Ott</li></ol>', ["1. Ivo Marsh", "2. Lena Ott"]),
    "links": ('<ul><li><a href="/a">Ivo Marsh</a></li><li><a href="/b">Lena Ott</a></li></ul>', ["Ivo Marsh", "Lena"]),
    "nested": ("<ul><li>Outer<ul><li>Inner</li></ul></li></ul>", ["- Outer", "- Inner"]),
    "heading": ("<h3>Who pays?</h3>", ["### Who pays?"]),
    "terms": ("<dl><dt>Pillar</dt><dd>What holds it up</dd></dl>", ["Pillar", "What holds it up"]),
    "address": ("<address>Ivo Marsh, 4 Hill Road</address>", ["Ivo Marsh, 4 Hill Road"]),
    "boxes": (
        "<div>Ivo Marsh denied it.</div><div>Lena Ott did not.</div>",
        ["Ivo Marsh denied it.", "Lena Ott did not."],
    ),
    "loose": ("Ivo Marsh denied it.<br><br>Lena <i>Ott</i> did not.", ["Ivo Marsh denied it.", "Lena Ott did not."]),
    "caption": ("<figure><img src='a'><figcaption>Ivo at the bridge</figcaption></figure>", ["Ivo at the bridge"]),
    "figures": ("<table><tr><th>Part</th><th>Cost</th></tr><tr><td>Pier</td><td>44</td></tr></table>", ["Pier | 44"]),
    "quote": ("<blockquote>We shall see.<footer>Ivo Marsh</footer></blockquote>", ["> We shall see.", "Ivo Marsh"]),
    "typed": ("<pre>one\n  two</pre>", ["one\n  two"]),
    "inline": ('<p>He is <b>Ivo</b> <i>Marsh</i>, of&nbsp;<a href="/x">Bree</a>.</p>', ["He is Ivo Marsh, of Bree."]),
    "unseen": (
        "<p hidden>Secret</p><div style='display: none'>Secret</div><script>Secret</script><!-- Secret -->",
        [],
    ),
}

BESIDE = {
    "nothing": ("", ""),
    "marked": (
        '<nav><ul><li><a href="/">Elsewhere home</a></li></ul></nav>',
        "<aside><h2>Most read</h2><p>Elsewhere a bridge was opened, and nobody came to see it.</p></aside>"
        "<footer>Elsewhere rights</footer>",
    ),
    "named": (
        '<div class="menu"><a href="/w">Elsewhere world</a> | <a href="/s">Elsewhere sport</a></div>',
        '<div class="comments"><p>Elsewhere Pete writes that he does not believe it, not at all.</p></div>',
    ),
    "related": ("", '<h3>Related articles</h3><ul><li><a href="/a">Elsewhere a mayor lost her vote</a></li></ul>'),
}


def page(body: str, head: str = "<title>The bridge is closed</title>") -> str:
    return f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("length", [1, 4])
def test_a_storys_parts_are_read_wherever_they_stand_and_nothing_beside_it(part: str, length: int) -> None:
    markup, wanted = PARTS[part]
    for container, beside in itertools.product(CONTAINERS.values(), BESIDE.values()):
        story = [f"<p>{paragraph}</p>" for paragraph in STORY[:length]]
        story.insert((length + 1) // 2, markup)
        before, after = beside
        inside = container % ("<h1>The bridge is closed</h1>" + "".join(story) + "<p>So it goes in Bree.</p>")
        draft = read_html(page(before + inside + after))
        assert draft.title == "The bridge is closed"
        paragraphs = draft.body.split("\n\n")
        assert [part for part in paragraphs if part in STORY] == [*STORY[:length]]
        assert all(want in draft.body for want in wanted)
        assert not re.search("Elsewhere|Secret|Most read|Related|The bridge is closed", draft.body)


def test_line_breaks_part_long_lines_and_keep_verses_together() -> None:
    news = "<br>".join(STORY)
    assert read_html(page(f"<h1>The bridge is closed</h1><div>{news}</div>")).body.split("\n\n") == [*STORY]
    verses = "<p>The bridge is down<br>the river grey<br>and we are late</p>"
    assert "The bridge is down\nthe river grey\nand we are late" in read_html(page(verses)).body


def test_a_story_goes_on_behind_an_advertisement() -> None:
    parts = "".join(
        f'<div class="chunk body">{"".join(f"<p>{paragraph} ({number})</p>" for paragraph in STORY)}</div>'
        '<div class="ad-slot">Advertisement</div>'
        for number in range(3)
    )
    body = read_html(page(f"<main><h1>The bridge is closed</h1><div>{parts}</div></main>")).body
    assert body.count("Anna Kirsch") == 3
    assert "Advertisement" not in body


LONG = [f"{paragraph} So it stood in report {number} of the council." for number in range(4) for paragraph in STORY]
ASIDE = "Elsewhere a mayor lost her vote."


@pytest.mark.parametrize(
    "markup",
    [
        "".join(
            f'<div class="sidebar-grid__{part}"><div><p>{"</p><p>".join(texts)}</p></div></div>'
            f'<div class="sidebar-grid__sidebar"><p>{ASIDE}</p></div>'
            for part, texts in (("lead", LONG[:8]), ("content", LONG[8:]))
        ),
        f'<div class="related-layout"><div><p>{"</p><p>".join(LONG)}</p></div><div class="related">{ASIDE}</div></div>',
    ],
    ids=["a grid with a sidebar", "a layout with scripts longer than all text"],
)
def test_a_story_is_one_whatever_its_page_calls_what_it_stands_in(markup: str) -> None:
    scripts = f"<script>{'x = 1;' * 5000}</script>"
    links = "".join(f'<p class="teaser"><a href="/{at}">Another mayor wins a vote, {at}</a></p>' for at in range(60))
    draft = read_html(page(f"<div><h1>The bridge is closed</h1>{markup}</div><div>{links}</div>{scripts}"))
    assert draft.body.split("\n\n") == LONG
    assert not draft.caveats


def test_what_most_of_the_extracted_text_is_marked_with_marks_the_rest_of_it_too() -> None:
    story = "".join(f'<p class="{"lead " * (not at)}paywall">{text}</p>' for at, text in enumerate(LONG))
    tree = html.tree_of(page(f'<h1>The bridge is closed</h1>{story}<div class="promo"><p>{ASIDE * 3}</p></div>'))
    extracted = "\n\n".join(LONG[:8])
    marks = misnamed(blocks_of(tree), extracted)
    assert marks == {"paywall"}
    assert [block.text for block in choose(blocks_of(tree, marks), extracted) if block.kind == "p"] == LONG
    assert not misnamed(blocks_of(tree), STORY[0]), "a bit of text says nothing of what a page is"


def test_what_a_server_sends_late_stands_where_its_page_puts_it() -> None:
    late = "".join(f"<p>{text}</p>" for text in STORY[1:])
    body = (
        f'<article><h1>The bridge is closed</h1><p>{STORY[0]}</p><template id="B:1a"></template><p>So it goes.</p>'
        f'</article><div hidden id="S:1a">{late}</div><div hidden id="S:2">Secret words of no place.</div>'
    )
    assert read_html(page(body)).body.split("\n\n") == [*STORY, "So it goes."]


@pytest.mark.parametrize(
    "card",
    [
        '<div><h3><a href="/{at}">Another mayor wins a vote, {at}</a></h3><div>2 March, 14:0{at}</div></div>',
        '<section><div>Interview</div><a href="/{at}"><div>A mayor wins, {at}</div></a><p>by Lena Ott</p></section>',
    ],
)
@pytest.mark.parametrize(
    "place", ["<div>{story}</div><div>{cards}</div>", "{story}{cards}", "{half}{card}{rest}{cards}"]
)
def test_the_date_and_the_author_of_a_link_to_another_article_are_not_the_storys(card: str, place: str) -> None:
    wanted = [*STORY[:3], "“Go home!”", STORY[3]]
    story = [f"<p>{text}</p>" for text in wanted]
    cards = [card.format(at=at) for at in range(6)]
    parts = {"story": "".join(story), "half": "".join(story[:2]), "rest": "".join(story[2:])}
    blocks = blocks_of(html.tree_of(page(f"<article>{place.format(**parts, card=cards[0], cards=''.join(cards))}")))
    for extracted in (wanted, [*wanted, "2 March, 14:02"]):
        assert [block.text for block in choose(blocks, "\n".join(extracted))] == wanted


def test_a_short_line_of_the_story_beside_a_link_stays() -> None:
    link = '<p><a href="/a">What the council of Bree said on Monday of the old bridge</a></p>'
    story = f"<p>{STORY[0]}</p><p>“Go home!”</p>{link}<p>{STORY[1]}</p>{link}<h3>Who pays?</h3><p>{STORY[2]}</p>"
    body = read_html(page(f"<article><h1>The bridge is closed</h1>{story}</article>")).body
    assert "“Go home!”" in body
    assert "### Who pays?" in body


def test_a_menu_that_no_element_marks_is_no_story() -> None:
    menu = " ".join(f'<a href="/s/{number}">Section {number}</a>' for number in range(30))
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    assert "Section" not in read_html(page(f"<div>{menu}</div><div><h1>The bridge is closed</h1>{story}</div>")).body


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Assad - the last days</title>", "<h1>Assad - the last days</h1>", "Assad - the last days"),
        ("<title>Bridge - closed | Bree Post</title>", "<h1>Bridge - closed</h1>", "Bridge - closed"),
        ("<title>Bridge: what next?</title>", "", "Bridge: what next?"),
        ("<title>Bridge closed | Post</title><meta property='og:site_name' content='Post'>", "", "Bridge closed"),
        ("<title>Bree Post: Bridge closed</title>", "<a href='/'>Bree Post</a>", "Bridge closed"),
        ("<title>Bridge closed - Bree Post</title>", "<p>© 2016 Bree Post. All rights reserved</p>", "Bridge closed"),
        ("<title>Bridge closed - b.example</title><link rel=canonical href='http://b.example/'>", "", "Bridge closed"),
        ("<title>Why a bridge of Bree …</title>", "<h1>Why a bridge of Bree fell</h1>", "Why a bridge of Bree fell"),
        ("<title>Bree Post</title>", "<h1>Bree Post</h1><h1>Bridge closed for good</h1>", "Bridge closed for good"),
        ("<title>Bridge | Closed</title><meta property='og:title' content='Bridge | Closed'>", "", "Bridge | Closed"),
    ],
)  # fmt: skip
def test_a_title_loses_the_name_of_its_site_only_where_that_is_known(head: str, body: str, title: str) -> None:
    site = "<a href='/'>Bree Post</a>" if title == "Bridge closed for good" else ""
    assert read_html(page(f"{site}{body}<p>{STORY[0]}</p>", head)).title == title


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("by Jane Roe and Jon Doe", "Jane Roe, Jon Doe"),
        ("Von Jana Rö", "Jana Rö"),
        ("Jane Roe, Staff Writer", "Jane Roe"),
        ("Jane Roe; Jane Roe", "Jane Roe"),
        ("Jane Roe | 4 May 2016", "Jane Roe"),
        ("Doe, Jane", "Doe, Jane"),
        ("Staff Reporter", ""),
        ("Bree Post", ""),
        ("admin", ""),
        ("4 May 2016", ""),
        ("https://breepost.example/jane", ""),
        ("@janeroe", ""),
    ],
)
def test_an_author_is_a_person_and_no_role_site_date_or_address(author: str, wanted: str) -> None:
    head = f'<title>T</title><meta property="og:site_name" content="Bree Post"><meta name="author" content="{author}">'
    assert read_html(page(f"<p>{STORY[0]}</p>", head)).author == wanted


def test_who_comments_is_not_the_author() -> None:
    comments = '<div id="comments"><div class="comment"><span class="author">Pete Troll</span> No!</div></div>'
    assert read_html(page(f"<article><p>{'</p><p>'.join(STORY)}</p></article>{comments}")).author == ""


@pytest.mark.parametrize(
    "markup",
    [
        "<title>" + " - |" * 20_000 + "</title><h1>" + "- " * 20_000 + "</h1>",
        '<meta name="author" content="' + "by " * 20_000 + '">',
        "<div>" + "<br> " * 20_000,
        "<div class='nav social'>" * 500 + "<p>x</p>" * 500,
        "<div><a>x " * 1500,
        "<table><tr><td>x " * 700,
        "<blockquote><p>x " * 1500,
        "<div>x</div>" * 21_000,
    ],
    ids=["title", "author", "breaks", "depth", "links", "tables", "quotations", "elements"],
)
def test_a_page_made_to_hold_up_is_read(markup: str) -> None:
    draft = read_html(page(markup))
    assert len(draft.title) <= 1000
    assert len(draft.body) <= 4 * len(markup)


def test_the_extractor_is_not_asked_of_pages_made_to_hold_it_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes seconds for some thousand bytes; what such a page shows is told all the same."""
    asked: list[object] = []
    monkeypatch.setattr(html, "_extract", lambda tree: asked.append(tree))
    for markup in ("<div>" * 200, "<p>x</p>" * 21_000):
        assert STORY[0] in read_html(page(f"{markup}<p>{STORY[0]}</p>")).body
    assert not asked
    read_html(page("<div>" * 40 + f"<p>{STORY[0]}</p>"))
    assert asked


def test_what_a_script_compares_is_no_tag() -> None:
    script = (
        "<script>for(a=0;a<e.length;a++)" + "b(c,d),e=f[a];" * 2000 + "if(a <n b c){}" + " x y z" * 2000 + "</script>"
    )
    assert (
        STORY[0] in read_html(page(f"{script}<article><h1>The bridge is closed</h1><p>{STORY[0]}</p></article>")).body
    )
