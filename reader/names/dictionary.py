"""Known actors: names, kinds, demonyms, acronyms, relations; built-in tables and the user's own, by folded key."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from reader.model import Kind
from reader.names.analyse import Name, analyse, without_participle
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


def _key(name: Name) -> str:
    """The key of a name; with its title, where a first name alone says nothing without: Mullah Omar, Mother Teresa."""
    titled = name.kind is Kind.PERSON and name.single and name.honorific and is_given_name(name.key)
    return f"{name.honorific} {name.key}" if titled else name.key


Key = tuple[str, str]
"""By what a name is looked up, and the surname of a person who has more names than that, else empty."""


def keys_of(entry: Entry) -> list[Key]:
    """The keys of an entry's names, in their order."""
    names = [analyse(text, entry.kind) for text in dict.fromkeys((entry.name, *entry.names))]
    persons = entry.kind is Kind.PERSON
    return [(_key(name), name.surname if persons and len(name.words) > 1 else "") for name in names]


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

    _entries: tuple[Entry, ...] = ()
    _by_id: Mapping[str, Entry] = field(default_factory=dict)
    _names: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _acronyms: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _demonyms: Mapping[str, Entry] = field(default_factory=dict)
    _surnames: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _listed: frozenset[str] = frozenset()
    _prepared: dict[Callable[["Dictionary"], Any], Any] = field(default_factory=dict)
    _own: dict[Callable[["Dictionary"], Any], Any] = field(default_factory=dict)
    _poorer: dict[frozenset[tuple[str, frozenset[str]]], "Dictionary"] = field(default_factory=dict)
    _whole: "Dictionary | None" = None
    _taken: Mapping[str, Collection[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, entries: Iterable[Entry], listed: Iterable[str] = (), keys: Mapping[str, Sequence[Key]] = {}
    ) -> "Dictionary":
        """Index entries; of two with one id the later stands. `listed` are the ids that `common` is not to have.

        `keys` are what `keys_of` says of entries, by their ids, where that is known already.
        """
        by_id: dict[str, Entry] = {}
        for entry in entries:
            by_id[entry.id] = entry
        names: dict[str, dict[str, Entry]] = {}
        acronyms: dict[str, dict[str, Entry]] = {}
        demonyms: dict[str, Entry] = {}
        surnames: dict[str, dict[str, Entry]] = {}
        for entry in by_id.values():
            for key, surname in keys.get(entry.id) or keys_of(entry):
                names.setdefault(key, {}).setdefault(entry.id, entry)
                if surname:
                    surnames.setdefault(surname, {}).setdefault(entry.id, entry)
            for text in entry.acronyms:
                acronyms.setdefault(fold(text).replace(" ", ""), {}).setdefault(entry.id, entry)
            for text in entry.demonyms:
                demonyms.setdefault(fold(text), entry)
        return cls(
            tuple(by_id.values()),
            by_id,
            {key: tuple(found.values()) for key, found in names.items()},
            {key: tuple(found.values()) for key, found in acronyms.items()},
            demonyms,
            {surname: tuple(found.values()) for surname, found in surnames.items()},
            frozenset(listed),
        )

    def entries(self) -> Sequence[Entry]:
        """All entries, in their order."""
        return self._entries

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id."""
        return self._by_id.get(entry_id)

    def lookup(self, name: Name) -> Entry | None:
        """The one entry that goes by this name and whose kind fits, else None; an ambiguous name is not looked up.

        Acronyms count only as capitals, so that the word "us" is not a country. Of several entries the one whose
        preferred name this is wins.
        """
        named = self._names.get(_key(name), ())
        if not named:
            named = self._possessive(name)
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
        return next(iter(found.values())) if len(found) == 1 else None

    def _possessive(self, name: Name) -> tuple[Entry, ...]:
        """The entries of a name whose possessive lost its apostrophe ("Syrias"), as in many archives."""
        bare = name.key[:-1]
        if not name.key.endswith("s") or len(bare) < LOST_POSSESSIVE:
            return ()
        found = self._names.get(bare, ())
        if len(bare) > LOST_POSSESSIVE:
            return found
        # So short a word is too easily a name in another language: it must be the actor's usual one ("Irans").
        return tuple(e for e in found if analyse(e.name, e.kind).key == bare)

    def _capitals(self, name: Name) -> tuple[Entry, ...]:
        """The entries whose acronym this is, as written; also with a possessive that lost its apostrophe ("ISILs")."""
        if not (name.acronym or name.text.isupper()):
            return ()
        letters = fold(name.text).replace(" ", "")
        found = self._acronyms.get(letters, ())
        if not found and name.text[-1:] == "s" and name.text[:-1].isupper():
            found = self._acronyms.get(letters[:-1], ())
        return found

    def misfiled(self, name: Name) -> Entry | None:
        """The one entry that this name must mean though it was taken for another kind, or None.

        Only what can hardly be anything else: a known person's full name, the name of an armed group, or the capitals
        of an organisation. A place's name may be anybody's surname.
        """
        capitals = self._capitals(name)
        named = self._names.get(_key(name), ()) or self._possessive(name)
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

    def common(self, entry: Entry) -> bool:
        """Whether news may speak of an actor without saying who that is.

        Of the built-in ones they do; a person's own list may hold ten thousand whom no article here ever means.
        """
        return entry.id not in self._listed

    def bearers(self, surname: str) -> tuple[Entry, ...]:
        """The known persons with this folded surname."""
        return self._surnames.get(surname, ())

    def homonyms(self, name: Name) -> tuple[Entry, ...]:
        """Every entry that goes by this name, whatever its kind."""
        return self._names.get(_key(name), ())

    def by_name(self, name: Name, entry: Entry) -> bool:
        """Whether this is one of the entry's names and not only its acronym, which may be another's as well."""
        return any(found is entry for found in self._names.get(_key(name), ()))

    def demonym(self, text: str) -> Entry | None:
        """The state or region whose people or adjective this is: "Syrian", "Syrians"."""
        folded = fold(without_participle(text))
        return self._demonyms.get(folded) or self._demonyms.get(folded.removeprefix("the "))

    def related(self, left: Entry, right: Entry) -> bool:
        """Whether either entry names the other as tied to it."""
        return right.id in left.related or left.id in right.related

    @property
    def whole(self) -> "Dictionary":
        """The dictionary that this one was made of `without` some names; itself, if it was not."""
        return self._whole or self

    def prepared(self, make: Callable[["Dictionary"], Prepared]) -> Prepared:
        """What `make` makes of this dictionary, made once; of one `without` some names, what it makes of the whole one.

        Who uses it asks `goes_by` before he believes that an entry has a name.
        """
        whole = self.whole
        if make not in whole._prepared:
            whole._prepared[make] = make(whole)
        found: Prepared = whole._prepared[make]
        return found

    def own(self, make: Callable[["Dictionary"], Prepared]) -> Prepared:
        """What `make` makes of this very dictionary, made once; it goes when the dictionary does."""
        if make not in self._own:
            self._own[make] = make(self)
        found: Prepared = self._own[make]
        return found

    def goes_by(self, entry_id: str, key: str) -> bool:
        """Whether an entry of the whole dictionary still has its name of this key (see `without`)."""
        return key not in self._taken.get(entry_id, ())

    def without(self, taken: Mapping[str, Collection[str]]) -> "Dictionary":
        """This dictionary, where entries by id no longer go by their names of some keys (see `Name.key`).

        What was prepared of this one serves that one as well; asked for twice in a row, it is the same one.
        """
        said = frozenset((entry_id, frozenset(keys)) for entry_id, keys in taken.items())
        made = self._poorer.get(said)
        if made is None:
            made = self._without(taken)
            self._poorer.clear()
            self._poorer[said] = made
        return made

    def _without(self, taken: Mapping[str, Collection[str]]) -> "Dictionary":
        poorer = {entry_id: _poorer(self._by_id[entry_id], keys) for entry_id, keys in taken.items()}

        def still(found: Mapping[str, tuple[Entry, ...]], is_key: bool) -> dict[str, tuple[Entry, ...]]:
            changed = dict(found)
            for key, entries in found.items():
                if any(entry.id in poorer for entry in entries):
                    changed[key] = tuple(
                        poorer.get(entry.id, entry)
                        for entry in entries
                        if not (is_key and key in taken.get(entry.id, ()))
                    )
            return changed

        demonyms = {text: poorer.get(entry.id, entry) for text, entry in self._demonyms.items()}
        return replace(
            self,
            _entries=tuple(poorer.get(entry.id, entry) for entry in self._entries),
            _by_id={**self._by_id, **poorer},
            _names=still(self._names, True),
            _acronyms=still(self._acronyms, True),
            _demonyms={
                text: entry for text, entry in demonyms.items() if not (entry.id in taken and text in taken[entry.id])
            },
            _surnames=still(self._surnames, False),
            _own={},
            _poorer={},
            _whole=self._whole or self,
            _taken={**self._taken, **taken},
        )

    def __or__(self, other: "Dictionary") -> "Dictionary":
        """`other` over this one: its entries replace those with their id, and its names win."""
        theirs = {entry.id for entry in other._entries}
        mine = [entry for entry in self._entries if entry.id not in theirs]
        return Dictionary.of([*other._entries, *mine], self._listed | other._listed)
