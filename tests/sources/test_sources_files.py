"""Files, folders, standard input: what is read, in which order, and what is told."""

import io
import os
from pathlib import Path

import pytest

from reader.model import Incoming, PassedOver, Problem
from reader.sources import count, read


def bodies(*paths: Path, **options: object) -> list[str]:
    return [item.body for item in read(paths, **options) if isinstance(item, Incoming)]  # type: ignore[arg-type]


def problems(*paths: Path) -> list[Problem]:
    return [item for item in read(paths) if isinstance(item, Problem)]


def test_a_folder_is_read_recursively_by_name(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c/d/e/f.text", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}")
    assert bodies(tmp_path) == [f"Text of {name}" for name in ("a.txt", "b/1.md", "b/2.txt", "c/d/e/f.text")]
    assert count([tmp_path]) == 4
    assert count([tmp_path, "-"]) is None


def test_links_in_circles_and_files_reached_twice_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    found = list(read([tmp_path, tmp_path / "a.txt", tmp_path / "loop" / "b.txt"]))
    assert [item.origin.location for item in found if isinstance(item, Incoming)] == [
        str((tmp_path / "a.txt").resolve())
    ]
    assert len(found) == 1


def test_what_is_no_article_is_passed_over_in_folders_and_told_when_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    (tmp_path / "b").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04\x14\x00")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "e.py").write_text("print(1)")
    assert all(isinstance(found, PassedOver) for found in read([tmp_path]))
    named = [tmp_path / name for name in ("a.pdf", "b", "c.docx", "d.png")]
    assert [problem.where for problem in problems(tmp_path, *named)] == [str(path.resolve()) for path in named]
    assert bodies(tmp_path / "e.py") == ["print(1)"]


def test_one_unreadable_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(" \n\n ")
    (tmp_path / "d.txt").mkdir()
    (tmp_path / "e.txt").write_text("Text")
    found = list(read([tmp_path, tmp_path / "missing.txt", Path("bad\0name")]))
    assert [item.body for item in found if isinstance(item, Incoming)] == ["Text"]
    told = [item for item in found if isinstance(item, Problem)]
    assert [Path(item.where).name for item in told] == ["a.txt", "b.txt", "c.txt", "missing.txt", "bad\\u0000name"]
    assert all(item.what for item in told)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind no superuser")
