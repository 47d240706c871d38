"""One form of letters and digits for what is looked up in tables: months, days, words beside a date."""

import unicodedata
from functools import lru_cache

_LIKE = str.maketrans(
    {
        "ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": "", "׳": "", "’": "'", "_": " ",
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "⁄": "/", "∕": "/", "،": ",", "、": ",", "。": ".",
    }
)  # fmt: skip


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """A text without case, accents and marks that cannot be seen, its digits in ASCII, its dashes and slashes as one.

    `_` becomes a space. Lengths change: offsets of the result are not those of the text.
    """
    if text.isascii():
        return text.lower().replace("_", " ")
    kept = []
    for char in unicodedata.normalize("NFKD", text.casefold()):
        kind = unicodedata.category(char)
        if kind == "Nd":
            kept.append(str(unicodedata.decimal(char)))
        elif kind[0] != "M" and kind != "Cf":
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept).translate(_LIKE))
