"""Days written in words and numbers, found by the shape of what is written: `W, D M Y` for "Wed, 5 Nov 2025".

Every token of a text becomes one character of its shape, so that one short expression finds a form of date in any
language, and no length of text makes it slow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from reader.sources.folding import fold
from reader.sources.month_names import MONTHS, WEEKDAYS

EARLIEST, LATEST = 1600, 2200
"""Years outside are misread numbers: the oldest newspapers are of 1605."""

_TOKEN = re.compile(
    r"(?P<T>(?<!\d)\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)(?: ?[ap]\.?m\b\.?)?"
    r"|(?<!\d)\d{1,2} ?[ap]\.?m\b\.?|(?<!\d)\d{1,2} ?h ?(?:\d\d)?(?!\w)|(?<!\d)\d{1,2}\.\d\d ?(?=uhr)"
    r"|(?<=\dt)\d{4}(?:\d\d)?(?!\d))"
    r"|(?P<Z>(?:(?<=:\d\d)|(?<=:\d\d )|(?<=[.,]\d{3})|(?<=[.,]\d{6})|(?<=[ap]m )|(?<=t\d{4})|(?<=t\d{6}))"
    r"[+-]\d\d:?(?:\d\d)?(?![\d./-])|\b(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?\d\d)?(?![\d./-]))?|(?<=\d)z\b)"
    r"|(?P<number>\d+)(?:(?:st|nd|rd|th|er|eme|e|o|a|η)\b)?"
    r"|(?P<W>(?:星期|周|礼拜|禮拜|週)[一二三四五六日天]|[日月火水木金土]曜日?|[월화수목금토일]요일)"
    r"|(?P<counter>[年月日號号년월일])"
    r"|(?P<word>[^\W\d_年月日號号년월일]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_COUNTERS = {"년": "年", "월": "月", "일": "日", "號": "日", "号": "日"}
_HAN_NUMBER = re.compile(r"[〇零一二三四五六七八九十]{1,4}(?=[年月日])")
_HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ZONES = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
"""Hours from UTC of the named zones of RFC 2822, section 4.3; other names (IST, BST) mean several things."""

_BETWEEN = frozenset(
    "of de del di den der van von vom le el la il lo the d r г год года году року роки god godine godina roku år ar"
    " م هـ من في nam ngay m mgs a an dne v в у o om on am em at to last first originally zuletzt à um uhr t".split()
)
"""Words that stand inside a date or between it and its hour, and say nothing."""

_PUBLISHED = frozenset(
    "published posted publication issued released dated date filed created publie publication parution veroffentlicht"
    " erschienen datum stand publicado publicada fecha publicacion pubblicato data publicacao gepubliceerd опубликовано"
    " дата публикации опублікована yayin yayinlanma tarih tarihi giris نشر النشر تاریخ التاریخ نشرت 发布 发布时间 发表"
    " 日期 时间 發布 發佈 公開 公開日 掲載 입력 등록".split()
)
_UPDATED = frozenset(
    "updated update modified changed edited revised corrected actualise maj modifie aktualisiert geandert actualizado"
    " actualizada actualizacion modificado aggiornato atualizado atualizada gewijzigd обновлено изменено оновлено"
    " guncelleme guncellendi guncellenme تحدیث التحدیث 更新 更新时间 更新日 修改 수정".split()
)

_MONTH_BEFORE = frozenset(("thang", "thg"))
"""What Vietnamese says before the number of a month."""

_JOIN = "[ .,/o-]{0,5}"
_ALSO = r"(?: ?/ ?M| ?\( ?M ?\))?"
"""A month's other name: Arabic papers write both, "آذار/مارس"."""

