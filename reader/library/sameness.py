"""Whether two places hold one article. Pure: what is compared is what two sources say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.library.addresses import address
from reader.library.fingerprints import LINE, SUBSTANTIAL, squeezed, whole
from reader.model import Caveat, DateOrder, Incoming

ALIKE = 0.2
"""Share of the shorter text's pieces that the longer one has, from which on both are versions of one text: twice what
any two of the articles in `corpus/` have in common (0.105), which are about one war."""

_PIECE = 8
"""Length of a piece, in code points without white space: a word and a half, two in Chinese."""

_COMPARED = 20_000
"""Code points of each text that are compared at most."""


def _unknown(one: str, other: str) -> bool:
    return False


def is_same_text(one: Incoming, other: Incoming, are_same_file: Callable[[str, str], bool] = _unknown) -> bool:
    """Whether two places hold the same text but for white space, and not by chance.

    A text of some length with its title is one, wherever it stands. Without its title, or where it is short, cut or
    doubtful, it is one only where nothing else that the two say of it differs; two records of one file are two then. Of
    a line or two, which anybody may write, the files themselves have to be the same: `are_same_file` compares them.
    """
    if is_surely_same(one, other):
        return True
    plain = _is_plain(one) and _is_plain(other)
    if not _have_same_whole(one, other) and not (plain and squeezed(one.body) == squeezed(other.body)):
        return False
    if _differ(one, other) or _are_two_records(one, other, plain=plain):
        return False
    records = one.origin.record or other.origin.record
    return length(one) > LINE or bool(records) or are_same_file(one.origin.location, other.origin.location)


def is_surely_same(one: Incoming, other: Incoming) -> bool:
    """Whether two places hold the same text of some length with its title, whatever else they say.

    What is as sure of a third place is so of all three; of texts that only do not differ in what is said, it is not.
    """
    return _is_plain(one) and _is_plain(other) and _have_same_whole(one, other)


def is_same_story(one: Incoming, other: Incoming) -> bool:
    """Whether two places of one address hold versions of one text: a page saved twice, a record cut short.

    One address may lead to many texts: posts of a live page, or a site that calls each page by the address of a
    section. Two records of one file are two.
    """
    where = address(one.url) if one.url else ""
    if not where or where != address(other.url) or _are_of_one_file(one, other):
        return False
    pages = not one.origin.record and not other.origin.record
    return (pages and _have_same_title(one, other)) or _share(one.body, other.body) >= ALIKE


def filled(incoming: Incoming, others: Sequence[Incoming]) -> Incoming:
    """An article with what its own place does not tell, and another of the same title or address does."""
    for other in others:
        same_address = bool(incoming.url and other.url and address(incoming.url) == address(other.url))
        if not _have_same_title(incoming, other) and not same_address:
            continue
        told = {
            field: getattr(other, field)
            for field in ("source", "author", "url", "language")
            if not getattr(incoming, field) and getattr(other, field)
        }
        if not incoming.date and other.date:
            told |= {
                field: getattr(other, field)
                for field in ("date", "date_guessed", "date_words", "date_place", "date_order")
            }
        incoming = replace(incoming, **told)
    return incoming


def _have_same_whole(one: Incoming, other: Incoming) -> bool:
    """Whether two places say the same, titles and all."""
    here, there = whole(one.title, one.body), whole(other.title, other.body)
    return here == there or any(
        said.endswith(body := squeezed(page.body)) and _ends_in_site(page, said.removesuffix(body))
        for page, said in ((one, there), (other, here))
        if page.title_site
    )


def _have_same_title(one: Incoming, other: Incoming) -> bool:
    here, there = squeezed(one.title).casefold(), squeezed(other.title).casefold()
    return here == there or _ends_in_site(one, there) or _ends_in_site(other, here)


def _ends_in_site(page: Incoming, title: str) -> bool:
    """Whether a page's title is another, but for what may be the name of its site at the end.

    Which titles of a site end in its name is told by its other pages, which may come later.
    """
    whole_title = squeezed(page.title)
    ending = whole_title[len(title) :]
    same = whole_title[: len(title)].casefold() == title.casefold()
    return bool(page.title_site and title and ending) and same and not ending[0].isalnum()


def length(incoming: Incoming) -> int:
    """How much text a place has, white space left out."""
    return len(squeezed(incoming.body))


def _is_plain(incoming: Incoming) -> bool:
    """Whether a text is of some length, and there is no doubt about it."""
    doubtful = Caveat.THIN in incoming.caveats or Caveat.CUT in incoming.caveats
    return not doubtful and length(incoming) >= SUBSTANTIAL


def _differ(one: Incoming, other: Incoming) -> bool:
    """Whether something that both say of their text is not the same."""
    return any(
        here and there and here.isdisjoint(there) for here, there in zip(_facts(one), _facts(other), strict=True)
    )


def _facts(incoming: Incoming) -> Iterator[set[str]]:
    yield {incoming.source.casefold()} - {""}
    yield {incoming.author.casefold()} - {""}
    yield _days(incoming)
    yield {address(incoming.url)} - {""} if incoming.url else set()


def _days(incoming: Incoming) -> set[str]:
    """The days that a place's date may be: other dates may tell of one, and not yet of its copy, which is the day."""
    day = incoming.date[:10]
    if incoming.date_order is not DateOrder.OPEN or len(day) < 10:
        return {day} - {""}
    return {day, f"{day[:4]}-{day[8:]}-{day[5:7]}"}


def _are_of_one_file(one: Incoming, other: Incoming) -> bool:
    return one.origin.location == other.origin.location


def _are_two_records(one: Incoming, other: Incoming, *, plain: bool) -> bool:
    """Whether two records say the same by chance: of one file, or with nothing besides that says that they are one."""
    if _are_of_one_file(one, other):
        return True
    if plain or not (one.origin.record or other.origin.record):
        return False
    told = one.date and one.date[:10] == other.date[:10] and not one.date_guessed and not other.date_guessed
    return not told and one.origin.record != other.origin.record


def _share(one: str, other: str) -> float:
    """The share of the shorter text's pieces that the other has too."""
    here, there = _pieces(one), _pieces(other)
    fewer = min(len(here), len(there))
    return len(here & there) / fewer if fewer else 0.0


def _pieces(text: str) -> set[str]:
    text = squeezed(text[:_COMPARED]).casefold()
    return {text[at : at + _PIECE] for at in range(max(0, len(text) - _PIECE + 1))}
