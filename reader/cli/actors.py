"""Commands about actors and names: `actors`, `actor`, `why`."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reader.cli.articles import day
from reader.cli.base import AsJson, app, newsroom
from reader.cli.output import (
    counted,
    evidence_json,
    evidence_lines,
    note,
    print_columns,
    print_json,
    print_json_list,
    say,
)
from reader.model import Kind, TadmorError
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.newsroom import ActorRow, Newsroom, Quote

CANDIDATES = 20
"""Actors looked at, and shown, when a name is not clear."""


def actor_json(actor: "ActorRow") -> dict[str, Any]:
    """An actor for other programs."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "mentions": actor.mentions,
        "articles": actor.articles,
        "spellings": [{"text": text, "count": count} for text, count in actor.spellings],
    }


def actor_of(room: "Newsroom", asked: str) -> "ActorRow":
    """The actor meant by a number or a name: of several with the name, the one of that very spelling.

    Raises:
        TadmorError: there is none, or several may be meant; the sentence lists them with their numbers.
    """
    if asked.isdecimal():
        found = room.actor(int(asked))
        if found is None:
            raise TadmorError(f"There is no actor {asked}. `tadmor actors` shows the numbers.")
        return found
    candidates = room.actors(asked, limit=CANDIDATES)
    exact = [actor for actor in candidates if actor.name.casefold() == asked.casefold()]
    spelt = [actor for actor in candidates if any(text.casefold() == asked.casefold() for text, _ in actor.spellings)]
    for fitting in (exact, spelt, candidates):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            # Those spelt so as well: "Assad" is one actor's whole name, and another's short one.
            possible = {actor.id: actor for actor in (*fitting, *spelt)}.values()
            several = "; ".join(f"{actor.id} {actor.name} ({actor.kind.value})" for actor in possible)
            raise TadmorError(f"{asked!r} may be several actors: {several}. Give the number of the one you mean.")
    raise TadmorError(f"No actor is called {asked!r}. `tadmor actors` lists them.")


@app.command()
def actors(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="NAME", help="Only actors with these words in one of their spellings.")
    ] = "",
    kind: Annotated[Kind | None, typer.Option(help="Only actors of this kind.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the actors, those in most articles first."""
    with newsroom(context) as room:
        everyone = room.actors(text, limit=None)
        found = list(islice((actor for actor in everyone if kind in (None, actor.kind)), limit))
    if as_json:
        print_json_list(actor_json(actor) for actor in found)
        return
    print_columns(
        (
            [
                str(actor.id),
                actor.kind.value,
                counted(actor.articles, "article"),
                actor.name + _also(actor),
            ]
            for actor in found
        ),
        right=(0, 2),
    )
    note(f"{counted(len(found), 'actor')}.")


def _also(actor: "ActorRow") -> str:
    others = [spelling for spelling, _ in actor.spellings if spelling != actor.name]
    return f"  (also {', '.join(others[:5])}{', …' if len(others) > 5 else ''})" if others else ""


@app.command()
def actor(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, or the number that `tadmor actors` shows.")],
    as_json: AsJson = False,
) -> None:
    """Show an actor: its spellings, and a sentence from each article."""
    with newsroom(context) as room:
        found = actor_of(room, name)
        quotes = room.quotes(found.id, found.articles)
    if as_json:
        print_json(actor_json(found) | {"in": [_quote_json(quote) for quote in quotes]})
        return
    counts = f"{counted(found.articles, 'article')}, {counted(found.mentions, 'mention')}"
    say(f"{found.name}  ({found.kind.value}, {counts})")
    say("as  " + "   ".join(f"{text} {count:,}" for text, count in found.spellings))
    for quote in quotes:
        about = "  ".join(part for part in (day(quote.date, quote.date_guessed), quote.source) if part)
        say()
        say(f"{quote.article}  {quote.title}" + (f"  ({about})" if about else ""))
        say(f"    {quote.before}{quote.quoted}{quote.after}")


def _quote_json(quote: "Quote") -> dict[str, Any]:
    return {
        "article": quote.article,
        "title": quote.title,
        "source": quote.source,
        "date": quote.date,
        "date_guessed": quote.date_guessed,
        "mention": quote.mention,
        "before": quote.before,
        "quoted": quote.quoted,
        "after": quote.after,
    }


@app.command()
def why(
    left: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    right: Annotated[str, typer.Argument(metavar="NAME", help="The other one.")],
    kinds: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help="The kind of both names; given twice, of the first and of the second."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say whether two names are one actor's, and why.

    The names are compared outside any article. Needs no library.
    """
    if kinds and len(kinds) > 2:
        raise typer.BadParameter("there are two names, so at most two kinds.", param_hint="--kind")
    names = [clean_line(left), clean_line(right)]
    if not all(names):
        raise typer.BadParameter("a name is empty.")
    from reader.names.analyse import analyse
    from reader.names.compare import compare
    from reader.newsroom.dictionaries import builtin_dictionary

    first, second = (analyse(name, kind) for name, kind in zip(names, _both(kinds), strict=True))
    found = compare(first, second, builtin_dictionary())
    if as_json:
        print_json(
            {
                "left": names[0],
                "right": names[1],
                "verdict": found.verdict.value,
                "score": found.score,
                "evidence": evidence_json(found.evidence),
            }
        )
        return
    say(f"{found.verdict.value}  {found.score:.2f}")
    for line in evidence_lines(found.evidence):
        say(line)


def _both(kinds: list[Kind] | None) -> tuple[Kind | None, Kind | None]:
    return (kinds[0], kinds[-1]) if kinds else (None, None)
