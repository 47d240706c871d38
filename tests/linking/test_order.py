"""The same articles give the same actors, in whatever order they came and whatever their numbers are."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.linking import chains_of, resolve
from reader.model import Document, Kind, Mention
from reader.services.dictionaries import builtin_dictionary
from tests.properties import costly

PERSON, ORGANISATION, PLACE, OTHER = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.OTHER

NAMES = [
    *[(name, PERSON) for name in ("Lena Brandt", "LENA BRANDT", "Max Brandt", "Brandt", "L. Brandt", "Lenna Brandt")],
    *[(name, PERSON) for name in ("Ruslan Khasanov", "Rouslan Khassanov", "Khasanov", "Boris Yeltsin", "Yeltsin")],
    *[(name, PERSON) for name in ("Naina Yeltsin", "Naina", "Vladimir Putin", "Владимир Путин", "Путин", "Dante")],
    *[(name, ORGANISATION) for name in ("Ioc", "IOC", "Lima Football Club", "Lima", "LIMA", "Lima Choir", "Congress")],
    *[(name, ORGANISATION) for name in ("Social Democrats", "Lake Basin Fishing Union", "LBFU", "Hamburg", "HAMBURG")],
    *[(name, OTHER) for name in ("Ioc", "IOC", "Hamburg", "Lake Basin Fishing Union", "Dante")],
    *[(name, PLACE) for name in ("Georgia", "Tbilisi", "Alabama", "Germany", "Romania", "Peru", "Maera", "Ma'ra")],
    *[(name, OTHER) for name in ("Peruvian", "Republicans", "Separatist", "Separatists")],
]
ARTICLES = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=7), min_size=2, max_size=9)


def _document(number: int, names: Sequence[tuple[str, Kind]]) -> Document:
    mentions, at = [], 0
    for name, kind in names:
        mentions.append(Mention(at, at + len(name), kind, 1.0, "given"))
        at += len(name) + 1
    return Document(str(number), "", "\n".join(name for name, _ in names), mentions)


def _actors(articles: Sequence[Sequence[tuple[str, Kind]]], order: Sequence[int]) -> object:
    """Every actor with its key, kind and name, its chains as article (by its place in `articles`) and members."""
    chains = []
    for number, place in enumerate(order):
        chains += chains_of(_document(number, articles[place]), builtin_dictionary())
    at = {chain.id: (order[int(chain.article)], tuple(chain.members)) for chain in chains}
    found = resolve(chains, builtin_dictionary())
    return sorted((c.key, c.kind, c.name, sorted(at[chain] for chain in c.chains)) for c in found.clusters)


@costly(4)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_numbers_of_articles_make_no_difference(articles: list[list[tuple[str, Kind]]], random: object) -> None:
    order = list(range(len(articles)))
    random.shuffle(order)  # type: ignore[attr-defined]
    assert _actors(articles, order) == _actors(articles, range(len(articles)))
