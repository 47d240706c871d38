"""Writes `reader/sources/month_names.py`: what months and days of the week are called, from CLDR (by Babel).

    python -m training.dates.month_names

Left out: what is not one or two words of letters (Chinese and Vietnamese months are numbers, and read as such).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from reader.sources.folding import fold

LANGUAGES = (
    "en fr de es it pt nl ru uk be pl cs sk bg sr sr_Latn bs sl mk ro hu el tr az kk uz ar ar_SY ar_IQ ar_MA ar_DZ"
    " ar_SA fa fa_AF ps he ur hi bn ckb ku id ms th ja ko zh sv da nb nn fi et lv lt ca gl eu is sq hy ka sw am so fil"
    " de_AT hr"
).split()
"""As CLDR calls them, those first whose word counts where another language gives it to another month."""

TARGET = Path(__file__).parents[2] / "reader" / "sources" / "month_names.py"

_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?\Z")
_NUMBERED = re.compile("[月월]")
_JOINED = re.compile("(?:de |d['\u2019])")


def words(kind: str) -> Iterator[tuple[int, str]]:
    """Every name of `kind` ("months", "days") with its number, folded."""
    for language in LANGUAGES:
        names = getattr(Locale.parse(language), kind)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names.get(context, {}).get(width, {}).items():
                    word = _JOINED.sub("", fold(name).strip(". "))
                    if len(word) > 1 and _WORDS.match(word) and not _NUMBERED.search(word):
                        yield number, word.replace(" ", "_")


def table(kind: str, taken: set[str]) -> dict[int, list[str]]:
    """The names of each number, each once, but those that are `taken`."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    met = set(taken)
    for number, word in words(kind):
        if word not in met:
            met.add(word)
            found[number][word] = None
    return {number: sorted(found[number]) for number in sorted(found)}


def written(name: str, about: str, names: dict[int, list[str]]) -> Iterator[str]:
    """A table as lines of Python."""
    yield f"{name}: Mapping[int, str] = {{"
    for number, group in names.items():
        line = ""
        yield f"    {number}: ("
        for word in group:
            if len(line) + len(word) > 96:
                yield f'        "{line}"'
                line = ""
            line += word + " "
        yield f'        "{line.rstrip()}"'
        yield "    ),"
    yield "}"
    yield f'"""{about}"""'


def main() -> None:
    """Write the module."""
    months = table("months", set())
    days = table("days", {word for group in months.values() for word in group})
    lines = [
        '"""What months and days of the week are called, folded by `reader.sources.folding`, from CLDR.',
        "",
        "Written by training/dates/month_names.py. `_` stands for the space in a name of two words.",
        '"""',
        "",
        "from collections.abc import Mapping",
        "",
        *written("MONTHS", "Names by the number of the month.", months),
        "",
        *written("WEEKDAYS", "Names by the number of the day, Monday 0; none that is a month's name too.", days),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
