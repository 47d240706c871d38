"""Judgements that travel: files that merge as text, contradictions that overrule nobody, resolvers of others."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Ruled, TadmorError, Verdict
from reader.services import Newsroom
from reader.services.judgement_format import About, Place, Said, from_row, to_line
from reader.untrusted import clean_line

PUTIN, KERRY, PALMYRA, SYRIA = "Vladimir Putin", "John Kerry", "Palmyra", "Syria"


def actor(room: Newsroom, name: str) -> int:
    return next(row.id for row in room.actors.search(name) if row.name == name)


def judge(room: Newsroom, left: str, right: str, verdict: Verdict, why: str = "") -> None:
    room.judgements.judge(actor(room, left), actor(room, right), verdict, why)


def exported(room: Newsroom, file: Path) -> str:
    """The file as `tadmor judgements export` leaves it."""
    file.write_text(room.judgements.export(file).text, encoding="utf-8")
    return file.read_text("utf-8")


@pytest.fixture
def other(tmp_path: Path, folder: Path) -> Iterator[Newsroom]:
    """A colleague's newsroom, who has the same articles in another folder."""
    elsewhere = tmp_path / "colleague" / "texts"
    elsewhere.mkdir(parents=True)
    for file in folder.iterdir():
        (elsewhere / file.name).write_bytes(file.read_bytes())
    room = Newsroom.open(tmp_path / "colleague.sqlite")
    room.articles.add([elsewhere])
    room.analysis.run()
    yield room
    room.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shared.jsonl"


def all_sorts(room: Newsroom) -> None:
    """A verdict on two, one on a mention, a name, a kind, and a spelling that is nobody."""
    judge(room, PUTIN, "Moscow", Verdict.RELATED, "works there")
    page = room.articles.page(
        next(row.id for row in room.articles.listing().rows(0, 10) if row.title.startswith("What Moscow"))
    )
    assert page is not None
    room.judgements.not_the_same(next(s.id for s in page.spots if page.body[s.start : s.end] == "Tadmor"))
    room.overrides.rename(actor(room, SYRIA), "The Syrian state")
    room.overrides.set_kind(actor(room, "Moscow"), Kind.OTHER)
    room.overrides.not_an_actor(actor(room, KERRY), KERRY)


def test_all_that_was_said_arrives_and_goes_out_as_it_came(
    room: Newsroom, other: Newsroom, file: Path, folder: Path
) -> None:
    all_sorts(room)
    text = exported(room, file)
    assert len(text.splitlines()) == 5
    assert str(folder) not in text
    taken = other.judgements.take_in(file)
    assert (taken.taken, taken.elsewhere, list(taken.contradictions), list(taken.problems)) == (5, 0, [], [])
    other.analysis.settle()
    assert exported(other, file) == text
    assert other.judgements.export().text == text
    names = {(row.name, row.kind) for row in room.actors.search()}
    assert {(row.name, row.kind) for row in other.actors.search()} == names
    assert "The Syrian state" in {name for name, _ in names}


def test_importing_twice_changes_nothing(room: Newsroom, other: Newsroom, file: Path) -> None:
    all_sorts(room)
    exported(room, file)
    other.judgements.take_in(file)
    again = other.judgements.take_in(file)
    assert (again.taken, again.known) == (0, 5)
    assert len([act for act in other.history.acts() if "Took in" in act.label]) == 1
    assert room.judgements.take_in(file).taken == 0


def test_an_import_is_undone_as_one(room: Newsroom, other: Newsroom, file: Path) -> None:
    before = {(row.name, row.kind, row.mentions) for row in other.actors.search()}
    all_sorts(room)
    exported(room, file)
    other.judgements.take_in(file)
    other.analysis.settle()
    assert {(row.name, row.kind, row.mentions) for row in other.actors.search()} != before
    assert "Took in 5 judgements" in other.history.undo()
    other.analysis.settle()
    assert {(row.name, row.kind, row.mentions) for row in other.actors.search()} == before
    assert other.judgements.take_in(file).taken == 5


def test_two_files_merge_as_lines_do(room: Newsroom, other: Newsroom, file: Path, tmp_path: Path) -> None:
    judge(room, PUTIN, "Moscow", Verdict.RELATED)
    judge(room, PALMYRA, SYRIA, Verdict.RELATED)
    judge(other, KERRY, PUTIN, Verdict.DIFFERENT)
    mine, theirs = exported(room, file), exported(other, tmp_path / "theirs.jsonl")
    merged = "".join(sorted({*mine.splitlines(True), *theirs.splitlines(True)}, key=lambda line: line.encode()))
    file.write_text(merged, encoding="utf-8")
    assert room.judgements.take_in(file).taken == 1
    assert other.judgements.take_in(file).taken == 2
    assert room.judgements.export().text == other.judgements.export().text == merged


