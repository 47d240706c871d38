"""Markdown files: front matter off, text without inline marks, block marks kept as they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.sources import fields
from reader.sources.article import Draft
from reader.sources.notes import split_properties, unlinked, unlinked_value
from reader.sources.text import joint_of
from reader.sources.traced import Traced

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER_LIMIT = 100_000
"""Longest front matter read as YAML, in code points."""

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)(?:\n|\A)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?<![\w-])([\w-]+):[ \t]*(.*)\Z")
_TAG = re.compile(r"<[^<>]*>")
_MARKERS = re.compile(r"[^>\s]")
_PIPE = re.compile(r"\\\|")


def read_markdown(text: str) -> Draft:
    """An article from the text of a Markdown file, its line ends as in the file."""
    front, rest = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    said, note = split_properties(Traced.of(rest))
    found = {name: unlinked_value(value) for name, value in fields.pick({**said, **front}).items()}
    heading, body = traced(unlinked(note), found["title"])
    draft = Draft.of(body.text, {**found, "title": found["title"] or heading.text})
    draft.wrapped = False
    draft.markdown = rest.strip("\n")
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
    heading, body = traced(Traced.of(text), title)
    return heading.text, body.text


def traced(text: Traced, title: str = "") -> tuple[Traced, Traced]:
    """The same as `plain`, with where everything stands."""
    from reader.sources.markdown_tokens import parser

    text = text.expandtabs(4)
    lines = text.lines()
    blocks = list(_leaves(parser().parse(text.text)))
    heading = Traced("", [])
    if blocks and blocks[0][0] == "h1":
        _, (start, end), token = blocks[0]
        words = _inline(token, _content(token, lines[start:end]))
        if not title or " ".join(words.text.split()) == " ".join(title.split()):
            heading = words
            del blocks[0]
    out: list[Traced] = []
    after = 0
    for name, (start, end), token in blocks:
        if out:
            out += [line.rstrip() for line in lines[after:start] if not _MARKERS.search(line.text)]
        out += _block(name, token, lines[start:end])
        after = end
    return heading, Traced.joined(out, "\n")


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


def _block(name: str, token: "Token", source: Sequence[Traced]) -> list[Traced]:
    if name == "row":
        cells = [_inline(cell, content) for cell, content in _cells(token, source[0])]
        return [Traced.joined(cells, " | ")]
    if name == "code":
        return [Traced.made(line) for line in token.content.rstrip("\n").split("\n")]
    if name == "html":
        import html

        head, *comments = token.content.split("<!--")
        kept = head + "".join(comment.partition("-->")[2] for comment in comments)
        text = html.unescape(_TAG.sub("", kept)).strip()
        return [Traced.made(line) for line in text.split("\n")] if text else []
    first = token.content.split("\n", 1)[0].rstrip()
    at = source[0].text.rfind(first) if first else -1
    prefix = source[0].text[:at] if at >= 0 else ""
    if name != "p" and not prefix.rstrip().endswith("#"):
        prefix += "#" * int(name[1:]) + " "
    words, *further = _inline(token, _content(token, source)).lines()
    hanging = Traced.made("".join(char if char == ">" else " " for char in prefix))
    return [Traced.made(prefix) + words, *(hanging + line for line in further)]


def _content(token: "Token", source: Sequence[Traced]) -> Traced:
    """What a block holds, out of its lines: each of it is the end of a line, but for marks behind a heading."""
    parts = []
    for number, line in enumerate(token.content.split("\n")):
        at = source[number].text.rfind(line.rstrip()) if number < len(source) else -1
        found = source[number].cut(at, at + len(line)) if at >= 0 else None
        parts.append(found if found is not None and found.text == line else Traced.made(line))
    return Traced.joined(parts, "\n")


def _cells(row: "Token", line: Traced) -> Iterator[tuple["Token", Traced]]:
    """The cells of a row with what they hold; a pipe within one has a backslash before it in the line."""
    after = 0
    for cell in row.children or []:
        written = cell.content.replace("|", "\\|")
        at = line.text.find(written, after)
        if at < 0:
            yield cell, Traced.made(cell.content)
            continue
        after = at + len(written)
        found = line.cut(at, after).sub(_PIPE, lambda pipe: (pipe.end() - 1, pipe.end()))
        yield cell, found if found.text == cell.content else Traced.made(cell.content)


def _inline(token: "Token", content: Traced) -> Traced:
    """The words of a block without marks, soft breaks joined; a hard break is a line end."""
    from reader.sources.markdown_tokens import text_of

    out: list[Traced] = []
    soft = False
    for child in token.children or []:
        words = Traced("", [])
        match child.type:
            case "softbreak":
                soft = True
                continue
            case "hardbreak":
                words = Traced.made("\n")
            case "text" | "text_special":
                words = text_of(child, content)
            case "code_inline":
                words = Traced.made(child.content)
            case "image":
                # Nothing can be marked in what stands for a picture.
                words = Traced.made(_inline(child, Traced.of(child.content)).text)
            case "html_inline" if child.content.lower().startswith("<br"):
                words = Traced.made("\n")
        if words.text:
            if soft:
                out.append(Traced.made(joint_of(out[-1].text if out else "", words.text)))
                soft = False
            out.append(words)
    return Traced.joined(out).strip()
