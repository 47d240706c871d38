"""Fits the table by which two names laid side by side are weighed (`reader/names/fitted_weights.py`).

    python -m training.names.weights PAIRS ALIASES [--write FILE] [--all]

PAIRS is a CSV of labelled pairs (case_group, schema, name1, name2, is_match), as nomenklatura publishes it (MIT);
ALIASES a TSV of names and aliases (entity, kind, name, alias) from the sanctions list of the US Treasury (public
domain). Aliases with no letters in common are no examples of likeness and are left out; the nearest names of other
entities are the examples against. Of the pairs labelled by hand only one half is fitted on, chosen by a hash of the
names, so that the other half can say how well it went; what a language model proposed is fitted on as well.

Logistic regression with a small ridge, solved by Newton's method: the same input gives the same table.
"""

import argparse
import csv
import hashlib
import random
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from reader.model import Kind
from reader.names.alignment import align
from reader.names.analyse import analyse
from reader.names.spelling import word_classes
from reader.names.weighing import factors
from reader.services.dictionaries import builtin_dictionary

KINDS = {"Person": Kind.PERSON, "Company": Kind.ORGANISATION, "Organization": Kind.ORGANISATION, "Vessel": Kind.OTHER}
RIDGE = 2.0
"""Strength of the pull towards zero, in examples."""
WEIGHTS = {"hand": 800.0, "proposed": 400.0, "aliases": 280.0}
"""What each source counts, in examples; the aliases of companies, which often leave half the name out, count less."""
COMPANY_ALIASES = 60.0
ALIKE = 65.0
"""Share of common words (token_set_ratio) from which an alias is an example of likeness."""
EXAMPLES = 1500
STEP = 0.1
"""Log odds that a change says less than the one before it in `FURTHER`, where the examples do not tell them apart."""
FURTHER = ("equal last", "equal", "equal word", "joined", "script", "sound", "edit", "slip")
"""Changes, each taking two words no less far apart than the one before."""

Matrix = np.ndarray[Any, np.dtype[np.float64]]
Example = tuple[str, str, Kind | None, bool]


def held_out(left: str, right: str) -> bool:
    """Whether a pair is in the half that nothing is fitted on."""
    return hashlib.sha1(min(left, right).casefold().encode()).digest()[0] % 2 == 1


def labelled(path: Path, *, everything: bool) -> dict[str, list[Example]]:
    """The labelled pairs, by hand and as proposed by a model."""
    found: dict[str, list[Example]] = {"hand": [], "proposed": []}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            source = "proposed" if row["case_group"].startswith("synth_") else "hand"
            if source == "proposed" or everything or not held_out(row["name1"], row["name2"]):
                kind = KINDS.get(row["schema"])
                found[source].append((row["name1"], row["name2"], kind, row["is_match"] == "true"))
    return found


def aliases(path: Path, kind: Kind) -> list[Example]:
    """Names with their aliases, and with the names of others that look most like them."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["kind"] == kind]
    chance = random.Random(1)
    same = [
        (row["name"], row["alias"], kind, True)
        for row in rows
        if fuzz.token_set_ratio(row["name"].lower(), row["alias"].lower()) >= ALIKE
    ]
    chance.shuffle(same)
    entity = {row["name"]: row["entity"] for row in rows}
    names = sorted(entity)
    asked = chance.sample(names, min(EXAMPLES, len(names)))
    lower = [name.lower() for name in names]
    scores = process.cdist([name.lower() for name in asked], lower, scorer=fuzz.token_sort_ratio, dtype=np.uint8)
    other: list[Example] = []
    for name, row in zip(asked, scores, strict=True):
        near = [names[at] for at in np.argsort(-row.astype(int), kind="stable")[:6]]
        other += [(name, found, kind, False) for found in near if entity[found] != entity[name]][:2]
    return same[:EXAMPLES] + other


def terms_of(example: Example, person: bool) -> dict[str, float]:
    """What the two names of an example say, as amounts of the table's terms."""
    left, right, kind, _ = example
    alignment = align(analyse(left, kind), analyse(right, kind))
    found: dict[str, float] = {}
    for factor in factors(alignment, person, word_classes(builtin_dictionary())):
        for term, amount in factor.terms.items():
            found[term] = found.get(term, 0.0) + amount
    return found


