"""Evidence as the library keeps it: JSON, so that the card can say why, in the words of the time it was decided."""

import json
from collections.abc import Iterable

from reader.model import Evidence, Sign


def dump(evidence: Iterable[Evidence]) -> str:
    """Evidence as one line of JSON: a list of [sign, rule, words, weight]."""
    return json.dumps([[one.sign.value, one.rule, one.words, one.weight] for one in evidence], ensure_ascii=False)


def load(text: str) -> tuple[Evidence, ...]:
    """What `dump` wrote."""
    return tuple(Evidence(Sign(sign), rule, words, weight) for sign, rule, words, weight in json.loads(text))
