"""Texts to mentions: the network and, around it, the dictionary and what an article itself declares."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.config import expanded, packaged
from reader.model import Field, Mention
from reader.ner.protocol import Recogniser

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary
    from reader.ner.known import Known

__all__ = ["DEFAULT", "Recogniser", "load", "recognise_document", "recognise_documents"]

DEFAULT = "tadmor"
"""The recogniser used when none is named."""

_SHIPPED = {DEFAULT: ("open", "model"), "fast": ("open", "fast"), "full": ("full", "model")}
"""The weights that come with the package: their set, and the network of those in it."""

_GAP = "\n\n"
"""Between title and body when they are read as one text: a line break ends a sentence."""


def load(name: str = DEFAULT, dictionary: "Dictionary | None" = None, threads: int = 1) -> Recogniser:
    """The recogniser of this name, ready to be used from one thread at a time.

    `tadmor` is the network with the dictionary and the declared names around it; `fast` is the same with a small
    network that the other one taught, `full` with weights learnt from more texts, `weights:FOLDER` with weights that
    `training/` wrote; `dictionary` is the same without a network, many times faster and blind to what it does not
    know. `spacy:MODEL` runs a spaCy pipeline. Other names are looked up among the entry points of the group
    `tadmor.recognisers`, whose objects are called with `dictionary` and `threads`. Raises TadmorError when there is no
    such recogniser or it cannot start.
    """
    kind, _, folder = name.partition(":")
    if name in _SHIPPED or kind == "weights":
        from reader.ner.decode import Decoder
        from reader.ner.layered import Layered
        from reader.ner.transformer import load_network

        if name in _SHIPPED:
            weights, size = _SHIPPED[name]
            network = load_network(packaged("ner", "weights", weights), size, threads)
        else:
            network = load_network(expanded(folder), threads=threads)
        return Layered(name, network, Decoder(network.labels), _known(dictionary))
    if name == "dictionary":
        from reader.ner.decode import Decoder
        from reader.ner.layered import Blank, Layered

        return Layered(name, Blank(), Decoder(Blank.labels), _known(dictionary), Blank.TRUST)
    from reader.ner.plugins import load_plugin

    return load_plugin(name, dictionary, threads)


def recognise_document(recogniser: Recogniser, title: str, text: str) -> list[Mention]:
    """The mentions of one article, those of its title first, each sorted by where they start."""
    return next(recognise_documents(recogniser, [(title, text)]))


def recognise_documents(recogniser: Recogniser, documents: Sequence[tuple[str, str]]) -> Iterator[list[Mention]]:
    """As `recognise_document`, for many articles (title, body), in their order.

    Title and body are read as one text, so that what the body makes clear is known of the title too.
    """
    joined = [title + _GAP + text if title else text for title, text in documents]
    for (title, _), mentions in zip(documents, recogniser.recognise(joined), strict=True):
        shift = len(title) + len(_GAP) if title else 0
        in_title = [replace(m, field=Field.TITLE) for m in mentions if m.end <= len(title)]
        in_body = [
            replace(m, start=m.start - shift, end=m.end - shift, field=Field.BODY) for m in mentions if m.start >= shift
        ]
        yield in_title + in_body if title else in_body


def _known(dictionary: "Dictionary | None") -> "Known | None":
    if dictionary is None:
        return None
    from reader.ner.known import Known

    return Known(dictionary)
