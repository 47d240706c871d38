"""Known actors: names, kinds, demonyms, acronyms, relations; built-in tables and the user's own, by folded key."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import RLock
from typing import Any, TypeVar

from reader.model import Kind
from reader.names.analyse import Name, analyse, without_participle
from reader.names.decorations import plainer
from reader.names.fold import fold
from reader.names.given_names import is_given_name


@dataclass(frozen=True, slots=True)
class Entry:
    """One known actor."""

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    """Matched only as written in capitals."""
    related: tuple[str, ...] = ()
    """Ids of entries that it is tied to without being one with them."""
    source: str = ""


LOST_POSSESSIVE = 4
"""Letters that a name must have left when its last "s" is taken for a possessive whose apostrophe was lost."""

SHORT_ACRONYM = 3
"""Letters from which an acronym alone tells what is meant, whatever kind the name was taken for."""

SHORT_CAPITALS = 4
"""Letters up to which a word in capitals is rather an acronym than a state's name in another language."""


def _key(name: Name) -> str:
    """The key of a name; with its title, where a first name alone says nothing without: Mullah Omar, Mother Teresa."""
    titled = name.kind is Kind.PERSON and name.single and name.honorific and is_given_name(name.key)
    return f"{name.honorific} {name.key}" if titled else name.key


Places = int | Sequence[int]
"""Where the entries stand that go by a text: most often one, else several in their order."""

_TAKEN_APART = (Kind.PERSON, Kind.ARMED_GROUP)
"""Kinds of whose names linking reads single words: surnames, and what is said in another language."""


@dataclass(frozen=True, slots=True)
class Index:
    """Where in a dictionary entries stand, by what they are found by; it can be had before any entry is made."""

    ids: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, Places] = field(default_factory=dict)
    acronyms: Mapping[str, Places] = field(default_factory=dict)
    demonyms: Mapping[str, Places] = field(default_factory=dict)
    """The first of several is meant."""
    surnames: Mapping[str, Places] = field(default_factory=dict)
    words: Mapping[str, Places] = field(default_factory=dict)
    """Of the names of persons and armed groups, by each word that carries one."""
    tied: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """From an id to those that it is related to, whichever of the two says so."""


_NOTHING = Index()


def index(entries: Iterable[Entry], known: Mapping[Entry, int] = {}, before: Index = _NOTHING) -> Index:
    """Index entries that all have ids of their own.

    `known` are those that have not changed since there was an index of them, by their places in that one.
    """
    ids: dict[str, int] = {}
    moved: dict[int, int] = {}
    tied: dict[str, dict[str, None]] = {}
    names, acronyms, demonyms, surnames, words = _Found(), _Found(), _Found(), _Found(), _Found()
    for at, entry in enumerate(entries):
        ids[entry.id] = at
        for other in entry.related:
            tied.setdefault(entry.id, {})[other] = None
            tied.setdefault(other, {})[entry.id] = None
        if entry in known:
            moved[known[entry]] = at
            continue
        for text in dict.fromkeys((entry.name, *entry.names)):
            name = analyse(text, entry.kind)
            names.put(_key(name), at)
            if entry.kind is Kind.PERSON and len(name.words) > 1 and name.surname:
                surnames.put(name.surname, at)
            for word in name.words if entry.kind in _TAKEN_APART else ():
                words.put(word, at)
        for text in entry.acronyms:
            acronyms.put(fold(text).replace(" ", ""), at)
        for text in entry.demonyms:
            demonyms.put(fold(text), at)
    return Index(
        ids,
        names.beside(before.names, moved),
        acronyms.beside(before.acronyms, moved),
        demonyms.beside(before.demonyms, moved),
        surnames.beside(before.surnames, moved),
        words.beside(before.words, moved),
        {entry_id: [*others] for entry_id, others in tied.items()},
    )


class _Found:
    """Where entries stand that have a text."""

    def __init__(self) -> None:
        self._places: dict[str, set[int]] = {}

    def put(self, text: str, at: int) -> None:
        self._places.setdefault(text, set()).add(at)

    def beside(self, before: Mapping[str, Places], moved: Mapping[int, int]) -> dict[str, Places]:
        """All of it, and what was found `before`, where that has `moved` to."""
        for text, places in before.items():
            if here := [moved[place] for place in _several(places) if place in moved]:
                self._places.setdefault(text, set()).update(here)
        return {text: min(found) if len(found) == 1 else sorted(found) for text, found in self._places.items()}


