"""Every regular expression of the package works in a time that grows with the text: what strangers write chooses it.

An expression that tries a text in many ways takes a time that grows with the square of a run of letters, or doubles
with each. Here each gets runs of what it is made of, where it is used: at the start of a text, or anywhere in it. One
that doubles never comes back from the short ones; one that squares is found by its time, in `make test-long` only.
"""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from re import _parser as parser
from typing import Any

import pytest
from hypothesis import settings

import reader
from tests.conftest import QUICK_EXAMPLES

LENGTHS = (12, 18, 24, 30, 300)
"""Letters of the texts: an expression that doubles never comes to the end of the longer ones."""

LONG = 4000
"""Letters of the text at which an expression that squares is found out."""

SECONDS = 0.04
"""Of the processor, for one look through a long text: what takes no longer is quick enough, however it grows."""

SHORTER, SLOWER = 4, 9
"""A text four times as long may take nine times as long: what is linear takes four times, what squares sixteen."""

IN_A_WINDOW = {
    "reader.ner.sentences._LAST_WORD",
    *(f"reader.sources.page_names.{name}" for name in ("_PARTING", "_CUT", "_BY", "_GOES_ON", "_JOINT")),
    *(f"reader.sources.markup.{name}" for name in ("_CUT", "_NAME_AT_END")),
}
"""Expressions that are only ever shown some letters of a text, however long it is."""

AT_THE_START = {"match", "fullmatch"}
_ANYWHERE = {"search", "sub", "subn", "split", "findall", "finditer"}


def modules() -> Iterator[tuple[str, Any, ast.Module]]:
    for found in pkgutil.walk_packages(reader.__path__, "reader."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            yield found.name, module, ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def held(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The expressions in what a module defines."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from held(one, depth + 1)
    elif depth < 3 and isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from held(one, depth + 1)


def expressions() -> dict[tuple[str, int], tuple[re.Pattern[str], str, bool]]:
    """Every expression once: itself, where it is, and whether it is only ever held against the start of a text."""
    found: dict[tuple[str, int], tuple[re.Pattern[str], str, bool]] = {}
    for name, module, tree in modules():
        used: dict[str, set[str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                used.setdefault(node.value.id, set()).add(node.attr)
        here = [
            (one, f"{name}.{variable}", bool(used.get(variable)) and used[variable] <= AT_THE_START)
            for variable, value in vars(module).items()
            for one in held(value)
        ]
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                first = node.args[0]
                method = node.func.attr
                if method not in AT_THE_START | _ANYWHERE or ast.unparse(node.func.value) != "re":
                    continue
                if isinstance(first, ast.Constant):
                    here.append((re.compile(str(first.value)), f"{name}:{node.lineno}", method in AT_THE_START))
        for one, place, at_start in here:
            _, first_place, so_far = found.get((one.pattern, one.flags), (one, place, True))
            found[one.pattern, one.flags] = (one, first_place, so_far and at_start)
    return found


EXPRESSIONS = expressions()


def letters(parsed: Any) -> Iterator[str]:
    """Some letter for each place of an expression."""
    for operation, argument in parsed:
        match str(operation):
            case "LITERAL" | "NOT_LITERAL":
                yield chr(argument)
            case "RANGE":
                yield chr(argument[0])
            case "CATEGORY":
                yield {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "w"}.get(str(argument), "!")
            case "ANY":
                yield "x"
            case "IN":
                yield from letters(argument)
            case "BRANCH":
                for branch in argument[1]:
                    yield from letters(branch)
            case "SUBPATTERN":
                yield from letters(argument[3])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from letters(argument[2])
            case "ASSERT" | "ASSERT_NOT":
                yield from letters(argument[1])
            case "ATOMIC_GROUP":
                yield from letters(argument)


def runs(expression: re.Pattern[str]) -> Iterator[str]:
    """What is repeated: single letters of the expression, some pairs, some words of it."""
    own = list(dict.fromkeys(letters(parser.parse(expression.pattern, expression.flags))))
    words = dict.fromkeys(re.findall("[a-z]{2,}", expression.pattern))
    yield from dict.fromkeys([*own[:12], *" a.1\n", *map("".join, product(own[:4], repeat=2)), *list(words)[:4], "a "])


def seconds(expression: re.Pattern[str], text: str, at_start: bool) -> float:
    began = time.thread_time()
    if at_start:
        expression.match(text)
        expression.fullmatch(text)
    else:
        for _ in expression.finditer(text):
            pass
    return time.thread_time() - began


PLACES = [where for _, where, _ in EXPRESSIONS.values() if where not in IN_A_WINDOW]


def texts(expression: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts of that many letters that repeat what the expression is made of, and then end otherwise."""
    for run in runs(expression):
        for before in ("", "x"):
            yield before + (run * length)[:length] + "\n@"


@pytest.mark.parametrize("place", PLACES)
def test_no_expression_doubles_its_work_with_every_letter(place: str) -> None:
    expression, _, at_start = next(one for one in EXPRESSIONS.values() if one[1] == place)
    for length in LENGTHS:
        for text in texts(expression, length):
            seconds(expression, text, at_start)


# Asserts a time: none of them where only the quick examples are asked for.
@pytest.mark.parametrize("place", PLACES if settings().max_examples > QUICK_EXAMPLES else [])
def test_growing_repeats_are_looked_through_in_a_time_that_grows_with_them(place: str) -> None:
    expression, _, at_start = next(one for one in EXPRESSIONS.values() if one[1] == place)
    for text, short in zip(texts(expression, LONG), texts(expression, LONG // SHORTER), strict=True):
        if seconds(expression, text, at_start) > SECONDS:
            # The processor may have been somewhere else: how it grows counts.
            took, less = (min(seconds(expression, one, at_start) for _ in range(3)) for one in (text, short))
            grows = took > SECONDS and took > SLOWER * less
            assert not grows, f"{text[:9]!r}… takes {took:.2f} s: {expression.pattern}"