_APART = r"(?<![DYNC][./-])(?<![DYN])"
_END = r"(?!(?: ?[./-] ?)?[DYNC])"
_FORMS = tuple(
    (name, re.compile(form))
    for name, form in (
        ("ymd", r"(?<![DNYC][./-])(?P<y>Y)(?P<sep> ?[./-] ?| )(?P<m>D)(?P=sep)(?P<d>D)(?![./-]?[NYC])"),
        ("dmy", rf"{_APART}(?P<d>D) ?(?P<sep>[./-]) ?(?P<m>D) ?(?P=sep) ?(?P<y>Y(?!-D){_END}|Y(?=-D)|D{_END})"),
        ("dmy", rf"{_APART}(?P<d>D) (?P<m>D) (?P<y>Y){_END}"),
        ("han", r"(?P<y>[YD]) ?年 ?(?P<m>D) ?月 ?(?P<d>D) ?日?"),
        ("word", rf"(?P<d>D)(?:-D)?{_JOIN}(?P<m>M){_ALSO}{_JOIN}'?(?P<y>[YD])(?! ?年)"),
        ("word", rf"(?P<d>D){_JOIN}m ?(?P<m>D){_JOIN}'?(?P<y>[YD])"),
        ("word", rf"(?P<m>M){_ALSO}[ .,/-]{{0,4}}(?P<d>D)(?:-D)?{_JOIN}'?(?P<y>[YD])"),
        ("word", r"(?P<m>M)[ .]{0,2}(?P<d>D)[ ,]{0,2}T[ Zw]{0,4}(?P<y>Y)"),
        ("word", rf"(?<![DM] )(?P<y>Y){_JOIN}(?P<m>M){_JOIN}(?P<d>D)(?! ?[./-]?[DYN])"),
        ("word", rf"(?P<y>Y)[ ,.-]{{1,3}}(?P<d>D)[ .o-]{{0,3}}(?P<m>M)(?!{_JOIN}[YD])"),
        ("glued", r"(?P<m>M)[ .]{0,2}(?P<d>N)(?!\w)"),
        ("compact", r"(?<![DYNC][./-])(?<![.DYN])(?P<d>C)(?!\w*[DYNC])"),
    )
)
"""The forms of a date: what is year, month and day of each."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text, folded, and the character that stands for it in the text's shape."""

    sign: str
    """D and Y: numbers of one or two, and of four digits; C of eight, N of others; M a month, W a day of the week; T a
    time of the day, Z a time zone; o a word that says nothing, w any other; marks stand for themselves."""
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A date as it is written somewhere."""

    start: int
    end: int
    """Tokens that it is made of."""
    readings: Sequence[date]
    """The days that it can mean, the likeliest first; never empty."""
    numeric: bool
    """Whether day and month are both numbers, so that their order is a matter of custom."""
    dotted: bool
    """Whether dots part them: then the day comes first."""
    short: bool
    """Whether the year has two digits."""


def tokens(text: str) -> list[Token]:
    """A text in pieces."""
    folded = _HAN_NUMBER.sub(lambda match: str(_han(match[0])), fold(text))
    found: list[Token] = []
    for match in _TOKEN.finditer(folded):
        sign = _sign(match)
        if sign == " " and found and found[-1].sign == " ":
            continue
        pair = f"{found[-2].text}_{match[0]}" if sign in "wM" and len(found) > 1 and found[-1].sign == " " else ""
        if pair in _months():
            del found[-2:]
            found.append(Token("M", pair))
        else:
            found.append(Token(sign, match["number"] or match[0]))
    return found


def shape(found: Sequence[Token]) -> str:
    """The shape of a text in pieces, one character for each."""
    return "".join(token.sign for token in found)


def dates_in(found: Sequence[Token]) -> Iterator[Found]:
    """The dates in a text, in their order; what is written like one and is no day of any calendar is left out."""
    signs = shape(found)
    at = 0
    matches = sorted(
        (
            (match.start(), -match.end(), number, match)
            for number, (_, form) in enumerate(_FORMS)
            for match in form.finditer(signs)
        ),
        key=lambda one: one[:3],
    )
    for start, _, number, match in matches:
        if start >= at and (one := _read(found, match, _FORMS[number][0])):
            yield one
            at = one.end


def weekday(found: Sequence[Token], one: Found) -> int | None:
    """The day of the week beside a date, Monday 0; None when none is named."""
    near = [*found[max(0, one.start - 4) : one.start][::-1], *found[one.end : one.end + 3]]
    return next((number for token in near if (number := _weekdays().get(token.text)) is not None), None)


def says_published(found: Sequence[Token]) -> bool:
    """Whether a label says that what follows is the day of publication."""
    return any(token.text in _PUBLISHED for token in found)


def says_updated(found: Sequence[Token]) -> bool:
    """Whether a label says that what follows is the day of a change."""
    return any(token.text in _UPDATED for token in found)


def offset(found: Sequence[Token]) -> float | None:
    """Hours from UTC of the time zone that a text names beside a time of the day; None when it names none."""
    signs = shape(found)
    match = re.search("T ?(?P<zone>[Zw])", signs) or re.search(r"T.{0,3}?(?P<zone>Z)", signs)
    if match is None:
        return None
    zone = found[match.start("zone")].text
    if zone in _ZONES:
        return _ZONES[zone]
    digits = re.search(r"([+-]) ?(\d{1,2}):?(\d\d)?\Z", zone)
    if digits is None:
        return 0.0 if zone.strip() in ("z", "gmt", "utc") else None
    hours = int(digits[2]) + int(digits[3] or 0) / 60
    return (-hours if digits[1] == "-" else hours) if hours < 24 else None


def clock(found: Sequence[Token]) -> tuple[int, int, int] | None:
    """The time of the day that a text names: hours, minutes, seconds."""
    token = next((token for token in found if token.sign == "T"), None)
    if token is None:
        return None
    digits = re.findall(r"\d+", token.text)
    if len(digits[0]) >= 4:
        digits = re.findall(r"\d\d", token.text)
    hours, minutes, seconds = (*(int(part) for part in digits[:3]), 0, 0)[:3]
    if half := re.search(r"([ap])\.?m", token.text):
        hours = hours % 12 + (12 if half[1] == "p" else 0)
    return (hours, minutes, seconds) if hours < 24 and minutes < 60 and seconds < 60 else None


def _year(text: str) -> int:
    """A year by its four digits, or by its last two: of this century unless that is more than a year ahead."""
    if len(text) != 2:
        return int(text)
    return year if (year := 2000 + int(text)) <= datetime.now(UTC).year + 1 else year - 100


def _read(found: Sequence[Token], match: re.Match[str], form: str) -> Found | None:
    text = {part: found[match.start(part)].text for part in "ymd" if part in match.re.groupindex}
    separator = match.groupdict().get("sep") or ""
    year, month, day = (text.get(part, "") for part in "ymd")
    short = len(year) == 2
    if form == "glued":
        # "Aug 142016" and "Aug 42016": a day and a year that lost the space between them.
        readings = _days(day[-4:], _months()[month], day[:-4]) if 5 <= len(day) <= 6 else []
    elif form == "compact":
        readings = _compact(day)
    elif form == "word":
        months = _months().get(month) or (int(month),)
        # "99 Nov 5": what can be no day is the year.
        readings = _days(year, months, day) or (_days(day, months, year) if short and len(day) == 2 else [])
    else:
        readings = _days(year, (int(month),), day)
    if form == "dmy":
        other = _days(year, (int(day),), month)
        readings = readings + other if "." in separator else other + readings
        if short and len(day) == 2 and ("-" in separator or not readings):
            readings += _days(day, (int(month),), year)
    if not readings:
        return None
    return Found(
        match.start(), match.end(), tuple(dict.fromkeys(readings)), form in ("dmy", "compact"), "." in separator, short
    )


def _days(year: str, months: Sequence[int], day: str) -> list[date]:
    """The days that there are of these parts: one for each month, or none."""
    found = []
    for month in months:
        try:
            found.append(date(_year(year), month, int(day)))
        except ValueError:
            continue
    return [day for day in found if EARLIEST <= day.year <= LATEST]


def _compact(digits: str) -> list[date]:
    """Eight digits: year, month, day; where they are no day, day and month before the year, in either order."""
    first = _days(digits[:4], (int(digits[4:6]),), digits[6:])
    if first and digits[:2] in ("19", "20"):
        return first
    left, right, year = digits[:2], digits[2:4], digits[4:]
    return [*_days(year, (int(left),), right), *_days(year, (int(right),), left)] if year[:2] in ("19", "20") else []


def _sign(match: re.Match[str]) -> str:
    text = match[0]
    match match.lastgroup:
        case "number":
            return {1: "D", 2: "D", 4: "Y", 8: "C"}.get(len(match["number"]), "N")
        case "word":
            if text in _months():
                return "M"
            if text in _BETWEEN:
                return "o"
            return "W" if text in _weekdays() else "m" if text in _MONTH_BEFORE else "w"
        case "counter":
            return _COUNTERS.get(text, text)
        case "other":
            return " " if text.isspace() else text
        case sign:
            return sign or ";"


def _han(text: str) -> int:
    """ "二十七" and "二〇一六" as numbers."""
    if "十" not in text:
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    tens, _, ones = text.partition("十")
    return 10 * _HAN_DIGITS.get(tens, 1) + _HAN_DIGITS.get(ones, 0)


@cache
def _months() -> dict[str, tuple[int, ...]]:
    return {word: (number,) for number, words in MONTHS.items() for word in words.split()}


@cache
def _weekdays() -> dict[str, int]:
    words = {word: number for number, group in WEEKDAYS.items() for word in group.split()}
    for signs in ("一二三四五六日", "月火水木金土日", "월화수목금토일"):
        for number, sign in enumerate(signs):
            for form in ("星期{}", "周{}", "週{}", "礼拜{}", "禮拜{}", "{}曜日", "{}曜", "{}요일"):
                words[form.format(sign)] = number
    return words
