"""Which gold sets a set of weights learns from, and what is made of a noisy one's marks."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from training.sources import SETS, SOURCES, Source, chosen, read

NOISY = Source("open/noisy-train.jsonl", 0.4, vote=True)
CAREFUL = Source("open/careful-train.jsonl")


def test_the_open_set_has_nothing_but_open_sources_and_more_of_those_that_are_sampled() -> None:
    whole = {source.name: source for source in chosen("full")}
    parts = chosen("open")
    assert {s.name for s in parts} == {s.name for s in SOURCES if s.path.startswith("open/")}
    assert all(source.limit == 2 * whole[source.name].limit for source in parts)


@pytest.mark.parametrize("which", SETS)
def test_a_source_can_be_left_out_to_measure_on_it(which: str) -> None:
    assert {s.name for s in chosen(which)} - {s.name for s in chosen(which, ["wikigold"])} == {"wikigold"}


@pytest.mark.parametrize(("which", "without"), [("all", []), ("full", ["world-wide"])])
def test_a_slip_in_a_name_is_told(which: str, without: list[str]) -> None:
    with pytest.raises(ValueError, match="no such source"):
        chosen(which, without)


def written(folder: Path, source: Source, marks: Sequence[tuple[str, str]]) -> Source:
    """A gold file of one-sentence articles, each with one name of a kind."""
    path = folder / source.path
    path.parent.mkdir(exist_ok=True)
    lines = [
        {"text": f"{name} was there.", "mentions": [{"start": 0, "end": len(name), "kind": kind}]}
        for name, kind in marks
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    return source


def kinds(folder: Path, *sources: Source) -> dict[str, set[tuple[str, ...]]]:
    """What the noisy source's names are taught to be."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for document in read(folder, sources):
        for sentence in document.sentences:
            for span in sentence.spans:
                if document.weight == NOISY.weight:
                    found.setdefault(sentence.text[span.start : span.end], set()).add(span.kinds)
    return found


def test_a_noisy_source_is_overruled_by_careful_ones_by_our_tables_and_by_its_own_majority(tmp_path: Path) -> None:
    noisy = written(
        tmp_path,
        NOISY,
        [("Ostrava", "person")] * 6
        + [("Syria", "organisation")] * 6
        + [("Zorb Group", "organisation")] * 6
        + [("Zorb Group", "person")]
        + [("Torvik", "person")] * 3
        + [("Torvik", "place")] * 3
        + [("Quellmark", "person")],
    )
    careful = written(tmp_path, CAREFUL, [("Ostrava", "place")] * 5)
    assert kinds(tmp_path, noisy, careful) == {
        "Ostrava": {("place",)},
        "Syria": {("place",)},
        "Zorb Group": {("organisation",)},
        "Torvik": {("person", "organisation", "place")},
        "Quellmark": {("person",)},
    }


def test_a_source_that_is_left_out_has_no_say(tmp_path: Path) -> None:
    noisy = written(tmp_path, NOISY, [("Ostravice", "person")] * 6)
    written(tmp_path, CAREFUL, [("Ostravice", "place")] * 5)
    assert kinds(tmp_path, noisy) == {"Ostravice": {("person",)}}


def test_surnames_dotted_acronyms_and_states_are_what_they_are_whatever_a_noisy_source_says(tmp_path: Path) -> None:
    noisy = written(
        tmp_path,
        Source("open/noisy-train.jsonl", 0.4, titles=True, vote=True),
        [("Oleg Torvik", "person")] * 3
        + [("Mr. Irena Torvik", "person")] * 3
        + [("Torvik", "organisation")] * 8
        + [("U.N.", "place")] * 9
        + [("Jordan", "group")] * 9
        + [("Muslim", "organisation")] * 9,
    )
    found = kinds(tmp_path, noisy)
    assert found["Torvik"] == {("person",)}
    assert found["U.N."] == {("organisation",)}
    assert found["Jordan"] == {("place",)}
    assert found["Muslim"] == {("group",)}
