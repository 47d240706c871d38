"""Pairs of names: the four verdicts, and match or no match beside the peers, in one run.

A file of pairs with verdicts has the columns name1, name2, type1, type2, verdict; one of matches has case_group,
schema, name1, name2, is_match. Groups that start with `synth_` were proposed by a language model and are reported
apart: their labels contradict each other more often. nomenklatura (logic-v2) is measured when an interpreter has it.
"""

import csv
import json
import random
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from benchmarks.metrics import Score, spans
from reader.linking import chains_of, resolve
from reader.model import Document, Kind, Mention, Verdict
from reader.names.analyse import analyse
from reader.names.compare import Comparison, compare
from reader.names.dictionary import Dictionary
from reader.names.fold import fold
from reader.names.likeness import FEWEST_CONSONANTS
from reader.names.scripts import consonant_key, romanise
from reader.services.dictionaries import builtin_dictionary

SCHEMAS = {"Person": Kind.PERSON, "Company": Kind.ORGANISATION, "Organization": Kind.ORGANISATION, "Vessel": Kind.OTHER}
AUTO_LINK = 0.9
"""Our score from which two names are linked without a person."""
SAMPLE = 4000
"""Words of each script that are looked at."""
SURE = 0.99
"""Precision at which the highest recall is looked for."""
WORTH_MATCHING = 0.5
"""Our score from which two names are more likely one than not."""

Row = Mapping[str, str]

_NOMENKLATURA = """
import json, sys
from followthemoney import model
from nomenklatura.matching import get_algorithm
algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()
def entity(name, schema, number):
    # The algorithm caches names by the entity's id: each needs its own.
    made = model.make_entity(schema)
    made.id = str(number)
    made.add("name", name)
    return made
scores = []
for number, (schema, left, right) in enumerate(json.load(sys.stdin)):
    pair = entity(left, schema, 2 * number), entity(right, schema, 2 * number + 1)
    scores.append(algorithm.compare(*pair, config).score)
json.dump(scores, sys.stdout)
"""


def nomenklatura_scores(rows: Sequence[Row], python: str) -> list[float] | None:
    """Scores of nomenklatura's logic-v2 for the rows, by an interpreter that has it; None when it has not."""
    pairs = json.dumps([[row["schema"], row["name1"], row["name2"]] for row in rows])
    done = subprocess.run([python, "-c", _NOMENKLATURA], input=pairs, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None
    scores: list[float] = json.loads(done.stdout)
    return scores


def ours(row: Row, dictionary: Dictionary) -> Comparison:
    """Our comparison of a row's two names."""
    kind = SCHEMAS.get(row["schema"])
    return compare(analyse(row["name1"], kind), analyse(row["name2"], kind), dictionary)


def report_names(folder: Path, python: str | None) -> None:
    """Print the tables for what lies in the folder: `tricky-dev.csv` and `name-bench.csv`."""
    dictionary = builtin_dictionary()
    report_scripts(folder / "translit")
    tricky, bench = folder / "tricky-dev.csv", folder / "name-bench.csv"
    if tricky.exists():
        _report_verdicts(_rows(tricky), dictionary)
    if bench.exists():
        rows = _rows(bench)
        peer = nomenklatura_scores(rows, python or sys.executable)
        if peer is None:
            print("\nnomenklatura: not installed (give an interpreter that has it with --nomenklatura)")
        for title, synthetic in (("labelled by hand", False), ("proposed by a language model", True)):
            chosen = [n for n, row in enumerate(rows) if row["case_group"].startswith("synth_") is synthetic]
            _report_matches(
                title, [rows[n] for n in chosen], None if peer is None else [peer[n] for n in chosen], dictionary
            )
        report_linking([row for row in rows if not row["case_group"].startswith("synth_")], dictionary)


def report_linking(rows: Sequence[Row], dictionary: Dictionary) -> None:
    """What linking does with two articles that hold just the two names, beside what comparing them says."""
    rows = [row for row in rows if row["schema"] in SCHEMAS]
    wanted = {n for n, row in enumerate(rows) if row["is_match"] == "true"}
    compared = [ours(row, dictionary) for row in rows]
    linked = [_linked(row, dictionary) for row in rows]
    same = {n for n, one in enumerate(compared) if one.verdict is Verdict.SAME}
    likely = {n for n, one in enumerate(compared) if one.score >= WORTH_MATCHING}
    joined = {n for n, (one, _) in enumerate(linked) if one}
    asked = {n for n, (_, doubt) in enumerate(linked) if doubt}
    print(f"\nLinking two articles with a name each: {len(rows)} labelled pairs with a kind (per cent)")
    print(f"{'':30} {'F1':>6} {'P':>6} {'R':>6}")
    _row("compared, likely", spans(wanted, likely))
    _row("linked, joined or a question", spans(wanted, joined | asked))
    right = [len(rows) - len(wanted ^ found) for found in (same, joined)]
    print(f"right: compared {right[0]}, joined {right[1]}; told otherwise: {len(likely ^ (joined | asked))}")


def _linked(row: Row, dictionary: Dictionary) -> tuple[bool, bool]:
    """Whether two articles, each with one of the names, are given one actor, and whether it is a question."""
    kind = SCHEMAS[row["schema"]]
    documents = [
        Document(str(at), "", name, [Mention(0, len(name), kind, 1.0, "given")])
        for at, name in enumerate((row["name1"], row["name2"]))
    ]
    found = resolve([chain for each in documents for chain in chains_of(each, dictionary)], dictionary)
    return len(found.clusters) == 1, any(doubt.verdict is Verdict.UNSURE for doubt in found.doubts)


def report_scripts(folder: Path) -> None:
    """How many words of other scripts meet their Latin forms by their consonants, and how many strangers do.

    `folder` holds tables of a script each: a name in Latin letters, the original with its letters parted, a count.
    """
    if not folder.is_dir():
        return
    print("\nWords in two scripts that meet (per cent of words; strangers: of random pairs)")
    print(f"{'':10} {'words':>6} {'consonants equal':>17} {'or one apart':>13} {'strangers':>10} {'one apart':>10}")
    for path in sorted(folder.glob("*.tsv")):
        chance = random.Random(1)
        rows = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines()]
        rows = chance.sample([row for row in rows if row[0].isalpha()], SAMPLE)
        latin = [consonant_key(fold(name).replace(" ", "")) for name, _ in rows]
        other = [consonant_key(fold(romanise(name.replace(" ", ""))).replace(" ", "")) for _, name in rows]
        strangers = other[1:] + other[:1]
        cells = [_met(latin, found) for found in (other, strangers)]
        (equal, near), (strange, stranger) = cells
        print(f"{path.stem:10} {len(rows):6} {equal:17.1f} {near:13.1f} {strange:10.2f} {stranger:10.2f}")


