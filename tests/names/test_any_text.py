"""Whatever a recogniser takes for a name is taken apart and compared; nothing that a text may hold ends the program."""

from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Kind, Mention
from reader.names.analyse import analyse
from reader.names.compare import compare
from reader.services.annotate import Bare, annotate
from tests.properties import costly

PARTS = st.sampled_from(
    "J.C. D-N.Y. A.K. J. II King de van der 's ben Abd al- bin - / & ´ ʿ ـ Mr. Jr. 3rd ² Ⅷ ٣ St. of the , ( الرحمن عبد"
    " 北京 王 김 ไทย Иван Γ.Κ. Carter Antony".split()
)
"""What names are made of, and what is hardly ever one by itself."""

TEXTS = st.one_of(
    st.text(max_size=12),
    st.lists(st.one_of(PARTS, st.text(max_size=5)), max_size=4).map(" ".join),
    st.lists(st.one_of(PARTS, st.text(max_size=5)), max_size=3).map("".join),
)
KINDS = st.sampled_from([None, *Kind])


@given(TEXTS, KINDS, TEXTS, KINDS)
@example("J.C.", Kind.PERSON, "Carter", Kind.PERSON)
@example("9" * 5000, None, "０９", None)
def test_any_two_texts_are_taken_apart_and_compared(
    left: str, kind: Kind | None, right: str, other: Kind | None
) -> None:
    names = analyse(left, kind), analyse(right, other)
    for name in names:
        assert all(token.text for token in name.tokens)
        assert all((*name.words, *name.full))
        assert name.surname != ""
    compare(*names)


def document(parts: list[tuple[str, Kind, str]]) -> Bare:
    text = ""
    mentions = []
    for name, kind, between in parts:
        mentions.append(Mention(len(text), len(text) + len(name), kind, 0.7, "test"))
        text += name + between
    return Bare("any", text, mentions=tuple(mentions))


BETWEEN = st.sampled_from([" ", " met ", ", ", " (", ") ", "; ", " also known as ", "\n", ". ", "’s brother "])
DOCUMENTS = st.lists(
    st.tuples(TEXTS.filter(bool), st.sampled_from([Kind.PERSON, *Kind]), BETWEEN), min_size=1, max_size=6
).map(document)


@costly(4)
@given(st.lists(DOCUMENTS, min_size=1, max_size=3))
@example([document([("Carter", Kind.PERSON, " and "), (initials, Kind.PERSON, "")]) for initials in ("J.C.", "D-N.Y.")])
@example([document([("A.K.", Kind.PERSON, " met "), ("Antony", Kind.PERSON, "."), ("S", Kind.PERSON, ".")])])
def test_mentions_of_any_text_are_chained_and_linked(documents: list[Bare]) -> None:
    marked = annotate(documents, None)
    assert [len(one["mentions"]) for one in marked] == [len(one.mentions) for one in documents]


def test_initials_alone_are_nobody_s_surname() -> None:
    one = document([("Carter", Kind.PERSON, " spoke. "), ("J.C.", Kind.PERSON, " left.")])
    first, second = annotate([one], None)[0]["mentions"]
    assert first["actor"] != second["actor"]
