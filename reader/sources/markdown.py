"""Markdown files: front matter off, text without inline marks, block marks kept as they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reader.sources import fields
from reader.sources.article import Draft
from reader.sources.notes import split_properties, unlinked
from reader.sources.text import joint_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FRONT_MATTER_LIMIT = 100_000
"""Longest front matter read as YAML, in code points."""

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)(?:\n|\A)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?<![\w-])([\w-]+):[ \t]*(.*)\Z")
_TAG = re.compile(r"<[^<>]*>")
_MARKERS = re.compile(r"[^>\s]")


def read_markdown(text: str) -> Draft:
    """An article from the text of a Markdown file, its line ends as in the file."""
    front, rest = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    said, rest = split_properties(rest)
    found = {name: unlinked(value) for name, value in fields.pick({**said, **front}).items()}
    rest = unlinked(rest)
    heading, body = plain(rest, found["title"])
    draft = Draft.of(body, {**found, "title": found["title"] or heading})
    draft.wrapped = False
    return draft


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The fields of YAML front matter, and the text after it; what is no valid YAML is read line by line."""
    match = _FRONT.match(text)
    if not match:
        return {}, text
    import yaml

    loaded: object = None
    if len(match[1]) <= FRONT_MATTER_LIMIT:
        try:
            # Everything stays a string: dates are parsed by our own rules, and no tag makes an object.
            loaded = yaml.load(match[1], Loader=yaml.BaseLoader)
        except (yaml.YAMLError, RecursionError, ValueError):
            loaded = {
                pair[1]: pair[2].strip().strip("\"'") for line in match[1].split("\n") if (pair := _PAIR.match(line))
            }
    return (loaded, text[match.end() :]) if isinstance(loaded, dict) else ({}, text)


def plain(text: str, title: str = "") -> tuple[str, str]:
    """The first heading (of level 1, before any other text) and the text without inline marks.

    That heading is left out of the text when there is no `title`, or when it is the title. Text that only has
    paragraphs of one line, headings, lists and quotes, without inline marks, comes out as it went in.
    """
    parser = _parser()
    lines = text.expandtabs(4).split("\n")
    blocks = list(_leaves(parser.parse("\n".join(lines))))
    heading = ""
    if blocks and blocks[0][0] == "h1":
        words = _inline(blocks[0][2])
        if not title or " ".join(words.split()) == " ".join(title.split()):
            heading = words
            del blocks[0]
    out: list[str] = []
    after = 0
    for name, (start, end), token in blocks:
        if out:
            out += [line.rstrip() for line in lines[after:start] if not _MARKERS.search(line)]
        out += _block(name, token, lines[start:end])
        after = end
    return heading, "\n".join(out)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Indented code is off: in saved articles an indented line is a paragraph's first.
    return MarkdownIt("commonmark").disable("code").enable(["table", "strikethrough"])


def _leaves(tokens: Sequence["Token"]) -> Iterator[tuple[str, tuple[int, int], "Token"]]:
    """The blocks that hold text, each with its name (`h1`, `p`, `row`, `code`, `html`) and source lines."""
    name = ""
    row: Token | None = None
    for token in tokens:
        match token.type:
            case "heading_open" | "paragraph_open":
                name = token.tag
            case "tr_open":
                row = token
            case "tr_close" if row is not None and row.map:
                yield "row", (row.map[0], row.map[1]), row
                row = None
            case "inline" if row is not None:
                row.children = [*(row.children or []), token]
            case "inline" if token.map:
                yield name, (token.map[0], token.map[1]), token
            case "fence" if token.map:
                yield "code", (token.map[0], token.map[1]), token
            case "html_block" if token.map:
                yield "html", (token.map[0], token.map[1]), token


def _block(name: str, token: "Token", source: Sequence[str]) -> list[str]:
    if name == "row":
        return [" | ".join(_inline(cell).strip() for cell in token.children or [])]
    if name == "code":
        return token.content.rstrip("\n").split("\n")
    if name == "html":
        import html

        head, *comments = token.content.split("<!--")
        kept = head + "".join(comment.partition("-->")[2] for comment in comments)
        text = html.unescape(_TAG.sub("", kept)).strip()
        return text.split("\n") if text else []
    first = token.content.split("\n", 1)[0].rstrip()
    at = source[0].rfind(first) if first else -1
    prefix = source[0][:at] if at >= 0 else ""
    if name != "p" and not prefix.rstrip().endswith("#"):
        prefix += "#" * int(name[1:]) + " "
    text, *further = _inline(token).split("\n")
    hanging = "".join(char if char == ">" else " " for char in prefix)
    return [prefix + text, *(hanging + line for line in further)]


def _inline(token: "Token") -> str:
    """The words of a block without marks, soft breaks joined; a hard break is a line end."""
    out: list[str] = []
    soft = False
    for child in token.children or []:
        words = ""
        match child.type:
            case "softbreak":
                soft = True
                continue
            case "hardbreak":
                words = "\n"
            case "text" | "code_inline" | "text_special":
                words = child.content
            case "image":
                words = _inline(child)
            case "html_inline" if child.content.lower().startswith("<br"):
                words = "\n"
        if words:
            if soft:
                out.append(joint_of(out[-1] if out else "", words))
                soft = False
            out.append(words)
    return "".join(out).strip()
