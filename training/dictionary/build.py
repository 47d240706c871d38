"""Build the built-in dictionary: `reader/names/data/*.tsv` from Babel's CLDR data and the tables beside this file.

Run `python -m training.dictionary.build` from the top of the checkout; the result is committed, so that the package
needs neither Babel nor this script. CLDR (Unicode licence) gives the names of territories in many languages;
everything else in the tables is facts that we collected. The build fails where two entries would claim one name, since
a name of two known actors names neither.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.dictionary import Entry
from reader.names.fold import fold
from reader.names.formats import COLUMNS, read_tsv, sorted_out

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "reader" / "names" / "data"

LANGUAGES = [
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "hr",
    "sl",
    "lt",
    "lv",
    "et",
    "sq",
    "tr",
    "az",
    "id",
    "ms",
    "vi",
    "eu",
    "ca",
    "gl",
    "is",
    "ru",
    "uk",
    "be",
    "bg",
    "sr",
    "mk",
    "el",
    "ar",
    "fa",
    "ur",
    "ps",
    "ckb",
    "ku",
    "he",
    "hi",
    "bn",
    "zh",
    "zh_Hant",
    "ja",
    "ko",
    "th",
    "ka",
    "hy",
    "sw",
    "so",
    "am",
]
"""Languages whose names of territories are taken from CLDR."""

US_STATES = """
Alabama|Arizona|Arkansas|Colorado|Connecticut|Delaware|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine
Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey
New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota
Tennessee|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming
"""
"""Those of the fifty that the table of places has not."""

ABBREVIATED = {
    "Pennsylvania": "Pa.", "Massachusetts": "Mass.", "Connecticut": "Conn.", "Arizona": "Ariz.", "Illinois": "Ill.",
    "Michigan": "Mich.", "Minnesota": "Minn.", "Virginia": "Va.", "Tennessee": "Tenn.", "Colorado": "Colo.",
    "Wisconsin": "Wis.", "Nebraska": "Neb.", "Oklahoma": "Okla.", "Alabama": "Ala.", "Arkansas": "Ark.",
    "Delaware": "Del.", "Indiana": "Ind.", "Kansas": "Kan.", "Kentucky": "Ky.", "Maryland": "Md.",
    "Mississippi": "Miss.", "Montana": "Mont.", "Nevada": "Nev.", "New Hampshire": "N.H.",
    "New Jersey": "N.J.", "New Mexico": "N.M.", "North Carolina": "N.C.", "North Dakota": "N.D.",
    "Oregon": "Ore.", "Rhode Island": "R.I.", "South Carolina": "S.C.", "South Dakota": "S.D.",
    "Vermont": "Vt.", "West Virginia": "W.Va.", "Wyoming": "Wyo.",
}  # fmt: skip
"""Short forms that datelines use."""

OWN_TABLES = {"organisations": "org", "armed_groups": "armed", "places": "place", "people": "person", "groups": "group"}
"""Tables of our own, with what their ids begin with."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    header: list[str] | None = None
    for line in (HERE / f"{name}.tsv").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise SystemExit(f"{name}.tsv: too many cells in {line!r}")
        yield {column: cell.strip() for column, cell in zip(header, cells + [""] * len(header), strict=False)}


