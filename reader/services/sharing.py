"""What persons judged, from one library to another: files that merge in git, and what they contradict.

Of two verdicts on one matter in one library the later holds, so a file has one line for each matter. Where two
libraries, or two lines of one file, say different things of one matter, nobody is overruled: both are told, the line
that came in is remembered, and the person decides by judging the matter anew.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.library import sharing
from reader.library import user_dictionary as entry_table
from reader.library.change import Change
from reader.library.judgement_text import SAID, quoted
from reader.library.sharing import Kept, Met, Told
from reader.library.store import Reader, Writer
from reader.model import Anchor, Judgement, Kind, Origin, Problem, Ruled, Ruling, TadmorError, Verdict
from reader.plurals import counted
from reader.services.dictionaries import text_lines
from reader.services.judgement_format import About, Place, Said, from_row, is_ours, to_line
from reader.services.nomenklatura_import import Edge, edges, is_resolver, named
from reader.services.views import unheard
from reader.untrusted import clean_line

LONGEST_WHY = 100
"""Code points of a reason that a line for a person has room for."""

_RULED = {
    Ruled.NAME: "{} is called {}",
    Ruled.KIND: "{} is of kind {}",
    Ruled.NOBODY: "{} is not an actor",
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two who say different things of one matter."""

    mine: str
    """What is judged in this library, in words; empty where nothing is and two lines of the file are at odds."""
    theirs: str
    """What the file says."""
    where: str
    """The file and the line of it."""

    @property
    def words(self) -> str:
        """Both sides, and what to do."""
        here = f"here: {self.mine}" if self.mine else "another line says otherwise, and nothing is judged here"
        return f"{self.where}: {self.theirs}; {here}. Nothing was changed: judge it, and that will hold."


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file of judgements."""

    taken: int
    """Judgements and rulings that count from now on."""
    known: int
    """Those that were here already."""
    contradictions: Sequence[Contradiction]
    elsewhere: int
    """Those about articles that are not in this library."""
    problems: Sequence[Problem] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of judgements."""

    text: str
    said: int
    """How many lines are what is judged here."""
    others: int
    """How many are others', kept as they were."""


def export(db: Reader, there: Path | None) -> Exported:
    """All that counts in this library, as lines in the order of their bytes.

    Lines of the file that is `there` already and of which this library knows nothing stay in it: they are others', and
    not yet taken in. What was taken back here goes. Raises TadmorError when the file is something else.
    """
    kept, met = sharing.kept(db), sharing.met(db)
    teller = _Teller(db, met)
    ids = {one: teller.line(one) for one in kept}
    standing = set(_standing(kept, teller).values())
    lines = {line for one, (_, line) in ids.items() if one in standing}
    said = len(lines)
    known = {identifier for identifier, _ in ids.values()} | met.keys()
    verdicts = _latest(kept, teller)
    lines |= {one.line for one in met.values() if one.number is None and not _settled(one, verdicts)}
    if there is not None and there.exists():
        for number, row in _rows(there):
            if not is_ours(row):
                raise TadmorError(
                    f"{there} is there already and holds no judgements (line {number}); name another file."
                )
            try:
                other = from_row(row)  # type: ignore[arg-type]
            except TadmorError:
                lines.add(json.dumps(row, ensure_ascii=False) + "\n")
                continue
            if other.id not in known:
                lines.add(to_line(other))
    ordered = sorted(lines, key=lambda line: line.encode("utf-8", "surrogatepass"))
    return Exported("".join(ordered), said, len(lines) - said)