def test_an_article_is_found_by_its_own_title_where_it_was_corrected(
    room: Newsroom, other: Newsroom, file: Path
) -> None:
    all_sorts(room)
    exported(room, file)
    article = next(row.id for row in other.articles.listing().rows(0, 10) if row.title.startswith("What Moscow"))
    other.articles.correct(article, "title", "Something else")
    taken = other.judgements.take_in(file)
    assert (taken.taken, taken.elsewhere) == (5, 0)


def test_what_contradicts_is_told_and_overrules_nobody(room: Newsroom, other: Newsroom, file: Path) -> None:
    judge(room, PALMYRA, SYRIA, Verdict.RELATED, "a city there")
    judge(other, SYRIA, PALMYRA, Verdict.UNSURE)
    mine = exported(room, file)
    taken = other.judgements.take_in(file)
    assert taken.taken == 0
    (one,) = taken.contradictions
    assert "may or may not" in one.mine
    assert "is related to" in one.theirs
    assert one.where == "shared.jsonl:1"
    assert not [act for act in other.history.acts() if "Took in" in act.label]
    both = exported(other, file)
    assert mine in both
    assert len(both.splitlines()) == 2, "the colleague's line stays in the file"
    assert len(other.judgements.take_in(file).contradictions) == 1, "as long as nothing is decided"


def test_judging_anew_decides(room: Newsroom, other: Newsroom, file: Path) -> None:
    judge(room, PALMYRA, SYRIA, Verdict.RELATED)
    judge(other, SYRIA, PALMYRA, Verdict.UNSURE)
    exported(room, file)
    assert other.judgements.take_in(file).contradictions
    judge(other, SYRIA, PALMYRA, Verdict.UNSURE, "still")
    assert not other.judgements.take_in(file).contradictions
    assert len(exported(other, file).splitlines()) == 1
    (told,) = room.judgements.take_in(file).contradictions
    assert "may or may not" in told.theirs
    judge(room, SYRIA, PALMYRA, Verdict.UNSURE, "agreed")
    taken = room.judgements.take_in(file)
    assert (taken.taken, len(taken.contradictions)) == (1, 0)


def ahead(at: datetime) -> str:
    """A moment as a clock writes it that is fourteen hours ahead."""
    return at.astimezone(timezone(timedelta(hours=14))).isoformat()


@pytest.mark.parametrize(
    "written", [ahead, lambda at: at.strftime("%Y%m%dT%H%M%SZ"), lambda at: "9999-12-31T23:59:59Z"]
)
def test_what_is_said_later_holds_however_others_write_the_time(
    room: Newsroom, file: Path, written: Callable[[datetime], str]
) -> None:
    line = {
        "left": {"name": PALMYRA, "kind": "place"},
        "right": {"name": "Moscow", "kind": "place"},
        "verdict": "different",
        "at": written(datetime.now(UTC)),
    }
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert (room.judgements.take_in(file).taken, room.judgements.take_in(file).taken) == (1, 0)
    for _ in range(2):
        judge(room, PALMYRA, "Moscow", Verdict.SAME)
        room.analysis.settle()
        if len({row.id for name in (PALMYRA, "Moscow") for row in room.actors.search(name)}) == 1:
            break
    else:
        pytest.fail("what was said first holds")


def test_a_moment_that_is_none_is_told(room: Newsroom, file: Path) -> None:
    judge(room, PALMYRA, SYRIA, Verdict.RELATED)
    row = json.loads(exported(room, file))
    for at in ("yesterday", "2026-02-31T10:00:00+00:00", "0001-01-01T00:00:00+10:00"):
        file.write_text(json.dumps(row | {"at": at}) + "\n", encoding="utf-8")
        assert [problem.what for problem in room.judgements.take_in(file).problems] == [
            f"“{at}” is no date and time. Write it as 2026-03-27T10:00:00+00:00."
        ]


def test_two_lines_at_odds_are_told_both_where_nothing_is_judged(room: Newsroom, other: Newsroom, file: Path) -> None:
    judge(room, PALMYRA, SYRIA, Verdict.RELATED)
    line = exported(room, file)
    file.write_text(line + line.replace('"related"', '"different"'), encoding="utf-8")
    taken = other.judgements.take_in(file)
    assert (taken.taken, len(taken.contradictions)) == (0, 2)