def _list(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _slug(name: str) -> str:
    return fold(name).replace(" ", "-")


def _own(table: str) -> Iterator[Entry]:
    prefix = OWN_TABLES[table]

    def full(identifier: str, default: str = prefix) -> str:
        return identifier if ":" in identifier else f"{default}:{identifier}"

    for row in _rows(table):
        kind = Kind(row.get("kind") or "person")
        demonyms = _list(row.get("demonyms", ""))
        yield Entry(
            full(row.get("id") or _slug(row["name"]), "state" if kind is Kind.STATE else prefix),
            kind,
            row["name"],
            _list(row.get("names", "")),
            demonyms,
            _list(row.get("acronyms", "")),
            tuple(full(i) for i in _list(row.get("related", ""))),
        )


def _states() -> Iterator[Entry]:
    english = Locale("en").territories
    translated = [Locale.parse(language).territories for language in LANGUAGES]
    rows = {row["code"]: row for row in _rows("states")}
    for code, name in sorted(english.items()):
        if (
            not code.isalpha()
            or len(code) != 2
            or code in ("HK", "MO", "EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AQ", "CQ")
        ):
            continue
        names = [t[code] for t in translated if code in t]
        row = rows.get(code)
        if row is None:
            yield Entry(f"place:iso-{code.lower()}", Kind.PLACE, name, tuple(dict.fromkeys(names)))
            continue
        given = _list(row["names"])
        preferred = given[0] if "(" in name or "&" in name or "-" in name or code in PREFERRED else name
        acronyms = (
            [row["alpha3"]]
            if code not in ("US", "AE", "GB")
            else {"US": ["US", "USA"], "AE": ["UAE"], "GB": ["UK"]}[code]
        )
        acronyms += {"KP": ["DPRK"], "CD": ["DRC"], "KR": ["ROK"], "CN": ["PRC"], "BA": ["BiH"], "PG": ["PNG"],
                     "MK": ["FYROM"], "DE": ["FRG"], "CF": ["CAR"], "SA": ["KSA"]}.get(code, [])  # fmt: skip
        everything = dict.fromkeys([name.replace("&", "and"), *given, *names])
        everything.pop(preferred, None)
        state = f"state:{code.lower()}"
        capital, _, variants = row["capital"].partition("=")
        # A capital stands for its government, unless it is told from the state only by being a city.
        own = () if not capital or capital.endswith(" City") else (f"place:{_slug(capital)}",)
        seats = (*own, *_list(row["seats"]))
        yield Entry(state, Kind.STATE, preferred, tuple(everything), _list(row["demonyms"]), tuple(acronyms), seats)
        if capital:
            tied = (state,) if own else ()
            yield Entry(f"place:{_slug(capital)}", Kind.PLACE, capital, _list(variants), related=tied)


PREFERRED = ("MM", "CZ", "TR", "VN", "SZ", "PS", "VA", "CG", "CD", "MK", "CI", "CV", "NL", "LA", "KP", "KR", "HK")
"""States whose first own name is preferred to CLDR's English one."""


def _us_states() -> Iterator[Entry]:
    for state in US_STATES.strip().replace("\n", "|").split("|"):
        short = (ABBREVIATED[state],) if state in ABBREVIATED else ()
        yield Entry(f"place:us-{_slug(state)}", Kind.PLACE, state, short, related=("state:us",))
    yield Entry(
        "place:us-georgia", Kind.PLACE, "Georgia", ("State of Georgia", "US state of Georgia"), related=("state:us",)
    )
    yield Entry("place:us-washington", Kind.PLACE, "Washington state", ("State of Washington",), related=("state:us",))
    yield Entry("place:us-new-york", Kind.PLACE, "New York state", ("State of New York",), related=("state:us",))


def build() -> dict[str, list[Entry]]:
    """All tables by name, cleared of names in other languages that are somebody else's name in English.

    Raises:
        SystemExit: an id twice, a relation to nobody, or a name or acronym claimed twice.
    """
    tables = {"states": list(_states()), "us_states": list(_us_states()), **{t: list(_own(t)) for t in OWN_TABLES}}
    own_places = {analyse(n, Kind.PLACE).key for e in tables["places"] for n in (e.name, *e.names)}
    own_places |= {analyse(e.name, Kind.PLACE).key for e in tables["us_states"]}
    tables["states"] = [
        e
        for e in tables["states"]
        if not e.id.startswith("place:iso-") or analyse(e.name, Kind.PLACE).key not in own_places
    ]
    everyone = [e for entries in tables.values() for e in entries]
    ids = {e.id for e in everyone}
    if len(ids) < len(everyone):
        raise SystemExit(f"ids twice: {sorted(e.id for e in everyone if sum(o.id == e.id for o in everyone) > 1)}")
    lost = sorted({i for e in everyone for i in e.related if i not in ids})
    if lost:
        raise SystemExit(f"relations to nobody: {lost}")
    from_cldr = {e.id for e in tables["states"]}
    owners: dict[tuple[str, Kind], set[str]] = {}
    for entry in everyone:
        english = (entry.name, *entry.names) if entry.id not in from_cldr else (entry.name, *_given(entry))
        for name in english:
            owners.setdefault((analyse(name, entry.kind).key, entry.kind.folded), set()).add(entry.id)
    clashes = {key: who for key, who in owners.items() if len(who) > 1 and key[0] not in KNOWN_HOMONYMS}
    if clashes:
        raise SystemExit("\n".join(f"{key}: {sorted(who)}" for key, who in clashes.items()))

    adjectives = {fold(demonym) for e in everyone for demonym in e.demonyms}

    def mine(entry: Entry, name: str) -> bool:
        if analyse(name, entry.kind).key in TWO_STATES or fold(name) in adjectives:
            return False
        return owners.get((analyse(name, entry.kind).key, entry.kind.folded), {entry.id}) <= {entry.id}

    foreign: dict[str, set[str]] = {}
    for entry in tables["states"]:
        for name in entry.names:
            foreign.setdefault(analyse(name, entry.kind).key, set()).add(entry.id)
    tables["states"] = [
        Entry(
            e.id, e.kind, e.name,
            tuple(n for n in e.names if n in _given(e) or (mine(e, n) and len(foreign[analyse(n, e.kind).key]) == 1)),
            e.demonyms, e.acronyms, e.related,
        )
        for e in tables["states"]
    ]  # fmt: skip
    return tables


KNOWN_HOMONYMS = frozenset({"georgia", "korea", "congo", "tripoli"})
"""Names that two known places share; the dictionary leaves them to the article."""


TWO_STATES = frozenset({"congo", "korea", "virgin islands", "samoa"})
"""Short names in other languages that two states share."""


def _given(entry: Entry) -> tuple[str, ...]:
    code = entry.id.removeprefix("state:").upper()
    return _GIVEN.get(code, ())


_GIVEN = {row["code"]: _list(row["names"]) for row in _rows("states")}


def write(tables: dict[str, list[Entry]]) -> None:
    """Write the tables as package data."""
    DATA.mkdir(parents=True, exist_ok=True)
    for table, entries in tables.items():
        lines = ["# Built by training/dictionary/build.py; do not edit.", "\t".join(COLUMNS)]
        for e in entries:
            lists = ("|".join(cell) for cell in (e.names, e.demonyms, e.acronyms, e.related))
            lines.append("\t".join((e.id, e.kind.value, e.name, *lists)))
        path = DATA / f"{table}.tsv"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        read, problems = sorted_out(read_tsv(path.read_text("utf-8").splitlines(), path.name))
        if problems or len(read) != len(entries):
            raise SystemExit(f"{path.name} does not read back: {problems[:3]}")
        print(f"{path.name}: {len(entries)} entries")


if __name__ == "__main__":
    write(build())
    sys.exit()
