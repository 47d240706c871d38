"""The language of a text, by the text: pages often claim that of their template."""

from functools import cache
from typing import Any

ENOUGH = 200
"""A shorter text, in code points, does not outweigh what its source says."""

SAMPLE = 600
"""How much of a text is looked at, in code points: more makes no difference."""

SURE = 0.9
"""From this probability a text that nothing is said of has its language."""

CONTRADICTS = 0.99
"""From this probability a text contradicts what its source says."""

_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko"
    " ku ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz"
    " vi zh"
)
"""Languages that news is written in: among few, a short text is seldom taken for a rare one."""

_ONE = tuple(
    frozenset(codes.split())
    for codes in ("no nb nn da", "zh yue wuu cmn", "hr bs sr sh cnr", "id ms in", "tl fil", "fa prs", "he iw", "cs sk")
)
"""Languages that are told from each other by little, or are one under several codes: then the source is believed."""


def language_of(text: str, said: str) -> str:
    """The language of a text (BCP 47), given what its source says (the same, or empty); empty when not known."""
    sample = text[:SAMPLE]
    if (len(text) < ENOUGH and said) or not any(map(str.isalpha, sample)):
        return said
    found, probability = _identifier().classify(sample)
    if not said:
        return str(found) if probability >= SURE and len(text) >= ENOUGH // 4 else ""
    primary = said.split("-")[0]
    same = found == primary or any(found in one and primary in one for one in _ONE)
    return said if same or probability < CONTRADICTS else str(found)


@cache
def _identifier() -> Any:
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages([*set(_LANGUAGES.split()) & set(identifier.labels)])
    return identifier