def test_what_is_taken_back_leaves_the_file(room: Newsroom, file: Path) -> None:
    judge(room, PALMYRA, SYRIA, Verdict.RELATED)
    judge(room, PUTIN, "Moscow", Verdict.RELATED)
    exported(room, file)
    room.history.undo()
    assert [json.loads(line)["left"]["name"] for line in exported(room, file).splitlines()] == [PALMYRA]
    judge(room, PALMYRA, SYRIA, Verdict.DIFFERENT)
    assert [json.loads(line)["verdict"] for line in exported(room, file).splitlines()] == ["different"]


def test_articles_that_are_not_here_are_told_and_wait(room: Newsroom, tmp_path: Path, folder: Path, file: Path) -> None:
    all_sorts(room)
    exported(room, file)
    with Newsroom.open(tmp_path / "empty.sqlite") as empty:
        taken = empty.judgements.take_in(file)
        assert (taken.taken, taken.elsewhere) == (4, 1)
        assert len(exported(empty, file).splitlines()) == 5, "nobody's line is lost"
        empty.articles.add([folder])
        assert empty.judgements.take_in(file).taken == 1


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("[1, 2", "no judgement"),
        ('{"verdict": "same"}', "no judgement"),
        ('{"left": {"name": "A"}, "right": {"name": ""}, "verdict": "same"}', "no name in `right`"),
        ('{"left": {"name": "A"}, "right": {"name": "B"}, "verdict": "maybe"}', "“maybe” is no verdict"),
        ('{"left": {"name": "A", "kind": "planet"}, "right": {"name": "B"}, "verdict": "same"}', "“planet” is no kind"),
        ('{"left": {"name": "A"}, "right": {"name": "B"}, "verdict": "same", "at": "noon"}', "“noon” is no date"),
        ('{"left": {"name": "A"}, "right": {"name": "B"}, "verdict": "same", "version": 9}', "newer Tadmor"),
        ('{"actor": {"name": "A"}, "ruling": "kind", "value": "planet"}', "“planet” is not a kind"),
        ('{"actor": {"name": "A"}, "ruling": ["x"]}', "is no ruling"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_and_the_rest_is_read(
    room: Newsroom, file: Path, line: str, what: str
) -> None:
    good = '{"left": {"name": "Palmyra", "kind": "place"}, "right": {"name": "Syria"}, "verdict": "related"}'
    file.write_text(f"{good}\n{line}\n", encoding="utf-8")
    taken = room.judgements.take_in(file)
    assert taken.taken == 1
    assert [(problem.where, what in problem.what) for problem in taken.problems] == [("shared.jsonl:2", True)]
    assert room.judgements.take_in(file).taken == 0, "a line without a time is known when it says what is judged"


def test_a_file_of_something_else_is_neither_read_nor_written_over(room: Newsroom, file: Path, tmp_path: Path) -> None:
    file.write_text("Shopping\n", encoding="utf-8")
    with pytest.raises(TadmorError, match="already and holds"):
        room.judgements.export(file)
    assert room.judgements.take_in(file).problems
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(TadmorError, match="no judgements"):
        room.judgements.take_in(tmp_path / "empty.jsonl")
    with pytest.raises(TadmorError, match="cannot be read"):
        room.judgements.take_in(tmp_path / "nowhere.jsonl")


ENTITIES = """\
{"id": "Q1", "schema": "Person", "properties": {"name": ["Vladimir Putin"]}, "referents": ["old-1"]}
{"id": "Q2", "schema": "Person", "properties": {"name": ["Владимир Владимирович"]}}
{"id": "Q3", "schema": "Person", "properties": {"name": ["John Kerry"]}}
{"id": "Q4", "schema": "Territory", "properties": {"name": ["Palmyra"]}}
{"id": "Q5", "schema": "Person", "properties": {"name": ["JOHN KERRY"]}}
"""


def resolved(room: Newsroom, file: Path, edges: str) -> list[tuple[str, str, str]]:
    """What judgements a resolver's file becomes."""
    (file.parent / "entities.json").write_text(ENTITIES, encoding="utf-8")
    file.write_text(edges, encoding="utf-8")
    room.judgements.take_in(file, file.parent / "entities.json")
    rows = [json.loads(line) for line in room.judgements.export().text.splitlines()]
    return [(row["left"]["name"], row["verdict"], row["right"]["name"]) for row in rows]


NOMENKLATURA = """\
["NK-a", "old-1", "positive", 0.9, "someone", "2024-05-01T10:00:00"]
["NK-a", "Q2", "positive", null, "someone", "2024-05-01T10:00:01"]
["Q4", "NK-a", "negative", null, "someone", "2024-05-01T10:00:02"]
["Q3", "Q1", "unsure", 0.5, "someone", "2024-05-01T10:00:03"]
["Q3", "Q4", "no_judgement", 0.4, null, null]
["Q3", "Q2", "positive", 0.4, "someone", "2024-05-01T10:00:03", "2024-05-02T10:00:03"]
"""


def test_a_resolver_of_nomenklatura_is_read(room: Newsroom, file: Path) -> None:
    said = resolved(room, file, NOMENKLATURA)
    assert {verdict: {left, right} for left, verdict, right in said} == {
        "same": {"Vladimir Putin", "Владимир Владимирович"},
        "different": {"Palmyra", said_name(said, "different")},
        "unsure": {"John Kerry", "Vladimir Putin"},
    }
    assert room.judgements.take_in(file, file.parent / "entities.json").taken == 0


def said_name(said: list[tuple[str, str, str]], verdict: str) -> str:
    """The other name of a verdict on Palmyra: any one of its cluster speaks for it."""
    return next(({left, right} - {"Palmyra"}).pop() for left, v, right in said if v == verdict)


@pytest.mark.parametrize(
    "edges",
    [
        '{"target": "Q1", "source": "Q3", "judgement": "negative", "created_at": "2024-05-01"}\n',
        "target,source,judgement,score,user,created_at,deleted_at\nQ1,Q3,negative,,me,2024-05-01,\n",
        '{"canonical_id": "Q1", "entity_id": "Q3", "decision": false}\n{"canonical_id": "Q1", "entity_id": "Q4"}\n',
        '{"canonical": "Q1", "subject": "Q3", "judgement": "f"}\n',
    ],
)
def test_other_shapes_say_the_same(room: Newsroom, file: Path, edges: str) -> None:
    assert [{left, verdict, right} for left, verdict, right in resolved(room, file, edges)] == [
        {"Vladimir Putin", "different", "John Kerry"}
    ]


def test_what_names_cannot_say_is_told(room: Newsroom, file: Path) -> None:
    (file.parent / "entities.json").write_text(ENTITIES, encoding="utf-8")
    lines = ['["Q3", "Q5", "negative", null, "me", null]', '["Q1", "X9", "positive", null, "me", null]', '["Q1"]']
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    problems = [problem.what for problem in room.judgements.take_in(file, file.parent / "entities.json").problems]
    told = ("no edge", "“John Kerry” is the name of Q3 and of Q5", "X9")
    assert len(problems) == 3
    assert all(any(words in problem for problem in problems) for words in told)


def test_the_ids_of_a_dictionary_are_known(room: Newsroom, file: Path) -> None:
    (file.parent / "own.json").write_text(ENTITIES, encoding="utf-8")
    room.dictionaries.add(file.parent / "own.json")
    file.write_text('["Q4", "Q3", "negative", null, "me", "2024-05-01"]\n', encoding="utf-8")
    assert room.judgements.take_in(file).taken == 1


WORD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(clean_line).filter(bool)
ABOUT = st.none() | st.builds(About, WORD, WORD, WORD, WORD)
PLACES = st.builds(Place, WORD, st.sampled_from(Kind), ABOUT, WORD | st.just(""), WORD | st.just(""))
TIMES = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.isoformat()) | st.just("")
VERDICTS = st.builds(Said, PLACES, PLACES, st.sampled_from(Verdict), st.just(""), WORD | st.just(""), TIMES)
RULINGS = st.builds(
    Said, PLACES, st.none(), st.sampled_from([Ruled.NAME, Ruled.NOBODY]), WORD | st.just(""), WORD | st.just(""), TIMES
)


@given(VERDICTS | RULINGS)
def test_a_line_says_what_was_said(said: Said) -> None:
    line = to_line(said)
    assert from_row(json.loads(line)) == said
    assert to_line(from_row(json.loads(line))) == line
    assert line.count("\n") == 1


@given(VERDICTS)
def test_the_order_of_two_is_no_matter(said: Said) -> None:
    assert said.right is not None
    turned = Said(said.right, said.left, said.what, said.value, said.why, said.at)
    assert turned.matter == said.matter