def take_in(
    file: Path,
    db: Reader,
    entities: Path | None,
    act: Callable[[Callable[[Writer], Change]], object],
) -> Imported:
    """Take in a file of judgements, or a resolver's; one change, which `act` makes.

    `entities` is a file of FollowTheMoney with the names of a resolver's ids, beside those of the dictionaries.

    Raises TadmorError when a file cannot be read, or holds nothing of the kind.
    """
    problems: list[Problem] = []
    found = _named(file, db, entities, problems) if _is_resolver_file(file) else list(_read(file, problems))
    if not found and not problems:
        raise TadmorError(f"{file} holds no judgements. See docs/judgements.md for what can be read.")
    kept, met = sharing.kept(db), sharing.met(db)
    teller = _Teller(db, met)
    latest = _latest(kept, teller)
    here = {teller.line(one)[0] for one in kept if not one.undone}
    answers: dict[tuple[object, ...], set[str]] = {}
    for _, said in found:
        answers.setdefault(said.matter, set()).add(said.answer)
    taken: dict[str, tuple[Judgement | Ruling, str, str]] = {}
    against: dict[str, str] = {}
    contradictions: list[Contradiction] = []
    known = elsewhere = 0
    for number, said in found:
        mine = latest.get(said.matter)
        anchored = _anchored(db, said)
        if said.id in here or said.id in taken or (not said.at and mine is not None and mine.answer == said.answer):
            known += 1
        elif anchored is None:
            elsewhere += 1
        elif mine is not None and mine.answer != said.answer:
            against[said.id] = to_line(said)
            before = met.get(said.id)
            if before is not None and _settled(before, latest):
                known += 1
            else:
                contradictions.append(Contradiction(_words(mine), _words(said), f"{file.name}:{number}"))
        elif mine is None and len(answers[said.matter]) > 1:
            against[said.id] = to_line(said)
            contradictions.append(Contradiction("", _words(said), f"{file.name}:{number}"))
        else:
            taken[said.id] = anchored, said.id, to_line(said)
    label = f"Took in {counted(len(taken), 'judgement')} from {quoted(file.name)}"
    if taken or against:
        act(lambda writer: sharing.take_in(writer, label, list(taken.values()), against))
    return Imported(len(taken), known, contradictions, elsewhere, problems)


class _Teller:
    """Says what a library holds as lines, as they were met or as they are made here."""

    def __init__(self, db: Reader, met: Mapping[str, Met]) -> None:
        self._db = db
        self._as_met = {one.number: (identifier, one.line) for identifier, one in met.items() if one.number is not None}
        self._said: dict[int, tuple[Said, str, str]] = {}

    def said(self, one: Kept) -> Said:
        """What a judgement or a ruling says, in words for elsewhere."""
        return self._told(one)[0]

    def line(self, one: Kept) -> tuple[str, str]:
        """Its line, after that line's id."""
        return self._told(one)[1:]

    def _told(self, one: Kept) -> tuple[Said, str, str]:
        # Judgements and rulings are numbered each for themselves.
        key = one.number if isinstance(one.said, Judgement) else -one.number
        if key not in self._said:
            met = self._as_met.get(key)
            if met is not None:
                self._said[key] = from_row(json.loads(met[1])), *met
            else:
                said = self._put(one.said)
                self._said[key] = said, said.id, to_line(said)
        return self._said[key]

    def _put(self, said: Judgement | Ruling) -> Said:
        if isinstance(said, Judgement):
            return Said(self._place(said.left), self._place(said.right), said.verdict, "", said.why, said.at)
        return Said(self._place(said.anchor), None, said.what, said.value, said.why, said.at)

    def _place(self, anchor: Anchor) -> Place:
        about = None
        if anchor.article is not None:
            told = sharing.told(self._db, anchor.article)
            about = About(told.title, told.date, told.file, told.record)
        return Place(anchor.name, anchor.kind, about, anchor.quote, anchor.state)


def _standing(kept: Iterable[Kept], teller: _Teller) -> dict[tuple[object, ...], Kept]:
    """What holds, by its matter: the latest that was not taken back."""
    held: dict[tuple[object, ...], Kept] = {}
    for one in sorted((one for one in kept if not one.undone), key=lambda one: (one.said.at, one.number)):
        held[teller.said(one).matter] = one
    return held


def _latest(kept: Iterable[Kept], teller: _Teller) -> dict[tuple[object, ...], Said]:
    return {matter: teller.said(one) for matter, one in _standing(kept, teller).items()}


