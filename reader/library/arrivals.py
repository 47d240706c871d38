"""What comes in is new, changed, or known from another place: an article that lies in several places is one.

The first keeps what a person did with it, and its number. Its text is the longest that its places have, so that no copy
of a shortened page costs a word; texts of other places are kept beside it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reader.library import articles, dissolving, given, locations, sameness
from reader.library.articles import Put
from reader.library.locations import Held
from reader.library.store import Reader, Writer
from reader.model import Incoming, Known, Origin


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one article that came in."""

    put: Put
    article: int
    known: Known | None = None
    of: Origin | None = None
    """The place by which the article was known."""
    others: tuple[Origin, ...] = ()
    """More places whose articles may have changed with it: what their kin tell of their dates may be another."""


class Files(Protocol):
    """What a library is told of the files that its articles are from, by their locations."""

    def is_gone(self, location: str) -> bool:
        """Whether there is nothing any more where a file was."""

    def are_same(self, one: str, other: str) -> bool:
        """Whether two files are the same but for white space; one that is gone may be the other by its old name."""


class _Unseen:
    """Files that nobody looks at."""

    def is_gone(self, location: str) -> bool:
        return False

    def are_same(self, one: str, other: str) -> bool:
        return False


UNSEEN: Files = _Unseen()


LanguageOf = Callable[[str, str], str]
"""The language of a text, given what its source says."""


def _as_said(text: str, said: str) -> str:
    return said


def arrive(db: Writer, incoming: Incoming, files: Files = UNSEEN, language_of: LanguageOf = _as_said) -> Arrival:
    """Take in an article from a place.

    A place that is known and holds what it held stays what it is. One that changed, or is a copy whose original is
    gone, is looked at afresh: it may be that article still, another, or a new one. `language_of` is asked of new and
    changed texts only: it may take a second to wake.
    """
    held = locations.at(db, incoming.origin)
    incoming = _in_its_language(incoming, held, language_of)
    if held is None:
        return _enter(db, incoming, files)
    if held.own:
        return _again(db, held.article, incoming, files)
    is_left = held.copy_of and files.is_gone(held.copy_of)
    if held.digest == articles.digest_of(incoming) and not is_left:
        locations.say(db, held.article, incoming)
        return Arrival(_unless_removed(db, held.article, Put.UNCHANGED), held.article)
    left = given.article(db, held.article).origin
    locations.forget(db, incoming.origin)
    _fill(db, held.article)
    arrival = _enter(db, incoming, files)
    return replace(arrival, others=(*arrival.others, left))


def _in_its_language(incoming: Incoming, held: Held | None, language_of: LanguageOf) -> Incoming:
    if incoming.language:
        return incoming
    if held is not None and held.language_said == incoming.language_said:
        as_known = replace(incoming, language=held.language)
        if articles.digest_of(as_known) == held.digest:
            return as_known
    return replace(incoming, language=language_of(incoming.body, incoming.language_said))


def _again(db: Writer, article: int, incoming: Incoming, files: Files) -> Arrival:
    """The article's own place was read again."""
    others = locations.others(db, article)
    if not others:
        return Arrival(*articles.put(db, incoming))
    before = given.article(db, article)
    put, _ = articles.put(db, incoming, sameness.filled(incoming, others))
    locations.keep(db, article, before, incoming)
    if before.body == incoming.body:
        return Arrival(put, article)
    _part(db, article, files)
    return Arrival(put, article, others=_origins(others))


def _enter(db: Writer, incoming: Incoming, files: Files) -> Arrival:
    """A place that no article is known by."""
    found = {article: _places(db, article) for article in locations.candidates(db, incoming)}
    sure = {
        article
        for article, places in found.items()
        if any(sameness.is_surely_same(one, incoming) or sameness.is_same_story(one, incoming) for one in places)
    }
    same = {
        article: held
        for article, places in found.items()
        if (held := [place for place in places if sameness.is_same_text(place, incoming, files.are_same)])
    }
    if not same and not sure:
        return Arrival(Put.ADDED, articles.add(db, incoming))
    first, *others = _ranked(db, sure or same)
    if first in same:
        arrival = _copy(db, first, incoming, found[first][0], same[first], files)
    else:
        arrival = _version(db, first, incoming, found[first][0])
    # This place may be the first to show that they are one: a text without an address, and another version with it.
    gone: list[Incoming] = []
    for other in others if sure else ():
        if dissolving.is_untouched(db, other):
            places = [given.article(db, other), *locations.others(db, other, most=-1)]
            digests = _digests(db, places)
            dissolving.dissolve(db, other)
            _enter_again(db, places, digests, files)
            gone += places
    return replace(arrival, others=_origins([*found[first], *gone]))


