"""What linking costs as names grow to a million, what one new article costs then, and how many variants are found.

    python benchmarks/linking_scale.py                                   # 25,000 and 50,000 forms; some minutes
    python benchmarks/linking_scale.py --forms 25000 50000 100000 200000 400000 1000000 --library 1000000
    python benchmarks/linking_scale.py --only recall --names DIR

Three tables. *Linking*: `resolve` over that many distinct made-up name forms (`benchmarks/forms.py`), one chain each,
in a process of its own: processor time, the most memory that the process had, and the exponent of growth since the size
before (1.08 is n log n at these sizes). *One article*: a dozen names (four as the library has them, four in another
spelling, four new) come into a library of so many forms on disk and are linked there as the command line links them:
stored, entered into their nodes, the pieces that they touch resolved again, in one transaction; processor time.
*Recall*: how many other spellings meet their name among the candidates, beside deletion neighbourhoods of words,
skeleton keys and 3-gram tf-idf, over made-up noise and, with `--names`, the aliases of
`DIR/sanctions-aliases-dev.tsv`.

An alias counts where it has string evidence: laid side by side with the name, every word of the one with fewer words is
a word of the other, its initial, of its sound class, or edited by less than a quarter of the longer's letters; and two
words are, or the only one of both. What is a translation, an acronym or another name altogether is nobody's to find.
Needs the development dependencies (scipy).
"""

import argparse
import csv
import math
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from pathlib import Path

from rapidfuzz.distance import OSA

from benchmarks.forms import FORMS_AN_ARTICLE, NOISE, Form, chains, forms, spoilt
from reader.library import actors, articles, nodes
from reader.library.analysis import store_analysis
from reader.library.store import Library, Writer
from reader.library.views import Home
from reader.linking import resolve
from reader.model import Chain, Incoming, Kind, Mention, Origin
from reader.names.analyse import Name, analyse
from reader.names.blocking import met, words_of
from reader.names.fold import skeleton, sound
from reader.names.name_index import NameIndex
from reader.services.dictionaries import builtin_dictionary
from reader.services.linking import Linker
from reader.services.settling import settle
from reader.services.views import never, unheard

Words = tuple[str, ...]
Pair = tuple[int, int]

ALIKE = 0.75
"""Part of a word's letters that must be left for an edited word to be string evidence."""

DISTRACTORS = 20_000
"""Made-up names among which the aliases have to be found."""


def measure_resolve(number: int, answer: "multiprocessing.Queue[tuple[float, float, int]]") -> None:
    """Link that many forms; answers processor time in seconds, the process's most memory in MB, and actors found."""
    dictionary = builtin_dictionary()
    made = list(chains(forms(number)))
    begun = time.process_time()
    found = resolve(made, dictionary)
    used = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer.put((used, memory, len(found.clusters)))


def report_resolve(sizes: Iterable[int]) -> None:
    """One row a size, each in a process of its own, so that its memory is its own."""
    print("Linking\n\n| forms | CPU s | ms a form | most memory MB | actors | exponent |\n|---|---|---|---|---|---|")
    before: tuple[int, float] | None = None
    context = multiprocessing.get_context("spawn")
    for size in sizes:
        answer: multiprocessing.Queue[tuple[float, float, int]] = context.Queue()
        process = context.Process(target=measure_resolve, args=(size, answer))
        process.start()
        used, memory, actors = answer.get()
        process.join()
        growth = f"{math.log(used / before[1]) / math.log(size / before[0]):.2f}" if before else ""
        row = f"{used:.1f} | {1000 * used / size:.2f} | {memory:.0f} | {actors:,} | {growth}"
        print(f"| {size:,} | {row} |", flush=True)
        before = size, used


def build(path: Path, number: int) -> None:
    """A library of that many forms, a dozen to an article, stored and linked as any other is."""
    library = Library.open(path)
    source = forms(number)
    count = 0
    while batch := list(islice(source, 500 * FORMS_AN_ARTICLE)):
        with library.write() as db:
            linker = Linker(db, builtin_dictionary())
            for at in range(0, len(batch), FORMS_AN_ARTICLE):
                _put(db, linker, Origin("/made-up.jsonl", str(count)), batch[at : at + FORMS_AN_ARTICLE])
                count += 1
    settle(library, builtin_dictionary, unheard, never)
    library.close()


