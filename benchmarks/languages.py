"""What the recogniser does with texts that are not English: `python benchmarks/languages.py`.

Reads `languages/*.txt`, sentences of our own with their names marked; prints, a language, the share of names found with
the right span, and with the right kind too, and how sure it was beside how often it was right.
"""

import re
from pathlib import Path

from reader.model import Kind
from reader.ner import load
from reader.services.dictionaries import builtin_dictionary

KINDS = {"p": Kind.PERSON, "o": Kind.ORGANISATION, "l": Kind.PLACE, "g": Kind.GROUP, "x": Kind.OTHER}
_MARKED = re.compile(r"\[([^|\]]+)\|(\w)\]")


def read(path: Path) -> tuple[str, set[tuple[int, int, Kind]]]:
    """A file's text, and where its names stand."""
    text, at, marks = "", 0, set()
    marked = path.read_text("utf-8")
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()] + match[1]
        marks.add((len(text) - len(match[1]), len(text), KINDS[match[2]]))
        at = match.end()
    return text + marked[at:], marks


def main() -> None:
    """Print the table."""
    recogniser = load(dictionary=builtin_dictionary())
    print("language  names  found  right span  right kind too  promised  kept")
    for path in sorted((Path(__file__).parent / "languages").glob("*.txt")):
        text, gold = read(path)
        [mentions] = recogniser.recognise([text])
        found = {(m.start, m.end, m.kind.folded) for m in mentions}
        spans = {mark[:2] for mark in gold} & {mark[:2] for mark in found}
        promised = sum(m.confidence for m in mentions) / max(1, len(mentions))
        kept = len(gold & found) / max(1, len(found))
        counts = f"{len(gold):>5}  {len(found):>5}  {len(spans):>10}  {len(gold & found):>14}"
        print(f"{path.stem:<8}  {counts}  {promised:>8.2f}  {kept:>4.2f}")


if __name__ == "__main__":
    main()
