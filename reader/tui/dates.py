"""Dates as a reader reads them; the desk has no clock, so nothing is "yesterday"."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


UNDATED = "undated"
"""What stands in place of a date that nobody knows."""


def _parts(date: str) -> tuple[str, str, str] | None:
    year, month, day = date[:4], date[5:7], date[8:10]
    if len(year) == 4 and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
        return year, month, day if day.isdigit() else ""
    return None


def long_date(date: str, guessed: bool = False) -> str:
    """ "2016-03-27T10:00" as "27 March 2016"; a guessed one says so, and so does none; other text stays as it is."""
    parts = _parts(date)
    if parts is None:
        return date[:40] or UNDATED
    year, month, day = parts
    text = f"{int(day)} " if day else ""
    return f"{text}{_MONTHS[int(month) - 1]} {year}{' (guessed)' if guessed else ''}"


def short_date(date: str) -> str:
    """ "27 Mar 16", or that there is none: nine cells at most."""
    parts = _parts(date)
    if parts is None:
        return "" if date else UNDATED
    year, month, day = parts
    return f"{int(day):2d} {_MONTHS[int(month) - 1][:3]} {year[2:]}" if day else f"{_MONTHS[int(month) - 1][:3]} {year}"


def month(date: str) -> str:
    """ "Mar 2016", for the span of an actor's life in the library."""
    parts = _parts(date)
    return f"{_MONTHS[int(parts[1]) - 1][:3]} {parts[0]}" if parts else ""