def fit(sources: Sequence[tuple[Sequence[Example], float]], person: bool) -> dict[str, float]:
    """The table that makes the examples likeliest, rounded to two places; the first source sets its scale.

    The further a change takes two words apart, the less it may say for them: terms that come out in another order are
    fitted again as one.
    """
    rows, labels, weights = [], [], []
    for examples, weight in sources:
        for example in examples:
            rows.append(terms_of(example, person))
            labels.append(example[3])
            weights.append(weight / len(examples))
    terms = sorted({term for row in rows for term in row})
    y, w = np.array(labels, float), np.array(weights)
    pooled = {term: term for term in terms}
    while True:
        names = sorted(set(pooled.values()))
        x = np.array([[sum(row.get(t, 0.0) for t in terms if pooled[t] == name) for name in names] for row in rows])
        table = _solve(x, y, w, names)
        value = {term: table[names.index(pooled[term])] for term in terms}
        chain = [term for term in FURTHER if term in value]
        wrong = next((pair for pair in pairwise(chain) if value[pair[0]] < value[pair[1]] - 1e-9), None)
        if wrong is None:
            break
        pooled = {term: pooled[wrong[0]] if name == pooled[wrong[1]] else name for term, name in pooled.items()}
    by_hand = len(sources[0][0])
    slope = _slope(x[:by_hand], y[:by_hand], table)
    value = {term: float(value[term]) * slope for term in terms}
    for before, after in pairwise(chain):
        value[after] = min(value[after], value[before] - STEP)
    return {term: round(value[term], 2) for term in terms}


def _solve(x: Matrix, y: Matrix, w: Matrix, names: Sequence[str]) -> Matrix:
    ridge = np.array([0.01 if name == "bias" else RIDGE for name in names])
    table = np.zeros(len(names))
    for _ in range(40):
        chance = 1 / (1 + np.exp(-x @ table))
        slope = x.T @ (w * (y - chance)) - ridge * table
        curve = (x * (w * chance * (1 - chance))[:, None]).T @ x + np.diag(ridge)
        table += np.linalg.solve(curve, slope)
    return table


def _slope(x: Matrix, y: Matrix, table: Matrix) -> float:
    """What the log odds are to be multiplied by to be right for the pairs labelled by hand (Platt scaling).

    The other sources are noisier, and make the table more cautious than it need be.
    """
    odds, slope = x @ table, 1.0
    for _ in range(40):
        chance = 1 / (1 + np.exp(-slope * odds))
        slope += float(odds @ (y - chance)) / float(odds**2 @ (chance * (1 - chance)) + 1e-9)
    return slope


def source_of(persons: Mapping[str, float], others: Mapping[str, float]) -> str:
    """The tables as the module that the package holds."""

    def lines(table: Mapping[str, float]) -> str:
        return "".join(f'    "{term}": {value},\n' for term, value in table.items())

    return (
        '"""Log odds of two names being one, by what they say. Made by training/names/weights.py; do not edit."""'
        f"\n\nPERSONS = {{\n{lines(persons)}}}\n"
        '"""For persons."""\n'
        f"\nOTHERS = {{\n{lines(others)}}}\n"
        '"""For organisations and everything else."""\n'
    )


def main() -> None:
    """Read the arguments, fit, and print or write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("aliases", type=Path)
    parser.add_argument("--write", type=Path, help="the module to write; default: print it")
    parser.add_argument("--all", action="store_true", help="fit on all pairs labelled by hand")
    chosen = parser.parse_args()
    pairs = labelled(chosen.pairs, everything=chosen.all)
    tables = []
    for person in (True, False):
        sources = [
            ([one for one in pairs[name] if (one[2] is Kind.PERSON) is person], WEIGHTS[name])
            for name in ("hand", "proposed")
        ]
        kind = Kind.PERSON if person else Kind.ORGANISATION
        sources.append((aliases(chosen.aliases, kind), WEIGHTS["aliases"] if person else COMPANY_ALIASES))
        tables.append(fit(sources, person))
    source = source_of(*tables)
    if chosen.write:
        chosen.write.write_text(source, "utf-8")
    else:
        print(source, end="")


if __name__ == "__main__":
    main()
