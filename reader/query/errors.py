"""A filter that cannot be read: what is wrong with it, and where."""

import unicodedata

from reader.model import TadmorError


class QuerySyntaxError(TadmorError):
    """A filter that cannot be read; `position` is the code point in it where the trouble starts."""

    def __init__(self, message: str, position: int, *, start: int | None = None, growing: bool = False) -> None:
        """`start`: where the term begins that is in trouble; `growing`: whether more letters may put it right."""
        super().__init__(message)
        self.position = position
        self.start = position if start is None else start
        self.growing = growing
        self.text = ""
        """The whole filter, once it is known."""

    def caret(self) -> str:
        """A line to stand under the filter, in a font of fixed width: a caret where the trouble starts."""
        before = self.text[: self.position]
        cells = sum(
            0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in before
        )
        return " " * cells + "^"
