"""The recogniser of the house: the network's scores, and around them what the dictionary and the article itself know.

The layers do not correct each other's results. Each says what speaks for a mention, as hints (`tokenized.Hint`) that
are added to the scores, and the text is decoded again: so a hint can join what was split, fill a gap, or lose against a
network that is sure. One pass of the network serves for all of it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from reader.model import Kind, Mention
from reader.names.broken import View, whole
from reader.ner import compounds, consistency, declaration_hints, inverted, kinds, other_languages
from reader.ner.boilerplate import without_boilerplate
from reader.ner.boundaries import trimmed
from reader.ner.caseless import without_guesses
from reader.ner.parting import parted
from reader.ner.tokenized import Hint, Span, TokenizedText, tokenize

if TYPE_CHECKING:
    from reader.ner.decode import Decoder, Scores
    from reader.ner.known import Known

LEAST = 0.4
"""Confidence below which a span is no mention: such are wrong more often than right (measured on the dev sets)."""
_CHARACTERS_AT_ONCE = 400_000
"""Text read in one go, so that the memory for scores stays bounded (some 10 MB) however many texts are asked for."""


class Scorer(Protocol):
    """What gives the scores: the network, or nothing but a prior."""

    @property
    def labels(self) -> Sequence[str]:
        """The labels, in the order of the scores."""
        ...

    def scores(self, batch: Sequence[TokenizedText]) -> "list[Scores]":
        """Log-probabilities [word, label] for every text."""
        ...


class Blank:
    """No network: every label but `O` is unlikely, so only hints make mentions."""

    labels = ("O", *(f"{part}-{kind}" for kind in Kind if kind.folded is kind for part in "BIES"))
    TRUST = 3.0
    """What hints are multiplied by where nothing else speaks: then they suffice."""
    _UNLIKELY = -5.0
    """Nats below `O`, less than any hint of the dictionary so multiplied."""

    def scores(self, batch: Sequence[TokenizedText]) -> "list[Scores]":
        """The same for every word."""
        import numpy as np

        found = [np.full((len(tokenized.words), len(self.labels)), self._UNLIKELY, np.float32) for tokenized in batch]
        for scores in found:
            scores[:, 0] = 0
        return found


class Layered:
    """A `Recogniser`: scores, the dictionary's names (if given one), declared names, the article's own consistency."""

    def __init__(
        self, name: str, scorer: Scorer, decoder: "Decoder", known: "Known | None" = None, trust: float = 1.0
    ) -> None:
        self.name = name
        self._trust = trust
        self._scorer = scorer
        self._decoder = decoder
        self._known = known

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """See `Recogniser.recognise`; what a text is read with changes nothing in its mentions."""
        found: list[list[Mention]] = []
        begin = 0
        while begin < len(texts):
            stop, size = begin, 0
            while stop < len(texts) and (stop == begin or size + len(texts[stop]) <= _CHARACTERS_AT_ONCE):
                size += len(texts[stop])
                stop += 1
            views = [self._views(text) for text in texts[begin:stop]]
            batch = [tokenize(last.text) for _, last in views]
            read = zip(texts[begin:stop], views, batch, self._scorer.scores(batch), strict=True)
            for text, through, tokenized, scores in read:
                mentions = _as_given(through, self._mentions(tokenized, scores))
                if self._known is not None and (more := self._known.caseless.mentions(text)):
                    mentions = sorted([*mentions, *more], key=lambda mention: mention.start)
                found.append(without_boilerplate(text, mentions))
            begin = stop
        return found

    def _views(self, text: str) -> tuple[View, View]:
        """What a text is read through: with no name broken, and in that with joined names parted."""
        unbroken = whole(text)
        return unbroken, compounds.parted(unbroken.text, self._known)

    def _mentions(self, tokenized: TokenizedText, scores: "Scores") -> list[Mention]:
        alone = self._decode(tokenized, scores, {}, None)
        hints = _by_sentence(tokenized, self._hints(tokenized))
        spans = self._decode(tokenized, scores, hints, alone)
        flat = [span for sentence in spans for span in sentence]
        declarations = declaration_hints.declarations(tokenized, flat)
        article = [*declaration_hints.hints(tokenized, declarations), *consistency.hints(tokenized, flat)]
        together = {number: hints.get(number, []) + more for number, more in _by_sentence(tokenized, article).items()}
        final = [
            [s for s in sentence if s.confidence >= LEAST]
            for sentence in self._decode(tokenized, scores, together, spans)
        ]
        final = inverted.joined(tokenized, other_languages.corrected(tokenized, final))
        final = [without_guesses(tokenized, sentence) for sentence in final]
        flat = [span for sentence in final for span in sentence]
        return finished(tokenized, flat, _who(final, alone, hints | together), self._known)

    def _hints(self, tokenized: TokenizedText) -> list[Hint]:
        """What the dictionary has to say."""
        return [*self._known.hints(tokenized), *compounds.hints(tokenized, self._known)] if self._known else []

    def _decode(
        self,
        tokenized: TokenizedText,
        scores: "Scores",
        hints: Mapping[int, Sequence[Hint]],
        before: Sequence[list[Span]] | None,
    ) -> list[list[Span]]:
        """The spans of each sentence; those without hints stay as they were before, if they were decoded before."""
        found = list(before) if before is not None else [[] for _ in tokenized.sentences]
        numbers = list(hints) if before is not None else list(range(len(tokenized.sentences)))
        work = []
        for number in numbers:
            first, stop = tokenized.sentences[number]
            shifted = [
                Hint(h.first - first, h.stop - first, h.kind, h.weight * self._trust, h.by)
                for h in hints.get(number, ())
                if self._decoder.knows(h.kind)
            ]
            work.append(self._decoder.hinted(scores[first:stop], shifted) if shifted else scores[first:stop])
        for number, spans in zip(numbers, self._decoder.decode(work), strict=True):
            first = tokenized.sentences[number][0]
            found[number] = [Span(s.first + first, s.stop + first, s.kind, s.confidence) for s in spans]
        return found


def _as_given(views: Sequence[View], mentions: list[Mention]) -> list[Mention]:
    """The mentions of the last view where they stand in the text that the first one is of."""
    found = []
    for mention in mentions:
        span = mention.start, mention.end
        for view in reversed(views):
            span = view.span(*span)
        same = span == (mention.start, mention.end)
        found.append(mention if same else replace(mention, start=span[0], end=span[1]))
    return found


def _by_sentence(tokenized: TokenizedText, hints: Iterable[Hint]) -> dict[int, list[Hint]]:
    starts = [first for first, _ in tokenized.sentences]
    found: dict[int, list[Hint]] = {}
    for hint in hints:
        found.setdefault(bisect_right(starts, hint.first) - 1, []).append(hint)
    return found


def _who(
    final: Sequence[Sequence[Span]], alone: Sequence[Sequence[Span]], hints: Mapping[int, Sequence[Hint]]
) -> list[str]:
    """Who found each span: the network if it would have without help, else whoever hinted at just that span."""
    by = []
    for number, sentence in enumerate(final):
        unaided = {(s.first, s.stop, s.kind) for s in alone[number]}
        # What the dictionary knows stays its own, also where the rest of the article agrees.
        hinted = {(h.first, h.stop, h.kind): h.by for h in reversed(hints.get(number, ()))}
        keys = [(s.first, s.stop, s.kind) for s in sentence]
        by += ["model" if key in unaided else hinted.get(key, "model") for key in keys]
    return by


def finished(
    tokenized: TokenizedText, spans: Sequence[Span], by: Sequence[str], known: "Known | None"
) -> list[Mention]:
    """Spans as mentions of the text: the name alone, with the finer kinds."""
    names = [
        (name, who)
        for span, who in zip(spans, by, strict=True)
        for part in parted(tokenized, span, known)
        if (name := trimmed(tokenized, part))
    ]
    fine = kinds.refined(tokenized, [name for name, _ in names], known)
    return [
        Mention(tokenized.words[s.first].start, tokenized.words[s.stop - 1].end, kind, round(s.confidence, 4), who)
        for (s, who), kind in zip(names, fine, strict=True)
    ]
