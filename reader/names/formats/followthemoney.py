"""Entities of FollowTheMoney (followthemoney.tech), as OpenSanctions, Aleph and nomenklatura write them: JSON Lines.

Of its schemata those are read that are actors, and the links between two of them, which become `related`. Weak
aliases are left out: the model itself says that they are too broad to find anybody by.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reader.model import Kind, Problem
from reader.names.declarations import is_acronym
from reader.names.dictionary import Dictionary, Entry
from reader.names.fold import fold
from reader.names.formats.found import Found, LeftOut, Read, merged, texts
from reader.names.formats.phrases import as_written
from reader.names.tables import GENERATIONS
from reader.untrusted import clean_line

KINDS: Mapping[str, Kind] = {
    "Person": Kind.PERSON,
    "Organization": Kind.ORGANISATION,
    "Company": Kind.ORGANISATION,
    "PublicBody": Kind.ORGANISATION,
    # Some party, of which its source does not say what it is.
    "LegalEntity": Kind.OTHER,
    "Territory": Kind.PLACE,
}
"""What the schemata are that are actors."""

LINKS: Mapping[str, tuple[str, str]] = {
    "Associate": ("person", "associate"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Membership": ("member", "organization"),
    "Ownership": ("owner", "asset"),
    "Representation": ("agent", "client"),
    "Succession": ("predecessor", "successor"),
    "UnknownLink": ("subject", "object"),
}
"""The schemata that tie two actors, and the properties that name them."""

_TERROR = "crime.terror"
"""The topic of organisations that take up arms."""

_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")


def read_followthemoney(lines: Iterable[str], source: str, known: Dictionary) -> Read:
    """Read entities, one object a line; several lines with one id are parts of one entity.

    A country becomes `related` to that state, where `known` has it. `source` is the file's name.
    """
    entries: dict[str, Found] = {}
    ties: list[tuple[str, str]] = []
    weak = others = nameless = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        entity = _object(line)
        if entity is None:
            remedy = "Write one entity a line, with `id`, `schema` and `properties`."
            yield Problem(f"{source}:{number}", "This is no entity of FollowTheMoney.", remedy)
            continue
        schema, properties = entity["schema"], _properties(entity)
        if schema in LINKS:
            left, right = LINKS[schema]
            ties += [(one, two) for one in properties.get(left, ()) for two in properties.get(right, ())]
        elif schema not in KINDS:
            others += 1
        else:
            caption = clean_line(str(entity.get("caption") or ""))
            entry, dropped = _entry(entity["id"], schema, properties, caption, source, known)
            weak += dropped
            if entry is None:
                nameless += 1
            elif entry.id in entries:
                earlier = entries[entry.id]
                entries[entry.id] = Found(merged(earlier.entry, entry), earlier.line)
            else:
                entries[entry.id] = Found(entry, number)
    yield from _tied(entries, ties)
    for what, times in (
        ("weak aliases", weak),
        ("entities that are no actors", others),
        ("entities without a name", nameless),
    ):
        if times:
            yield LeftOut(what, times)


def referents(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of an entity's id and another that was merged into it, as nomenklatura writes them."""
    for line in lines:
        entity = _object(line) if line.strip() else None
        if entity is not None and isinstance(entity.get("referents"), list):
            yield from ((entity["id"], clean_line(str(other))) for other in entity["referents"])


def _object(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not isinstance(value.get("properties"), dict):
        return None
    identifier = clean_line(str(value.get("id") or ""))
    if not identifier or not isinstance(value.get("schema"), str):
        return None
    value["id"] = identifier
    return value


def _properties(entity: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The values of each property as lines; an entity that is nested in a value is its id."""
    found = {}
    for name, values in entity["properties"].items():
        listed = values if isinstance(values, list) else [values]
        found[name] = texts(value.get("id", "") if isinstance(value, dict) else value for value in listed)
    return found


def _entry(
    identifier: str,
    schema: str,
    properties: Mapping[str, tuple[str, ...]],
    caption: str,
    source: str,
    known: Dictionary,
) -> tuple[Entry | None, int]:
    """The entry of an entity that has a name, and how many of its names are too weak to be used."""
    kind = KINDS[schema]
    topics = properties.get("topics", ())
    if schema == "Organization" and _TERROR in topics:
        kind = Kind.ARMED_GROUP
    if schema == "Territory" and "country" in properties.get("level", ()):
        kind = Kind.STATE
    strong = [*properties.get("name", ()), *properties.get("alias", ()), *properties.get("previousName", ())]
    if not properties.get("name") and kind is Kind.PERSON:
        parts = [part for key in ("firstName", "middleName", "lastName") for part in properties.get(key, ())[:1]]
        strong = [" ".join(parts), *strong] if len(parts) > 1 else strong
    if caption in strong:
        strong = [caption, *strong]
    if kind is Kind.PERSON:
        strong = [_in_order(name) for name in strong]
    strong = [*dict.fromkeys(as_written(name, person=kind is Kind.PERSON) for name in strong)]
    shortened = [name for name in properties.get("abbreviation", ()) if is_acronym(name)]
    weak = len(properties.get("weakAlias", ())) + len(properties.get("abbreviation", ())) - len(shortened)
    if not strong:
        return None, weak
    name, *names = strong
    acronyms = texts([*shortened, *(other for other in names if is_acronym(other) and kind is not Kind.PERSON)])
    countries = texts(code.lower() for key in _COUNTRIES for code in properties.get(key, ()))
    related = tuple(state for code in countries if known.entry(state := f"state:{code}") is not None)
    others = tuple(other for other in _distinct(name, names) if other not in acronyms)
    return Entry(identifier, kind, name, others, (), acronyms, related, source), weak


def _distinct(name: str, names: Iterable[str]) -> Iterator[str]:
    """The names that differ from the first and from each other in more than case and punctuation."""
    seen = {fold(name)}
    for other in names:
        folded = fold(other)
        if folded not in seen:
            seen.add(folded)
            yield other


def _in_order(name: str) -> str:
    """ "Haddad, Salim" as "Salim Haddad": texts are searched for names in this order."""
    surname, comma, given = name.partition(",")
    if comma and given.strip() and "," not in given and fold(given) not in GENERATIONS:
        return f"{given.strip()} {surname.strip()}"
    return name


def _tied(entries: Mapping[str, Found], ties: Iterable[tuple[str, str]]) -> Iterator[Found]:
    """The entries, each with the ids of those that a link of the file ties it to."""
    related: dict[str, dict[str, None]] = {}
    for left, right in ties:
        if left in entries and right in entries and left != right:
            related.setdefault(left, {})[right] = None
    for identifier, found in entries.items():
        if identifier in related:
            more = Entry(identifier, found.entry.kind, found.entry.name, related=tuple(related[identifier]))
            yield Found(merged(found.entry, more), found.line)
        else:
            yield found