def _origins(places: Sequence[Incoming]) -> tuple[Origin, ...]:
    return tuple(place.origin for place in places)


def _digests(db: Reader, places: Sequence[Incoming]) -> Mapping[Origin, bytes]:
    """What places held when they were last read, as hashes."""
    return {place.origin: held.digest for place in places if (held := locations.at(db, place.origin)) is not None}


def _enter_again(db: Writer, places: Sequence[Incoming], digests: Mapping[Origin, bytes], files: Files) -> None:
    """Places that belong to no article any more look for theirs."""
    for place in places:
        _enter(db, place, files)
        locations.holds(db, place.origin, digests[place.origin])


def _ranked(db: Reader, found: Collection[int]) -> list[int]:
    """Articles that turn out to be one, first that which is to be it: one that is there, was touched, came first."""
    if len(found) == 1:
        return [*found]
    return sorted(found, key=lambda article: (_is_removed(db, article), dissolving.is_untouched(db, article), article))


def _copy(
    db: Writer,
    article: int,
    incoming: Incoming,
    own: Incoming,
    same: Sequence[Incoming],
    files: Files,
) -> Arrival:
    """A place has the text that other places of an article have."""
    gone = next((place.origin for place in same if files.is_gone(place.origin.location)), None)
    if gone == own.origin:
        locations.move(db, article, incoming.origin)
        _again(db, article, incoming, files)
    else:
        if gone is not None:
            locations.forget(db, gone)
        locations.add(*(db, article, incoming, articles.digest_of(incoming), articles.now()), same_text=own in same)
        _fill(db, article)
    how = Known.COPY if gone is None else Known.MOVED
    return Arrival(_unless_removed(db, article, Put.KNOWN), article, how, gone or same[0].origin)


def _version(db: Writer, article: int, incoming: Incoming, own: Incoming) -> Arrival:
    """A place has another text of an article's address."""
    if longer := sameness.length(incoming) > sameness.length(own):
        _take_over(db, article, incoming)
    else:
        locations.add(db, article, incoming, articles.digest_of(incoming), articles.now(), same_text=False)
        _fill(db, article)
    put, how = (Put.UPDATED, Known.LONGER) if longer else (Put.KNOWN, Known.SHORTER)
    return Arrival(_unless_removed(db, article, put), article, how, own.origin)


def _take_over(db: Writer, article: int, incoming: Incoming) -> None:
    """Let the text of another place be the article's, and its own place one of the others."""
    own, own_digest = given.article(db, article), given.digest(db, article)
    locations.keep(db, article, own, incoming)
    locations.forget(db, incoming.origin)
    locations.move(db, article, incoming.origin)
    locations.add(db, article, own, own_digest, articles.now(), same_text=False)
    articles.put(db, incoming, sameness.filled(incoming, locations.others(db, article)))


def _part(db: Writer, article: int, files: Files) -> None:
    """An article has another text than its places had: those that have nothing to do with it any more are others."""
    own, *others = _places(db, article)
    texts, left = [own], others
    while joined := [
        one
        for one in left
        if any(sameness.is_same_text(one, text, files.are_same) or sameness.is_same_story(one, text) for text in texts)
    ]:
        texts += joined
        left = [one for one in left if one not in joined]
    digests = _digests(db, others)
    for one in left:
        locations.forget(db, one.origin)
    _enter_again(db, left, digests, files)
    longest = max(texts, key=sameness.length)
    if sameness.length(longest) > sameness.length(own):
        _take_over(db, article, longest)
        locations.holds(db, longest.origin, digests[longest.origin])


def _fill(db: Writer, article: int) -> None:
    """Let an article have what its own place does not tell and another does."""
    own, *others = _places(db, article)
    articles.fill(db, article, sameness.filled(own, others))


def _places(db: Reader, article: int) -> list[Incoming]:
    """What the places of an article hold, its own first."""
    return [given.article(db, article), *locations.others(db, article)]


def _unless_removed(db: Reader, article: int, put: Put) -> Put:
    return Put.REMOVED if _is_removed(db, article) else put


def _is_removed(db: Reader, article: int) -> bool:
    return db.value("SELECT removed_at FROM article WHERE id = ?", (article,)) is not None