def _met(left: Sequence[str], right: Sequence[str]) -> tuple[float, float]:
    """Per cent of pairs whose consonants are equal, and of those that are, or lie one apart in three or more."""
    equal = [a == b for a, b in zip(left, right, strict=True)]
    near = [
        same or (min(len(a), len(b)) >= FEWEST_CONSONANTS and OSA.distance(a, b, score_cutoff=1) <= 1)
        for same, a, b in zip(equal, left, right, strict=True)
    ]
    return 100 * sum(equal) / len(equal), 100 * sum(near) / len(near)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _report_verdicts(rows: Sequence[Row], dictionary: Dictionary) -> None:
    print("\nName pairs, four verdicts (right of all)")
    right: dict[str, list[bool]] = {}
    for row in rows:
        left, other = analyse(row["name1"], Kind(row["type1"])), analyse(row["name2"], Kind(row["type2"]))
        right.setdefault(row["verdict"], []).append(compare(left, other, dictionary).verdict == row["verdict"])
    for verdict, results in right.items():
        print(f"{verdict:10} {sum(results):4} of {len(results):4}")
    hits = sum(map(sum, right.values()))
    print(f"{'all':10} {hits:4} of {len(rows):4} {100 * hits / len(rows):6.1f} %")


def _report_matches(title: str, rows: Sequence[Row], peer: Sequence[float] | None, dictionary: Dictionary) -> None:
    found = [ours(row, dictionary) for row in rows]
    scores: dict[str, Sequence[float]] = {"Tadmor": [one.score for one in found]}
    if peer is not None:
        scores["logic-v2"] = peer
    scorers: Mapping[str, Callable[[str, str], float]] = {
        "WRatio": fuzz.WRatio,
        "token_set": fuzz.token_set_ratio,
        "token_sort": fuzz.token_sort_ratio,
    }
    for name, scorer in scorers.items():
        scores[name] = [scorer(fold(row["name1"]), fold(row["name2"])) / 100 for row in rows]
    scores["exact, folded"] = [float(fold(row["name1"]) == fold(row["name2"])) for row in rows]
    wanted = {n for n, row in enumerate(rows) if row["is_match"] == "true"}
    same = {n for n, one in enumerate(found) if one.verdict is Verdict.SAME}
    linked = {n for n in same if found[n].score >= AUTO_LINK}
    print(f"\nName pairs {title}: {len(rows)}, of them {len(wanted)} matches (per cent)")
    print(f"{'':30} {'F1':>6} {'P':>6} {'R':>6}")
    _row("Tadmor, same at >= .90", spans(wanted, linked))
    _row("Tadmor, verdict same", spans(wanted, same))
    points = {
        "Tadmor": (WORTH_MATCHING, 0.7, AUTO_LINK),
        "logic-v2": (0.7, 0.85),
        "WRatio": (0.85,),
        "token_set": (0.9,),
        "exact, folded": (1.0,),
    }
    for name, values in scores.items():
        for point in points.get(name, ()):
            _row(f"{name} >= {point:.2f}", spans(wanted, _above(values, point)))
        if name != "exact, folded":
            sure = [point for point in sorted(set(values)) if spans(wanted, _above(values, point)).precision >= SURE]
            if sure:
                _row(f"{name}, P >= {SURE:.2f} at {sure[0]:.2f}", spans(wanted, _above(values, sure[0])))
            best = max(sorted(set(values)), key=lambda point: spans(wanted, _above(values, point)).f1)
            _row(f"{name}, best at {best:.2f}", spans(wanted, _above(values, best)))


def _above(values: Sequence[float], point: float) -> set[int]:
    return {n for n, value in enumerate(values) if value >= point}


def _row(system: str, score: Score) -> None:
    print(f"{system:30} {100 * score.f1:6.1f} {100 * score.precision:6.1f} {100 * score.recall:6.1f}")