def _put(db: Writer, linker: Linker, origin: Origin, made: Sequence[Form]) -> tuple[int, Sequence[int]]:
    """Store an article with these names, for linking to look at; returns its number and those of its chains."""
    _, article = articles.put(db, Incoming(origin, f"No. {origin.record}", "\n".join(form.text for form in made)))
    found = [Chain(str(i), str(article), form.kind, form.text, {form.text: 1}, [i]) for i, form in enumerate(made)]
    homes = {
        chain.id: Home(
            None, one.key, one.kind, one.entry.name if one.entry else chain.name, one.entry.id if one.entry else ""
        )
        for chain, one in zip(found, linker.identities(found), strict=True)
    }
    stored = store_analysis(db, article, 1, list(_mentions(made)), found, homes, analysed="made up")
    return article, stored or ()


def _mentions(here: Iterable[Form]) -> Iterator[Mention]:
    at = 0
    for form in here:
        yield Mention(at, at + len(form.text), form.kind, 0.9, "made up")
        at += len(form.text) + 1


STEPS = ("stored", "entered into nodes", "linked", "committed", "all of it")


def report_article(number: int, path: Path, times: int = 50) -> None:
    """A dozen names linked with a library of `number` forms; it is built at `path` when it is not there."""
    if not path.exists():
        begun = time.process_time()
        build(path, number)
        size = path.stat().st_size / 1e6
        print(f"\nBuilt a library of {number:,} forms in {time.process_time() - begun:.0f} CPU s, {size:.0f} MB")
    library = Library.open(path)
    # A library that is kept has the names of the last run by now, so this one makes others.
    chance = random.Random(library.reader().value("SELECT count(*) FROM article"))
    known = [form for form in forms(number) if chance.random() < 20 * times / number]
    spent: list[Sequence[float]] = []
    joined: Counter[str] = Counter()
    for turn in range(times):
        here = [
            (how, renamed(how, chance.choice(known), chance)) for how in ("equal", "spelt", "new") for _ in range(4)
        ]
        origin = Origin("/new-article.jsonl", f"{turn} {time.time_ns()}")
        last = actors.last(library.reader())
        took, stored = linked(library, origin, [form for _, form in here])
        spent.append(took)
        owner = dict(library.reader().all("SELECT id, actor FROM chain WHERE id >= ?", (min(stored),)))
        joined.update(how for (how, _), chain in zip(here, stored, strict=True) if owner[chain] <= last)
    library.close()
    print(f"\nOne article with a dozen names, library of {number:,} forms\n")
    print("| what | median CPU ms | p95 |\n|---|---|---|")
    for what, column in zip(STEPS, zip(*spent, strict=True), strict=True):
        print(f"| {what} | {1000 * statistics.median(column):.1f} | {1000 * sorted(column)[int(times * 0.95)]:.1f} |")
    shares = ", ".join(f"{how} {joined[how] / (4 * times):.0%}" for how in ("equal", "spelt", "new"))
    print(f"\nOne with an actor that was there: {shares}")


def linked(library: Library, origin: Origin, made: Sequence[Form]) -> tuple[Sequence[float], Sequence[int]]:
    """Store and link one article; returns the seconds of processor time for each of `STEPS`, and its chains."""
    at = [time.process_time()]
    with library.write() as db:
        linker = Linker(db, builtin_dictionary())
        article, stored = _put(db, linker, origin, made)
        at.append(time.process_time())
        linker.enter([article])
        at.append(time.process_time())
        numbers = nodes.unlinked(db)
        nodes.forget_unlinked(db, numbers)
        linker.link(numbers)
        at.append(time.process_time())
    at.append(time.process_time())
    return [*(later - sooner for sooner, later in pairwise(at)), at[-1] - at[0]], stored


def renamed(how: str, form: Form, chance: random.Random) -> Form:
    """A form as a new article may have it: `equal`, `spelt` otherwise, or a `new` name that is only like it."""
    if how == "equal":
        return form
    if how == "spelt":
        return Form(spoilt(form.text, chance.choice(NOISE[:3]), chance), form.kind, form.of)
    word = "".join(chance.choice(("qa", "vu", "zor", "xil", "mbe", "thra", "lou")) for _ in range(3)).title()
    return Form(f"{word} {spoilt(form.text.split()[-1], 'two edits', chance)}", form.kind, form.of)


