"""GLiNER's models as recognisers, where a user has them on disk: the extra `tadmor[gliner]`.

GLiNER is asked in words which kinds to look for, so it is asked for all of ours; what it knows of states and armed
groups is its own, and the dictionary refines it as it refines our network.
"""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from reader.config import expanded
from reader.logs import reason, where
from reader.model import Kind, Mention, TadmorError
from reader.ner.foreign import Marked, mentions_of, parts_of
from reader.ner.known import Known
from reader.ner.protocol import Recogniser

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary

_log = logging.getLogger(__name__)

LABELS = {
    "person": Kind.PERSON,
    "organization": Kind.ORGANISATION,
    "armed group": Kind.ARMED_GROUP,
    "country": Kind.STATE,
    "location": Kind.PLACE,
    "nationality, religion or ethnic group": Kind.GROUP,
    "event, law or work": Kind.OTHER,
}
"""What GLiNER is asked for, in the words that its training used, and the kinds that they stand for."""
LEAST = 0.4
"""Score below which a mark is left out, as for our own network."""
AT_ONCE = 1_200
"""Characters read at once: GLiNER cuts what is longer than some 380 words, without saying so."""


class Model(Protocol):
    """What is used of a GLiNER model."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, Any]]:
        """Dicts with `start`, `end` (code points), `label` and `score`."""
        ...


def load_gliner(path: str, dictionary: "Dictionary | None" = None) -> Recogniser:
    """A GLiNER model from a folder on this machine; nothing is fetched.

    Raises TadmorError when GLiNER is not installed, or the folder holds no such model.
    """
    try:
        from gliner import GLiNER  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise TadmorError("GLiNER is not installed: install it with the extra, tadmor[gliner].") from error
    folder = expanded(path)
    if not folder.is_dir():
        raise TadmorError(f"{path} is no folder with a GLiNER model: download the model, then name its folder.")
    try:
        model = GLiNER.from_pretrained(str(folder), local_files_only=True)
    except Exception as error:  # torch, transformers and GLiNER each raise their own
        _log.exception("The GLiNER model in %r did not start", path)
        raise TadmorError(f"The GLiNER model in {path} did not start ({reason(error)}). {where()}") from error
    return Gliner(f"gliner:{path}", model, Known(dictionary) if dictionary else None)


class Gliner:
    """A `Recogniser` around a GLiNER model; the house's rules for boundaries and finer kinds are applied after it."""

    def __init__(self, name: str, model: Model, known: Known | None = None) -> None:
        self.name = name
        self._model = model
        self._known = known

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """See `Recogniser.recognise`."""
        return [self._mentions(text) for text in texts]

    def _mentions(self, text: str) -> list[Mention]:
        marked = sorted(
            Marked(found["start"] + offset, found["end"] + offset, LABELS[found["label"]], float(found["score"]))
            for offset, part in parts_of(text, AT_ONCE)
            for found in self._model.predict_entities(part, list(LABELS), threshold=LEAST)
            if found["label"] in LABELS
        )
        return mentions_of(text, marked, self.name, self._known)
