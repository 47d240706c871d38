"""Days as a filter names them: `2016`, `2016-03`, `2016-03-27`, and counted from today: `@7d`, `@last-month`."""

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO = re.compile(r"@(\d{1,4})([dwmy])", re.IGNORECASE)

MOMENTS = (
    *("@today", "@yesterday", "@this-week", "@last-week", "@this-month", "@last-month", "@this-year", "@last-year"),
)
"""Stretches of days that have a name; a week begins on Monday."""

_UNFINISHED = re.compile(r"\d{0,4}|\d{4}-\d{0,2}|\d{4}-\d{1,2}-\d{0,2}|@\d*")
_NOON = date(2000, 2, 29)
"""Any day: to try whether something is a stretch of days at all."""


def stretch(said: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what was said; None where it names no days."""
    try:
        if found := _DAY.fullmatch(said):
            return _calendar(*(int(part) if part else 0 for part in found.groups()))
        if found := _AGO.fullmatch(said):
            return _ago(int(found[1]), found[2].lower(), today), today
        return _named(said.lower(), today)
    except (ValueError, OverflowError):
        return None


def bounds(name: str, first: str, last: str, today: date) -> tuple[date | None, date | None]:
    """The first and the last day that a field of that name means by what was said; None is no bound."""
    begins, ends = (stretch(said, today) if said else None for said in (first, last))
    if name == "before":
        return None, begins[0] - timedelta(1) if begins and begins[0] > date.min else date.min
    if name == "after":
        # Seven days ago is a day; that it lasts until today is meant only by itself.
        after = ends[0] if ends and _AGO.fullmatch(last) else ends[1] if ends else date.min
        return after + timedelta(1) if after < date.max else date.max, None
    return begins[0] if begins else None, ends[1] if ends else None


def names_days(said: str) -> bool:
    """Whether these words name days."""
    return stretch(said, _NOON) is not None


def growing(said: str) -> bool:
    """Whether it may still become the name of a day when more is typed."""
    return bool(_UNFINISHED.fullmatch(said)) or any(moment.startswith(said.lower()) for moment in MOMENTS)


def _calendar(year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), _before(*((year + 1, 1) if month == 12 else (year, month + 1)))
    return date(year, 1, 1), date(year, 12, 31)


def _before(year: int, month: int) -> date:
    """The last day before a month."""
    return date(9999, 12, 31) if year > date.max.year else date(year, month, 1) - timedelta(1)


def _ago(number: int, unit: str, today: date) -> date:
    if unit in "dw":
        return today - timedelta(number * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    _, last = _calendar(year, month + 1, 0)
    return min(date(year, month + 1, 1) + timedelta(today.day - 1), last)


def _named(said: str, today: date) -> tuple[date, date] | None:
    monday = today - timedelta(today.weekday())
    last_month = today.replace(day=1) - timedelta(1)
    return {
        "@today": (today, today),
        "@yesterday": (today - timedelta(1), today - timedelta(1)),
        "@this-week": (monday, monday + timedelta(6)),
        "@last-week": (monday - timedelta(7), monday - timedelta(1)),
        "@this-month": _calendar(today.year, today.month, 0),
        "@last-month": _calendar(last_month.year, last_month.month, 0),
        "@this-year": _calendar(today.year, 0, 0),
        "@last-year": _calendar(today.year - 1, 0, 0),
    }.get(said)
