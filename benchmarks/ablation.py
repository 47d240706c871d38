"""What each mechanism of linking is worth: CoNLL F1 with it switched off, one at a time, on gold mentions.

    python benchmarks/ablation.py --gold DIR [--sets NAME ...] [--only WORDS]

Nothing in the product is made to be switched off: a mechanism is replaced from outside by one that does nothing, or
linking gets a dictionary from which a part is left out, each in a process of its own. Takes some five seconds a line
and set. `DIR` is as for `benchmarks/accuracy.py`. Needs the development dependencies (scipy).
"""

import argparse
import dataclasses
import importlib
import multiprocessing
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import accuracy
from benchmarks.metrics import linking
from reader.model import Kind
from reader.names.dictionary import Dictionary, Entry
from reader.services.dictionaries import builtin_dictionary

SETS = ("aida-train", "aida-dev", "dwie-train")

Patch = tuple[str, str, object]
"""Module, name in it, and what stands there instead."""


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _none(*_: object, **__: object) -> None:
    return None


def _no(*_: object, **__: object) -> bool:
    return False


def _first(_: object, fitting: Sequence[object], *__: object) -> object:
    return fitting[0]


def _empty(*_: object, **__: object) -> dict[object, object]:
    return {}


def _same(text: str) -> str:
    return text


def _far(*_: object, **__: object) -> float:
    return 0.0


def _without(part: str) -> Callable[[Entry], Entry]:
    none: dict[str, Any] = {part: ()}
    return lambda entry: dataclasses.replace(entry, **none)


_CHAINS, _READING, _RESOLVE = "reader.linking.chains", "reader.linking.reading", "reader.linking.resolve"
_LIKENESS, _SPELLING = "reader.names.likeness", "reader.names.spelling"

SWITCHES: Mapping[str, Sequence[Patch]] = {
    "a person's surname or first name inside the article": ((_CHAINS, "person_short_forms", _nothing),),
    "a person's full name in two spellings inside the article": ((_CHAINS, "person_variants", _nothing),),
    "an organisation's short forms inside the article": ((_CHAINS, "organisation_short_forms", _nothing),),
    "relatives and families": ((_READING, "mark_families", _none), (_CHAINS, "left_open", _nothing)),
    "titles that tell relatives apart": ((_READING, "part_couples", _none),),
    "one of several of a surname is in front": (("reader.linking.short_forms_in_article", "_foremost", _first),),
    "a body is not its part": (("reader.linking.short_forms_in_article", "_is_part", _no),),
    "names that the article declares one": ((_READING, "declarations", _nothing), (_RESOLVE, "_aliases", _none)),
    "names taken for another kind": (
        (_READING, "surnames_of_other_kinds", _none),
        (_RESOLVE, "corrected_kinds", _none),
    ),
    "the state of a shared name": (("reader.linking.nodes", "bound", _none),),
    "whose body it is by what stands near": ((_READING, "state_near", _none),),
    "bodies that one country calls so alone": (("reader.linking.national_bodies", "OWN", {}),),
    "places of one name told apart": (("reader.linking.nodes", "homonym", _none),),
    "one name filed under two kinds": (
        (_RESOLVE, "_cross_kinds", _none),
        (_CHAINS, "one_name_of_several_kinds", _nothing),
    ),
    "what news says of a group beside its name": (("reader.names.dictionary", "plainer", _nothing),),
    "short forms learnt from other articles": ((_RESOLVE, "mined_short_forms", _none),),
    "plurals and lost possessives": ((_RESOLVE, "lost_endings", _none),),
    "spelling likeness, all of it": ((_RESOLVE, "_likely", _empty),),
    "sound classes of transliteration": ((_LIKENESS, "sound", _same), (_SPELLING, "sound", _same)),
    "given names across languages": ((_LIKENESS, "one_given_name", _no),),
    "family names that stand first": (("reader.linking.surname_only", "FAMILY_FIRST", frozenset()),),
    "surnames of two words, initials, across articles": (
        (_RESOLVE, "longer_names", _none),
        (_RESOLVE, "initials", _none),
    ),
    "lone surnames across articles": ((_RESOLVE, "surnames_only", _none),),
    "what stands beside a lone surname": (
        ("reader.linking.context.Context", "near", _far),
        ("reader.linking.context.Context", "far", _no),
    ),
}
"""By what is switched off, the patches that do it."""

PARTS: Mapping[str, Callable[[Entry], Entry] | None] = {
    "the dictionary, all of it": None,
    "the dictionary's nationalities": _without("demonyms"),
    "the dictionary's acronyms": _without("acronyms"),
    "the dictionary's other names": _without("names"),
    "the dictionary's ties": _without("related"),
}
"""By what is left out of the dictionary, what becomes of an entry; None: there are none."""

ALL = "nothing"


def scores(folder: Path, name: str, off: str) -> tuple[float, float, float, float] | None:
    """CoNLL of all, CoNLL, pair precision and pair recall of persons, with one thing switched off."""
    for where, attribute, instead in SWITCHES.get(off, ()):
        module, _, inner = where.rpartition(".")
        target = (
            getattr(importlib.import_module(module), inner) if inner[0].isupper() else importlib.import_module(where)
        )
        if not hasattr(target, attribute):
            raise LookupError(f"{where} has no {attribute}: bring benchmarks/ablation.py up to date.")
        setattr(target, attribute, instead)
    gold = accuracy.read_gold(folder, name)
    if gold is None:
        return None
    change = PARTS.get(off, _same_entry)
    known = builtin_dictionary().entries()
    dictionary = Dictionary.of([] if change is None else map(change, known))
    found = accuracy.link_with(gold, dictionary)
    kinds = accuracy.kinds_of(gold)
    actors = accuracy.actors_of(gold)
    every = linking(actors, found)
    persons = linking({key: actor for key, actor in actors.items() if kinds[key] is Kind.PERSON}, found)
    return every.conll, persons.conll, persons.pairs.precision, persons.pairs.recall


def _same_entry(entry: Entry) -> Entry:
    return entry


def report(folder: Path, sets: Iterable[str], only: str) -> None:
    """Print a line for everything that can be switched off."""
    wanted = [off for off in (ALL, *SWITCHES, *PARTS) if only in off]
    process = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=process, max_tasks_per_child=1) as pool:
        for name in sets:
            print(f"\n{name:70} {'CoNLL':>6}  {'':>5}  {'person':>6} {'pair P':>6} {'pair R':>6}")
            whole = 0.0
            for off in wanted:
                found = pool.submit(scores, folder, name, off).result()
                if found is None:
                    print("not there")
                    break
                whole = whole or found[0]
                cells = " ".join(f"{100 * value:6.1f}" for value in found[1:])
                print(f"without {off:62} {100 * found[0]:6.1f}  {100 * (found[0] - whole):+5.1f}  {cells}", flush=True)


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder with the gold sets")
    parser.add_argument("--sets", nargs="+", default=SETS, help=f"gold sets; default: {' '.join(SETS)}")
    parser.add_argument("--only", default="", help="only what has these words in its name")
    chosen = parser.parse_args()
    report(chosen.gold, chosen.sets, chosen.only)


if __name__ == "__main__":
    main()
