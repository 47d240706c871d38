"""A filter written from its tree, with parentheses that show how it was read: reading it again gives the tree."""

import re
from collections.abc import Callable

from reader.query.tree import (
    About,
    Actor,
    All,
    Counted,
    Dated,
    Either,
    Has,
    Is,
    Named,
    Near,
    Not,
    Numbered,
    OfKind,
    OneActor,
    Pattern,
    Phrase,
    Query,
    Term,
    Together,
    Within,
    Word,
    all_of,
)

_SIMPLE = re.compile(r"[\w.+@-]+")
"""A value that needs no quotes."""


def written(query: Query) -> str:
    """The filter, as somebody would type it who leaves nothing to chance."""
    term = all_of(query.terms)
    parts = [_bare(term, _text)] if term is not None else []
    parts += [f"sort:{'-' * query.turned}{query.sort}"] if query.sort else []
    parts += [f"#{query.most}"] if query.most is not None else []
    if isinstance(term, Either) and len(parts) > 1:
        parts[0] = f"({parts[0]})"
    return " ".join(parts)


_Write = Callable[[Term], str]


def _bare(term: Term, write: _Write) -> str:
    """A term whose parentheses are there already, or not needed."""
    if isinstance(term, All):
        return " ".join(_part(one, write) for one in term.terms)
    if isinstance(term, Either):
        return " OR ".join(_part(one, write) for one in term.terms)
    return _part(term, write)


def _part(term: Term, write: _Write) -> str:
    if isinstance(term, All | Either):
        return f"({_bare(term, write)})"
    if isinstance(term, Not):
        return f"NOT {_part(term.term, write)}"
    return write(term)


def _text(term: Term) -> str:
    match term:
        case Word(text, prefix):
            # Behind a word that ends in a colon a space has to follow, and one does.
            return text + "*" * prefix
        case Phrase() | Near() | Pattern():
            return _quoted(term)
        case Within(part, inner):
            return f"{part.value}:{_text(inner)}"
        case About(name, text, prefix):
            return f"{name}:{_value(text, prefix)}"
        case Is(said):
            return f"is:{said}"
        case Has(said):
            return f"has:{said}"
        case Dated(name, first, last):
            return f"{name}:{first}" if first == last else f"{name}:{first}..{last}"
        case Counted(least, most):
            return f"words:{_range(least, most)}"
        case OneActor(inner):
            return f"actor:({_bare(inner, _actor)})"
        case Together(reach, actors):
            return f"{reach.value}:({' '.join(_part(one, _actor) for one in actors)})"
    return _of_actor(term)


def _actor(term: Term) -> str:
    """Inside the parentheses of `actor:` and its like."""
    return _of_actor(term).removeprefix("actor:")


def _of_actor(term: Term) -> str:
    match term:
        case Actor(text, prefix):
            return f"actor:{_value(text, prefix)}"
        case Numbered(number):
            return f"actor:#{number}"
        case OfKind(kind):
            return f"kind:{_value(kind, False)}"
        case Named(least, most):
            return f"mentions:{_range(least, most)}"
    return ""


def _quoted(term: Phrase | Near | Pattern) -> str:
    match term:
        case Pattern(text, flags):
            return f"/{text}/{flags}"
        case Near(text, apart):
            return f"{_in_quotes(text)}~{apart}"
    return _in_quotes(term.text + "*" * term.prefix)


def _in_quotes(text: str) -> str:
    return f"“{text}”" if '"' in text else f'"{text}"'


def _value(text: str, prefix: bool) -> str:
    simple = _SIMPLE.fullmatch(text) and text[0] not in "-#" and text not in ("OR", "AND", "NOT")
    return text + "*" * prefix if simple else _in_quotes(text + "*" * prefix)


def _range(least: int | None, most: int | None) -> str:
    if least is not None and least == most:
        return str(least)
    return f"{'' if least is None else least}..{'' if most is None else most}"
