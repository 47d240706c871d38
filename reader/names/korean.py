"""Korean names in several romanisations: McCune-Reischauer, the Revised one, and what families made of them.

"Park Chung-hee" is also Pak Chong-hui and Bak Jeonghui. A letter may stand for several vowels, so syllables are not
put into classes: two are one where some reading of either is the same. Facts of the romanisations, collected by us.
"""

import re
from functools import lru_cache

_INITIALS = {
    "kk": "k", "kh": "k", "k": "k", "g": "k", "tt": "t", "th": "t", "t": "t", "d": "t", "pp": "p", "ph": "p", "p": "p",
    "b": "p", "jj": "c", "j": "c", "ch": "c", "ss": "s", "sh": "s", "s": "s", "r": "l", "l": "l", "n": "n", "m": "m",
    "h": "h",
}  # fmt: skip
_VOWELS = {
    "a": "a", "ah": "a", "ae": "ae", "ai": "ae", "ay": "ae", "e": "e ae", "eh": "e ae", "ya": "ya", "yae": "yae ye",
    "ye": "ye yae", "o": "o eo", "oh": "o eo", "eo": "eo", "uh": "eo", "u": "u eo eu", "oo": "u", "ou": "eo u",
    "eu": "eu", "i": "i ui", "ee": "i ui", "ui": "ui", "eui": "ui", "yeo": "yeo", "yu": "yu yeo", "yo": "yo yeo",
    "yoo": "yu", "you": "yeo", "wa": "wa", "wo": "wo", "weo": "wo", "wae": "oe", "we": "oe", "oe": "oe", "oi": "oe",
    "wi": "wi", "wee": "wi", "woo": "u", "wu": "u",
}  # fmt: skip
_FINALS = {
    "k": "k", "g": "k", "ck": "k", "n": "n", "t": "t", "d": "t", "l": "l", "r": "l", "m": "m", "p": "p", "b": "p",
    "ng": "ng",
}  # fmt: skip
_FAMILIES = frozenset(
    """kim gim lee yi ri rhee li park pak bak choi choe jung chung jeong chong kang gang cho jo yoon yun lim im rim shin
    sin kwon gwon ahn an yoo yu ryu ryoo moon mun roh noh no ro baek paek paik ko koh go koo ku gu hur heo huh suh seo
    so woo joo ju chu oh byun pyon byeon hwang seong sung song han hong nam min jang chang bae pae cha chun jeon chon ha
    heo hyun hyon yeom pyo tak to do bong pong""".split()
)


def _any_of(parts: dict[str, str]) -> str:
    return "|".join(sorted(parts, key=lambda part: (-len(part), part)))


_SYLLABLE = re.compile(f"({_any_of(_INITIALS)})?({_any_of(_VOWELS)})({_any_of(_FINALS)})?")
_LONGEST = 16
"""Letters of the longest word that is looked at: no Korean name has a longer one."""

Syllable = tuple[str, frozenset[str], str]
"""The class of its first consonant, the vowels that it may have, the class of its last consonant."""


@lru_cache(maxsize=1 << 15)
def korean_syllables(token: str) -> tuple[tuple[Syllable, ...], ...]:
    """Every way to read a folded word as one or two Korean syllables; none when it is no such word."""
    if len(token) > _LONGEST:
        return ()
    cuts = [(token,), *((token[:at], token[at:]) for at in range(1, len(token)))]
    read = [tuple(map(_syllable, parts)) for parts in cuts]
    return tuple(tuple(one for one in parts if one) for parts in read if all(parts))


def _syllable(text: str) -> Syllable | None:
    match = _SYLLABLE.fullmatch(text.replace("wh", "hw"))
    if match is None:
        return None
    return _INITIALS.get(match[1] or "", ""), frozenset(_VOWELS[match[2]].split()), _FINALS.get(match[3] or "", "")


@lru_cache(maxsize=1 << 15)
def one_in_korean(one: str, two: str) -> bool:
    """Whether two folded words may be one Korean word in two romanisations."""
    return any(
        len(mine) == len(theirs) and all(map(_one_syllable, mine, theirs))
        for mine in korean_syllables(one)
        for theirs in korean_syllables(two)
    )


def _one_syllable(one: Syllable, two: Syllable) -> bool:
    return one[0] == two[0] and one[2] == two[2] and not one[1].isdisjoint(two[1])


def is_korean_family(token: str) -> bool:
    """Whether a folded word is a Korean family name."""
    return token in _FAMILIES


def is_korean_given(text: str) -> bool:
    """Whether a word may be one syllable of a Korean given name, as hyphens part them."""
    return _syllable(text.casefold()) is not None
