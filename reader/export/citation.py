"""Where an article comes from, in the order of a bibliography."""

import re
from datetime import date as day

from reader.export import escape
from reader.export.content import ExportArticle

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def in_words(date: str) -> str:
    """The day of an ISO date as "27 March 2016"; other text as it is, not escaped."""
    try:
        found = day.fromisoformat(date[:10])
    except ValueError:
        return date
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def cite(article: ExportArticle) -> str:
    """The citation as one line of Markdown: author, title, source, date, URL or file, day of retrieval."""
    parts = [escape.text(article.author)] if article.author else []
    if article.title:
        parts.append(f"“{escape.text(article.title)}”")
    if article.source:
        parts.append(f"*{escape.text(article.source)}*" if _can_lean(article.source) else escape.text(article.source))
    if not article.date:
        parts.append("undated")
    else:
        parts.append(escape.text(in_words(article.date)) + (" (date guessed)" if article.date_guessed else ""))
    if article.url:
        parts.append(escape.url(article.url))
    elif article.origin:
        parts.append("file " + escape.text(re.split(r"[\\/]", article.origin)[-1]))
    if article.retrieved:
        parts.append("retrieved " + escape.text(in_words(article.retrieved)))
    return ", ".join(parts) + "." if parts else ""


def _can_lean(words: str) -> bool:
    """Whether emphasis around the words is sure to be read as such."""
    return words == words.strip() and words[:1].isalnum() and words[-1:].isalnum()
