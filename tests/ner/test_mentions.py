"""A mention is the name alone, and of the finest kind that can be told."""

import pytest

from reader.model import Kind
from reader.names.dictionary import Dictionary, Entry
from reader.ner.boundaries import trimmed
from reader.ner.kinds import refined
from reader.ner.known import Known
from reader.ner.tokenized import Span, tokenize
from tests.ner.fakes import spans


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("the United Nations", Kind.ORGANISATION, "United Nations"),
        ("The Hague", Kind.PLACE, "The Hague"),
        ("President Jane Roe", Kind.PERSON, "Jane Roe"),
        ("Mr. Roe's", Kind.PERSON, "Roe"),
        ("Prime Minister Roe", Kind.PERSON, "Roe"),
        ("Sheikh Roe", Kind.PERSON, "Sheikh Roe"),
        ("General Motors", Kind.ORGANISATION, "General Motors"),
        ("“Face the Nation”", Kind.OTHER, "Face the Nation"),
        ("St. Paul's", Kind.PLACE, "St. Paul"),
        ("Acme Inc.", Kind.ORGANISATION, "Acme Inc."),
        ("- Roe -", Kind.PERSON, "Roe"),
        ("President", Kind.PERSON, "President"),
        ("“ ”", Kind.OTHER, None),
    ],
)
def test_boundaries(text: str, kind: Kind, expected: str | None) -> None:
    tokenized = tokenize(text)
    found = trimmed(tokenized, Span(0, len(tokenized.words), kind, 0.5))
    assert (tokenized.span(found.first, found.stop) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Secretary of State Roe", False),
        ("the Minister of State for Trade", False),
        ("the Department of State said", True),
    ],
)
def test_an_office_is_no_name(text: str, kept: bool) -> None:
    tokenized = tokenize(text)
    at = next(i for i in range(len(tokenized.words)) if tokenized.word(i) == "State")
    assert (trimmed(tokenized, Span(at, at + 1, Kind.ORGANISATION, 0.5)) is not None) is kept


DICTIONARY = Dictionary.of(
    [
        Entry("SY", Kind.STATE, "Syria"),
        Entry("pla", Kind.ORGANISATION, "People's Liberation Army"),
        Entry("georgia", Kind.STATE, "Georgia"),
        Entry("us-ga", Kind.PLACE, "Georgia"),
    ]
)


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Syria", {"Syria": "place"}, Kind.STATE),
        ("Syrias war", {"Syrias": "place"}, Kind.STATE),
        ("Syria", {"Syria": "organisation"}, Kind.ORGANISATION),
        ("Georgia", {"Georgia": "place"}, Kind.PLACE),
        ("the Sultan Murad Brigades", {"Sultan_Murad_Brigades": "organisation"}, Kind.ARMED_GROUP),
        ("the 4th Brigade", {"4th_Brigade": "organisation"}, Kind.ORGANISATION),
        ("the Cedar Liberation Front", {"Cedar_Liberation_Front": "organisation"}, Kind.ARMED_GROUP),
        ("the National Front", {"National_Front": "organisation"}, Kind.ORGANISATION),
        ("the People's Liberation Army", {"People_'_s_Liberation_Army": "organisation"}, Kind.ORGANISATION),
        ("Oak fighters; Oak", {"Oak": "organisation"}, Kind.ARMED_GROUP),
        ("the rebel group Oak left", {"Oak": "organisation"}, Kind.ARMED_GROUP),
        ("the Oak militia", {"Oak": "organisation"}, Kind.ARMED_GROUP),
        ("Oak. Fighters left", {"Oak": "organisation"}, Kind.ORGANISATION),
        ("Oak fighters", {"Oak": "person"}, Kind.PERSON),
        ("Frau Oak left", {"Frau_Oak": "place"}, Kind.PERSON),
        ("Mr. Oak left", {"Oak": "organisation"}, Kind.PERSON),
        ("Señora Oak left", {"Oak": "place"}, Kind.PERSON),
        ("Mr Georgia won", {"Georgia": "place"}, Kind.PLACE),
    ],
)
def test_finer_kinds(text: str, mention: dict[str, str], expected: Kind) -> None:
    tokenized = tokenize(text)
    found = spans(tokenized, **mention)
    assert found
    assert set(refined(tokenized, found, Known(DICTIONARY))) == {expected}
