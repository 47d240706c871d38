"""Dictionaries in the field's formats: what each holds once it is read, and what comes back once it is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Problem
from reader.names.combine import same_actors
from reader.names.dictionary import Entry
from reader.names.formats import (
    Format,
    Found,
    LeftOut,
    ReadOptions,
    guess,
    read,
    read_jsonl,
    read_tsv,
    read_yaml,
    sorted_out,
    write_jsonl,
    write_tsv,
)
from reader.names.formats.petrarch import read_petrarch
from reader.services.dictionaries import builtin_dictionary
from reader.untrusted import clean_line

FILES = Path(__file__).parent / "dictionaries"
MAPPED = ReadOptions(
    Format.CSV,
    {"id": ["Ref"], "name": ["Title"], "names": ["Also known as"], "acronyms": ["Acronym"], "kind": ["Type"]},
    separator=",",
    kind=Kind.PERSON,
)
NAMES = {
    "own.tsv": Format.TSV,
    "own.yaml": Format.YAML,
    "own.jsonl": Format.JSONL,
    "mapped.csv": Format.CSV,
    "entities.ftm.json": Format.FTM,
    "actors.petrarch.txt": Format.PETRARCH,
}


def found_in(name: str) -> list[Found | Problem | LeftOut]:
    with (FILES / name).open(encoding="utf-8", newline="") as lines:
        return list(read(lines, name, NAMES[name], MAPPED, builtin_dictionary()))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_what_it_should(name: str) -> None:
    found = found_in(name)
    held = "".join(write_jsonl(one.entry for one in found if isinstance(one, Found)))
    told = "".join(f"# {one.where}: {one.what}\n" for one in found if isinstance(one, Problem))
    left_out = "".join(f"# left out: {one.what} ({one.times})\n" for one in found if isinstance(one, LeftOut))
    assert held + told + left_out == (FILES / f"{name}.expected").read_text("utf-8")


@pytest.mark.parametrize(("name", "how"), NAMES.items())
def test_a_format_is_told_from_the_name_and_the_first_lines(name: str, how: Format) -> None:
    lines = (FILES / name).read_text("utf-8").splitlines(keepends=True)
    assert guess(Path(name).suffix, lines) is how


def test_entries_know_their_lines() -> None:
    lines = {name: [one.line for one in found_in(name) if isinstance(one, Found)] for name in NAMES}
    assert lines["own.tsv"] == [3, 4, 6, 7]
    assert lines["own.yaml"] == [2, 7]
    assert lines["mapped.csv"] == [2, 3, 4]
    assert lines["entities.ftm.json"] == [1, 2, 3, 5, 6]


def test_a_list_of_phrases_is_no_list_of_what_to_merge() -> None:
    entries, _ = sorted_out(iter(found_in("actors.petrarch.txt")))
    held = {name: entry for entry in entries for name in (entry.name, *entry.names)}
    assert "Damascus" not in held
    assert "place:damascus" in held["Syria"].related
    assert held["Syria"].demonyms == ("Syrian",)
    assert held["Assad Regime"].id != held["Bashar al-Assad"].id
    assert held["Assad Regime"].related[0] == held["Bashar al-Assad"].id
    assert "Assad" not in held


def test_a_role_that_two_states_have_filled_alike_is_two_actors() -> None:
    entries, _ = sorted_out(iter(found_in("actors.petrarch.txt")))
    assert [e.related for e in entries if e.name == "Salim Haddad"] == [("state:sy",), ("state:lb",)]


def test_an_acronym_that_is_known_is_no_actor_of_its_own() -> None:
    lines = ["ISLAMIC_STATE_OF_IRAQ_AND_THE_LEVANT_\n", "+ISIL_\n", "\t[SYRREB]\n", "ISIS_ [SYRREB]\n"]
    entries, _ = sorted_out(read_petrarch(lines, "any", builtin_dictionary()))
    assert [(e.name, e.acronyms) for e in entries] == [
        ("Islamic State of Iraq and the Levant", ("ISIL",)),
        ("ISIS", ("ISIS",)),
    ]
    assert set(same_actors(builtin_dictionary(), entries).values()) == {"armed:islamic-state"}


def test_an_empty_code_is_no_code() -> None:
    assert not [*read_petrarch(["NADIA_RAHAL [ ]\n", "SALIM_HADDAD []\n"], "any", builtin_dictionary())]


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    options = ReadOptions(Format.CSV, {"name": ["Nom"]})
    for mapping in (options, ReadOptions(Format.CSV)):
        (problem,) = read(["Title,Type\n", "A,person\n"], "a.csv", Format.CSV, mapping, builtin_dictionary())
        assert isinstance(problem, Problem)
        assert "“Title”, “Type”" in problem.what


def test_tsv_is_read_with_its_problems() -> None:
    lines = [
        "# ours",
        "name\tkind\tnames\tacronyms",
        "League of Ports\torganisation\tPort League|Liga\tLP",
        "\torganisation",
        "Cape\tplanet",
    ]
    entries, problems = sorted_out(read_tsv(lines, "mine.tsv"))
    assert [e.name for e in entries] == ["League of Ports"]
    assert entries[0].names == ("Port League", "Liga")
    assert entries[0].id == "organisation:league of ports"
    assert [p.where for p in problems] == ["mine.tsv:4", "mine.tsv:5"]


def test_tsv_without_names_is_refused() -> None:
    entries, problems = sorted_out(read_tsv(["id\tkind", "a\tplace"], "mine.tsv"))
    assert not entries
    assert len(problems) == 1


def test_yaml_is_read_with_its_problems() -> None:
    text = "actors:\n- name: League of Ports\n  kind: organisation\n  acronyms: [LP]\n- just text\n"
    entries, problems = sorted_out(read_yaml(text, "mine.yaml"))
    assert entries[0].acronyms == ("LP",)
    assert [p.where for p in problems] == ["mine.yaml:5"]


@pytest.mark.parametrize("text", ["a: [", "just text", "actors: 3", "", "[a]: b", "- &a [*a]"])
def test_yaml_that_is_none_is_a_problem(text: str) -> None:
    entries, problems = sorted_out(read_yaml(text, "mine.yaml"))
    assert not entries
    assert len(problems) == 1


@given(st.text(max_size=200), st.sampled_from(Format))
def test_no_text_breaks_the_readers(text: str, how: Format) -> None:
    lines = text.splitlines(keepends=True)
    for head in ([], ["name\tkind\n"], ["name,kind\n"], ["A_ [SYR]\n"]):
        for _ in read([*head, *lines], "any", how, ReadOptions(), builtin_dictionary()):
            pass
        guess(".txt", lines)


_PHRASES = st.lists(
    st.from_regex(r"\A\+?[A-Z]{2,8}(_[A-Z'.-]{1,8}){0,4}_?( ?\[(SYR|USAGOV|LBNREB|IGO)( >\d{6})?\])?\Z"), max_size=8
)


@given(_PHRASES)
def test_phrases_in_any_order_are_read(phrases: list[str]) -> None:
    found = [*read_petrarch([*(f"{one}\n" for one in phrases), "\t[SYRGOV]\n"], "any", builtin_dictionary())]
    ids = [one.entry.id for one in found if isinstance(one, Found)]
    assert len(ids) == len(set(ids))


LINE = st.text(
    st.one_of(st.sampled_from("|\\#\t;,'\" ab"), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=12
).map(clean_line)
WORD = LINE.filter(bool)
LISTS = st.lists(WORD, max_size=3, unique=True).map(tuple)
ENTRIES = st.lists(
    st.builds(Entry, WORD, st.sampled_from(Kind), WORD, LISTS, LISTS, LISTS, LISTS, st.just("own")),
    max_size=4,
    unique_by=lambda entry: entry.id,
)


@given(ENTRIES)
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    by_id = sorted(entries, key=lambda entry: entry.id)
    for write, back in ((write_tsv, read_tsv), (write_jsonl, read_jsonl)):
        read_back, problems = sorted_out(back(lines_of("".join(write(entries))), "own"))
        assert not problems
        assert read_back == by_id
        assert "".join(write(reversed(entries))) == "".join(write(entries))


def lines_of(text: str) -> Iterator[str]:
    return iter(text.split("\n"))


@pytest.mark.parametrize("text", ["- !!bool foo", "- !!int x", "- !!timestamp 2001-99-99", "- !!float []", "- !!set a"])
def test_a_tag_that_does_not_fit_is_a_problem(text: str) -> None:
    entries, problems = sorted_out(read_yaml(text, "mine.yaml"))
    assert (entries, len(problems)) == ([], 1)


@pytest.mark.parametrize("inside", ["&x{0} [*x{1}, *x{1}, *x{1}, *x{1}, *x{1}, *x{1}, *x{1}, *x{1}, *x{1}]", "*y"])
def test_aliases_that_stand_for_millions_are_not_written_out(inside: str) -> None:
    levels = "\n".join(f"    - {inside.format(level + 1, level)}" for level in range(12))
    text = f"actors:\n- name: Brax\n  kind: person\n  names: &y\n    - &x0 [a]\n{levels}\n"
    entries, problems = sorted_out(read_yaml(text, "mine.yaml"))
    assert (entries, len(problems)) == ([], 1)


def test_aliases_are_followed() -> None:
    text = "- &one {name: Brax, kind: person}\n- {name: Broom, kind: person, names: &n [Brooms]}\n- *one\n"
    entries, problems = sorted_out(read_yaml(text, "mine.yaml"))
    assert [entry.name for entry in entries] == ["Brax", "Broom", "Brax"]
    assert problems == []
