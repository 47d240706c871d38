"""Markdown taken apart by markdown-it, its texts with where they stand in their block."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from reader.sources.traced import Run, Traced

_RUNS = "runs"
_TEXTS = ("text", "text_special")


@cache
def parser() -> MarkdownIt:
    """The parser of the house: CommonMark with tables and struck words.

    Indented code is off: in saved articles an indented line is a paragraph's first. Texts are not joined, as they say
    where they stand.
    """
    made = MarkdownIt("commonmark")
    made.inline = _Inline()
    made.configure("commonmark")
    return made.disable(["code", "text_join", "fragments_join"]).enable(["table", "strikethrough"])


def text_of(token: Token, content: Traced) -> Traced:
    """The words of a text of a block, whose content it stands in."""
    runs: Sequence[Run] | None = token.meta.get(_RUNS)
    if runs is None:
        return Traced.made(token.content)
    parts = []
    at = 0
    for length, start, width in runs:
        words = token.content[at : at + length]
        source = content.cut(start, start + width)
        at += length
        if length == width:
            parts.append(Traced(words, source.runs))
        else:
            spans = [span for span in source.spans() if span is not None]
            whole = (length, spans[0][0], spans[-1][1] - spans[0][0]) if spans else (length, -1, 0)
            parts.append(Traced(words, [whole]))
    return Traced.joined(parts)


class _State(StateInline):
    """What is known while a block is taken apart; `runs` is where the text stands that no token holds yet."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.runs: list[Run] = []

    def pushPending(self) -> Token:
        """See the base; spaces before a line's end may have gone from the text."""
        left = len(self.pending)
        runs = []
        for length, at, width in self.runs:
            if left > 0:
                runs.append((min(length, left), at, min(width, left) if width == length else width))
            left -= length
        token = super().pushPending()
        token.meta[_RUNS] = runs
        self.runs = []
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """See the base; where all that was pending were spaces before a line's end, no text is left of it."""
        if not self.pending:
            self.runs = []
        return super().push(ttype, tag, nesting)

    def follow(self, at: int, tokens: int) -> None:
        """Say where what a rule made stands, which read from `at`, when there were so many `tokens`."""
        for token in self.tokens[tokens:]:
            if token.type not in _TEXTS or _RUNS in token.meta or not token.content:
                continue
            length = len(token.content)
            if token.type == "text_special":
                token.meta[_RUNS] = [(length, at, self.pos - at)]
            elif self.src.startswith(token.content, at):
                token.meta[_RUNS] = [(length, at, length)]
                at += length
        grown = len(self.pending) - sum(length for length, _, _ in self.runs)
        if grown > 0:
            self.runs.append((grown, at, self.pos - at))


class _Inline(ParserInline):
    """The parser of what stands in a block, as the library has it, that follows where its texts come from."""

    def tokenize(self, state: StateInline) -> None:
        """See the base."""
        rules = self.ruler.getRules("")
        deepest = state.md.options["maxNesting"]
        end = state.posMax
        while state.pos < end:
            at, tokens = state.pos, len(state.tokens)
            if state.level >= deepest or not any(rule(state, False) for rule in rules):
                state.pending += state.src[state.pos]
                state.pos += 1
            if isinstance(state, _State):
                state.follow(at, tokens)
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """See the base."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
