"""Reads what a person types as a filter, by the grammar in `filter.lark`.

This room knows the language only: the library turns a `Query` into SQL. Lark is loaded, and its table made, when the
first filter that is not empty is read: most commands need neither.
"""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from reader.query import values
from reader.query.errors import QuerySyntaxError
from reader.query.fields import FIELDS, TOGETHER, nearest
from reader.query.tree import (
    All,
    Either,
    Near,
    Not,
    OneActor,
    Pattern,
    Phrase,
    Query,
    Reach,
    Term,
    Text,
    Together,
    Word,
    all_of,
    either_of,
)
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

LIMIT = 1000
"""Longest filter, in code points: far more than anyone types, and short enough for SQLite's expression limits."""

MOST_TERMS = 64
"""Most terms in a filter; SQLite's full-text expressions may be 256 deep."""

DEEPEST = 24
"""Most parentheses inside each other: more than anyone can follow."""

MOST_TOGETHER = 4
"""Most actors that are looked for side by side: each is a join."""

_PHRASE = re.compile(r'(?:"(?P<straight>[^"]*)"?|“(?P<curly>[^”]*)”?)(?:~(?P<apart>\d+))?', re.DOTALL)
_PATTERN = re.compile(r"/(?P<text>.*)/(?P<flags>[imsx]*)", re.DOTALL)
_MOST_APART = 1000
"""More words between two than that are no distance any more."""


