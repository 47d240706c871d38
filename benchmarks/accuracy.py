"""How well Tadmor recognises and links, beside its peers in the same run.

    python benchmarks/accuracy.py --gold DIR [--names DIR] [--nomenklatura PYTHON]
        [--only recognition|linking|names|end-to-end] [--recognisers NAME ...]

`DIR` holds gold sets as JSON Lines ({"id", "title", "text", "mentions": [{"start", "end", "kind", "actor"}]}) under
the names in `LINKED` and `RECOGNISED`; a file that is not there is left out. Linking is measured with the gold
mentions, by CoNLL F1 over those with an identity, across all documents of a set; end to end with our own, by link F1:
B-cubed over spans, where a mention with a wrong span is wrong. Recognition is exact span and kind, the kinds folded as
the gold sets know them, and spaCy's models where they are installed. Needs the development dependencies (scipy).
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.metrics import Linking, Score, linking, spans
from benchmarks.name_pairs import report_names
from reader.linking import chains_of, resolve
from reader.model import Document, Kind, Mention, TadmorError
from reader.names.dictionary import Dictionary
from reader.names.fold import fold
from reader.services.dictionaries import builtin_dictionary

LINKED = ("aida-train", "aida-dev", "dwie-train", "seeds")
RECOGNISED = (
    "conll2003-dev",
    "worldwide-dev",
    "re3d-dev",
    "crossner-politics-dev",
    "crossner-politics-test",
    "uner-ewt-dev",
    "seeds",
)
RECOGNISERS = ("tadmor", "fast", "full", "spacy:en_core_web_sm", "spacy:en_core_web_md")
END_TO_END = ("aida-dev", "seeds")
KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold set: documents, and the identity of each mention by document and index."""

    name: str
    documents: Sequence[Document]
    actors: Sequence[Sequence[str | None]]


def read_gold(folder: Path, name: str) -> Gold | None:
    """Read a gold set, from the folder or its subfolder `open`; None when it is in neither."""
    for path in (folder / f"{name}.jsonl", folder / "open" / f"{name}.jsonl"):
        if path.exists():
            break
    else:
        return None
    documents, actors = [], []
    for line in path.read_text("utf-8").splitlines():
        data = json.loads(line)
        marks = [m for m in data["mentions"] if m["kind"] in set(Kind)]
        mentions = [Mention(m["start"], m["end"], Kind(m["kind"]), 1.0, "given") for m in marks]
        # A title that opens the text is not linked twice.
        documents.append(Document(str(data["id"]), "", data["text"], mentions))
        actors.append([m.get("actor") for m in marks])
    return Gold(name, documents, actors)


Key = tuple[int, int]
Linker = Callable[[Gold], Mapping[Key, object]]


def _texts(gold: Gold) -> Iterator[tuple[Key, str, Kind]]:
    for number, document in enumerate(gold.documents):
        for index, mention in enumerate(document.mentions):
            yield (number, index), document.text[mention.start : mention.end], mention.kind


def kinds_of(gold: Gold) -> Mapping[Key, Kind]:
    """The kind of every gold mention."""
    return {key: kind for key, _, kind in _texts(gold)}


def actors_of(gold: Gold) -> Mapping[Key, str]:
    """The identity of every gold mention that has one."""
    return {
        (number, index): actor
        for number, row in enumerate(gold.actors)
        for index, actor in enumerate(row)
        if actor is not None
    }


def link_ours(gold: Gold) -> Mapping[Key, object]:
    """Tadmor's actors for the gold mentions."""
    return link_with(gold, builtin_dictionary())


def link_with(gold: Gold, dictionary: Dictionary) -> Mapping[Key, object]:
    """Tadmor's actors for the gold mentions, with a dictionary."""
    chains, members = [], {}
    for number, document in enumerate(gold.documents):
        for chain in chains_of(document, dictionary):
            chains.append(chain)
            members[chain.id] = [(number, index) for index in chain.members]
    found = resolve(chains, dictionary)
    return {key: cluster.key for cluster in found.clusters for chain in cluster.chains for key in members[chain]}


def link_exact(gold: Gold) -> Mapping[Key, object]:
    """One actor a spelling."""
    return {key: text for key, text, _ in _texts(gold)}


def link_folded(gold: Gold) -> Mapping[Key, object]:
    """One actor a folded spelling."""
    return {key: fold(text) for key, text, _ in _texts(gold)}


