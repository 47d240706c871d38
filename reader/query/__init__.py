"""The filter's grammar: one language for the desk, the command line and export."""

from reader.query.errors import QuerySyntaxError
from reader.query.fields import TERMS, TermHelp
from reader.query.grammar import parse
from reader.query.tree import Actor, Phrase, Query, Sought, Term, Word
from reader.query.typed import typing
from reader.query.writing import written

__all__ = [
    "TERMS",
    "Actor",
    "Phrase",
    "Query",
    "QuerySyntaxError",
    "Sought",
    "Term",
    "TermHelp",
    "Word",
    "parse",
    "typing",
    "written",
]
