"""Recognisers of others behind our protocol: by entry point, and spaCy pipelines that the user has."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Protocol

from reader.model import Kind, Mention, TadmorError
from reader.recognise.layered import finished
from reader.recognise.protocol import Recogniser
from reader.recognise.reading import Span, sheet_of
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary
    from reader.recognise.known import Known

ENTRY_POINTS = "tadmor.recognisers"
"""Group of entry points by which another package registers a recogniser: a callable with `dictionary` and `threads`."""

SPACY_KINDS = {
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
    "EVENT": Kind.OTHER,
    "WORK_OF_ART": Kind.OTHER,
    "LAW": Kind.OTHER,
    "PRODUCT": Kind.OTHER,
    "MISC": Kind.OTHER,
}
"""Labels of spaCy's own pipelines (OntoNotes and WikiNER schemes); dates and amounts are not actors."""
UNTOLD = 0.5
"""Confidence of a mention whose recogniser does not say how sure it is."""


def names() -> list[str]:
    """Every name that `load` takes on this machine, `spacy:MODEL` for the models aside."""
    return ["tadmor", "dictionary", *sorted(point.name for point in entry_points(group=ENTRY_POINTS))]


class Language(Protocol):
    """What is used of a spaCy pipeline."""

    max_length: int

    def __call__(self, text: str) -> Any:
        """A spaCy `Doc`: its `ents` have `label_`, `start_char`, `end_char`."""
        ...


def load_plugin(name: str, dictionary: "Dictionary | None", threads: int) -> Recogniser:
    """A recogniser that is not ours.

    Raises TadmorError when nobody registered the name, or what is registered fails or is no recogniser.
    """
    if name.startswith("spacy:"):
        return load_spacy(name.removeprefix("spacy:"), dictionary)
    point = next(iter(entry_points(group=ENTRY_POINTS, name=name)), None)
    if point is None:
        raise TadmorError(f"There is no recogniser called {name!r}; there are: {', '.join(names())}.")
    try:
        recogniser = point.load()(dictionary=dictionary, threads=threads)
    except Exception as error:  # whatever a stranger's package raises, a person must be told which one it was
        raise TadmorError(
            f"The recogniser {name!r} of {point.value} did not start: {clean_line(str(error), 200)}."
        ) from error
    if not isinstance(recogniser, Recogniser):
        raise TadmorError(f"The recogniser {name!r} of {point.value} does not follow the protocol: it is not used.")
    return recogniser


def load_spacy(model: str, dictionary: "Dictionary | None" = None) -> Recogniser:
    """A spaCy pipeline as a recogniser.

    Raises TadmorError when spaCy or the model is not installed.
    """
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise TadmorError("spaCy is not installed: install it with the extra, tadmor[spacy].") from error
    try:
        pipeline = spacy.load(model)
    except (OSError, ValueError) as error:
        raise TadmorError(f"spaCy has no model {model!r} on this machine: install the model first.") from error
    from reader.recognise.known import Known

    return Spacy(f"spacy:{model}", pipeline, Known(dictionary) if dictionary else None)


class Spacy:
    """A `Recogniser` around a spaCy pipeline; the house's rules for boundaries and finer kinds are applied after it."""

    def __init__(self, name: str, pipeline: "Language", known: "Known | None" = None) -> None:
        self.name = name
        self._pipeline = pipeline
        self._known = known

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """See `Recogniser.recognise`. A text longer than the pipeline reads at once is read in parts."""
        return [self._mentions(text) for text in texts]

    def _mentions(self, text: str) -> list[Mention]:
        sheet = sheet_of(text)
        starts = [word.start for word in sheet.words]
        spans: list[Span] = []
        for offset, part in _parts(text, int(self._pipeline.max_length)):
            for entity in self._pipeline(part).ents:
                kind = SPACY_KINDS.get(entity.label_)
                first = bisect_left(starts, entity.start_char + offset)
                stop = bisect_left(starts, entity.end_char + offset)
                if kind is not None and first < stop and (not spans or spans[-1].stop <= first):
                    spans.append(Span(first, stop, kind, UNTOLD))
        return finished(sheet, spans, [self.name] * len(spans), self._known)


def _parts(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """A text in parts of at most `limit` characters, parted at line breaks or spaces where it can be."""
    begin = 0
    while len(text) - begin > limit:
        cut = max(text.rfind("\n", begin, begin + limit), text.rfind(" ", begin, begin + limit)) + 1
        cut = cut if cut > begin else begin + limit
        yield begin, text[begin:cut]
        begin = cut
    yield begin, text[begin:]
