"""Saved pages: main text and metadata."""

from reader.sources.decoding import decode
from reader.sources.html import read_html
from reader.sources.tags import with_few_attributes

PARAGRAPHS = [
    "The army took the <b>town</b> on Sunday, its spokesman said, after three weeks of fighting in the hills there.",
    "“We have no illusions,” the <a href='/m'>minister</a> said in the capital before he left for talks.",
    "Aid groups said that some 4,000 people had fled to the border since the beginning of the month, most on foot.",
]


def page(head: str = "", body: str = "", lang: str = ' lang="en-GB"') -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html{lang}><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>The town falls</h1>{text}{body}</article><footer>All rights reserved</footer></body></html>"
    )


def test_main_text_without_furniture() -> None:
    draft = read_html(page("<title>The town falls</title>"))
    assert draft.body.split("\n\n") == [
        "The army took the town on Sunday, its spokesman said, after three weeks of fighting in the hills there.",
        "“We have no illusions,” the minister said in the capital before he left for talks.",
        PARAGRAPHS[2],
    ]
    assert draft.title == "The town falls"


def test_a_title_that_nothing_else_confirms_gives_way_to_that_of_the_page() -> None:
    help_text = "<div><h2>Keyboard shortcuts</h2><p>Press ?</p></div>"
    head = '<title>The town falls - The Example</title><meta property="og:site_name" content="The Example">'
    source = page(head).replace("<article><h1>The town falls</h1>", help_text)
    assert read_html(source).title == "The town falls"
    assert read_html("<title>Tiny | Site</title><h1>Tiny</h1><p>One.</p>").title == "Tiny"


def test_blocks_keep_their_marks() -> None:
    body = read_html(page(body="<h2>What is next</h2><ul><li>Truce</li><li>Prisoners</li></ul>"
                               "<blockquote><p>First</p><p>Second</p></blockquote>")).body  # fmt: skip
    assert body.endswith("## What is next\n\n- Truce\n- Prisoners\n\n> First\n>\n> Second")


def test_metadata() -> None:
    draft = read_html(
        page(
            '<title>x</title><meta property="og:title" content="The town falls"><meta name="author" content="Jane Doe">'
            '<meta property="og:site_name" content="The Example">'
            '<meta property="article:published_time" content="2016-03-27T18:30:00+02:00">'
            '<link rel="canonical" href="https://www.x.example/town">'
        )
    )
    assert (draft.title, draft.author, draft.source, draft.url, draft.language, draft.date) == (
        "The town falls", "Jane Doe", "The Example", "https://www.x.example/town", "en-GB", "2016-03-27T18:30:00+02:00",
    )  # fmt: skip


def test_metadata_in_linked_data() -> None:
    script = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The town'
        ' falls","datePublished":"2016-03-27","author":{"@type":"Person","name":"Jane Doe"},'
        '"publisher":{"@type":"Organization","name":"The Example"}}</script>'
    )
    draft = read_html(page(script))
    assert (draft.date, draft.author, draft.source) == ("2016-03-27", "Jane Doe", "The Example")


def test_a_page_without_main_text_gives_all_its_text() -> None:
    draft = read_html(
        "<html><head><title>Tiny</title><script>x()</script></head><body><p>One.</p><p>Two<br>Three &amp; 4</p>"
    )
    assert draft.title == "Tiny"
    assert draft.body == "One.\n\nTwo\nThree & 4"


def test_two_line_breaks_part_paragraphs() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    draft = read_html(f"<html><head><title>T</title></head><body><div>{text}</div></body></html>")
    assert [part[:12] for part in draft.body.split("\n\n")] == ["The army too", "“We have no ", "Aid groups s"]


def test_broken_and_deep_pages_do_not_break() -> None:
    assert read_html("").body == ""
    assert read_html("<").body in ("", "<")
    assert "deep" in read_html("<div>" * 1500 + "deep" + "</div>" * 1500).body
    read_html("<html><body><p>" + "\x00\x1b\ufffe\ud800" + "</p></body></html>")


def test_the_declared_encoding_is_used() -> None:
    text = "<html><head><meta charset='windows-1251'></head><body><p>Россия и Сирия</p></body></html>"
    assert decode(text.encode("windows-1251"), markup=True) == text
    xml = "<?xml version='1.0' encoding='iso-8859-1'?><html><body>Müller’s</body></html>"
    assert decode(xml.encode("cp1252"), markup=True) == xml


def test_a_byline_that_goes_on_with_its_date_names_the_author_alone() -> None:
    words = "<p>" + "The town fell on Sunday after a week of fighting, officials said. " * 6 + "</p>"
    page = (
        "<html><head><title>The town falls</title></head><body><article><h1>The town falls</h1>"
        f'<p class="byline">By Sam Poe, Published: Mar 22, 2018 5:04 PM</p>{words}{words}</article></body></html>'
    )
    assert read_html(page).author == "Sam Poe"


def test_an_encoding_is_found_far_down_a_page_and_not_in_what_is_no_markup() -> None:
    far = "<html><head>" + "<link rel=x href=y>" * 1000 + "<meta charset=windows-1251></head><body>Россия"
    assert decode(far.encode("windows-1251"), markup=True) == far
    mute = (
        "<head><!-- <meta charset=koi8-r> --><script>'<meta charset=koi8-r>'</script><meta charset=windows-1251>Россия"
    )
    assert decode(mute.encode("windows-1251"), markup=True) == mute


def test_a_stray_byte_of_windows_among_utf8_is_read_as_such() -> None:
    lines = "Это русский текст.\n".encode() * 3
    assert decode(lines + b"caf\xe9 \x93so\x94") == "Это русский текст.\n" * 3 + "café “so”"
    assert decode("Это русский текст".encode()[:-1]) == "Это русский текс\ufffd"


def test_a_tag_with_very_many_attributes_is_read_at_once() -> None:
    many = " ".join(f'a{number}="x > y"' for number in range(100_000))
    page = f"<html><body><h1>A story</h1><p class='lead' {many}>Soldiers came to Palmyra.</p><p>More.</p></body></html>"
    assert len(with_few_attributes(page)) < 10_000
    assert "Soldiers came to Palmyra." in read_html(page).body


def test_an_ordinary_page_stays_as_it_is() -> None:
    page = """<!doctype html><html lang=en><body data-a="it's > that" data-b='"'><p>5 < 7 "and</p><img src="data:""" + (
        "A" * 5000 + '" alt=x></body></html>'
    )
    assert with_few_attributes(page) == page
