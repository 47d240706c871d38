"""Texts that are not English: fewer promises, no small words in names, and capitals where the network cannot read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind
from reader.ner.other_languages import LIKELY, OVERSURE, PERSON, UNKNOWN, corrected, language_of
from reader.ner.tokenized import Span, tokenize

SPANISH = "Según la Liga de los Pueblos, el alcalde de la ciudad no dijo que las fuerzas del norte llegaron con él."
ENGLISH = "The mayor of the town said that it was not for him to say when they had come, or with what in their hands."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (SPANISH, "es"),
        ("Le maire de la ville a dit que les troupes sont dans le nord et que la route est fermée.", "fr"),
        ("Der Bürgermeister sagte, dass die Truppen in der Stadt sind und nicht mit dem Norden reden.", "de"),
        ("Homs, Hama, Aleppo, Idlib, Deir ez-Zor, Raqqa, Palmyra", "en"),
        ("", "en"),
        ("De la Cruz met Los Santos in El Paso on the way to San Juan de la Vega for the talks of the year.", "en"),
    ],
)
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(tokenize(text)) == language


def test_in_other_languages_names_lose_the_small_word_before_them_and_some_confidence() -> None:
    tokenized = tokenize(SPANISH.replace("Según la Liga", "Según Liga"))
    [[span]] = corrected(tokenized, [[Span(0, 5, Kind.ORGANISATION, 0.9)]])
    assert (span.first, span.stop) == (1, 5)
    assert span.confidence == pytest.approx(0.9 * OVERSURE)


def test_english_stays_as_it_is() -> None:
    spans = [[Span(0, 2, Kind.PERSON, 0.9)]]
    assert corrected(tokenize(ENGLISH), spans) == spans


def test_cyrillic_and_greek_names_are_what_has_capitals() -> None:
    text = "Вчера Владимир Орлов был в Твери и говорил про ООН.\nΣτην Πάτρα ο δήμαρχος είδε τον Ίωνα."
    tokenized = tokenize(text)
    found = corrected(tokenized, [[], []])
    assert [(tokenized.span(s.first, s.stop), s.kind, s.confidence) for spans in found for s in spans] == [
        ("Владимир Орлов", Kind.PERSON, PERSON),
        ("Твери", Kind.PLACE, LIKELY),
        ("ООН", Kind.ORGANISATION, LIKELY),
        ("Πάτρα", Kind.PLACE, LIKELY),
        ("Ίωνα", Kind.OTHER, UNKNOWN),
    ]


def test_what_was_found_otherwise_stays_whole() -> None:
    tokenized = tokenize("там был Владимир Орлов.")
    spans = [[Span(2, 4, Kind.PERSON, 0.99)]]
    assert corrected(tokenized, spans) == spans


@given(st.text(st.sampled_from("Пп Οο Aa.,-\n中א"), max_size=60))
def test_spans_never_overlap_and_stay_inside_their_sentence(text: str) -> None:
    tokenized = tokenize(text)
    for (first, stop), spans in zip(
        tokenized.sentences, corrected(tokenized, [[] for _ in tokenized.sentences]), strict=True
    ):
        at = first
        for span in spans:
            assert at <= span.first < span.stop <= stop
            at = span.stop
