"""What the names of files tell, by a pattern that a person gives: `{date:%m-%d-%Y}-{source}-{title}`."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from reader.model import DateOrder, DatePlace, Incoming, PassedOver, Problem, TadmorError
from reader.sources import dates
from reader.sources.date_shapes import EARLIEST, LATEST
from reader.sources.titles import first_sentence
from reader.untrusted import clean_line

FIELDS = ("date", "source", "title", "author", "language")
"""What a part of a name may be; `{}` is a part that is nothing."""

_PART = re.compile(r"\{(?P<name>\w*)(?::(?P<form>[^{}]*))?\}")
_DIRECTIVES = {
    "Y": r"\d{4}", "m": r"\d{1,2}", "d": r"\d{1,2}", "y": r"\d{2}", "b": r"[^\W\d_]+", "B": r"[^\W\d_]+",
    "a": r"[^\W\d_]+", "A": r"[^\W\d_]+", "H": r"\d{1,2}", "M": r"\d{2}", "S": r"\d{2}", "j": r"\d{1,3}",
}  # fmt: skip
"""What strptime's directives take."""

_SPACE = re.compile(r"[\s_-]+")
_REMEDY = "Write it as {date:%m-%d-%Y}-{source}-{title}."


class NamePattern:
    """A pattern of file names; with a `/` in it, the names of folders belong to it too (`{source}/{}`)."""

    def __init__(self, pattern: str) -> None:
        """Raises TadmorError when the pattern cannot be read."""
        self._parts = pattern.count("/") + 1
        self._date = ""
        self._expression = re.compile(self._translate(pattern), re.IGNORECASE | re.DOTALL)

    def fields(self, location: str) -> Mapping[str, str]:
        """The fields in the name of a file, cleaned of the marks that stand for spaces; none when it does not fit."""
        path = PurePath(location.replace("\\", "/"))
        parts = [*path.parts[:-1], path.stem][-self._parts :]
        match = self._expression.fullmatch("/".join(parts))
        if match is None:
            return {}
        found = {name: value for name, value in match.groupdict().items() if value}
        if "date" in found:
            found["date"] = self._day(found["date"])
        for name in ("source", "title", "author"):
            if name in found:
                found[name] = _SPACE.sub(" ", found[name]).strip() if " " not in found[name] else found[name].strip()
        return {name: value for name, value in found.items() if value}

    def told(self, found: Incoming | Problem | PassedOver) -> Incoming | Problem | PassedOver:
        """An article with what its file's name tells: that goes before what was found in it, but for its headline.

        Of a record in a file of many, the name fills in only what the record leaves empty.
        """
        if not isinstance(found, Incoming):
            return found
        named = {field: clean_line(value) for field, value in self.fields(found.origin.location).items()}
        if found.title != first_sentence(found.body):
            named.pop("title", None)
        if found.origin.record:
            named = {field: value for field, value in named.items() if not getattr(found, field)}
        if "date" in named:
            name = PurePath(found.origin.location).name
            found = replace(
                found,
                date_guessed=dates.is_to_come(named["date"]),
                date_words=name,
                date_place=DatePlace.NAME,
                date_order=DateOrder.NONE,
            )
        return replace(
            found,
            title=named.get("title", found.title),
            source=named.get("source", found.source),
            author=named.get("author", found.author),
            language=named.get("language", found.language),
            date=named.get("date", found.date),
        )

    def _day(self, text: str) -> str:
        if not self._date:
            return dates.parse(text)[0] or dates.in_name(text)[0]
        try:
            day = datetime.strptime(text, self._date).date()  # noqa: DTZ007 (a day, not a moment)
        except ValueError:
            return ""
        return day.isoformat() if EARLIEST <= day.year <= LATEST else ""

    def _translate(self, pattern: str) -> str:
        out, end, met = [], 0, set()
        for part in _PART.finditer(pattern):
            name, form = part["name"], part["form"]
            if name in met or (name and name not in FIELDS) or (form is not None and name != "date"):
                raise TadmorError(f"“{part[0]}” cannot stand there: a pattern has {_listed()}, each once. {_REMEDY}")
            out.append(re.escape(pattern[end : part.start()]))
            value = r"[^/]+?"
            if form:
                self._date = form
                value = _dated(form)
            out.append(f"(?P<{name}>{value})" if name else r"[^/]*?")
            end = part.end()
            met |= {name} - {""}
        if not met or "{" in pattern[end:]:
            raise TadmorError(f"The pattern “{pattern}” names no part of a file's name. {_REMEDY}")
        return "".join([*out, re.escape(pattern[end:])])


def _dated(form: str) -> str:
    """The expression for a date in the form of strptime. Raises TadmorError for a directive that is not known."""
    out = []
    for piece in re.split(r"(%.)", form):
        if piece[:1] == "%" and piece[1:] not in _DIRECTIVES:
            raise TadmorError(f"“{piece}” is no part of a date; it may have {', '.join('%' + d for d in _DIRECTIVES)}.")
        out.append(_DIRECTIVES[piece[1:]] if piece[:1] == "%" else re.escape(piece))
    return "".join(out)


def _listed() -> str:
    return ", ".join(f"{{{name}}}" for name in FIELDS) + " and {}"
