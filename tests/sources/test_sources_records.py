"""Files of many records."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.model import DatePlace, Incoming, Origin, Problem, TadmorError
from reader.sources import read, records
from reader.sources.article import Draft, finish


def articles(path: Path, **mapping: str) -> list[Incoming]:
    found = list(read([path], mapping))
    assert all(isinstance(item, Incoming) for item in found), found
    return [item for item in found if isinstance(item, Incoming)]


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def test_fields_are_found_by_their_usual_names(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        {"ID": 7, "Headline": "Talks begin", "publishedAt": "2016-03-27T10:00:00Z", "content": "They met.",
         "source": {"id": None, "name": "The Example"}, "authors": ["A. One", "B. Two"], "link": "https://x.example/7"},
    )  # fmt: skip
    assert articles(path) == [
        Incoming(
            origin=articles(path)[0].origin, title="Talks begin", body="They met.", source="The Example",
            author="A. One, B. Two", url="https://x.example/7", date="2016-03-27T10:00:00+00:00",
            date_words="2016-03-27T10:00:00Z", date_place=DatePlace.FIELD,
        )
    ]  # fmt: skip
    assert articles(path)[0].origin.record == "7"
    assert articles(path)[0].origin.location == str(path.resolve())


def test_a_mapping_wins(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl", {"title": "wrong", "meta": {"head": "Right"}, "text": "wrong", "main": "They met."}
    )
    (article,) = articles(path, title="meta.head", body="main")
    assert (article.title, article.body) == ("Right", "They met.")


def test_a_mapping_to_an_unknown_field_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(TadmorError, match="“heading”"):
        read([tmp_path], {"heading": "x"})


def test_a_mapping_from_a_field_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"title": "Talks", "text": "They met."})
    problem, article = read([path], {"title": "hedline"})
    assert isinstance(problem, Problem)
    assert "“hedline”" in problem.what
    assert "“title”, “text”" in problem.what
    assert isinstance(article, Incoming)
    assert article.title == "Talks"


def test_a_file_without_a_text_field_names_its_fields(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", *[{"heading": "x", "lead": "y"}] * 50)
    (problem,) = read([path])
    assert isinstance(problem, Problem)
    assert problem.where == str(path.resolve())
    assert "“heading”, “lead”" in problem.what
    assert "--map text=FIELD" in problem.remedy


def test_one_id_with_two_texts_is_two_articles_and_the_same_record_is_one(tmp_path: Path) -> None:
    one, two = {"id": "7", "text": "One."}, {"id": "7", "text": "Two."}
    path = write(tmp_path / "a.jsonl", one, two, one, two)
    assert [(item.origin.record, item.body) for item in articles(path)] == [("7", "One."), ("7#2", "Two.")]


def test_a_record_without_an_id_is_known_by_url_or_line(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl", {"text": "One."}, {"text": "Two.", "url": "https://x.example/2"}, {"text": "One."}
    )
    assert [item.origin.record for item in articles(path)] == ["1", "https://x.example/2", "3"]


def test_the_order_of_day_and_month_is_that_of_the_file(tmp_path: Path) -> None:
    def dated(*dates: str) -> list[tuple[str, bool]]:
        path = write(
            tmp_path / "a.jsonl", *({"text": f"Text {number}.", "date": date} for number, date in enumerate(dates))
        )
        return [(item.date, item.date_guessed) for item in articles(path)]

    assert dated("3/4/2016", "4/13/2016") == [("2016-03-04", False), ("2016-04-13", False)]
    assert dated("3/4/2016", "13/4/2016") == [("2016-04-03", False), ("2016-04-13", False)]
    assert dated("3/4/2016") == [("2016-03-04", True)]


def test_a_dateline_settles_an_ambiguous_date(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "3 April 2016 They met.", "date": "3/4/2016"})
    assert [(item.date, item.date_guessed) for item in articles(path)] == [("2016-04-03", False)]


def test_one_bad_line_is_told_and_the_rest_goes_in(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n{"text": broken\n[1]\n\n{"text": "", "title": ""}\n{"text": "Tw\xf6."}\n')
    found = list(read([path]))
    assert [item.where.rpartition(", ")[2] for item in found if isinstance(item, Problem)] == [
        "line 2",
        "line 3",
        "record 5",
    ]
    assert [item.body for item in found if isinstance(item, Incoming)] == ["One.", "Twö."]


def test_a_file_that_is_something_else_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("no json\n" * 500)
    assert len(list(read([path]))) == 1


@pytest.mark.parametrize(
    ("name", "text"), [("a.json", "[]"), ("a.json", "3"), ("a.csv", "title,text\n"), ("a.json", "{]")]
)
def test_a_file_without_records_is_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (problem,) = read([tmp_path])
    assert isinstance(problem, Problem)


def test_a_line_too_long_for_an_article_is_told(tmp_path: Path) -> None:
    one, two = b'{"text": "One."}\n', b'{"text": "Two."}\n'
    (tmp_path / "a.jsonl").write_bytes(one + b'{"text": "' + b"x" * (17 << 20) + b'"}\n' + two)
    (tmp_path / "b.csv").write_bytes(b"title,text\nT,One\nT," + b"x" * (17 << 20) + b"\nT,Two\n")
    found = list(read([tmp_path]))
    assert [item.body for item in found if isinstance(item, Incoming)] == ["One.", "Two.", "One"]
    assert [item.where.rpartition(", ")[2] for item in found if isinstance(item, Problem)] == ["line 2", "line 2"]


def test_a_line_separator_inside_a_string_parts_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One\u2028two\x85"}\n{"text": "Three"}\n', encoding="utf-8")
    assert len(articles(path)) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_of_windows(tmp_path: Path, encoding: str) -> None:
    lines, table = tmp_path / "a.jsonl", tmp_path / "a.csv"
    lines.write_bytes("".join(f'{{"title": "T{n}", "text": "Müller’s {n}"}}\r\n' for n in range(9)).encode(encoding))
    table.write_bytes(("title;text\r\n" + "".join(f"T{n};Müller’s {n}\r\n" for n in range(9))).encode(encoding))
    for path in (lines, table):
        assert [item.body for item in articles(path)] == [f"Müller’s {n}" for n in range(9)]


def test_a_json_array_an_object_around_one_and_json_lines_under_the_wrong_name(tmp_path: Path) -> None:
    record = {"title": "T", "text": "They met."}
    path = tmp_path / "a.json"
    for text in (json.dumps([record, record]), json.dumps({"status": "ok", "articles": [record, record]}, indent=1),
                 f"{json.dumps(record)}\n{json.dumps(record)}\n"):  # fmt: skip
        path.write_text(text)
        assert [item.origin.record for item in articles(path)] == ["1", "2"]
    path.write_text(json.dumps(record, indent=2))
    assert [item.title for item in articles(path)] == ["T"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_tables(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    rows = [
        ["Title", "Published", "Text"],
        ['"A; b, c\td"', "2016-03-27", '"First line\nsecond ""quoted"""'],
        ["", "", ""],
    ]
    path.write_text("\n".join(mark.join(row) for row in rows) + "\n")
    (article,) = articles(path)
    assert (article.title, article.date, article.body) == ("A; b, c d", "2016-03-27", 'First line\nsecond "quoted"')
    assert article.origin.record == "2"


