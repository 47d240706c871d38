"""The fields of the filter and what each may say: for reading, for the documentation, for the nearest to a mistake."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.model import Kind

STATES: Mapping[str, str] = {
    "unread": "not opened yet",
    "read": "opened",
    "starred": "with a star",
    "thin": "perhaps not the whole story of its page",
    "undated": "without a date",
    "guessed": "with a guessed date",
    "judged": "something in it was judged or marked by hand, or an actor that it names",
}
"""What an article may be."""

THINGS: Mapping[str, str] = {
    "date": "a date",
    "source": "a source",
    "author": "an author",
    "url": "an address",
    "lang": "a language",
    "actor": "a recognised actor",
}
"""What an article may have or lack."""

ORDERS = ("date", "added", "title", "source", "shared")
"""Orders that a filter may ask for; with a minus before it, from the other end."""

ABOUT = ("source", "author", "url", "lang", "path")
"""Fields of an article that hold some text."""

DATES = ("date", "added", "before", "after")
"""Fields that take days."""

TOGETHER = ("with", "near", "sentence")
"""Fields that take several actors."""

FIELDS = (
    *("title", "text", *ABOUT, "is", "has", "no", *DATES, "words", "sort"),
    *("actor", *TOGETHER, "kind", "mentions"),
)
"""Every field."""

KINDS = tuple(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class TermHelp:
    """One kind of term, for the help screen and the documentation."""

    name: str
    meaning: str
    example: str


def _listed(said: Iterable[str]) -> str:
    return ", ".join(f"`{one}`" for one in said)


TERMS: tuple[TermHelp, ...] = (
    TermHelp("word", "title or body has this word; case, accents and forms of letters do not matter", "palmyra"),
    TermHelp("word*", "a word that begins so", "museum*"),
    TermHelp('"phrase"', "these words, in this order", '"cease fire"'),
    TermHelp('"words"~N', "these words, in any order, at most N others between them", '"museum director"~10'),
    TermHelp("/regex/", "a regular expression of Python; `i` behind it: without case", "/cease.?fire/i"),
    TermHelp("A B", "both hold", "palmyra museum"),
    TermHelp("A OR B", "at least one holds; what stands side by side binds tighter", "palmyra OR tadmor"),
    TermHelp("-A, NOT A", "it does not hold", "-daesh"),
    TermHelp("(…)", "what belongs together", "(palmyra OR tadmor) museum"),
    TermHelp("title:WORD", "the title has it: a word, a phrase, a regular expression", "title:museum"),
    TermHelp("text:WORD", "the body has it", "text:museum"),
    TermHelp("source:NAME", "its source has these words", "source:(reuters OR ahram)"),
    TermHelp("author:NAME", "its author has these words", "author:fisk"),
    TermHelp("url:PART", "its address has this part", "url:example.org"),
    TermHelp("path:PART", "the file that it came from has this part in its path", "path:2016/march"),
    TermHelp("lang:CODE", "it is in this language", "lang:(ar OR en)"),
    TermHelp("is:STATE", f"it is so: {_listed(STATES)}", "is:unread"),
    TermHelp("has:THING, no:THING", f"it has one, or none: {_listed(THINGS)}", "no:author"),
    TermHelp("date:DAYS", "its date lies there: a day, month or year, or from one to another", "date:2016-03..2016-07"),
    TermHelp("before:DAYS", "its date lies before", "before:2016-03-27"),
    TermHelp("after:DAYS", "its date lies after", "after:2016"),
    TermHelp("added:DAYS", "it was added to the library then", "added:@7d"),
    TermHelp("@7d, @last-month", "its date lies there, counted from today; also as days of the fields", "@7d"),
    TermHelp("words:NUMBER", "its text has so many words", "words:>500"),
    TermHelp("actor:NAME", "names this actor, under any of its spellings", "actor:kerry"),
    TermHelp('actor:"NAME"', "the same, for a name of several words", 'actor:"Islamic State"'),
    TermHelp("actor:#NUMBER", "names the actor of this number", "actor:#12"),
    TermHelp(
        "actor:(…)", "all of it holds of one actor: names, `kind:`, `mentions:`", "actor:(jaysh -islam kind:group)"
    ),
    TermHelp("kind:KIND", f"names an actor of this kind: {_listed(KINDS)}", 'kind:"armed group"'),
    TermHelp("mentions:NUMBER", "mentions an actor so many times", "mentions:>5"),
    TermHelp("with:(A B)", "names these actors", 'with:(kerry "Islamic State")'),
    TermHelp("near:(A B)", "names them in one paragraph", "near:(kerry lavrov)"),
    TermHelp("sentence:(A B)", "names them in one sentence", "sentence:(kerry lavrov)"),
    TermHelp("sort:ORDER", f"in this order: {_listed(ORDERS)}; `sort:-date` turns it around", "sort:title"),
    TermHelp("#50", "only the first fifty", "#50"),
)
"""Every term of the language, in the order in which help shows them."""


def nearest(said: str, known: Iterable[str]) -> str:
    """The one of these that somebody who wrote `said` most likely meant, or empty."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(said.casefold(), list(known), 1)), "")