def link_fuzzy(scorer: Callable[..., float], cutoff: float) -> Linker:
    """Single-link clustering of spellings by a rapidfuzz scorer from a cutoff."""

    def link(gold: Gold) -> Mapping[Key, object]:
        import numpy as np
        from rapidfuzz import process
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import connected_components

        texts = {key: text for key, text, _ in _texts(gold)}
        names = sorted(set(texts.values()))
        scores = process.cdist(names, names, scorer=scorer, score_cutoff=cutoff, dtype=np.uint8)
        _, label = connected_components(csr_matrix(scores >= cutoff), directed=False)
        of = dict(zip(names, label.tolist(), strict=True))
        return {key: of[text] for key, text in texts.items()}

    return link


LINKERS: Mapping[str, Linker] = {
    "exact": link_exact,
    "folded": link_folded,
    "WRatio>=85": link_fuzzy(fuzz.WRatio, 85),
    "WRatio>=90": link_fuzzy(fuzz.WRatio, 90),
    "token_set>=90": link_fuzzy(fuzz.token_set_ratio, 90),
    "Tadmor": link_ours,
}


def _percent(value: float) -> str:
    return f"{100 * value:6.1f}"


def report_linking(folder: Path) -> None:
    """Linking with gold mentions: everything, persons alone for every system, and the other kinds for us."""
    print("\nLinking, gold mentions (per cent)")
    print(
        f"{'set':12} {'system':24} {'CoNLL':>6} {'MUC':>6} {'B3':>6} {'CEAFe':>6} {'pair P':>6} {'pair R':>6} {'s':>6}"
    )
    for name in LINKED:
        gold = read_gold(folder, name)
        if gold is None:
            continue
        actors, kinds = actors_of(gold), kinds_of(gold)
        for system, link in LINKERS.items():
            started = time.perf_counter()
            found = link(gold)
            seconds = time.perf_counter() - started
            _linking_row(name, system, linking(actors, found), seconds)
            for kind in (*KINDS, Kind.OTHER):
                part = {key: actor for key, actor in actors.items() if kinds[key] is kind}
                if part and (kind is Kind.PERSON or link is link_ours):
                    _linking_row(name, f"{system}, {kind}", linking(part, found), None)


def _linking_row(name: str, system: str, score: Linking, seconds: float | None) -> None:
    cells = (score.conll, score.muc.f1, score.b3.f1, score.ceafe.f1, score.pairs.precision, score.pairs.recall)
    took = "" if seconds is None else f"{seconds:6.1f}"
    print(f"{name:12} {system:24} {' '.join(_percent(cell) for cell in cells)} {took}")


def _recognisers(names: Iterable[str]) -> Iterator[tuple[str, Callable[[Sequence[str]], list[list[Mention]]]]]:
    from reader.ner import load

    for name in names:
        try:
            recogniser = load(name, builtin_dictionary())
        except (TadmorError, FileNotFoundError) as error:
            print(f"{name}: not measured ({error})")
            continue
        yield name, recogniser.recognise


def _spans_of(found: Sequence[Sequence[Mention]]) -> set[tuple[int, int, int, Kind]]:
    return {
        (number, m.start, m.end, m.kind.folded)
        for number, mentions in enumerate(found)
        for m in mentions
        if m.kind.folded in (*KINDS, Kind.GROUP)
    }


def report_recognition(folder: Path, names: Iterable[str]) -> None:
    """Recognition on every set, by kind, and how many words each recogniser reads in a second of one core's time."""
    print("\nRecognition, exact span and kind (per cent); words for each second of one core's time")
    kinds = " ".join(f"{kind:>6.6}" for kind in (*KINDS, Kind.GROUP))
    print(f"{'set':22} {'system':26} {'F1':>6} {'P':>6} {'R':>6}  {kinds} {'words/s':>8}")
    systems = list(_recognisers(names))
    for name in RECOGNISED:
        gold = read_gold(folder, name)
        if gold is None:
            continue
        wanted = _spans_of([d.mentions for d in gold.documents])
        for system, recognise in systems:
            started = time.process_time()
            found = _spans_of(recognise([d.text for d in gold.documents]))
            speed = sum(len(d.text.split()) for d in gold.documents) / (time.process_time() - started)
            by_kind = [
                spans({s for s in wanted if s[3] is k}, {s for s in found if s[3] is k}).f1
                for k in (*KINDS, Kind.GROUP)
            ]
            # The headline is over the three kinds that all sets mark.
            score = spans({s for s in wanted if s[3] in KINDS}, {s for s in found if s[3] in KINDS})
            cells = " ".join(_percent(cell) for cell in (score.f1, score.precision, score.recall))
            print(f"{name:22} {system:26} {cells}  {' '.join(_percent(cell) for cell in by_kind)} {speed:8,.0f}")


