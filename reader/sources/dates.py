"""Dates as sources write them, put into ISO 8601.

A date without a time zone keeps its day only: what hour it was cannot be known. The hard case is `3/4/2016`, which is
April in one outlet's files and March in another's; `Order` is what a file's other dates tell about it.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum

EARLIEST, LATEST = 1600, 2200
"""Years outside are misread numbers: the oldest newspapers are of 1605."""

_LONGEST = 64
"""Longest value taken for a date, in code points."""

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d|\Z)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/.-])")
_COMPACT = re.compile(r"(?:19|20)\d{6}\Z")
_EPOCH = re.compile(r"(-?\d{9,10}|\d{13})(?:\.\d+)?\Z")
_OFFSET = re.compile(r"\b(?:GMT|UTC)\s*([+-])\s*(\d{1,2})(?::?(\d\d))?\b")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<sep>[-_./]?)(\d\d)(?P=sep)(\d\d)(?!\d)")

_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
"""Hours from UTC of the named zones of RFC 2822, section 4.3; other names (IST, BST) mean several things."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    r"\s*(?:(?-i:[A-Z][A-Z .'’-]{2,30}), )?"
    r"(?:(?:first |last )?(?:published|updated|posted)(?: on| at)?:?\s+|date(?: of publication)?:?\s+)?"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
    rf"(\d{{4}}-\d\d-\d\d(?!\d)|\d{{1,2}} {_MONTH},? \d{{4}}(?!\d)|{_MONTH} \d{{1,2}},? \d{{4}}(?!\d)|"
    r"\d{1,2}[.]\d{1,2}[.]\d{4}(?!\d)|\d{1,2}([-/])\d{1,2}\2\d{4}(?!\d))",
    re.IGNORECASE,
)


class Order(Enum):
    """Which part of a numeric date comes first."""

    MONTH_FIRST = "month/day/year"
    DAY_FIRST = "day/month/year"


def order_of(dates: Iterable[str]) -> Order | None:
    """What a file's dates say about their order: that of most dates with a part above 12; None when there is none."""
    votes = 0
    for date in dates:
        match = _NUMERIC.match(date.strip())
        if match:
            first, second = int(match[1]), int(match[3])
            votes += (first > 12 >= second) - (second > 12 >= first)
    return None if votes == 0 else Order.DAY_FIRST if votes > 0 else Order.MONTH_FIRST


def parse(value: str, order: Order | None = None) -> tuple[str, bool]:
    """A date as ISO 8601 and whether it had to be guessed; `("", False)` for what is no date.

    `3/4/2016` is read by `order`; without one, month first, as a guess. With dots the day comes first, without a guess.
    """
    value = value.strip()
    if not value or len(value) > _LONGEST:
        return "", False
    guessed = False
    if match := _EPOCH.match(value):
        return _epoch(float(match[1])), False
    if _COMPACT.match(value):
        value = f"{value[:4]}-{value[4:6]}-{value[6:]}"
    elif match := _NUMERIC.match(value):
        year, month, day, guessed = _numeric(match, order)
        value = f"{year:04}-{month:02}-{day:02}{value[match.end() :]}"
    moment = _moment(value)
    return (_iso(moment), guessed) if moment else ("", False)


def from_name(name: str) -> str:
    """The date in a file's name or a URL's path, year first (`2016-03-27-palmyra.txt`, `/2016/03/27/`); else empty."""
    for match in _IN_NAME.finditer(name):
        moment = _moment(f"{match[1]}-{match[3]}-{match[4]}")
        if moment and moment.year <= datetime.now(UTC).year + 1:
            return _iso(moment)
    return ""


def from_dateline(text: str, order: Order | None = None) -> str:
    """The date that a text begins with ("Wed 05 Apr 2017 …", "Published April 24, 2017"), if it can mean one day."""
    match = _DATELINE.match(text[:120])
    if not match:
        return ""
    date, guessed = parse(match[1], order)
    return "" if guessed else date


def from_time(seconds: float) -> str:
    """The UTC day of a file's time, in seconds since 1970; empty for one of which no calendar knows."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return ""


def _numeric(match: re.Match[str], order: Order | None) -> tuple[int, int, int, bool]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        # POSIX strptime's pivot: 69 to 99 are the last century.
        year += 1900 if year >= 69 else 2000
    if first > 12:
        return year, second, first, False
    if second > 12 or first == second:
        return year, first, second, False
    if match[2] == ".":
        order = Order.DAY_FIRST
    if order is Order.DAY_FIRST:
        return year, second, first, False
    return year, first, second, order is None


def _epoch(number: float) -> str:
    try:
        seconds = number / 1000 if number > 1e11 else number
        return _iso(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, OSError, ValueError):
        return ""


def _moment(value: str) -> datetime | None:
    """Parse a date of which nothing is ambiguous, or return None."""
    moment = None
    if _ISO.match(value):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
    if moment is None:
        moment = _rfc2822(value) or _loosely(value)
    return moment if moment and EARLIEST <= moment.year <= LATEST else None


def _rfc2822(value: str) -> datetime | None:
    if "," not in value[:5] and not value[-4:].isdigit():
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _loosely(value: str) -> datetime | None:
    from dateutil import parser

    value = _OFFSET.sub(lambda match: f"{match[1]}{int(match[2]):02}:{match[3] or '00'}", value)
    found = []
    # dateutil fills what is missing from a default: only what two defaults agree on was in the text.
    for default in (datetime(2001, 1, 1), datetime(2003, 3, 3)):  # noqa: DTZ001 (a day, not a moment)
        try:
            found.append(parser.parse(value, default=default, tzinfos=_zone))
        except (ValueError, OverflowError, TypeError, AttributeError):
            return None
    return found[0] if found[0].date() == found[1].date() else None


def _zone(name: str | None, seconds: int | None) -> timezone | None:
    if seconds is not None:
        return timezone(timedelta(seconds=seconds))
    if name and name.upper() in _ZONES:
        return timezone(timedelta(hours=_ZONES[name.upper()]))
    return None


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds") if moment.tzinfo else moment.date().isoformat()
