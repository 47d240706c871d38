"""Where words that were sought stand in a text as it is written: searching compares bare letters, readers see these."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from reader.names.fold import APOSTROPHES
from reader.names.searchable import WORDS, asked, plain_words
from reader.names.unspaced import LETTERS, STACKS, lone, marks, single, unspaced

Sought = tuple[str, bool]
"""Words in their order, and whether the last of them may go on."""

_VOICED = re.compile("[\u3099\u309a\uff9e\uff9f]")
"""The Japanese sign for a voiced sound, where it is written apart from its letter."""
_JOINT = r"(?:['\"׳״]|-\n)?"
"""What may stand inside a word that is typed in one piece."""
_LETTER = f"[^\\W_{LETTERS}]"
"""A letter or digit of a script that parts its words."""


class _Signs(dict[int, str]):
    """Each sign's bare letters; what stands between words stays, all apostrophes as one."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = WORDS[code]
        self[code] = "'" if sign in APOSTROPHES else sign if plain == " " else plain
        return self[code]


_SIGNS = _Signs()


def places(text: str, sought: Iterable[Sought]) -> Iterator[tuple[int, int]]:
    """The places `[start, end)`, in code points, of what was sought: whole words, in whatever form they are written."""
    found = [_pattern(words, prefix) for words, prefix in sought]
    if not any(found):
        return
    pattern = re.compile("|".join(filter(None, found)))
    if text.isascii():
        yield from (match.span() for match in pattern.finditer(text.lower()))
        return
    plain, starts = _laid_out(text)
    for match in pattern.finditer(plain):
        # Signs without letters of their own that follow, such as accents, belong to the last letter; a sign that is
        # taken apart into several letters is marked whole.
        yield starts[match.start()], max(starts[match.end()], starts[match.end() - 1] + 1)


def _laid_out(text: str) -> tuple[str, Sequence[int]]:
    """The bare letters of a text, and for each of them, and for the end, where in the text it comes from."""
    pieces = list(map(_SIGNS.__getitem__, map(ord, text)))
    for match in _VOICED.finditer(text, 1):
        at = match.start()
        voiced = unicodedata.normalize("NFKC", text[at - 1 : at + 1]).translate(_SIGNS)
        pieces[at - 1], pieces[at] = voiced, ""
    if set(map(len, pieces)) == {1}:
        return "".join(pieces), range(len(text) + 1)
    starts = [at for at, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*starts, len(text)]


def _pattern(words: str, prefix: bool) -> str:
    forms = [_form(form, prefix) for form in _forms(words)]
    return "|".join(form for form in forms if form)


def _forms(text: str) -> Iterator[list[str]]:
    """The words, as they are written and without their apostrophes."""
    yield plain_words(text).split()
    if len(text.split()) == 1:
        yield from ([whole.words] for whole in asked(text)[1:])


def _form(words: list[str], prefix: bool) -> str:
    if not words:
        return ""
    first, last = words[0][0], words[-1]
    # The signs of Indic and other scripts are part of words; letters of Latin have none left.
    more = "" if "".join(words).isascii() else f"(?![{marks()}])"
    before = f"(?<![{STACKS}])" if unspaced(first) else f"(?<!{_LETTER})" + more.replace("?!", "?<!")
    if not prefix and len(words) == 1 and single(last) and not lone(last):
        # By itself only.
        before, after = before + f"(?<![{LETTERS}{marks()}])", f"(?![{LETTERS}{marks()}])"
    elif unspaced(last[-1]) or (unicodedata.category(last[-1])[0] == "M" and unspaced(last)):
        after = more
    else:
        after = f"(?:{_LETTER}|[{marks()}])*" if prefix else f"(?!{_LETTER})" + more
    return before + r"[\W_]+".join(_JOINT.join(map(re.escape, word.lower())) for word in words) + after