def _several(places: Places) -> Sequence[int]:
    """Places, as many as there are."""
    return (places,) if isinstance(places, int) else places


def compatible(left: Kind | None, right: Kind | None) -> bool:
    """Whether two kinds can be one actor's: equal once folded, or one of them open (`other` or not given)."""
    if left is None or right is None or Kind.OTHER in (left, right):
        return True
    return left.folded is right.folded


Prepared = TypeVar("Prepared")


def _poorer(entry: Entry, keys: Collection[str]) -> Entry:
    """An entry without its names of these keys."""

    def left(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if analyse(text, entry.kind).key not in keys)

    return replace(entry, names=left(entry.names), acronyms=left(entry.acronyms), demonyms=left(entry.demonyms))


@dataclass(frozen=True, eq=False)
class Dictionary:
    """Immutable set of entries with its indexes; equal to itself only. Build it with `Dictionary.of`."""

    _entries: Sequence[Entry] = ()
    _index: Index = field(default_factory=Index)
    _listed: frozenset[str] = frozenset()
    _poorer: Mapping[int, Entry] = field(default_factory=dict)
    """By their places, the entries that have lost names."""
    _prepared: dict[Callable[["Dictionary"], Any], Any] = field(default_factory=dict)
    _own: dict[Callable[["Dictionary"], Any], Any] = field(default_factory=dict)
    _making: RLock = field(default_factory=RLock)
    _lately: dict[frozenset[tuple[str, frozenset[str]]], "Dictionary"] = field(default_factory=dict)
    """By what was taken from it, the one that was last made `without`."""
    _whole: "Dictionary | None" = None
    _taken: Mapping[str, Collection[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry], listed: Iterable[str] = (), base: "Dictionary | None" = None) -> "Dictionary":
        """Index entries; of two with one id the later stands. `listed` are the ids that `common` is not to have.

        Whatever entries are in `base` already are found as they are there: to take its names apart takes long.
        """
        by_id = {entry.id: entry for entry in entries}
        if base is None:
            found = index(by_id.values())
        else:
            whole = base.whole
            found = index(by_id.values(), {entry: at for at, entry in enumerate(whole._entries)}, whole._index)
        return cls(tuple(by_id.values()), found, frozenset(listed))

    def entries(self) -> Sequence[Entry]:
        """All entries, in their order."""
        return [self._at(place) for place in range(len(self._entries))] if self._poorer else self._entries

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id."""
        place = self._index.ids.get(entry_id)
        return None if place is None else self._at(place)

    def _at(self, place: int) -> Entry:
        return self._poorer.get(place) or self._entries[place]

    def _all_at(self, places: Places) -> tuple[Entry, ...]:
        return tuple(map(self._at, _several(places)))

    def _named(self, key: str) -> tuple[Entry, ...]:
        return self._all_at(self._index.names.get(key, ()))

    def lookup(self, name: Name) -> Entry | None:
        """The one entry that goes by this name and whose kind fits, else None; an ambiguous name is not looked up.

        Acronyms count only as capitals, so that the word "us" is not a country. Of several entries the one whose
        preferred name this is wins.
        """
        named = self._named(_key(name)) or self._possessive(name)
        if not named and name.kind is None:
            # Of places some words are written out, which a name that may be anything's are not: "Tel Aviv".
            named = self._named(_key(analyse(name.text, Kind.PLACE)))
        if name.acronym and len(name.key) <= SHORT_CAPITALS:
            # So few capitals are an acronym: what Russia is called in another language is not spelt out in them.
            named = tuple(e for e in named if e.kind is not Kind.STATE or analyse(e.name, e.kind).key == name.key)
        found = {e.id: e for e in named if compatible(e.kind, name.kind)}
        if not found and name.kind in (Kind.PLACE, Kind.STATE):
            # An institution called by its building is the institution, whatever the recogniser took it for.
            found = {e.id: e for e in named if e.kind is Kind.ORGANISATION}
        capitals = self._capitals(name)
        found |= {e.id: e for e in capitals if compatible(e.kind, name.kind)}
        if len(name.key) > SHORT_ACRONYM and len(capitals) == 1 and capitals[0].kind.folded is Kind.ORGANISATION:
            # "SANA" is the agency, also where it was taken for the capital that some spell Sana.
            second = all(analyse(e.name, e.kind).key != name.key for e in found.values())
            if second and name.kind in (Kind.PLACE, Kind.STATE):
                found = {capitals[0].id: capitals[0]}
        if len(found) > 1 and name.kind is not None:
            folded = {i: e for i, e in found.items() if name.kind.folded is e.kind.folded}
            found = (
                {i: e for i, e in folded.items() if name.kind is e.kind and e.kind is not e.kind.folded}
                or folded
                or found
            )
        if len(found) > 1:
            found = {i: e for i, e in found.items() if analyse(e.name, e.kind).key == name.key} or found
        if not found:
            return self._decorated(name)
        return next(iter(found.values())) if len(found) == 1 else None

    def _decorated(self, name: Name) -> Entry | None:
        """The armed group whose name this is, with what news says of it: "ISIL Takfiri", "Kurdish YPG units"."""
        if name.kind in (Kind.PERSON, Kind.PLACE, Kind.STATE) or len(name.full) < 2:
            return None
        for text, capitals in plainer(name, people=bool(self.demonym(name.text.partition(" ")[0]))):
            entry = self._armed(text, capitals=capitals)
            if entry is not None:
                return entry
        return None

    def _armed(self, text: str, *, capitals: bool) -> Entry | None:
        name = analyse(text, Kind.ARMED_GROUP)
        found = self._capitals(name) if capitals else {*self._named(name.key), *self._capitals(name)}
        groups = [entry for entry in found if entry.kind is Kind.ARMED_GROUP]
        return groups[0] if len(groups) == 1 else None

    def _possessive(self, name: Name) -> tuple[Entry, ...]:
        """The entries of a name whose possessive lost its apostrophe ("Syrias"), as in many archives."""
        bare = name.key[:-1]
        if not name.key.endswith("s") or len(bare) < LOST_POSSESSIVE:
            return ()
        found = self._named(bare)
        if len(bare) > LOST_POSSESSIVE:
            return found
        # So short a word is too easily a name in another language: it must be the actor's usual one ("Irans").
        return tuple(e for e in found if analyse(e.name, e.kind).key == bare)

    def _capitals(self, name: Name) -> tuple[Entry, ...]:
        """The entries whose acronym this is, as written; also with a possessive that lost its apostrophe ("ISILs")."""
        if not (name.acronym or name.text.isupper()):
            return ()
        letters = fold(name.text).replace(" ", "")
        acronyms = self._index.acronyms
        found = self._all_at(acronyms.get(letters, ()))
        if not found and name.text[-1:] == "s" and name.text[:-1].isupper():
            found = self._all_at(acronyms.get(letters[:-1], ()))
        return found

    def misfiled(self, name: Name) -> Entry | None:
        """The one entry that this name must mean though it was taken for another kind, or None.

        Only what can hardly be anything else: a known person's full name, the name of an armed group, or the capitals
        of an organisation. A place's name may be anybody's surname.
        """
        capitals = self._capitals(name)
        named = self._named(_key(name)) or self._possessive(name)
        found = {e.id: e for e in (*named, *capitals)}
        if len(found) != 1 or (name.kind is Kind.PERSON and not name.single):
            return None
        (entry,) = found.values()
        if entry.kind is Kind.PERSON:
            return entry if len(name.words) > 1 else None
        if entry.kind is Kind.ARMED_GROUP:
            # Abu Sayyaf is also a man's name.
            return entry if name.kind is not Kind.PERSON or len(name.full) == 1 else None
        return entry if capitals and entry.kind is Kind.ORGANISATION and len(name.key) >= SHORT_ACRONYM else None

    def acronym_of(self, name: Name) -> tuple[Entry, ...]:
        """Every entry whose acronym this is, as written."""
        return self._capitals(name)

    def common(self, entry: Entry) -> bool:
        """Whether news may speak of an actor without saying who that is.

        Of the built-in ones they do; a person's own list may hold ten thousand whom no article here ever means.
        """
        return entry.id not in self._listed

    def bearers(self, surname: str) -> tuple[Entry, ...]:
        """The known persons with this folded surname."""
        return self._all_at(self._index.surnames.get(surname, ()))

    def homonyms(self, name: Name) -> tuple[Entry, ...]:
        """Every entry that goes by this name, whatever its kind."""
        return self._named(_key(name))

    def by_name(self, name: Name, entry: Entry) -> bool:
        """Whether this is one of the entry's names and not only its acronym, which may be another's as well."""
        return any(found is entry for found in self._named(_key(name)))

    def demonym(self, text: str) -> Entry | None:
        """The state or region whose people or adjective this is: "Syrian", "Syrians"."""
        folded = fold(without_participle(text))
        demonyms = self._index.demonyms
        places = _several(demonyms.get(folded, demonyms.get(folded.removeprefix("the "), ())))
        return self._at(places[0]) if places else None

    def related(self, left: Entry, right: Entry) -> bool:
        """Whether either entry names the other as tied to it."""
        return right.id in left.related or left.id in right.related

    def related_to(self, entry_id: str) -> Sequence[str]:
        """The ids that an entry is tied to, whichever of the two says so; some may be nobody's."""
        return self._index.tied.get(entry_id, ())

    def with_words(self, words: Iterable[str], kind: Kind) -> list[Entry]:
        """The persons or armed groups, as `kind` says, that have one of these words in a name, in their order."""
        found = {place for word in words for place in _several(self._index.words.get(word, ()))}
        return [entry for entry in map(self._at, sorted(found)) if entry.kind is kind]

    @property
    def whole(self) -> "Dictionary":
        """The dictionary that this one was made of `without` some names; itself, if it was not."""
        return self._whole or self

    def prepared(self, make: Callable[["Dictionary"], Prepared]) -> Prepared:
        """What `make` makes of this dictionary, made once; of one `without` some names, what it makes of the whole one.

        Who uses it asks `goes_by` before he believes that an entry has a name.
        """
        whole = self.whole
        found: Prepared = whole._once(whole._prepared, make)
        return found

    def own(self, make: Callable[["Dictionary"], Prepared]) -> Prepared:
        """What `make` makes of this very dictionary, made once; it goes when the dictionary does."""
        found: Prepared = self._once(self._own, make)
        return found

    def _once(self, made: dict[Callable[["Dictionary"], Any], Any], make: Callable[["Dictionary"], Any]) -> Any:
        if make not in made:
            # Who asks while another thread makes it waits for what is left to do.
            with self._making:
                if make not in made:
                    made[make] = make(self)
        return made[make]

    def goes_by(self, entry_id: str, key: str) -> bool:
        """Whether an entry of the whole dictionary still has its name of this key (see `without`)."""
        return key not in self._taken.get(entry_id, ())

    def without(self, taken: Mapping[str, Collection[str]]) -> "Dictionary":
        """This dictionary, where entries by id no longer go by their names of some keys (see `Name.key`).

        What was prepared of this one serves that one as well; asked for twice in a row, it is the same one.
        """
        said = frozenset((entry_id, frozenset(keys)) for entry_id, keys in taken.items())
        made = self._lately.get(said)
        if made is None:
            made = self._without(taken)
            self._lately.clear()
            self._lately[said] = made
        return made

    def _without(self, taken: Mapping[str, Collection[str]]) -> "Dictionary":
        names, acronyms = dict(self._index.names), dict(self._index.acronyms)
        demonyms, poorer = dict(self._index.demonyms), dict(self._poorer)
        for entry_id, keys in taken.items():
            place = self._index.ids[entry_id]
            poorer[place] = _poorer(self._at(place), keys)
            for key in keys:
                for found in (names, acronyms):
                    if key in found:
                        found[key] = [other for other in _several(found[key]) if other != place]
                if key in demonyms and _several(demonyms[key])[0] == place:
                    del demonyms[key]
        return replace(
            self,
            _index=replace(self._index, names=names, acronyms=acronyms, demonyms=demonyms),
            _poorer=poorer,
            _own={},
            _lately={},
            _whole=self.whole,
            _taken={**self._taken, **taken},
        )

    def __or__(self, other: "Dictionary") -> "Dictionary":
        """`other` over this one: its entries replace those with their id, and its names win."""
        mine = [entry for entry in self.entries() if other.entry(entry.id) is None]
        return Dictionary.of([*other.entries(), *mine], self._listed | other._listed)
