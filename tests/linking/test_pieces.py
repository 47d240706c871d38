"""Linking piece by piece gives what linking everything gives."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from reader.linking import chains_of, heeding
from reader.linking.alike import may_follow
from reader.linking.candidates import known_pairs, pairs
from reader.linking.context import AllThereIs, Context
from reader.linking.judging import singled_out
from reader.linking.nodes import nodes_of
from reader.linking.pieces import pieces
from reader.linking.policy import Outcome
from reader.linking.resolve import Beyond, Group, Linked, Piece, resolve_piece
from reader.model import Anchor, Chain, Judgement, Kind, Origin, Verdict
from reader.services.dictionaries import builtin_dictionary
from tests.properties import costly

from .test_order import NAMES, _document

ARMED = Kind.ARMED_GROUP
MORE = [
    *[(name, ARMED) for name in ("Daesh", "Islamic State", "Jaysh al-Islam", "Army of Islam", "Liwa al-Haq")],
    *[(name, Kind.PLACE) for name in ("Khneifes", "Khneifis", "Maera", "Putin", "Syrias", "Syria", "Supreme")],
    *[(name, Kind.PERSON) for name in ("Lena Maria Brandt", "Maria Brandt", "Brandts", "Ban", "Vladmir Putin")],
    *[(name, Kind.PERSON) for name in ("Nils Brandt", "M. Brandt", "R. Khasanov", "Petra Khasanov", "Ilya Khasanov")],
    *[(name, Kind.ORGANISATION) for name in ("Brandt", "Supreme Court", "Foreign Ministry", "Lake Basin Union")],
]
POOL = [*NAMES, *MORE]
ARTICLES = st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=8), min_size=1, max_size=8)
VERDICTS = st.lists(
    st.tuples(st.sampled_from(POOL), st.none() | st.integers(0, 7), st.sampled_from(POOL), st.sampled_from([*Verdict])),
    max_size=4,
)


def judgements_of(told: Sequence[tuple[tuple[str, Kind], int | None, tuple[str, Kind], Verdict]]) -> list[Judgement]:
    return [
        Judgement(
            Anchor(*left, None if article is None else Origin(str(article))),
            Anchor(*right),
            verdict,
            at=f"2026-01-{number + 1:02}",
        )
        for number, (left, article, right, verdict) in enumerate(told)
    ]


def seen(groups: Sequence[Group]) -> Sequence[object]:
    return sorted(
        (
            *(group.actor.key, group.actor.kind, group.actor.name, group.actor.known),
            sorted(
                (c.id, [(e.mechanism, e.weight) for e in group.evidence(n, c)]) for n in group.nodes for c in n.chains
            ),
        )
        for group in groups
    )


def doubts(outcome: Linked) -> set[object]:
    return {(one.left, one.right, one.verdict, round(one.score, 9)) for one in outcome.doubts}


def people(*names: str) -> list[tuple[str, Kind]]:
    return [(name, Kind.PERSON) for name in names]


# A name that is parted among its articles before another rule asks what these name.
@example(
    [people("L. Brandt", "Brandt", "Vogel"), people("L. Brandt", "Karl Vogel", "Lena Brandt")],
    [(("Lena Brandt", Kind.PERSON), None, ("Brandt", Kind.PERSON), Verdict.DIFFERENT)],
)
@example(
    [people("L. Brandt", "Lena Brandt"), people("Max Brandt", "L. Brandt", "Brandt", "Lenna Brandt")],
    [(("Lenna Brandt", Kind.PERSON), None, ("Lena Brandt", Kind.PERSON), Verdict.DIFFERENT)],
)
@costly(3)
@given(ARTICLES, VERDICTS)
def test_every_piece_by_itself_gives_what_all_together_give(
    articles: list[list[tuple[str, Kind]]],
    told: list[tuple[tuple[str, Kind], int | None, tuple[str, Kind], Verdict]],
) -> None:
    judgements = judgements_of(told)
    whole_dictionary = builtin_dictionary()
    dictionary = heeding(whole_dictionary, judgements)
    chains: list[Chain] = []
    for number, names in enumerate(articles):
        chains += chains_of(_document(number, names), dictionary, judgements)

    all_nodes = nodes_of(chains, dictionary, frozenset(singled_out(judgements)))
    parts = pieces(all_nodes, whole_dictionary, judgements)
    context = Context(AllThereIs(all_nodes))
    expected = resolve_piece(
        Piece(all_nodes, pairs(all_nodes), known_pairs(all_nodes, dictionary), context), dictionary, judgements
    )
    known = {group.actor.known for group in expected.groups}
    owner = {node.key: group.actor.key for group in expected.groups for node in group.nodes}

    groups: list[Group] = []
    left_open: set[object] = set()
    again = nodes_of(chains, dictionary, frozenset(singled_out(judgements)))
    asked = [
        pair
        for one, other in pairs(again)
        if may_follow(again[one].name, again[other].name, whole_dictionary) is Outcome.DOUBT
        for pair in ((one, other), (other, one))
    ]
    for keys in parts:
        part = {key: again[key] for key in keys}
        outside = [Beyond(one, again[other], owner[other]) for one, other in asked if one in part and other not in part]
        outcome = resolve_piece(
            Piece(
                *(part, pairs(part), known_pairs(part, dictionary), Context(AllThereIs(again)), known.intersection),
                outside,
            ),
            dictionary,
            judgements,
        )
        groups += outcome.groups
        left_open |= doubts(outcome)
    assert seen(groups) == seen(expected.groups)
    assert left_open == doubts(expected)


@costly(1)
@given(ARTICLES, VERDICTS)
def test_an_article_reads_the_same_whatever_was_judged_between(
    articles: list[list[tuple[str, Kind]]],
    told: list[tuple[tuple[str, Kind], int | None, tuple[str, Kind], Verdict]],
) -> None:
    dictionary, judgements = builtin_dictionary(), judgements_of(told)
    for number, names in enumerate(articles):
        document = _document(number, names)
        first, judged = (chains_of(document, dictionary, said) for said in ((), judgements))
        assert chains_of(document, dictionary) == first
        assert chains_of(document, dictionary, judgements) == judged