def test_files_and_folders_without_permission_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").chmod(0)
    told = problems(tmp_path)
    (tmp_path / "b").chmod(0o700)
    assert [Path(item.where).name for item in told] == ["a.txt", "b"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(read([tmp_path])) == []
    assert len(problems(tmp_path / "pipe.txt")) == 1


def test_a_file_too_large_for_an_article_is_told(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.write(b"text ")
        file.truncate(50 << 20)
        file.seek(0)
        file.write(b"text " * 20000)
    (problem,) = read([tmp_path / "a.txt"])
    assert isinstance(problem, Problem)
    assert "16 MiB" in problem.what


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Müller’s café in Mar’a", "utf-8-sig"),
        ("Müller’s café in Mar’a", "utf-16"),
        ("Müller’s café in Mar’a, as the agency said", "utf-16-le"),
        ("Müller’s café in Mar’a", "utf-32"),
        ("Müller’s café", "cp1252"),
        ("Le président François Hollande à Genève : « Où êtes-vous déjà ? »", "cp1252"),
        ("El presidente español señaló que este año será más difícil, según él.", "cp1252"),
        ("Die Türkei erklärte, die Flüchtlinge müssten „größeres Übel“ fürchten.", "cp1252"),
        ("Prezydent powiedział, że żołnierze zajęli miasto już wcześniej; świat milczy.", "cp1250"),
        ("Prezident řekl, že vojáci obsadili město už včera, příměří však stále platí.", "cp1250"),
        ("Cumhurbaşkanı Suriye'de güvenli bölge oluşturulacağını söyledi; görüşmeler yapılacak.", "cp1254"),
        ("Россия и Сирия договорились о перемирии в Алеппо.", "cp1251"),
        ("町の人は橋の前で待ち、船が来るのを見たと述べた。", "euc_jp"),
        ("마을 사람들은 다리 앞에서 배가 오는 것을 보았다고 말했다.", "euc_kr"),
        ("قال الرئيس بشار الأسد في دمشق يوم الأحد إن الجيش", "cp1256"),
    ],
)
def test_encodings_are_detected(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert bodies(tmp_path) == [text]


def test_a_few_bad_bytes_do_not_change_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Müller’s café, Šibenik, Đakovo and Mar’a ".encode() * 3 + b"\xff end")
    (body,) = bodies(tmp_path)
    assert body.startswith("Müller’s café")
    assert body.endswith("\ufffd end")


def test_a_name_that_hides_something_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text("Text")
    (article,) = read([tmp_path])
    assert isinstance(article, Incoming)
    assert article.origin.location.endswith("a\\u001b[31m.txt")


def test_dates_come_from_field_text_url_and_name_in_this_order(tmp_path: Path) -> None:
    for name, text in (
        ("2016-03-27-a.md", "---\ndate: 2016-03-26\n---\n28 March 2016\n\nThey met."),
        ("2016-03-27-b.txt", "ASTANA, March 28, 2016 (Example) - They met."),
        ("2016-03-27-c.md", "---\nurl: https://x.example/2016/03/29/talks\n---\nThey met."),
        ("2016-03-27-d.txt", "They met."),
    ):
        (tmp_path / name).write_text(text)
    found = [
        (item.date, item.date_guessed, item.date_place.value) for item in read([tmp_path]) if isinstance(item, Incoming)
    ]
    assert found == [
        ("2016-03-26", False, "field"),
        ("2016-03-28", False, "text"),
        ("2016-03-29", False, "url"),
        ("2016-03-27", False, "name"),
    ]


def test_the_time_of_a_file_is_no_date_of_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met again.")
    (article,) = read([tmp_path])
    assert isinstance(article, Incoming)
    assert (article.date, article.date_guessed) == ("", False)


def test_what_one_place_leaves_open_another_settles(tmp_path: Path) -> None:
    (tmp_path / "2016-04-03-a.txt").write_text("3/4/2016\n\nThey met.")
    (article,) = read([tmp_path])
    assert isinstance(article, Incoming)
    assert (article.date, article.date_guessed) == ("2016-04-03", False)


def test_values_are_cleaned_and_only_web_addresses_are_links(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: "a \\e[31m b"\nsource: "x\\u202Ey"\nurl: "javascript:alert(1)"\nlang: "en; rm"\n---\n'
        "Text \x1b]52;c;x\x07"
    )
    (article,) = read([tmp_path])
    assert isinstance(article, Incoming)
    assert (article.title, article.source, article.url, article.language) == ("a [31m b", "x⟨U+202E⟩y", "", "")
    assert article.body == "Text ]52;c;x"


def test_a_source_that_is_an_address_is_the_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nsource: https://www.x.example/talks\n---\nText")
    (article,) = read([tmp_path])
    assert isinstance(article, Incoming)
    assert (article.url, article.source) == ("https://www.x.example/talks", "x.example")


def test_pictures_and_frames_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Talks.html").write_text("<html><title>Talks</title><body><p>They met.</p></body></html>")
    (tmp_path / "Talks_files").mkdir()
    (tmp_path / "Talks_files" / "ad.html").write_text("<p>Buy</p>")
    assert bodies(tmp_path) == ["They met."]


@pytest.mark.parametrize(
    ("data", "title", "body"),
    [
        (b"Talks begin\n\nThey met.", "Talks begin", "They met."),
        (b"---\ntitle: Talks\n---\nThey *met*.", "Talks", "They met."),
        (b"<!DOCTYPE html><html><title>Talks</title><body><p>They met.</p></body>", "Talks", "They met."),
        (b'{"title": "Talks", "text": "They met."}\n', "Talks", "They met."),
        (b'[{"title": "Talks", "text": "They met."}]', "Talks", "They met."),
        (b'{\n"title": "Talks", "text": "They met."}', "Talks", "They met."),
        (b"title,text\nTalks,They met.\n", "Talks", "They met."),
    ],
)
def test_standard_input_is_told_by_how_it_begins(data: bytes, title: str, body: str) -> None:
    (article,) = read(["-"], stdin=io.BytesIO(data))
    assert isinstance(article, Incoming)
    assert (article.title, article.body) == (title, body)
    assert (article.date, article.date_guessed) == ("", False)


def test_standard_input_without_a_name_is_known_by_what_it_holds() -> None:
    def location(data: bytes, name: str = "") -> str:
        (article,) = read(["-"], stdin=io.BytesIO(data), stdin_name=name)
        assert isinstance(article, Incoming)
        return article.origin.location

    assert location(b"One") == location(b"One") != location(b"Two")
    assert location(b"One", "wire") == location(b"Two", "wire") == "stdin:wire"


@pytest.mark.parametrize("error", [ImportError("lxml.html.clean is a project of its own"), ValueError("a\x1b[31mb")])
def test_whatever_a_library_throws_is_one_file_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def read_html(text: str, *, whole: bool) -> None:
        raise error

    monkeypatch.setattr("reader.sources.html.read_html", read_html)
    (tmp_path / "a.html").write_text("<html><body><p>A page.</p></body></html>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A story\n\nIt goes on.\n", encoding="utf-8")
    refused, story = read([tmp_path])
    assert isinstance(refused, Problem)
    assert isinstance(story, Incoming)
    assert refused.where.endswith("a.html")
    assert type(error).__name__ in refused.what
    assert "\x1b" not in refused.what
    (piped,) = read(["-"], stdin=io.BytesIO(b"<html><body><p>A page.</p></body></html>"))
    assert isinstance(piped, Problem)
