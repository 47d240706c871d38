"""spaCy's pipelines as recognisers, where a user has them: the extra `tadmor[spacy]`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from reader.model import Kind, Mention, TadmorError
from reader.ner.foreign import UNTOLD, Marked, mentions_of, parts_of
from reader.ner.known import Known
from reader.ner.protocol import Recogniser

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary

KINDS = {
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


class Language(Protocol):
    """What is used of a spaCy pipeline."""

    max_length: int

    def __call__(self, text: str) -> Any:
        """A spaCy `Doc`: its `ents` have `label_`, `start_char`, `end_char`."""
        ...


def installed() -> list[str]:
    """The pipelines that spaCy finds on this machine."""
    import spacy.util  # type: ignore[import-not-found,unused-ignore]

    return sorted(spacy.util.get_installed_models())


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
    return Spacy(f"spacy:{model}", pipeline, Known(dictionary) if dictionary else None)


class Spacy:
    """A `Recogniser` around a spaCy pipeline; the house's rules for boundaries and finer kinds are applied after it."""

    def __init__(self, name: str, pipeline: Language, known: Known | None = None) -> None:
        self.name = name
        self._pipeline = pipeline
        self._known = known

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """See `Recogniser.recognise`. A text longer than the pipeline reads at once is read in parts."""
        return [self._mentions(text) for text in texts]

    def _mentions(self, text: str) -> list[Mention]:
        marked = [
            Marked(entity.start_char + offset, entity.end_char + offset, KINDS[entity.label_], UNTOLD)
            for offset, part in parts_of(text, int(self._pipeline.max_length))
            for entity in self._pipeline(part).ents
            if entity.label_ in KINDS
        ]
        return mentions_of(text, marked, self.name, self._known)