def ours(names: Sequence[Name], wanted: Iterable[Pair]) -> Iterator[tuple[int, list[int]]]:
    """Candidates of our own blocking, for every name that is asked about."""
    index = NameIndex((at, words_of(name)) for at, name in enumerate(names))
    for left in dict.fromkeys(left for left, _ in wanted):
        yield left, [other for other in set(met(words_of(names[left]), index)) if other != left]


def by_keys(keys: Callable[[Words], Iterable[str]], most: int) -> "Generator":
    """A generator of candidates that share a key, smallest blocks first, `most` of them at most."""

    def generate(names: Sequence[Name], wanted: Iterable[Pair]) -> Iterator[tuple[int, list[int]]]:
        blocks: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(names):
            for key in set(keys(name.words)):
                blocks[key].append(at)
        for left in dict.fromkeys(left for left, _ in wanted):
            found: dict[int, None] = {}
            for block in sorted((blocks[key] for key in set(keys(names[left].words))), key=len):
                found.update(dict.fromkeys(islice(block, most)))
                if len(found) > most:
                    break
            yield left, [other for other in islice(found, most) if other != left]

    return generate


Generator = Callable[[Sequence[Name], Iterable[Pair]], Iterator[tuple[int, list[int]]]]


def deletions(name: Words) -> Iterator[str]:
    """Every word, and every word without one letter; the words of a name alone find it."""
    for word in name:
        yield word
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)) if len(word) > 3)


def skeletons(name: Words) -> Iterator[str]:
    """Pairs of words by their consonants, in any order, and an initial beside a surname."""
    bones = [skeleton(word) for word in name]
    yield from (" ".join(sorted(pair)) for pair in combinations(bones, 2))
    if len(name) > 1:
        yield f"{name[0][0]} {bones[-1]}"
    else:
        yield from bones


