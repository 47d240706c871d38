"""The filter's grammar: one language for the desk, the command line and export."""

from reader.query.grammar import (
    TERMS,
    Actor,
    Phrase,
    Query,
    QuerySyntaxError,
    Term,
    TermHelp,
    Word,
    parse,
    typing,
)

__all__ = [
    "TERMS",
    "Actor",
    "Phrase",
    "Query",
    "QuerySyntaxError",
    "Term",
    "TermHelp",
    "Word",
    "parse",
    "typing",
]
