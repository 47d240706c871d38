"""Evidence as the library keeps it: JSON, so that the card can say why, in the words of the time it was decided."""

import json
from collections.abc import Iterable

from reader.model import Evidence, Sign


def dump(evidence: Iterable[Evidence]) -> str:
    """Evidence as one line of JSON: a list of [sign, rule, words, weight], and left and right where pieces stand."""
    return json.dumps([_row(one) for one in evidence], ensure_ascii=False)


def _row(one: Evidence) -> list[object]:
    pieces = [one.left, one.right] if one.left or one.right else []
    return [one.sign.value, one.rule, one.words, one.weight, *pieces]


def load(text: str) -> tuple[Evidence, ...]:
    """What `dump` wrote, now or before evidence had pieces."""
    return tuple(
        Evidence(Sign(sign), rule, words, weight, *pieces) for sign, rule, words, weight, *pieces in json.loads(text)
    )
