"""Commands about actors: `actors`, `actor`."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reader.cli.articles import FILTER_HELP, day
from reader.cli.base import AsJson, app, newsroom
from reader.cli.output import (
    evidence_json,
    note,
    print_columns,
    print_json,
    print_json_list,
    reasons_line,
    say,
)
from reader.model import Kind, Verdict
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.services import ActorPage, ActorRow, Quote


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


@app.command()
def actors(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="NAME", help="Only actors with these words in one of their spellings.")
    ] = "",
    kind: Annotated[Kind | None, typer.Option(help="Only actors of this kind.")] = None,
    filter_: Annotated[
        str, typer.Option("--filter", metavar="FILTER", help=f"Only those that its articles name. {FILTER_HELP}")
    ] = "",
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the actors, those in most articles first."""
    with newsroom(context) as room:
        everyone = room.actors.search(text, limit=None, filter=filter_)
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
    """Show all that is known of an actor.

    Spellings with their counts and dates, titles, the dictionary's entry, what was said of it by hand, actors that are
    related or may be the same, the company it keeps, and a sentence from each article.
    """
    with newsroom(context) as room:
        found = room.actors.find(name)
        page = room.actors.page(found.id, sentences=0)
        quotes = room.actors.quotes(found.id, found.articles)
    if as_json:
        print_json(actor_json(found) | _page_json(page) | {"in": [quote_json(quote) for quote in quotes]})
        return
    counts = f"{counted(found.articles, 'article')}, {counted(found.mentions, 'mention')}"
    say(f"{found.name}  ({found.kind.value}, {counts})")
    say("as  " + "   ".join(f"{text} {count:,}" for text, count in found.spellings))
    _print_page(page)
    for quote in quotes:
        about = "  ".join(part for part in (day(quote.date, quote.date_guessed), quote.source) if part)
        say()
        say(f"{quote.article}  {quote.title}" + (f"  ({about})" if about else ""))
        say(f"    {quote.before}{quote.quoted}{quote.after}")


def _print_page(page: "ActorPage") -> None:
    """What an actor's page has beside its sentences, a line a fact."""
    if page.entry is not None:
        say(
            f"known  {page.entry.name} ({page.entry.kind.value}"
            + (f", {page.entry.source})" if page.entry.source else ")")
        )
    if page.titles:
        say("titles  " + "   ".join(f"{title} {count:,}" for title, count in page.titles))
    for tie in page.ties:
        words = reasons_line(tie.evidence)
        tied = "related  " if tie.verdict is Verdict.RELATED else "perhaps  "
        say(f"{tied}{tie.actor.name} ({tie.actor.id}, {tie.actor.kind.value})" + (f": {words}" if words else ""))
    if page.companions:
        say("with  " + "   ".join(f"{one.name} {one.together:,}" for one in page.companions))
    for one in page.decisions:
        say(f"said  {one.at[:10]}  {one.words}" + (f": {one.why}" if one.why else "") + f"  (undo {one.act})")


def _page_json(page: "ActorPage") -> dict[str, Any]:
    entry = page.entry
    return {
        "first": page.first,
        "last": page.last,
        "known": {"id": entry.id, "name": entry.name, "source": entry.source} if entry else None,
        "titles": [{"text": text, "articles": count} for text, count in page.titles],
        "spellings": [
            {"text": one.text, "count": one.mentions, "articles": one.articles, "first": one.first, "last": one.last}
            for one in page.spellings
        ],
        "ties": [
            {
                "id": tie.actor.id,
                "name": tie.actor.name,
                "verdict": tie.verdict.value,
                "score": tie.score,
                "evidence": evidence_json(tie.evidence),
            }
            for tie in page.ties
        ],
        "with": [{"id": one.id, "name": one.name, "articles": one.together} for one in page.companions],
        "said": [{"act": one.act, "at": one.at, "words": one.words, "why": one.why} for one in page.decisions],
    }


def quote_json(quote: "Quote") -> dict[str, Any]:
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