def _settled(met: Met, latest: Mapping[tuple[object, ...], Said]) -> bool:
    """Whether a person has judged a matter since a line that contradicts the judgement was met."""
    mine = latest.get(from_row(json.loads(met.line)).matter)
    return mine is not None and mine.at > met.at


def _anchored(db: Reader, said: Said) -> Judgement | Ruling | None:
    """What was said, of this library's articles; None where one of them is not here."""
    left = _anchor(db, said.left)
    right = _anchor(db, said.right) if said.right is not None else None
    if left is None or (said.right is not None and right is None):
        return None
    if right is not None:
        return Judgement(left, right, Verdict(said.what), said.why, said.at)
    return Ruling(Ruled(said.what), left, said.value, said.why, said.at)


def _anchor(db: Reader, place: Place) -> Anchor | None:
    origin: Origin | None = None
    if place.about is not None:
        about = place.about
        origin = sharing.find(db, Told(about.title, about.date, about.file, about.record), place.quote)
        if origin is None:
            return None
    return Anchor(place.name, place.kind, origin, place.quote, place.state)


def _words(said: Said) -> str:
    left = quoted(said.left.name)
    # With the reason, which may decide for whoever has to.
    about = ": ".join(part for part in (said.at[:10], clean_line(said.why, LONGEST_WHY)) if part)
    when = f" ({about})" if about else ""
    if said.right is None:
        return f"{_RULED[Ruled(said.what)].format(left, said.value)}{when}"
    return f"{SAID[Verdict(said.what)].format(left, quoted(said.right.name))}{when}"


def _rows(file: Path) -> Iterator[tuple[int, object]]:
    """The JSON values of a file, with the numbers of their lines; None for what is none."""
    for number, line in enumerate(text_lines(file, unheard), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _read(file: Path, problems: list[Problem]) -> Iterator[tuple[int, Said]]:
    for number, row in _rows(file):
        where = f"{file.name}:{number}"
        if not isinstance(row, dict) or not is_ours(row):
            problems.append(Problem(where, "This is no judgement.", "See docs/judgements.md for how one is written."))
            continue
        try:
            yield number, from_row(row)
        except TadmorError as error:
            problems.append(Problem(where, str(error)))


def _is_resolver_file(file: Path) -> bool:
    """Whether a file begins as a resolver's does."""
    first = next((line for line in text_lines(file, unheard) if line.strip()), "")
    try:
        return is_resolver(json.loads(first))
    except (ValueError, RecursionError):
        return {"target", "source", "judgement"} <= {cell.strip().lower() for cell in first.split(",")}


def _named(file: Path, db: Reader, entities: Path | None, problems: list[Problem]) -> list[tuple[int, Said]]:
    """What a resolver's file says of names; the lines have no numbers that mean anything any more."""
    names: dict[str, tuple[str, Kind]] = {entry.id: (entry.name, entry.kind) for entry in entry_table.entries(db)}
    if entities is not None:
        names |= _names_of(entities)
    found: list[Edge] = []
    for edge in edges(text_lines(file, unheard), file.name):
        if isinstance(edge, Problem):
            problems.append(edge)
        else:
            found.append(edge)
    said = named(found, names, f"from {file.name}", file.name)
    problems += said.problems
    return [
        (number, Said(_place_of(one.left), _place_of(one.right), one.verdict, "", one.why, one.at))
        for number, one in enumerate(said.judgements, start=1)
    ]


def _place_of(anchor: Anchor) -> Place:
    return Place(anchor.name, anchor.kind)


def _names_of(entities: Path) -> dict[str, tuple[str, Kind]]:
    """The names and kinds of entities by their ids, and by those that were merged into them."""
    from reader.names.formats import Found
    from reader.names.formats.followthemoney import read_followthemoney, referents
    from reader.services.dictionaries import builtin_dictionary

    lines: Iterable[str] = text_lines(entities, unheard)
    names = {
        found.entry.id: (found.entry.name, found.entry.kind)
        for found in read_followthemoney(lines, entities.name, builtin_dictionary())
        if isinstance(found, Found)
    }
    for identifier, other in referents(text_lines(entities, unheard)):
        if identifier in names:
            names.setdefault(other, names[identifier])
    return names
