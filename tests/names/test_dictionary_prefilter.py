"""What of a large dictionary can matter: nothing that a text names, or nearly names, is left aside."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.dictionary import Entry
from reader.names.dictionary_prefilter import Words, words_of
from reader.names.fold import fold


def words(*names: str) -> Words:
    return Words(word for name in names for word in (*fold(name).split(), *analyse(name).key.split()))


@pytest.mark.parametrize(
    ("entry", "text", "matters"),
    [
        (Entry("a", Kind.PERSON, "Sergey Karimov"), "Sergei Kasimov", True),
        (Entry("a", Kind.PERSON, "Sergey Karimov"), "Karimov", True),
        (Entry("a", Kind.PERSON, "Sergey Ivan Karimov"), "Sergey Karimov", True),
        (Entry("a", Kind.PERSON, "Sergey Karimov"), "Sergey Haddad", False),
        (Entry("a", Kind.PERSON, "Abd al-Rahman Haddad"), "Abdulrahman Haddad", True),
        (Entry("a", Kind.ORGANISATION, "Orontes Relief"), "Orontes Releif", True),
        (Entry("a", Kind.ORGANISATION, "Orontes Relief"), "Orontes", False),
        (Entry("a", Kind.ORGANISATION, "Orontes Relief", acronyms=("O.R.A.",)), "ORA", True),
        (Entry("a", Kind.STATE, "Riverland", demonyms=("Riverlander",)), "Riverlanders", True),
        (Entry("a", Kind.STATE, "Riverland", ("Land of the River",)), "Land of the River", True),
        (Entry("a", Kind.PLACE, "Qala"), "Rala", False),
    ],
)
def test_what_may_be_meant_matters(entry: Entry, text: str, matters: bool) -> None:
    assert words(text, "Nobody Else").hold(words_of(entry)) is matters


@given(st.lists(st.from_regex(r"\A[A-Z][a-z]{1,9}\Z"), min_size=1, max_size=4), st.sampled_from(Kind))
@example(["Ahhh"], Kind.PERSON)
def test_a_name_in_its_own_spelling_always_matters(parts: list[str], kind: Kind) -> None:
    name = " ".join(parts)
    entry = Entry("a", kind, name)
    assert words(name).hold(words_of(entry))
    assert Words(analyse(name, kind).key.split()).hold(words_of(entry))
