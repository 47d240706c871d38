"""Writes `reader/sources/closed_words.py`: words in one that a hyphen at a line's end may part like a compound.

    python -m training.words.closed_words

From the whole words in the vocabulary that the network's weights come with: its thirty thousand most frequent.
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from reader.sources.text import FOLLOWS, LEADS

ROOT = Path(__file__).parents[2]
VOCABULARY = ROOT / "reader" / "ner" / "weights" / "open" / "vocab.txt"
TARGET = ROOT / "reader" / "sources" / "closed_words.py"


def closed(words: Iterator[str]) -> Iterator[str]:
    """Those that begin as English compounds do ("counterpart"), or end so ("within")."""
    for word in words:
        if word.isascii() and word.isalpha() and len(word) > 3:
            begins = any(word.startswith(lead) and len(word) > len(lead) + 1 for lead in LEADS)
            if begins or any(word.endswith(end) and len(word) > len(end) + 1 for end in FOLLOWS):
                yield word


def main() -> None:
    """Write the table."""
    words = sorted(set(closed(iter(VOCABULARY.read_text("utf-8").split()))))
    about = '"""Words in one whose parts make compounds, too; written by `training/words/closed_words.py`."""'
    lines = fill(" ".join(words), 112, break_long_words=False, initial_indent="    ", subsequent_indent="    ")
    TARGET.write_text(f'{about}\n\nCLOSED = frozenset(\n    """\n{lines}\n    """.split()\n)\n', "utf-8")


if __name__ == "__main__":
    main()