def report_end_to_end(folder: Path) -> None:
    """Own mentions, own links: a link is right when two mentions with right spans are joined in gold and here."""
    from reader.ner import load

    print("\nEnd to end, own mentions (per cent)")
    print(f"{'set':12} {'link F1':>7} {'P':>6} {'R':>6}  {'spans F1':>8}")
    try:
        recogniser = load("tadmor", builtin_dictionary(), 2)
    except (TadmorError, FileNotFoundError) as error:
        print(f"not measured ({error})")
        return
    for name in END_TO_END:
        gold = read_gold(folder, name)
        if gold is None:
            continue
        # A set without marks of kind `other` has none for nationalities and events: ours of those kinds are left out.
        marked = {m.kind.folded for d in gold.documents for m in d.mentions}
        wanted = set(Kind) if Kind.OTHER in marked or Kind.GROUP in marked else marked
        found = [
            [m for m in mentions if m.kind.folded in wanted]
            for mentions in recogniser.recognise([d.text for d in gold.documents])
        ]
        own = Gold(name, [Document(d.id, "", d.text, m) for d, m in zip(gold.documents, found, strict=True)], ())
        ours = {_place(own, key): actor for key, actor in link_ours(own).items()}
        theirs = {
            _place(gold, (n, i)): actor
            for n, row in enumerate(gold.actors)
            for i, actor in enumerate(row)
            if actor is not None
        }
        without = {_place(gold, (n, i)) for n, row in enumerate(gold.actors) for i, a in enumerate(row) if a is None}
        ours = {place: actor for place, actor in ours.items() if place not in without}
        score = link_score(theirs, ours)
        span = spans(theirs, ours)
        cells = f"{_percent(score.f1):>7} {_percent(score.precision)} {_percent(score.recall)}"
        print(f"{name:12} {cells}  {_percent(span.f1):>8}")


def _place(gold: Gold, key: Key) -> tuple[int, int, int]:
    mention = gold.documents[key[0]].mentions[key[1]]
    return key[0], mention.start, mention.end


def link_score(gold: Mapping[tuple[int, int, int], object], found: Mapping[tuple[int, int, int], object]) -> Score:
    """B-cubed over spans, where a span that only one side has counts as wrong for the other."""
    both = gold.keys() & found.keys()
    overlap: dict[tuple[object, object], int] = {}
    for place in both:
        pair = gold[place], found[place]
        overlap[pair] = overlap.get(pair, 0) + 1
    sizes = [_sizes(found), _sizes(gold)]
    right = [
        sum(count * count / size[pair[side]] for pair, count in overlap.items())
        for side, size in ((1, sizes[0]), (0, sizes[1]))
    ]
    return Score(right[0] / len(found) if found else 0.0, right[1] / len(gold) if gold else 0.0)


def _sizes(clustering: Mapping[tuple[int, int, int], object]) -> dict[object, int]:
    sizes: dict[object, int] = {}
    for label in clustering.values():
        sizes[label] = sizes.get(label, 0) + 1
    return sizes


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder with the gold sets")
    parser.add_argument(
        "--names", type=Path, help="folder with name pairs; default: the folder `names` beside the gold sets"
    )
    parser.add_argument("--nomenklatura", help="Python interpreter that has nomenklatura; default: this one")
    parser.add_argument("--only", choices=("recognition", "linking", "names", "end-to-end"))
    parser.add_argument(
        "--recognisers", nargs="+", default=RECOGNISERS, metavar="NAME", help="which to measure; default: %(default)s"
    )
    chosen = parser.parse_args()
    names = chosen.names or chosen.gold.resolve().parent / "names"
    reports: dict[str, Callable[[], None]] = {
        "linking": lambda: report_linking(chosen.gold),
        "names": lambda: report_names(names, chosen.nomenklatura),
        "recognition": lambda: report_recognition(chosen.gold, chosen.recognisers),
        "end-to-end": lambda: report_end_to_end(chosen.gold),
    }
    for name, report in reports.items():
        if chosen.only in (None, name):
            report()


if __name__ == "__main__":
    main()
