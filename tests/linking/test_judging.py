"""Judgements in linking: what is judged apart is never one, what is judged one is, and contradictions are told."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from reader.linking import chains_of, heeding, resolve
from reader.model import Anchor, Doubt, Judgement, Kind, Origin, Resolution, Verdict
from reader.names.analyse import analyse
from reader.names.wording import Mechanism, rule, sentence
from reader.services.dictionaries import builtin_dictionary
from tests.properties import costly

from .test_resolve import Names, all_chains, article, linked, partition, people

PERSON, PLACE, ARMED = Kind.PERSON, Kind.PLACE, Kind.ARMED_GROUP

POOL = (
    "Ruslan Khasanov",
    "Rouslan Khassanov",
    "R. Khasanov",
    "Khasanov",
    "Lena Brandt",
    "Lena Brant",
    "Brandt",
    "Jonas Brandt",
    "Ban Ki-moon",
    "Ban",
    "Islamic State",
    "Daesh",
    "ISIL",
)


def kind_of(name: str) -> Kind:
    return ARMED if name in ("Islamic State", "Daesh", "ISIL") else PERSON


def anchor(name: str) -> Anchor:
    return Anchor(name, kind_of(name))


def key(name: str) -> str:
    return analyse(name, kind_of(name)).key


names = st.sampled_from(POOL)
articles = st.lists(st.lists(names, min_size=1, max_size=4), min_size=1, max_size=6)
verdicts = st.lists(st.tuples(names, names, st.sampled_from(Verdict)), max_size=6)


def judged(told: Sequence[tuple[str, str, Verdict]]) -> list[Judgement]:
    """Judgements, one a day."""
    return [
        Judgement(anchor(left), anchor(right), verdict, at=f"2026-01-{day:02}")
        for day, (left, right, verdict) in enumerate(told, 1)
        if key(left) != key(right)
    ]


def link(texts: Sequence[Sequence[str]], judgements: Sequence[Judgement]) -> Resolution:
    """Chains and links as the newsroom makes them."""
    dictionary = heeding(builtin_dictionary(), judgements)
    chains = [
        chain
        for number, text in enumerate(texts)
        for chain in chains_of(article(number, [(name, kind_of(name)) for name in text]), dictionary, judgements)
    ]
    return resolve(chains, builtin_dictionary(), judgements)


def keys_of(texts: Sequence[Sequence[str]], resolution: Resolution, judgements: Sequence[Judgement]) -> list[set[str]]:
    """The folded names in every cluster."""
    dictionary = heeding(builtin_dictionary(), judgements)
    spelt = {
        chain.id: {key(text) for text in chain.spellings}
        for number, text in enumerate(texts)
        for chain in chains_of(article(number, [(name, kind_of(name)) for name in text]), dictionary, judgements)
    }
    return [set().union(*(spelt[chain] for chain in cluster.chains)) for cluster in resolution.clusters]


def latest(judgements: Sequence[Judgement]) -> dict[frozenset[str], Verdict]:
    return {frozenset((key(one.left.name), key(one.right.name))): one.verdict for one in judgements}


def conflicts(resolution: Resolution) -> list[Doubt]:
    return [doubt for doubt in resolution.doubts if any(why.mechanism == Mechanism.CONFLICT for why in doubt.evidence)]


@costly(4)
@given(articles, verdicts)
@example([["Ban Ki-moon", "Ban"], ["Ban Ki-moon"]], [("Ban", "Ban Ki-moon", Verdict.DIFFERENT)])
@example([["Ban"]], [("Ban", "Ban Ki-moon", Verdict.DIFFERENT)])
@example([["Lena Brandt", "Brandt"], ["Lena Brant", "Brandt"]], [("Brandt", "Lena Brandt", Verdict.DIFFERENT)])
@example([["Lena Brandt", "Lena Brant"], ["Lena Brandt", "Brandt"]], [("Lena Brant", "Brandt", Verdict.DIFFERENT)])
@example([["Islamic State", "Daesh"], ["ISIL"]], [("Islamic State", "Daesh", Verdict.DIFFERENT)])
@example(
    [["Lena Brandt"], ["Jonas Brandt"], ["Daesh"]],
    [
        ("Lena Brandt", "Jonas Brandt", Verdict.DIFFERENT),
        ("Daesh", "Lena Brandt", Verdict.SAME),
        ("Daesh", "Jonas Brandt", Verdict.SAME),
    ],
)
def test_what_is_judged_apart_is_never_one_and_what_cannot_hold_is_told(
    texts: list[list[str]], told: list[tuple[str, str, Verdict]]
) -> None:
    judgements = judged(told)
    resolution = link(texts, judgements)
    assert len({cluster.key for cluster in resolution.clusters}) == len(resolution.clusters)
    clusters = keys_of(texts, resolution, judgements)
    here = set().union(*clusters)
    for pair, verdict in latest(judgements).items():
        left, right = sorted(pair)
        together = [cluster for cluster in clusters if {left, right} <= cluster]
        if verdict is not Verdict.SAME:
            assert not together, (left, right)
        elif {left, right} <= here and not together:
            assert conflicts(resolution), (left, right)


@costly(8)
@given(articles, verdicts, st.randoms(use_true_random=False))
def test_the_order_of_judgements_and_articles_makes_no_difference(
    texts: list[list[str]], told: list[tuple[str, str, Verdict]], chance: object
) -> None:
    judgements = judged(told)
    mixed = list(judgements)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = link(texts, judgements), link(texts, mixed)
    assert partition(one) == partition(other)
    assert {(d.left, d.right, d.verdict) for d in one.doubts} == {(d.left, d.right, d.verdict) for d in other.doubts}


def test_without_contradiction_there_is_no_conflict() -> None:
    texts = [["Ruslan Khasanov"], ["Rouslan Khassanov"], ["Lena Brandt"]]
    told = [
        ("Ruslan Khasanov", "Rouslan Khassanov", Verdict.DIFFERENT),
        ("Lena Brandt", "Ruslan Khasanov", Verdict.SAME),
    ]
    found = link(texts, judged(told))
    assert len(found.clusters) == 2
    assert conflicts(found) == []


def test_a_rule_that_would_join_what_is_judged_apart_tells_of_the_judgement() -> None:
    texts = [["Ruslan Khasanov"], ["Rouslan Khassanov"], ["Lena Brandt"]]
    told = [("Ruslan Khasanov", "Lena Brandt", Verdict.DIFFERENT), ("Rouslan Khassanov", "Lena Brandt", Verdict.SAME)]
    (doubt,) = conflicts(link(texts, judged(told)))
    assert sentence(doubt.evidence[-1]) == "“Ruslan Khasanov” and “Lena Brandt” were judged different on 2026-01-01"
    assert {doubt.evidence[-1].left, doubt.evidence[-1].right} == {"Ruslan Khasanov", "Rouslan Khassanov"}
    assert doubt.evidence[0].weight > 0


def test_what_is_judged_related_is_shown_as_a_tie() -> None:
    judgement = Judgement(anchor("Lena Brandt"), anchor("Jonas Brandt"), Verdict.RELATED, "sister", "2026-01-01")
    found = link([["Lena Brandt"], ["Jonas Brandt"]], [judgement])
    (doubt,) = found.doubts
    assert (doubt.verdict, doubt.score) == (Verdict.RELATED, 1.0)
    (why,) = doubt.evidence
    assert (rule(why), sentence(why)) == ("judgement", "judged related on 2026-01-01: sister")


def test_a_name_is_taken_from_a_known_actor_and_given_back() -> None:
    texts = [["Islamic State", "Daesh"], ["Daesh"], ["ISIL"]]
    apart = judged([("Daesh", "Islamic State", Verdict.DIFFERENT)])
    assert keys_of(texts, link(texts, apart), apart) == [{"isil", "islamic state"}, {"daesh"}]
    again = [*apart, replace(apart[0], verdict=Verdict.SAME, at="2026-02-01")]
    assert len(link(texts, again).clusters) == 1
    dictionary = builtin_dictionary()
    assert heeding(dictionary, []) is dictionary
    assert heeding(dictionary, judged([("Lena Brandt", "Daesh", Verdict.DIFFERENT)])) is dictionary


def test_in_one_article_a_known_name_may_be_another_s() -> None:
    texts: list[Names] = [[("Islamic State", ARMED), ("Daesh", ARMED)], [("Daesh", ARMED)]]
    here = Anchor("Daesh", ARMED, Origin("0"))
    judgement = Judgement(here, anchor("Islamic State"), Verdict.DIFFERENT)
    dictionary = builtin_dictionary()
    chains = [c for n, text in enumerate(texts) for c in chains_of(article(n, text), dictionary, [judgement])]
    assert sorted((chain.article, chain.name) for chain in chains) == [
        ("0", "Daesh"),
        ("0", "Islamic State"),
        ("1", "Daesh"),
    ]
    assert len(resolve(chains, dictionary, [judgement]).clusters) == 2


def test_a_mention_judged_to_be_another_does_not_bring_its_namesakes() -> None:
    texts = [people("John Kerry"), people("John Kerry"), people("Lena Brandt")]
    here = Anchor("John Kerry", PERSON, Origin("1"))
    told = [
        Judgement(here, anchor("John Kerry"), Verdict.DIFFERENT, at="2026-01-01"),
        Judgement(here, anchor("Lena Brandt"), Verdict.SAME, at="2026-01-02"),
    ]
    assert partition(linked(*texts, judgements=told)) == {("0/0",), ("1/0", "2/0")}
    # Without the first, its namesakes go by their name still.
    assert partition(linked(*texts, judgements=told[1:])) in ({("0/0",), ("1/0", "2/0")}, {("0/0", "1/0", "2/0")})


def test_a_verdict_on_a_name_that_every_state_has_is_about_one_state_s() -> None:
    court, state = ("Supreme Court", Kind.ORGANISATION), Kind.STATE
    texts: list[Names] = [
        [court, ("Peru", state), ("Peru", state)],
        [court, ("Kenya", state), ("Kenya", state)],
        [("Corte Suprema", Kind.ORGANISATION)],
    ]
    (peru,) = {chain.id: chain for chain in all_chains(texts) if chain.name == "Peru"}.values()
    entry = builtin_dictionary().lookup(analyse(peru.name, state))
    assert entry is not None
    whole = Anchor("Supreme Court", Kind.ORGANISATION)
    other = Anchor("Corte Suprema", Kind.ORGANISATION)
    for one, together in ((replace(whole, state=entry.id), 1), (whole, 2)):
        found = linked(*texts, judgements=[Judgement(one, other, Verdict.SAME)])
        (cluster,) = [cluster for cluster in found.clusters if "2/0" in cluster.chains]
        assert len(cluster.chains) == together + 1


def test_the_verdict_on_a_lone_name_beats_what_its_article_says() -> None:
    texts = [people("Lena Brandt"), people("Brandt"), people("Jonas Vogel")]
    here = Anchor("Brandt", PERSON, Origin("1"))
    told = [Judgement(here, anchor("Jonas Vogel"), Verdict.SAME)]
    assert partition(linked(*texts, judgements=told)) == {("0/0",), ("1/0", "2/0")}


def test_every_pair_of_verdicts_on_one_pair_is_settled_by_the_later() -> None:
    texts = [["Lena Brandt"], ["Jonas Brandt"]]
    for first, second in product(Verdict, Verdict):
        told = judged([("Lena Brandt", "Jonas Brandt", first), ("Jonas Brandt", "Lena Brandt", second)])
        assert len(link(texts, told).clusters) == (1 if second is Verdict.SAME else 2)


def test_who_is_not_a_known_person_is_not_that_one_where_no_article_names_him() -> None:
    apart = judged([("Ban", "Ban Ki-moon", Verdict.DIFFERENT)])
    assert [cluster.known for cluster in link([["Ban"]], []).clusters] == ["person:ban-ki-moon"]
    assert [cluster.known for cluster in link([["Ban"]], apart).clusters] == [""]
