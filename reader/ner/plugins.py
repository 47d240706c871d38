"""Recognisers of others behind our protocol: registered by entry point, or models of a library that the user has."""

import logging
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reader.logs import reason, where
from reader.model import TadmorError
from reader.ner.protocol import Recogniser
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary

_log = logging.getLogger(__name__)

ENTRY_POINTS = "tadmor.recognisers"
"""Group of entry points by which another package registers a recogniser: a callable with `dictionary` and `threads`."""

OURS = ("tadmor", "fast", "full", "weights:FOLDER", "dictionary")
"""What comes with the package."""


def names() -> list[str]:
    """Every name that `load` takes on this machine; of GLiNER's models, which may lie anywhere, only `gliner:PATH`."""
    return [*OURS, *sorted(point.name for point in entry_points(group=ENTRY_POINTS)), *_spacy_names(), *_gliner_names()]


def _spacy_names() -> list[str]:
    if find_spec("spacy") is None:
        return []
    from reader.ner.spacy_models import installed

    return [f"spacy:{model}" for model in installed()]


def _gliner_names() -> list[str]:
    return ["gliner:PATH"] if find_spec("gliner") is not None else []


def load_plugin(name: str, dictionary: "Dictionary | None", threads: int) -> Recogniser:
    """A recogniser that is not ours.

    Raises TadmorError when nobody registered the name, or what is registered fails or is no recogniser.
    """
    library, colon, model = name.partition(":")
    if colon and library == "spacy":
        from reader.ner.spacy_models import load_spacy

        return load_spacy(model, dictionary)
    if colon and library == "gliner":
        from reader.ner.gliner_models import load_gliner

        return load_gliner(model, dictionary)
    point = next(iter(entry_points(group=ENTRY_POINTS, name=name)), None)
    if point is None:
        raise TadmorError(f"There is no recogniser called {clean_line(name, 60)!r}; there are: {', '.join(names())}.")
    try:
        recogniser = point.load()(dictionary=dictionary, threads=threads)
    except Exception as error:  # whatever a stranger's package raises, a person must be told which one it was
        _log.exception("The recogniser %r of %s did not start", name, point.value)
        raise TadmorError(
            f"The recogniser {name!r} of {point.value} did not start ({reason(error)}). {where()}"
        ) from error
    if not isinstance(recogniser, Recogniser):
        raise TadmorError(f"The recogniser {name!r} of {point.value} does not follow the protocol: it is not used.")
    return recogniser