def test_a_table_with_a_very_long_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\nT," + "word " * 100_000 + "\n")
    assert len(articles(path)[0].body) == 499_999


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n' * 5000)
    assert isinstance(next(read([path])), Incoming)


def test_numbers_of_any_size_are_read_as_they_stand(tmp_path: Path) -> None:
    huge = 10**309
    path = write(
        tmp_path / "a.jsonl",
        {"id": huge, "title": "An id", "text": "One."},
        {"id": 2, "title": "A date", "text": "Two.", "date": huge},
        {"id": float("inf"), "title": "No number", "text": "Three.", "date": float("nan")},
    )
    found = articles(path)
    assert [article.title for article in found] == ["An id", "A date", "No number"]
    assert found[0].origin.record == str(huge)
    assert found[1].date == ""


def test_a_record_that_the_program_trips_over_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(origin: Origin, draft: Draft, **others: Any) -> Incoming | None:
        if draft.title == "B":
            raise OverflowError("too \x1blarge")
        return finish(origin, draft, **others)

    monkeypatch.setattr(records, "finish", trips)
    path = write(tmp_path / "a.jsonl", *({"title": title, "text": "Words."} for title in "ABC"))
    first, refused, last = read([path])
    assert isinstance(refused, Problem)
    assert "record 2" in refused.where
    assert refused.what == "cannot be read: OverflowError: too large"
    assert [one.title for one in (first, last) if isinstance(one, Incoming)] == ["A", "C"]
