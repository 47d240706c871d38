"""How Markdown reads: its blocks, marks and words in a line, so that two texts can be held against each other."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.export.escape import ANCHOR

_ENDS = re.compile("\x02[a-z]+_(open|close)")

Shape = tuple[str, ...]
"""How a text reads to each of the parsers."""


@cache
def _parsers() -> Sequence[MarkdownIt]:
    """CommonMark, and what most viewers add to it."""
    return MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tag(name: str) -> str:
    """How a mark reads; what it says of itself stands behind its name."""
    return f"\x02{name}\x03"


def is_whole(shape: str) -> bool:
    """Whether every mark that begins in a part of a shape ends there, and the other way round."""
    depth = 0
    for end in _ENDS.findall(shape):
        depth += 1 if end == "open" else -1
        if depth < 0:
            return False
    return depth == 0


def link_to(label: str) -> str:
    """How the beginning of a link to an actor reads."""
    return tag(f"link_open #{ANCHOR}{label} ")


class Shapes:
    """Reads parts of one Markdown text, in which the actors' labels lead to their entries."""

    def __init__(self, text: str, labels: Iterable[str]) -> None:
        """`ends` says whether what is written behind the text would be read as no part of its last block."""
        ours = {label.upper(): {"title": "", "href": f"#{ANCHOR}{label}"} for label in labels}
        self._references: list[Mapping[str, Any]] = []
        self.tokens: Sequence[Token] = ()
        self.ends = True
        for parser in _parsers():
            env: dict[str, Any] = {}
            self.tokens = parser.parse(text, env)
            self._references.append({**env.get("references", {}), **ours})
            last = parser.parse(f"{text}\n\n## x\n")[-3:]
            self.ends &= [token.type for token in last] == ["heading_open", "inline", "heading_close"]
            self.ends &= last[0].level == 0 and last[0].tag == "h2" and last[1].content == "x"

    def read(self, text: str) -> Shape:
        """How a part reads."""
        return tuple(
            "".join(_shape(parser.parse(text, {"references": dict(references)})))
            for parser, references in zip(_parsers(), self._references, strict=True)
        )

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The lines of each outermost block."""
        for token in self.tokens:
            if token.level == 0 and token.nesting >= 0 and token.map:
                yield token.map[0], token.map[1]

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """The lines of each paragraph that is in no table and no quotation."""
        inside = 0
        name = ""
        for token in self.tokens:
            if token.type in ("blockquote_open", "blockquote_close", "table_open", "table_close"):
                inside += token.nesting
            elif token.type != "inline":
                name = token.type
            elif not inside and name == "paragraph_open" and token.map:
                yield token.map[0], token.map[1]


def _shape(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _shape(token.children or [])
        elif token.type in ("text", "text_special"):
            yield token.content
        elif token.type == "softbreak":
            yield "\n"
        elif token.type == "html_inline":
            yield tag(token.content)
        elif token.type == "link_open":
            yield tag(f"link_open {token.attrs['href']} {token.attrs.get('title', '')}")
        elif token.type in ("strong_open", "strong_close", "link_close"):
            yield tag(token.type)
        else:
            about = [token.type, token.tag, token.markup, token.info, *map(str, token.attrs.values())]
            inside = token.content + "".join(_shape(token.children or []))
            # Brackets that lead nowhere, as in code, are not those of a link by name.
            yield tag(" ".join(about) + inside.replace("[", "\x05"))