@cache
def _parser() -> "Lark":
    from lark import Lark

    grammar = files("reader.query").joinpath("filter.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=False)


def parse(text: str) -> Query:
    """Read a filter.

    Words without a letter or digit ("&") say nothing about an article and are passed over. A quote that is not closed
    runs to the end. Raises QuerySyntaxError for a field that does not exist, a value that cannot be, parentheses and
    operators without their other half, and for a filter of unreasonable length.
    """
    try:
        return _parsed(text)
    except QuerySyntaxError as error:
        error.text = text
        raise


def _parsed(text: str) -> Query:
    if len(text) > LIMIT:
        raise QuerySyntaxError(f"The filter is too long: at most {LIMIT} characters.", LIMIT)
    if not text.strip():
        return Query()
    reading = _Reading()
    term = reading.either(_tree(text), _Context())
    terms = term.terms if isinstance(term, All) else (term,) if term is not None else ()
    return Query(terms, reading.sort, reading.turned, reading.most, reading.doubtful)


def _tree(text: str) -> "Tree[Token]":
    from lark import UnexpectedCharacters, UnexpectedInput

    try:
        return _parser().parse(text).children[0]  # type: ignore[return-value] # never a token: see the grammar
    except UnexpectedInput as error:
        token: Any = getattr(error, "token", None)
        if isinstance(error, UnexpectedCharacters) or token is None or token.type == "$END":
            raise _unfinished(text) from error
        position = token.start_pos
        if token.type == "RPAR":
            raise QuerySyntaxError("There is nothing for this parenthesis to close.", position) from error
        raise QuerySyntaxError(f"“{clean_line(str(token), 40)}” cannot stand here.", position) from error


def _unfinished(text: str) -> QuerySyntaxError:
    last = text.split()[-1].rpartition("(")[2]
    if last in ("OR", "AND", "NOT"):
        return QuerySyntaxError(f"{last} needs something after it, or quotes around it.", len(text), growing=True)
    return QuerySyntaxError("A parenthesis is not closed.", len(text), growing=True)


class _Context:
    """What the words of a group are: by themselves, or values of a field."""

    def __init__(self, field: str = "", start: int | None = None, depth: int = 0) -> None:
        self.field, self.start, self.depth = field, start, depth

    def make(self, value: values.Value) -> Term | None:
        """The term that a value becomes."""
        maker = values.MAKERS[self.field] if self.field else values.word
        return maker(self.field, value)

    def deeper(self, position: int) -> "_Context":
        """Inside another pair of parentheses."""
        if self.depth == DEEPEST:
            raise QuerySyntaxError(f"Too many parentheses inside each other: at most {DEEPEST}.", position)
        return _Context(self.field, self.start, self.depth + 1)


class _Reading:
    """One filter being read: its terms are counted, and what is no condition is put aside."""

    def __init__(self) -> None:
        self.sort, self.turned, self.doubtful = "", False, False
        self.most: int | None = None
        self._terms = 0

    def either(self, tree: Any, context: _Context) -> Term | None:
        """What OR parts."""
        branches = [branch for branch in tree.children if _is_tree(branch)]
        found = [self._both(branch, context) for branch in branches]
        terms = [term for term in found if term is not None]
        if len(terms) > 1 and any(
            isinstance(term, All) and _several(branch) for term, branch in zip(found, branches, strict=True)
        ):
            self.doubtful = True
        flat = [one for term in terms for one in (term.terms if isinstance(term, Either) else (term,))]
        return either_of(tuple(flat))

    def _both(self, tree: Any, context: _Context) -> Term | None:
        found = [self._turned(one, context) for one in tree.children if getattr(one, "type", "") != "AND"]
        terms = [term for term in found if term is not None]
        flat = [one for term in terms for one in (term.terms if isinstance(term, All) else (term,))]
        return all_of(tuple(flat))

    def _turned(self, tree: Any, context: _Context) -> Term | None:
        turns = 0
        while _is_tree(tree) and tree.data == "turned" and len(tree.children) == 2:
            turns, tree = turns + 1, tree.children[1]
        term = self._single(tree.children[0] if _is_tree(tree) and tree.data == "turned" else tree, context)
        if term is None or turns % 2 == 0:
            return term
        return term.term if isinstance(term, Not) else Not(term)

    def _single(self, one: Any, context: _Context) -> Term | None:
        if not _is_tree(one):
            return self._value(one, context)
        if one.data == "field":
            return self._field(one.children[0], one.children[1], context)
        return self._group(one, context)

    def _group(self, tree: Any, context: _Context) -> Term | None:
        inside = [child for child in tree.children if _is_tree(child)]
        return self.either(inside[0], context.deeper(tree.children[0].start_pos)) if inside else None

    def _field(self, token: "Token", behind: Any, context: _Context) -> Term | None:
        name, start = str(token)[:-1].casefold(), token.start_pos or 0
        if name not in FIELDS:
            raise _unknown(str(token)[:-1], start)
        if context.field and not (context.field in (*TOGETHER, "actor") and name in values.OF_ACTORS):
            raise QuerySyntaxError(f"{name}: cannot stand inside {context.field}:(…).", start)
        inner = _Context(name, start, context.depth)
        if not _is_tree(behind):
            if name == "sort":
                self.sort, self.turned = values.order(_value(behind, start))
                return None
            term = self._value(behind, inner)
            return Together(Reach(name), (term,)) if name in TOGETHER and term is not None else term
        if name == "sort":
            raise QuerySyntaxError("sort: takes one order.", start)
        term = self._group(behind, inner)
        if term is None:
            raise QuerySyntaxError(f"{name}: needs something inside its parentheses.", len(token) + start, start=start)
        if name in TOGETHER:
            return _together(name, term, start)
        return OneActor(term) if name == "actor" and not context.field and not _is_name(term) else term

    def _value(self, token: "Token", context: _Context) -> Term | None:
        start = token.start_pos or 0
        if token.type == "MOST":
            if context.field:
                return self._counted(context.make(_value(token, start)), start)
            self.most = min(int(token[1:]), 1_000_000_000)
            return None
        _refuse_bare(token, start, context.field)
        value = _value(token, start if context.start is None else context.start)
        if value.term is None and context.field and not value.text.startswith(("@", "<", ">", ".")):
            needed = "a name" if context.field in (*TOGETHER, "actor") else "something"
            raise value.error(f"{context.field}: needs {needed} after it.", growing=True)
        term = context.make(value)
        return self._counted(term, start) if term is not None else None

    def _counted(self, term: Term | None, start: int) -> Term | None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise QuerySyntaxError(f"The filter has too many terms: at most {MOST_TERMS}.", start)
        return term


def _is_tree(one: Any) -> bool:
    return hasattr(one, "children")


def _several(branch: Any) -> bool:
    """Whether a branch of OR has several terms that no parentheses hold together."""
    return len([one for one in branch.children if getattr(one, "type", "") not in ("AND", "MOST")]) > 1


def _is_name(term: Term) -> bool:
    from reader.query.tree import Actor, Named, Numbered, OfKind

    return isinstance(term, Actor | Numbered | OfKind | Named)


def _together(name: str, term: Term, start: int) -> Term:
    actors = term.terms if isinstance(term, All) else (term,)
    if any(isinstance(one, Not) for one in actors):
        raise QuerySyntaxError(f"{name}: takes no NOT inside its parentheses; put it before {name}:.", start)
    if len(actors) > MOST_TOGETHER:
        raise QuerySyntaxError(f"{name}: takes at most {MOST_TOGETHER} actors.", start)
    return Together(Reach(name), actors)


def _unknown(name: str, position: int) -> QuerySyntaxError:
    near = nearest(name, FIELDS)
    hint = f"perhaps {near}:" if near else f"there is {', '.join(f'{field}:' for field in FIELDS)} and plain words"
    return QuerySyntaxError(f"No term is called “{clean_line(name, 40)}:”; {hint}.", position)


def _refuse_bare(token: "Token", start: int, field: str) -> None:
    """Refuse a field without a value and an operator without its first half; to the grammar both are words."""
    name, end = str(token)[:-1].casefold(), start + len(token)
    if token.type == "WORD" and token.endswith(":") and name in FIELDS:
        needed = "a name" if name in (*TOGETHER, "actor") else "something"
        raise QuerySyntaxError(f"{name}: needs {needed} right after it.", end, start=start, growing=True)
    if token.type == "WORD" and str(token) in ("OR", "AND") and not field:
        raise QuerySyntaxError(f"{token} needs something before it, or quotes around it.", start)


def _value(token: "Token", start: int) -> values.Value:
    position = token.start_pos or 0
    if token.type == "REGEX":
        pattern = _pattern(str(token), position, start)
        return values.Value(pattern.text, False, pattern, position, start)
    if token.type == "PHRASE" and (found := _PHRASE.fullmatch(str(token))):
        raw, apart = found["straight"] or found["curly"] or "", found["apart"]
        text, prefix = _starred(raw)
        near = Near(text, min(int(apart), _MOST_APART)) if apart and len(text.split()) > 1 else None
        term: Text = near or Phrase(text, prefix)
    else:
        text, prefix = _starred(str(token))
        # What cleaning changed may be no word any more, or something else.
        term = Word(text, prefix) if text == token.rstrip("*") else Phrase(text, prefix)
    if '"' in text and "”" in text:
        # No quotes could hold it.
        text = " ".join(text.replace('"', " ").split())
        term = Phrase(text, prefix) if isinstance(term, Phrase) else term
    searchable = any(character.isalnum() for character in text)
    return values.Value(text, prefix, term if searchable else None, position, start)


def _starred(raw: str) -> tuple[str, bool]:
    value = clean_line(raw, LIMIT)
    star = value.endswith("*")
    return value.rstrip("*").rstrip() if star else value, star


def _pattern(said: str, position: int, start: int) -> Pattern:
    found = _PATTERN.fullmatch(said)
    text, flags = (found["text"], found["flags"]) if found else (said, "")
    try:
        re.compile(text)
    except re.error as error:
        at = position + 1 + (error.pos or 0)
        raise QuerySyntaxError(f"The regular expression cannot be read: {error.msg}.", at, start=start) from error
    return Pattern(text, "".join(sorted(set(flags))))
