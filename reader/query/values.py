"""The values of fields: each field's function makes a term of what stands behind the colon, or says what is wrong."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reader.query import days
from reader.query.errors import QuerySyntaxError
from reader.query.fields import ABOUT, DATES, KINDS, ORDERS, STATES, THINGS, nearest
from reader.query.tree import (
    About,
    Actor,
    Counted,
    Dated,
    Has,
    Is,
    Named,
    Near,
    Not,
    Numbered,
    OfKind,
    Part,
    Pattern,
    Term,
    Text,
    Within,
    Word,
)

_RANGE = re.compile(r"(?P<sign>>=?|<=?|=)?(?P<least>\d{1,9})?(?:(?P<dots>\.\.)(?P<most>\d{1,9})?)?")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a field, or by itself."""

    text: str
    """Without quotes and without the star."""
    prefix: bool
    """Whether a star ended it."""
    term: Text | None
    """As something to look for in a text; None where there is no letter and no digit in it."""
    position: int
    start: int
    """Where the term begins that it is part of."""

    def error(self, message: str, *, growing: bool = False) -> QuerySyntaxError:
        """Something is wrong with it."""
        return QuerySyntaxError(message, self.position, start=self.start, growing=growing)


def _plain(name: str, value: Value) -> str:
    """The text of a value that is neither a pattern nor a distance."""
    if isinstance(value.term, Pattern | Near):
        raise value.error(f"{name}: takes words, no regular expression and no distance.")
    return value.text


def _one_of(name: str, value: Value, known: Iterable[str]) -> str:
    said = _plain(name, value).casefold()
    if said in known:
        return said
    near = nearest(said, known)
    hint = f"; perhaps {near}" if near else ""
    growing = any(one.startswith(said) for one in known)
    raise value.error(f"{name}: cannot be “{value.text}”{hint}. It may be {', '.join(known)}.", growing=growing)


def _within(part: Part) -> Callable[[str, Value], Term | None]:
    return lambda name, value: Within(part, value.term) if value.term is not None else None


def _about(name: str, value: Value) -> Term:
    if isinstance(value.term, Pattern) and name in ("url", "path"):
        # Slashes are what addresses and paths are made of.
        return About(name, f"/{value.text}/{value.term.flags}")
    return About(name, _plain(name, value), value.prefix)


def _is(name: str, value: Value) -> Term:
    return Is(_one_of(name, value, STATES))


def _has(name: str, value: Value) -> Term:
    return Has(_one_of(name, value, THINGS))


def _no(name: str, value: Value) -> Term:
    return Not(Has(_one_of(name, value, THINGS)))


def dated(name: str, value: Value) -> Term:
    """A stretch of days."""
    said = _plain(name, value)
    first, dots, last = said.partition("..")
    if not dots:
        last = first
    elif name in ("before", "after"):
        raise value.error(f"{name}: takes one day, month or year; from one to another is date:{said}.")
    for one in filter(None, (first, last)):
        if not days.names_days(one):
            near = nearest(one, days.MOMENTS) if one.startswith("@") else ""
            hint = f"; perhaps {near}" if near else "; write 2016, 2016-03, 2016-03-27, @7d or @last-month"
            raise value.error(
                f"{name}: cannot be “{one}”{hint}.", growing=one in (last, said) and days.growing(one.removesuffix("."))
            )
    if not first and not last:
        raise value.error(f"{name}: needs a day, month or year.", growing=True)
    return Dated(name, first.lower(), last.lower())


def _range(name: str, value: Value) -> tuple[int | None, int | None]:
    found = _RANGE.fullmatch(_plain(name, value))
    if not found or (found["least"] is None and found["most"] is None) or (found["sign"] and found["dots"]):
        growing = value.text in (">", "<", ">=", "<=", "=", "..")
        raise value.error(f"{name}: takes a number: 500, >500, <500 or 100..500.", growing=growing)
    least, most = (int(one) if one is not None else None for one in (found["least"], found["most"]))
    if found["dots"]:
        return least, most
    number = least or 0
    bounds = {">": (number + 1, None), ">=": (number, None), "<": (None, number - 1), "<=": (None, number)}
    return bounds.get(found["sign"] or "", (number, number))


def _words(name: str, value: Value) -> Term:
    return Counted(*_range(name, value))


def _mentions(name: str, value: Value) -> Term:
    return Named(*_range(name, value))


def actor(name: str, value: Value) -> Term:
    """A name, or a number behind a hash sign."""
    said = _plain(name, value)
    if said.startswith("#") and said[1:].isdecimal() and len(said) < 20:
        return Numbered(int(said[1:]))
    return Actor(said, value.prefix)


def _kind(name: str, value: Value) -> Term:
    return OfKind(_one_of(name, _spaced(value), KINDS))


def _spaced(value: Value) -> Value:
    """`armed-group` is “armed group”, so that it needs no quotes."""
    text = value.text.replace("-", " ").replace("_", " ")
    return Value(text, value.prefix, value.term, value.position, value.start)


def order(value: Value) -> tuple[str, bool]:
    """An order of the list, and whether it is turned around."""
    said = _plain("sort", value)
    bare = Value(said.removeprefix("-"), False, value.term, value.position, value.start)
    return _one_of("sort", bare, ORDERS), said.startswith("-")


def word(name: str, value: Value) -> Term | None:
    """What stands by itself: something to look for, or days counted from today."""
    if isinstance(value.term, Word) and value.text.startswith("@") and days.names_days(value.text):
        return Dated("date", value.text.lower(), value.text.lower())
    return value.term


MAKERS: Mapping[str, Callable[[str, Value], Term | None]] = {
    "title": _within(Part.TITLE),
    "text": _within(Part.BODY),
    **dict.fromkeys(ABOUT, _about),
    **dict.fromkeys(DATES, dated),
    "is": _is,
    "has": _has,
    "no": _no,
    "words": _words,
    "actor": actor,
    "kind": _kind,
    "mentions": _mentions,
    **dict.fromkeys(("with", "near", "sentence"), actor),
}
"""What makes a term of a field's value; `sort` says nothing of an article."""

OF_ACTORS = frozenset({"actor", "kind", "mentions"})
"""Fields that may stand inside the parentheses of one that takes actors."""
