"""Dates as sources write them, put into ISO 8601.

A date without a time zone keeps its day only: what hour it was cannot be known. The hard case is `3/4/2016`, which is
April in one outlet's files and March in another's; `DateOrder` is what other dates tell about it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import PurePosixPath

from reader.model import DateOrder
from reader.sources.date_shapes import (
    EARLIEST,
    LATEST,
    Found,
    Token,
    clock,
    dates_in,
    offset,
    says_published,
    says_updated,
    shape,
    tokens,
    weekday,
)  # fmt: skip

LONGEST = 200
"""Longest value looked at for a date, in code points."""

AHEAD = timedelta(hours=14)
"""How far the clocks of the earth are before UTC: a day is not yet to come while it has begun somewhere."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?\Z")
_ISO_WEEK = re.compile(r"\d{4}-W\d\d-\d\Z")
_EPOCH = re.compile(r"(-?\d{9,10}|\d{13}|\d{16}|\d{19})(?:\.\d+)?\Z")
_EPOCH_UNITS = {13: 1e3, 16: 1e6, 19: 1e9}
_COMPACT_MOMENT = re.compile(r"((?:19|20)\d{6})\d{4}(?:\d\d)?\Z")
_NUMBERS = re.compile(r"\d{1,2}(?:\W|_){1,3}\d{1,2}(?:\W|_){1,3}\d\d|\d{8}")
"""What may have day and month as numbers, found at once."""

_TWO_DIGITS_AT_END = re.compile(r"(?:\A|.*\D)\d\d([-._ ])\d\d\1\d\d\Z|\d\d([-._ ])\d\d\2\d\d\D")


def order_in(words: str) -> DateOrder:
    """What a date tells of the order of day and month: by a part above 12, or by the day of the week beside it."""
    if not _NUMBERS.search(words[:LONGEST]):
        return DateOrder.NONE
    found = tokens(words[:LONGEST])
    one = first_date(found)
    if one is None or not one.numeric or (one.dotted and len(one.readings) > 1):
        return DateOrder.NONE
    day, settled = _choose(found, one, None)
    if not settled:
        return DateOrder.OPEN
    if day.day == day.month or found[one.start].text == day.strftime("%Y%m%d"):
        return DateOrder.NONE
    return DateOrder.DAY_FIRST if int(found[one.start].text[:2]) == day.day else DateOrder.MONTH_FIRST


def order_of(values: Iterable[str]) -> DateOrder | None:
    """What dates tell of the order of their kind: that of most that tell one; None when there is none."""
    return majority(Counter(map(order_in, values)))


def majority(votes: Mapping[DateOrder, int]) -> DateOrder | None:
    """The order that most dates have; None where neither has more."""
    more = votes.get(DateOrder.DAY_FIRST, 0) - votes.get(DateOrder.MONTH_FIRST, 0)
    return None if more == 0 else DateOrder.DAY_FIRST if more > 0 else DateOrder.MONTH_FIRST


def parse(value: str, order: DateOrder | None = None) -> tuple[str, bool]:
    """A date as ISO 8601 and whether it had to be guessed; `("", False)` for what is no date.

    `3/4/2016` is read by `order`, or by the day of the week beside it; else month first, as a guess. With dots the day
    comes first, without a guess. A day that is still to come is a guess too.
    """
    value = value.strip()
    if not value or len(value) > LONGEST:
        return "", False
    moment = _number(value) or _iso_moment(value)
    if moment:
        return (iso := _iso(moment)), is_to_come(iso)
    if _EPOCH.match(value):
        return "", False
    found = tokens(value)
    one = first_date(found)
    return read(found, one, order) if one else ("", False)


def read(found: Sequence[Token], one: Found, order: DateOrder | None) -> tuple[str, bool]:
    """A date in a text as ISO 8601, with the hour where the text names it with its zone, and whether it is a guess."""
    day, settled = _choose(found, one, order)
    time, hours = clock(found), offset(found)
    moment: datetime | date = day
    if time is not None and hours is not None:
        moment = datetime(day.year, day.month, day.day, *time, tzinfo=timezone(timedelta(hours=hours)))
    return (iso := _iso(moment)), not settled or is_to_come(iso)


