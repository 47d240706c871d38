"""Articles that are nothing but names, and what recognises them."""

import re
from collections.abc import Sequence
from pathlib import Path

from reader.model import Kind, Mention


class Listed:
    """Recognises what stands after its kind on a line of its own."""

    name = "listed"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """The mentions of each text."""
        pattern = re.compile(r"^([a-z ]+): (.+)$", re.MULTILINE)
        return [
            [Mention(m.start(2), m.end(2), Kind(m.group(1)), 0.95, self.name) for m in pattern.finditer(text)]
            for text in texts
        ]


def write(folder: Path, articles: Sequence[Sequence[str]]) -> list[Path]:
    """Every article as a file that has a name a line, each after its kind: "person: Lena Brandt"."""
    files = []
    for number, names in enumerate(articles):
        files.append(folder / f"article-{number}.md")
        files[-1].write_text(f"# Report {number}\n\n" + "\n\n".join(names) + "\n", encoding="utf-8")
    return files