def tfidf(names: Sequence[Name], wanted: Iterable[Pair]) -> Iterator[tuple[int, list[int]]]:
    """The fifty names nearest by cosine of 3-grams weighed by their rarity."""
    import numpy as np
    from scipy.sparse import csr_matrix

    number: dict[str, int] = {}
    rows, columns = [], []
    for at, name in enumerate(names):
        text = f"  {' '.join(name.words)} "
        for gram in {text[i : i + 3] for i in range(len(text) - 2)}:
            rows.append(at)
            columns.append(number.setdefault(gram, len(number)))
    seen = np.bincount(columns, minlength=len(number))
    weights = np.log(len(names) / seen)[columns]
    matrix = csr_matrix((weights.astype(np.float32), (rows, columns)), shape=(len(names), len(number)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scaled = csr_matrix(matrix.multiply(1 / np.maximum(lengths, 1e-9)[:, None]))
    across = csr_matrix(scaled.T)
    for left in dict.fromkeys(left for left, _ in wanted):
        scores = (scaled[left] @ across).toarray().ravel()
        best = np.argpartition(-scores, min(FIFTY, len(names) - 1))[: FIFTY + 1]
        yield left, [int(other) for other in best if other != left and scores[other] > 0]


FIFTY = 50
"""Candidates of tf-idf, as measured before us."""

GENERATORS: Mapping[str, Generator] = {
    "Tadmor": ours,
    "deletion neighbourhoods of words": by_keys(deletions, 2000),
    "skeleton keys": by_keys(skeletons, 500),
    "3-gram tf-idf": tfidf,
}


def evident(left: Words, right: Words) -> bool:
    """Whether two names have string evidence for being one (see above)."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if not short or (len(short) == 1 and len(long) > 1):
        return False
    free = list(long)
    for word in sorted(short, key=len, reverse=True):
        match = max(free, key=lambda other: _likeness(word, other))
        if _likeness(word, match) < ALIKE:
            return False
        free.remove(match)
    return True


def _likeness(left: str, right: str) -> float:
    if left == right or (min(len(left), len(right)) > 2 and sound(left) == sound(right)):
        return 1.0
    if 1 in (len(left), len(right)):
        return ALIKE if left[0] == right[0] else 0.0
    return OSA.normalized_similarity(left, right)


Case = tuple[Kind, Words, Words, str]
"""Kind, a name, another spelling of it, and which sort of difference that is."""


def made_up(number: int) -> tuple[dict[Kind, list[Name]], list[Case]]:
    """Names of made-up forms, and the noise among them that leaves string evidence."""
    found = list(forms(number))
    names = [analyse(form.text, form.kind) for form in found]
    cases = [(f.kind, names[f.of].words, name.words, f.noise) for f, name in zip(found, names, strict=True) if f.noise]
    return _by_kind(names), _evident(cases)


def aliases(folder: Path) -> tuple[dict[Kind, list[Name]], list[Case]]:
    """Names and aliases of a sanctions list among made-up ones, and the pairs with string evidence."""
    names: list[Name] = []
    cases: list[Case] = []
    with (folder / "sanctions-aliases-dev.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            kind = Kind(row["kind"])
            left, right = (analyse(row[column], kind) for column in ("name", "alias"))
            names += [left, right]
            cases.append(
                (kind, left.words, right.words, f"alias of {'a person' if kind is Kind.PERSON else 'an organisation'}")
            )
    names += [analyse(form.text, form.kind) for form in forms(DISTRACTORS)]
    return _by_kind(names), _evident(cases)


def _by_kind(names: Iterable[Name]) -> dict[Kind, list[Name]]:
    found: dict[Kind, dict[Words, Name]] = defaultdict(dict)
    for name in names:
        if name.kind is not None:
            found[name.kind].setdefault(name.words, name)
    return {kind: list(each.values()) for kind, each in found.items()}


def _evident(cases: Iterable[Case]) -> list[Case]:
    return [case for case in dict.fromkeys(cases) if case[1] != case[2] and evident(case[1], case[2])]


def report_recall(title: str, names: Mapping[Kind, Sequence[Name]], cases: Sequence[Case], most: int) -> None:
    """How many of the cases' second names are among the candidates of their first."""
    cases = random.Random(3).sample(cases, most) if len(cases) > most else cases
    sorts = sorted({case[3] for case in cases})
    total = sum(map(len, names.values()))
    print(f"\nRecall of candidates, {title}: {len(cases):,} variants with string evidence among {total:,} names\n")
    print(
        f"| candidates from | recall | a name | CPU s | {' | '.join(sorts)} |\n|---|---|---|---|{'---|' * len(sorts)}"
    )
    for label, generate in GENERATORS.items():
        hits: Counter[str] = Counter()
        asked, given, begun = 0, 0, time.process_time()
        for kind, there in names.items():
            number = {name.words: at for at, name in enumerate(there)}
            wanted: dict[int, list[tuple[int, str]]] = defaultdict(list)
            for _, name, other, sort in (case for case in cases if case[0] is kind):
                wanted[number[name]].append((number[other], sort))
            pairs = [(left, right) for left, found in wanted.items() for right, _ in found]
            for left, candidates in generate(there, pairs):
                asked, given = asked + 1, given + len(candidates)
                among = set(candidates)
                hits.update(sort for right, sort in wanted[left] if right in among)
        used = time.process_time() - begun
        of = Counter(case[3] for case in cases)
        shares = " | ".join(f"{hits[sort] / of[sort]:.1%}" for sort in sorts)
        row = f"{hits.total() / len(cases):.1%} | {given / max(1, asked):.0f} | {used:.1f} | {shares}"
        print(f"| {label} | {row} |", flush=True)


def main() -> None:
    """Measure, and print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--forms", type=int, nargs="+", default=[25_000, 50_000], help="sizes for linking")
    parser.add_argument("--library", type=int, default=25_000, help="forms in the library that the article comes into")
    parser.add_argument("--keep", type=Path, help="where that library is, or is to be; else it is made and dropped")
    parser.add_argument("--variants", type=int, default=3_000, help="variants asked about, for recall")
    parser.add_argument("--among", type=int, default=25_000, help="made-up names that they are sought among")
    parser.add_argument("--names", type=Path, help="folder with sanctions-aliases-dev.tsv")
    parser.add_argument("--only", choices=("linking", "article", "recall"))
    chosen = parser.parse_args()
    if chosen.only in (None, "linking"):
        report_resolve(chosen.forms)
    if chosen.only in (None, "article"):
        with tempfile.TemporaryDirectory() as folder:
            report_article(chosen.library, chosen.keep or Path(folder) / "scale.sqlite")
    if chosen.only in (None, "recall"):
        report_recall("made-up noise", *made_up(chosen.among), chosen.variants)
        if chosen.names:
            report_recall("aliases of a sanctions list", *aliases(chosen.names), chosen.variants)


if __name__ == "__main__":
    main()
