"""A filter as SQL. Nothing a person types reaches SQLite as anything but a value, or a quoted full-text string."""

from reader.query import Actor, Query


def _quoted(text: str, prefix: bool = False) -> str:
    """A full-text string: the words of `text` in their order; with `prefix`, the last may be longer."""
    return '"' + text.replace('"', '""') + ('" *' if prefix else '"')


def name_match(text: str, prefix: bool) -> str:
    """The full-text question for one spelling that has every word of `text`, in any order."""
    words = text.split()
    return " ".join([*(_quoted(word) for word in words[:-1]), *(_quoted(word, prefix) for word in words[-1:])])


def condition(query: Query) -> tuple[str, list[str]]:
    """What must hold of `article.id` for the filter, and the values it takes; empty for an empty filter."""
    parts: list[str] = []
    values: list[str] = []
    words = [_quoted(term.text, term.prefix) for term in query.terms if not isinstance(term, Actor)]
    if words:
        parts.append("article.id IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)")
        values.append(" ".join(words))
    for term in query.terms:
        if isinstance(term, Actor):
            parts.append(
                "article.id IN (SELECT article FROM appearance WHERE actor IN (SELECT actor FROM spelling WHERE id IN"
                " (SELECT rowid FROM spelling_text WHERE spelling_text MATCH ?)))"
            )
            values.append(name_match(term.text, term.prefix))
    return " AND ".join(parts), values
