"""Text that knows where in its source each of its characters stood."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

Span = tuple[int, int]
"""Where something begins and ends in the source, in code points."""

Run = tuple[int, int, int]
"""So many characters, from where in the source (-1: they do not stand there), made of how many there."""


class Traced:
    """A text, cut and joined out of another one; each run of it stands there as it is, or as a whole (`&amp;`)."""

    __slots__ = ("_starts", "runs", "text")

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        """`runs` cover the text."""
        self.text = text
        self.runs = runs
        self._starts: Sequence[int] | None = None

    @classmethod
    def of(cls, source: str) -> "Traced":
        """All of a source."""
        return cls(source, [(len(source), 0, len(source))] if source else [])

    @classmethod
    def made(cls, text: str) -> "Traced":
        """A text that does not stand in the source."""
        return cls(text, [(len(text), -1, 0)] if text else [])

    @classmethod
    def joined(cls, parts: Iterable["Traced"], between: str = "") -> "Traced":
        """Parts as one, with the same between all of them."""
        texts: list[str] = []
        runs: list[Run] = []
        for part in parts:
            if texts and between:
                runs.append((len(between), -1, 0))
            texts.append(part.text)
            runs += part.runs
        return cls(between.join(texts), runs)

    def __add__(self, other: "Traced") -> "Traced":
        """Both as one."""
        return Traced(self.text + other.text, [*self.runs, *other.runs])

    def cut(self, start: int, end: int) -> "Traced":
        """The part from one place to another."""
        if start <= 0 and end >= len(self.text):
            return self
        end = min(end, len(self.text))
        if start >= end:
            return Traced("", [])
        if self._starts is None:
            self._starts = list(accumulate((length for length, _, _ in self.runs), initial=0))
        found: list[Run] = []
        number = bisect_right(self._starts, start) - 1
        while number < len(self.runs) and self._starts[number] < end:
            length, at, width = self.runs[number]
            begin = self._starts[number]
            first, stop = max(start, begin) - begin, min(end, begin + length) - begin
            verbatim = at >= 0 and length == width
            found.append((stop - first, at + first, stop - first) if verbatim else (stop - first, at, width))
            number += 1
        return Traced(self.text[start:end], found)

    def strip(self) -> "Traced":
        """It without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def rstrip(self) -> "Traced":
        """It without white space at its end."""
        return self.cut(0, len(self.text.rstrip()))

    def lines(self) -> list["Traced"]:
        """Its lines."""
        found = []
        start = 0
        for line in self.text.split("\n"):
            found.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return found

    def sub(self, pattern: re.Pattern[str], kept: Callable[[re.Match[str]], Span]) -> "Traced":
        """It with only a part kept of whatever the pattern finds."""
        parts = []
        after = 0
        for match in pattern.finditer(self.text):
            parts += [self.cut(after, match.start()), self.cut(*kept(match))]
            after = match.end()
        return Traced.joined([*parts, self.cut(after, len(self.text))]) if after else self

    def expandtabs(self, size: int) -> "Traced":
        """It with spaces for its tabs."""
        if "\t" not in self.text:
            return self
        return Traced.joined(map(_Tabs(size), self.lines()), "\n")

    def spans(self) -> Iterator[Span | None]:
        """Where in the source each of its characters stands."""
        for length, at, width in self.runs:
            if at < 0:
                yield from (None for _ in range(length))
            elif length == width:
                yield from ((at + number, at + number + 1) for number in range(length))
            else:
                yield from ((at, at + width) for _ in range(length))


class _Tabs:
    """A line with spaces for its tabs."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __call__(self, line: Traced) -> Traced:
        parts: list[Traced] = []
        column = after = 0
        for at, char in enumerate(line.text):
            if char != "\t":
                continue
            parts.append(line.cut(after, at))
            column += at - after
            width = self.size - column % self.size
            parts.append(Traced(" " * width, [(width, start, size) for _, start, size in line.cut(at, at + 1).runs]))
            column += width
            after = at + 1
        return Traced.joined([*parts, line.cut(after, len(line.text))])
