"""The whole recogniser around a network of a few lines: offsets, windows, odd texts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Field, Kind
from reader.names.dictionary import Dictionary, Entry
from reader.ner import load, recognise_document, recognise_documents
from reader.ner.known import Known
from tests.ner.fakes import layered
from tests.properties import costly

DICTIONARY = Dictionary.of(
    [
        Entry("SY", Kind.STATE, "Syria", ("Syrian Arab Republic",), ("Syrian", "Syrians"), ("SYR",)),
        Entry("US", Kind.STATE, "United States", ("United States of America",), ("American",), ("US", "USA")),
        Entry("is", Kind.ARMED_GROUP, "Islamic State", ("Islamic State in Iraq and Syria", "Daesh"), (), ("ISIS",)),
        Entry("hague", Kind.PLACE, "The Hague"),
        Entry("un", Kind.ORGANISATION, "United Nations", (), (), ("UN",)),
    ]
)

TEXTS = st.text(
    st.one_of(st.sampled_from("aB .,'-\n(\"U.S’\u0301\u200d中ا1"), st.characters()),
    max_size=300,
)


@given(TEXTS)
@example("")
@example(" \n ")
@example("half \ud800 and B\udfff")
@example("U.S.-backed O'Neil's (\"ISIS\") Al-Ḥasakah e\u0301 \u0301")
def test_mentions_are_sorted_apart_and_tight_in_any_text(text: str) -> None:
    [mentions] = layered(Known(DICTIONARY)).recognise([text])
    end = 0
    for m in mentions:
        name = text[m.start : m.end]
        assert end <= m.start < m.end <= len(text)
        assert name == name.strip()
        assert any(c.isalnum() for c in name)
        assert "\n" not in name
        assert 0 < m.confidence <= 1
        end = m.end


@given(st.lists(st.sampled_from(["Aleppo", "rebels", "in", "Idlib", ".", "said", "\n"]), max_size=120))
@costly(2)
def test_windows_change_nothing_for_a_network_without_memory(words: list[str]) -> None:
    text = " ".join(words)
    assert layered(longest=40).recognise([text]) == layered(longest=400).recognise([text])


def test_texts_read_together_are_read_as_alone() -> None:
    texts = ["Kerry met Assad.", "", "nobody", "Aleppo " * 90, "Idlib"]
    together = layered().recognise(texts)
    assert together == [layered().recognise([text])[0] for text in texts]
    assert [len(m) for m in together] == [2, 0, 0, 90, 1]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "." * 20_000,
        "Ab1-" * 5_000,
        "word " * 10_000,
        "中" * 30_000,
        "SHOUTED WORDS " * 500,
        "A\u0301" * 5000,
    ],
    ids=["no space", "dots", "mixed", "one sentence", "chinese", "capitals", "accents"],
)
def test_extreme_texts_are_read(text: str) -> None:
    [mentions] = layered(Known(DICTIONARY), longest=192).recognise([text])
    assert all(m.end <= len(text) for m in mentions)


def test_title_and_body_are_one_article_with_offsets_of_their_own() -> None:
    title, body = "Aleppo falls", "It was held by Assad."
    mentions = recognise_document(layered(), title, body)
    assert [(m.field, (title if m.field is Field.TITLE else body)[m.start : m.end]) for m in mentions] == [
        (Field.TITLE, "Aleppo"),
        (Field.BODY, "It"),
        (Field.BODY, "Assad"),
    ]
    assert [m.field for m in recognise_document(layered(), "", "Aleppo")] == [Field.BODY]
    assert list(recognise_documents(layered(), [(title, body), ("", "")])) == [mentions, []]


def test_the_dictionary_alone_finds_known_names() -> None:
    text = "The US and the United States of America bombed Islamic State in Iraq and Syria (ISIS), Syrians say; us too."
    [mentions] = load("dictionary", DICTIONARY).recognise([text])
    assert [(text[m.start : m.end], m.kind) for m in mentions] == [
        ("US", Kind.STATE),
        ("United States of America", Kind.STATE),
        ("Islamic State in Iraq and Syria", Kind.ARMED_GROUP),
        ("ISIS", Kind.ARMED_GROUP),
        ("Syrians", Kind.GROUP),
    ]
    assert {m.by for m in mentions} <= {"dictionary", "declared"}


def test_without_a_dictionary_nothing_is_known() -> None:
    assert load("dictionary").recognise(["The US said"]) == [[]]
