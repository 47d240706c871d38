"""Where an article's words stand in the Markdown that they were read from."""

from dataclasses import dataclass

from reader.sources.markdown import traced
from reader.sources.notes import split_properties, unlinked
from reader.sources.traced import Span, Traced

Spans = tuple[Span | None, ...]
"""Of each character, where it stands; None where it stands nowhere, or nothing may be put around it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a title and a body stand in their Markdown."""

    title: Spans
    """Empty where it does not stand there."""
    body: Spans


def places(markdown: str, title: str, body: str) -> Places | None:
    """Where an article's title and body stand in its Markdown; None where that does not read as they do."""
    _, note = split_properties(Traced.of(markdown))
    note = unlinked(note)
    for named in ("", title):
        heading, text = traced(note, named)
        found = _along(body, text)
        if found is not None:
            return Places(_along(title, heading) or () if heading.text else (), found)
    first, _, rest = body.partition("\n\n")
    # The title was the text's first line, or its second, behind the date.
    for before, after in (("", body), (first, rest)):
        found = _along(f"{before}\n{title}\n{after}", text)
        if found is not None:
            start = len(before) + 1
            gap = (None,) * (len(body) - len(before) - len(after))
            end = start + len(title)
            return Places(found[start:end], (*found[: len(before)], *gap, *found[end + 1 :]))
    return None


def _along(words: str, text: Traced) -> Spans | None:
    """Where each character of words stands, in a text that they are but for white space; None where they are not."""
    if "".join(words.split()) != "".join(text.text.split()):
        return None
    spans = iter([span for char, span in zip(text.text, text.spans(), strict=True) if not char.isspace()])
    return tuple(None if char.isspace() else next(spans) for char in words)