def first_date(found: Sequence[Token]) -> Found | None:
    """The date of a text: one that it says was that of publication, else the first that is not of a change."""
    best: tuple[int, Found] | None = None
    end = 0
    for one in dates_in(found):
        before = found[end : one.start]
        rank = 0 if says_published(before) else 2 if says_updated(before) else 1
        if best is None or rank < best[0]:
            best = rank, one
        end = one.end
    return best[1] if best else None


def in_name(name: str, order: DateOrder | None = None) -> tuple[str, bool]:
    """The date in a file's name (`2016-03-27-palmyra.txt`, `27-3-2016-sana.txt`), and whether day and month may be the
    other way round or the day is still to come; `("", False)` when there is none.
    """
    stem = PurePosixPath(name).stem
    found = tokens(stem)
    for one in dates_in(found):
        compact = any(token.sign in "CN" for token in found[one.start : one.end])
        if one.short and not _TWO_DIGITS_AT_END.match(stem) and "M" not in shape(found[one.start : one.end]):
            continue
        day, settled = _choose(found, one, order)
        if 1900 <= day.year <= datetime.now(UTC).year + 1 and (not compact or one.start == 0 or settled):
            return (iso := day.isoformat()), not settled or is_to_come(iso)
    return "", False


def in_path(path: str) -> tuple[str, bool]:
    """The date in a URL's path, year first (`/2016/03/27/`, `/2016/mar/27/`, `/20160327-palmyra`), and whether it is
    still to come; `("", False)` when there is none.
    """
    found = tokens(path.replace("/", " / "))
    for one in dates_in(found):
        first = found[one.start]
        if (first.sign == "Y" or (first.sign == "C" and first.text[:2] in ("19", "20"))) and not one.short:
            day = one.readings[0]
            if 1900 <= day.year <= datetime.now(UTC).year + 1:
                return (iso := day.isoformat()), is_to_come(iso)
    return "", False


def is_to_come(iso: str) -> bool:
    """Whether a day, ISO 8601, has begun nowhere on the earth yet."""
    return iso[:10] > (datetime.now(UTC) + AHEAD).date().isoformat()


def _choose(found: Sequence[Token], one: Found, order: DateOrder | None) -> tuple[date, bool]:
    """The day that a date means, and whether that is sure."""
    options = list(one.readings)
    if len(options) == 1:
        return options[0], not (one.short and options[0].year < 1969)
    named = weekday(found, one)
    fitting = [day for day in options if day.weekday() == named]
    if len(fitting) == 1:
        return fitting[0], not one.dotted or fitting[0] == options[0]
    if one.dotted:
        return options[0], True
    # "Posted 09/07/2015, updated 9 July 2015" says it twice.
    again = [other.readings[0] for other in dates_in(found) if len(other.readings) == 1]
    told = [day for day in options if day in again]
    if len(told) == 1:
        return told[0], True
    if order is not None and one.numeric:
        first = int(found[one.start].text[:2])
        ordered = [day for day in options if (day.day == first) is (order is DateOrder.DAY_FIRST)]
        if ordered:
            return ordered[0], not one.short or len(options) == 2
    return next((day for day in options if not is_to_come(day.isoformat())), options[0]), False


def _number(value: str) -> datetime | None:
    if match := _COMPACT_MOMENT.match(value):
        found = tokens(match[1])
        one = next(dates_in(found), None)
        day = one.readings[0] if one else None
        return datetime(day.year, day.month, day.day) if day else None  # noqa: DTZ001 (a day, not a moment)
    if match := _EPOCH.match(value):
        try:
            moment = datetime.fromtimestamp(float(match[1]) / _EPOCH_UNITS.get(len(match[1]), 1), UTC)
        except (OverflowError, OSError, ValueError):
            return None
        return moment if EARLIEST <= moment.year <= LATEST else None
    return None


def _iso_moment(value: str) -> datetime | None:
    if not (_ISO.match(value) or _ISO_WEEK.match(value)):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if EARLIEST <= moment.year <= LATEST else None


def _iso(moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds") if moment.tzinfo else moment.date().isoformat()
    return moment.isoformat()
