"""A filter as SQL: what must hold of `article`. Nothing a person types reaches SQLite as anything but a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from reader.library.search import any_of, any_script, asked_for, in_order
from reader.library.store import Reader
from reader.library.views import Taken
from reader.model import Kind
from reader.names.searchable import plain_words
from reader.names.unspaced import cut
from reader.query import Query, Sought
from reader.query.days import bounds
from reader.query.tree import (
    About,
    Actor,
    All,
    Counted,
    Dated,
    Either,
    Has,
    Is,
    Named,
    Near,
    Not,
    Numbered,
    OfKind,
    OneActor,
    Part,
    Pattern,
    Phrase,
    Reach,
    Term,
    Together,
    Within,
    Word,
    all_of,
)

TOLD = 8
"""Most actors that are told of one name that several bear."""

_MATCH = "article.id IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)"
_SPELT = "IN (SELECT actor FROM spelling WHERE id IN (SELECT rowid FROM spelling_text WHERE spelling_text MATCH ?))"
_COLUMNS = {Part.TITLE: "{title}", Part.BODY: "{body joined}"}

_SOURCES = (
    "article.source_key IN (WITH RECURSIVE known(key) AS (SELECT min(source_key) FROM article WHERE removed_at IS NULL"
    " UNION ALL SELECT (SELECT min(source_key) FROM article WHERE removed_at IS NULL AND source_key > key)"
    " FROM known WHERE key IS NOT NULL) SELECT key FROM known WHERE key <> '' AND instr(spaced(key), ?) > 0)"
)
"""Each source is looked at once: from one to the next along the index."""

_AUTHORS = (
    "article.author IN (SELECT author FROM (SELECT DISTINCT author FROM article WHERE author <> '')"
    " WHERE instr(spaced(author), ?) > 0)"
)

_STATES: Mapping[str, str] = {
    "unread": "article.unread = 1",
    "read": "article.unread = 0",
    "starred": "article.starred = 1",
    "thin": "instr(' ' || article.caveats || ' ', ' thin ') > 0",
    "undated": "article.date = ''",
    "guessed": "article.date_guessed = 1",
    "judged": (
        "(article.id IN (SELECT article FROM mark WHERE undone = 0) OR article.id IN (SELECT article FROM appearance"
        " WHERE actor IN (SELECT actor FROM spelling WHERE count > 0 AND text IN (SELECT name FROM ruling"
        " WHERE undone = 0 AND location IS NULL UNION SELECT left_name FROM judgement"
        " WHERE undone = 0 AND left_location IS NULL"
        " UNION SELECT right_name FROM judgement WHERE undone = 0 AND right_location IS NULL)))"
        " OR (article.location, article.record) IN (SELECT location, record FROM ruling WHERE undone = 0"
        " UNION SELECT left_location, left_record FROM judgement WHERE undone = 0"
        " UNION SELECT right_location, right_record FROM judgement WHERE undone = 0))"
    ),
}

_THINGS: Mapping[str, str] = {
    "date": "article.date <> ''",
    "source": "article.source <> ''",
    "author": "article.author <> ''",
    "url": "article.url <> ''",
    "lang": "article.language <> ''",
    "actor": "EXISTS (SELECT 1 FROM appearance WHERE article = article.id)",
}


@dataclass(slots=True)
class Condition:
    """What must hold of `article` for a filter, and the values it takes; no SQL for a filter that holds everywhere."""

    sql: str = ""
    values: list[Any] = field(default_factory=list)
    sought: list[Sought] = field(default_factory=list)
    """What to look for in the texts that are found: words and phrases, also as names in other scripts have them."""
    taken: list[Taken] = field(default_factory=list)
    """The names that several actors bear, all of whom were taken."""


def condition(db: Reader, query: Query) -> Condition:
    """A filter as SQL."""
    making = _Making(db)
    term = all_of(query.terms)
    sql = making.holds(term) if term is not None else ""
    return Condition(sql, making.values, making.sought, making.taken)


class _Making:
    """One filter on its way to SQL: `values` grow in the order in which its parts are written."""

    def __init__(self, db: Reader) -> None:
        self._db = db
        self._denied = False
        self.values: list[Any] = []
        self.sought: list[Sought] = []
        self.taken: list[Taken] = []

    def holds(self, term: Term) -> str:
        """The SQL of a term; empty where it says nothing, such as a word without a letter."""
        if (question := self._question(term)) is not None:
            return self._with(_MATCH, question) if question else ""
        match term:
            case All(terms):
                return self._all(terms)
            case Either(terms):
                return _joined(" OR ", [self.holds(one) for one in terms])
            case Not(inner):
                return self._not(inner, self.holds)
            case Actor() | Numbered() | OfKind() | Named():
                return self._one_actor(term)
            case OneActor(inner):
                return self._one_actor(inner)
            case Together():
                return self._together(term)
            case Pattern() | Within():
                return self._pattern(term)
            case Is(state):
                return _STATES[state]
            case Has(thing):
                return _THINGS[thing]
            case Dated():
                return self._dated(term)
            case Counted(least, most):
                return self._between("article.words", least, most)
            case About():
                return self._about(term)
        return ""

    def _with(self, sql: str, *values: Any) -> str:
        self.values += values
        return sql

    def _all(self, terms: tuple[Term, ...]) -> str:
        """What is sought in texts is asked at once; regular expressions read whole texts, and come last."""
        questions: list[str] = []
        others: list[Term] = []
        last: list[Term] = []
        for one in terms:
            question = self._question(one)
            if question is not None:
                questions.append(question)
            else:
                (last if _reads_texts(one) else others).append(one)
        asked = " AND ".join(filter(None, questions))
        parts = [self._with(_MATCH, asked)] if asked else []
        return _joined(" AND ", parts + [self.holds(one) for one in (*others, *last)])

    def _not(self, term: Term, holds: Callable[[Term], str]) -> str:
        denied, self._denied = self._denied, not self._denied
        sql = holds(term)
        self._denied = denied
        return f"NOT ({sql})" if sql else ""

    # Words

    def _question(self, term: Term) -> str | None:
        """The full-text question of a term; empty where it asks for nothing, None where the index cannot answer it."""
        match term:
            case Word(text, prefix):
                question, forms = asked_for(self._db, text, prefix)
                self._seek(*forms)
                return question
            case Phrase(text, prefix):
                self._seek(term)
                return any_of(in_order(text, prefix))
            case Near(text, apart):
                self._seek(*map(Word, text.split()))
                words = [in_order(word)[0] for word in text.split() if in_order(word)]
                return f"NEAR({' '.join(words)}, {apart})" if words else ""
            case Within(part, inner):
                inside = self._question(inner)
                return f"{_COLUMNS[part]} : ({inside})" if inside else inside
            case Either(terms) if all(map(_is_asked, terms)):
                return any_of([one for one in map(self._question, terms) if one])
        return None

    def _seek(self, *terms: Sought) -> None:
        if not self._denied:
            self.sought += terms

    def _pattern(self, term: Pattern | Within) -> str:
        part, inner = (term.part, term.term) if isinstance(term, Within) else (None, term)
        if not isinstance(inner, Pattern):
            return ""
        pattern = f"(?{inner.flags}){inner.text}" if inner.flags else inner.text
        parts = []
        if part is not Part.BODY:
            parts.append(self._with("matches(?, article.title)", pattern))
        if part is not Part.TITLE:
            body = "EXISTS (SELECT 1 FROM body WHERE body.article = article.id AND matches(?, body.text))"
            parts.append(self._with(body, pattern))
        return _joined(" OR ", parts)

    # Fields

    def _about(self, term: About) -> str:
        if term.name in ("source", "author"):
            words = " ".join(cut(plain_words(term.text), open_end=True).split())
            if not words:
                return ""
            return self._with(_SOURCES if term.name == "source" else _AUTHORS, f" {words}" + " " * (not term.prefix))
        if term.name == "lang":
            plain = term.text.casefold()
            if term.prefix:
                return self._with("instr(lower(article.language), ?) = 1", plain)
            return self._with(
                "(lower(article.language) || '-' >= ? AND instr(lower(article.language) || '-', ?) = 1)",
                f"{plain}-",
                f"{plain}-",
            )
        column = "article.url" if term.name == "url" else "article.location"
        return self._with(f"instr(lower({column}), lower(?)) > 0", term.text)

    def _dated(self, term: Dated) -> str:
        first, last = bounds(term.name, term.first, term.last, datetime.now().astimezone().date())
        after = last + timedelta(1) if last is not None and last < date.max - timedelta(2) else None
        if term.name == "added":
            parts = [self._with("article.added_at >= ?", _moment(first))] if first else []
            parts += [self._with("article.added_at < ?", _moment(after))] if after else []
            return _joined(" AND ", parts)
        # Days are those that are shown, in the article's own zone; the index sorts by UTC, a day away at most.
        parts = ["article.at > ''"]
        if first is not None:
            # A date that has no day, or no month, lies where its first one does.
            shown = first.isoformat().removesuffix("-01").removesuffix("-01")
            parts.append(self._with("article.date >= ?", shown))
            if first > date.min + timedelta(1):
                parts.append(self._with("article.at >= ?", (first - timedelta(1)).isoformat()))
        if after is not None:
            parts.append(self._with("article.date < ?", after.isoformat()))
            parts.append(self._with("article.at < ?", (after + timedelta(1)).isoformat()))
        return _joined(" AND ", parts)

    def _between(self, column: str, least: int | None, most: int | None) -> str:
        if least is not None and least == most:
            return self._with(f"{column} = ?", least)
        parts = [self._with(f"{column} >= ?", least)] if least is not None else []
        parts += [self._with(f"{column} <= ?", most)] if most is not None else []
        return _joined(" AND ", parts)

    # Actors

    def _tell_of(self, term: Term) -> None:
        """Tell of names that stand by themselves; what stands beside one in `actor:(…)` narrows it down."""
        match term:
            case Actor(text, False) if not self._denied:
                self._tell(text)
            case Either(terms):
                for one in terms:
                    self._tell_of(one)

    def _one_actor(self, term: Term) -> str:
        self._tell_of(term)
        sql = self._is(term, "here")
        return f"article.id IN (SELECT here.article FROM appearance AS here WHERE {sql})" if sql else ""

    def _is(self, term: Term, here: str) -> str:
        """What must hold of an appearance, an actor in an article, for the actor to be meant."""
        match term:
            case Actor():
                return self._called(term, here)
            case Numbered(number):
                return self._with(f"{here}.actor = ?", number)
            case OfKind(kind):
                return self._with(f"{here}.actor IN (SELECT id FROM actor WHERE kind = ?)", kind)
            case Named(least, most):
                return self._between(f"{here}.mentions", least, most)
            case OneActor(inner):
                return self._is(inner, here)
            case All(terms):
                return _joined(" AND ", [self._is(one, here) for one in terms])
            case Either(terms):
                return _joined(" OR ", [self._is(one, here) for one in terms])
            case Not(inner):
                return self._not(inner, lambda one: self._is(one, here))
        return ""

    def _called(self, name: Actor, here: str) -> str:
        question, forms = asked_for(self._db, name.text, name.prefix)
        if not question:
            return ""
        self._seek(*(Actor(form.text, form.prefix) for form in forms))
        return self._with(f"{here}.actor {_SPELT}", question)

    def _tell(self, name: str) -> None:
        """Keep which actors were taken, where a name is that of several."""
        question = any_script(self._db, name, False)
        rows = (
            self._db.all(
                "SELECT id, name, kind, articles, count(*) OVER () FROM actor"
                f" WHERE articles > 0 AND id {_SPELT} ORDER BY articles DESC, mentions DESC, name LIMIT ?",
                (question, TOLD),
            )
            if question
            else []
        )
        if len(rows) > 1:
            actors = tuple((number, called, Kind(kind), articles) for number, called, kind, articles, _ in rows)
            self.taken.append(Taken(name, actors, rows[0][4]))

    def _together(self, term: Together) -> str:
        if len(term.actors) == 1:
            return self._one_actor(term.actors[0])
        numbers = range(len(term.actors))
        tables = "appearance AS here0" + "".join(
            f" JOIN appearance AS here{at} ON here{at}.article = here0.article"
            + "".join(f" AND here{at}.actor <> here{other}.actor" for other in range(at))
            for at in numbers[1:]
        )
        close = _closeness(term.reach, len(numbers)) if term.reach is not Reach.ARTICLE else ("", "")
        for one in term.actors:
            self._tell_of(one)
        which = [self._is(one, f"here{at}") for at, one in enumerate(term.actors)]
        where = " AND ".join([*filter(None, which), *filter(None, close[1:])])
        return f"article.id IN (SELECT here0.article FROM {tables}{close[0]}" + (f" WHERE {where})" if where else ")")


def _closeness(reach: Reach, number: int) -> tuple[str, str]:
    """The mentions of actors in one article, and what must hold of them to stand in one paragraph or sentence."""
    tables = "".join(
        f" CROSS JOIN chain AS chain{at} ON chain{at}.article = here0.article AND chain{at}.actor = here{at}.actor"
        f" CROSS JOIN mention AS said{at} ON said{at}.chain = chain{at}.id"
        + (f" AND said{at}.field = said0.field" if at else "")
        for at in range(number)
    )
    starts, stops = (", ".join(f"said{at}.{end}" for at in range(number)) for end in ("start", "stop"))
    between = f"substr(body.text, min({starts}) + 1, max({stops}) - min({starts}))"
    parted = f"sentences_part({between})" if reach is Reach.SENTENCE else f"instr({between}, char(10, 10)) > 0"
    tables += " CROSS JOIN body ON body.article = here0.article"
    return tables, f"(said0.field = 'title' OR NOT {parted})"


def _moment(day: date) -> str:
    """When a day begins here, as the library keeps moments."""
    return datetime.combine(day, time()).astimezone().astimezone(UTC).isoformat(timespec="seconds")


def _joined(word: str, parts: list[str]) -> str:
    said = [part for part in parts if part]
    return f"({word.join(said)})" if len(said) > 1 else said[0] if said else ""


def _is_asked(term: Term) -> bool:
    """Whether the full-text index answers a term."""
    match term:
        case Word() | Phrase() | Near():
            return True
        case Within(_, inner):
            return not isinstance(inner, Pattern)
        case Either(terms):
            return all(map(_is_asked, terms))
    return False


def _reads_texts(term: Term) -> bool:
    match term:
        case All(terms) | Either(terms):
            return any(map(_reads_texts, terms))
        case Not(inner) | Within(_, inner):
            return _reads_texts(inner)
    return isinstance(term, Pattern)
