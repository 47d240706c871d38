"""Evidence as the library keeps it: its facts as JSON, so that the card can say why."""

import json
from collections.abc import Iterable
from typing import Any

from reader.model import Evidence, Judged, Sign, Verdict


def dump(evidence: Iterable[Evidence]) -> str:
    """Evidence as one line of JSON: a list with a list of its fields for each, as far as they say anything."""
    rows = [_row(one) for one in evidence]
    return json.dumps(rows, ensure_ascii=False) if rows else "[]"


def _row(one: Evidence) -> list[Any]:
    judged = one.judged and [one.judged.verdict, one.judged.at, one.judged.why]
    row = [one.sign, one.mechanism, one.weight, one.names, one.numbers, one.left, one.right, one.article, judged]
    row.append(one.told)
    while not row[-1] and len(row) > _FEWEST:
        row.pop()
    return row


_FEWEST = 3
"""Fields that are always there: sign, mechanism, weight."""


def load(text: str) -> tuple[Evidence, ...]:
    """What `dump` wrote, now or when it wrote sentences; nothing where linking has yet to look.

    Then a row was sign, rule, sentence, weight, and the two pieces: the sentence is kept as it was told.
    """
    rows = json.loads(text) if text else ()
    return tuple(_told(*row) if isinstance(row[2], str) else _facts(*row) for row in rows)


def _told(sign: str, rule: str, sentence: str, weight: float, left: str = "", right: str = "") -> Evidence:
    return Evidence(Sign(sign), rule, weight, left=left, right=right, told=sentence)


def _facts(
    sign: str,
    mechanism: str,
    weight: float,
    names: Iterable[str] = (),
    numbers: Iterable[float] = (),
    left: str = "",
    right: str = "",
    article: str = "",
    judged: tuple[str, str, str] | None = None,
    told: str = "",
) -> Evidence:
    said = Judged(Verdict(judged[0]), *judged[1:]) if judged else None
    return Evidence(Sign(sign), mechanism, weight, tuple(names), tuple(numbers), left, right, article, said, told)
