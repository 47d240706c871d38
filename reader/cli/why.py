"""The command `why`: two names, and two actors or one mention of the library."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reader.cli.actors import actor_json, quote_json
from reader.cli.articles import day
from reader.cli.base import AsJson, app, newsroom
from reader.cli.output import evidence_json, evidence_lines, note, print_json, say
from reader.cli.pairs import Line, Pairs, read_pairs
from reader.model import Evidence, Kind, TadmorError
from reader.plurals import counted
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.names.compare import Comparison
    from reader.names.dictionary import Dictionary
    from reader.services import ActorRow, Card, Newsroom, Quote, Relation, Side


@app.command()
def why(
    context: typer.Context,
    left: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name, or the number of an actor of the library.", show_default=False),
    ] = "",
    right: Annotated[str, typer.Argument(metavar="NAME", help="The other one.", show_default=False)] = "",
    kinds: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help="The kind of both names; given twice, of the first and of the second."),
    ] = None,
    article: Annotated[
        int | None,
        typer.Option("--in", metavar="ARTICLE", help="Why the one name is who it is in this article, by its number."),
    ] = None,
    pairs: Pairs = "",
    as_json: AsJson = False,
) -> None:
    """Say whether two names are one actor's, and why.

    The names are compared outside any article, which needs no library. Where the library has actors with these
    spellings, it says as well what they are there, why, and in which sentences.

    With --in, why one name in an article is the actor that it is taken for. With --pairs, the verdict and the score of
    many pairs of names, one a line; a third part of a line is the kind of both, a fourth that of the second.
    """
    if kinds and len(kinds) > 2:
        raise typer.BadParameter("there are two names, so at most two kinds.", param_hint="--kind")
    if pairs:
        if left or article is not None:
            raise typer.BadParameter(
                "the names stand in the file; give no others, and no article.", param_hint="--pairs"
            )
        _answer_all(context, pairs, kinds, as_json)
        return
    names = [clean_line(left), clean_line(right)]
    if not names[0] or (right and not names[1]):
        raise typer.BadParameter("a name is empty.")
    if article is not None:
        if right or kinds:
            raise typer.BadParameter("one name in an article is asked about alone, without a kind.", param_hint="--in")
        with newsroom(context) as room:
            card = room.mentions.card(room.mentions.named(article, names[0]))
        _print_card(card, as_json)
        return
    if not right:
        raise typer.BadParameter("there is one name only. Give another, or --in with the number of an article.")
    if context.obj.library.exists() or any(name.isdecimal() for name in names):
        with newsroom(context) as room:
            found = [_actor(room, name) for name in names]
            _answer(names, kinds, room.known.about(names), found, room, as_json)
        return
    from reader.services.dictionaries import builtin_dictionary

    _answer(names, kinds, builtin_dictionary(), [None, None], None, as_json)


def _answer_all(context: typer.Context, file: str, kinds: list[Kind] | None, as_json: bool) -> None:
    """Compare all pairs of a file outside any article, with the dictionaries of the library where there is one."""
    from reader.names.analyse import analyse
    from reader.names.compare import compare_beside

    lines = [(line, _kinds_of(line, kinds)) for line in read_pairs(file, 2, 4)]
    dictionary = _dictionary(context, [name for line, _ in lines for name in line.cells[:2]])
    for line, both in lines:
        names = list(line.cells[:2])
        left, right = (analyse(name, kind) for name, kind in zip(names, both, strict=True))
        found = compare_beside(left, right, dictionary)
        if as_json:
            print_json(_comparison_json(names, found))
        else:
            say(f"{found.verdict.value}\t{found.score:.2f}\t{names[0]}\t{names[1]}")


def _kinds_of(line: Line, kinds: list[Kind] | None) -> tuple[Kind | None, Kind | None]:
    """The kinds of a line's names: those that stand there, else those of --kind."""
    said = [cell for cell in line.cells[2:] if cell]
    try:
        both = [Kind(cell.lower()) for cell in said] or kinds or []
    except ValueError:
        known = ", ".join(kind.value for kind in Kind)
        raise TadmorError(f"{line.where}: “{' '.join(said)}” is not a kind. Use one of: {known}.") from None
    return (both[0], both[-1]) if both else (None, None)


def _dictionary(context: typer.Context, names: list[str]) -> "Dictionary":
    if context.obj.library.exists():
        with newsroom(context) as room:
            return room.known.about(names)
    from reader.services.dictionaries import builtin_dictionary

    return builtin_dictionary()


def _actor(room: "Newsroom", asked: str) -> "tuple[ActorRow, str] | None":
    """The one actor of this number or so spelt, with the spelling; None when there is none, or several."""
    found = room.actors.spelt(asked)
    every = {actor.id: actor for actor, _ in found}
    if len(every) > 1:
        from reader.services.actors import listed

        several = listed([*every.values()])
        note(f"In the library, {asked!r} is a spelling of several actors: {several}. Their numbers can be asked about.")
        return None
    return found[0] if found else None


def _answer(
    names: list[str],
    kinds: list[Kind] | None,
    dictionary: "Dictionary",
    found: "list[tuple[ActorRow, str] | None]",
    room: "Newsroom | None",
    as_json: bool,
) -> None:
    from reader.names.analyse import analyse
    from reader.names.compare import compare_beside

    both = (kinds[0], kinds[-1]) if kinds else (None, None)
    # A number stands for the actor's name; the kind of an actor of the library is known.
    asked = [
        (actor[0].name if actor and name.isdecimal() else name, kind or (actor[0].kind if actor else None))
        for name, kind, actor in zip(names, both, found, strict=True)
    ]
    alone = compare_beside(analyse(*asked[0]), analyse(*asked[1]), dictionary)
    one, other = found
    relation = room.actors.relation(one, other) if room is not None and one is not None and other is not None else None
    texts = [text for text, _ in asked]
    if as_json:
        print_json(_comparison_json(texts, alone) | {"library": _relation_json(relation) if relation else None})
        return
    say(f"{alone.verdict.value}  {alone.score:.2f}")
    for line in evidence_lines(alone.evidence):
        say(line)
    if relation is not None:
        say()
        _print_relation(relation, alone.evidence)


def _comparison_json(texts: list[str], found: "Comparison") -> dict[str, Any]:
    return {
        "left": texts[0],
        "right": texts[1],
        "verdict": found.verdict.value,
        "score": found.score,
        "evidence": evidence_json(found.evidence),
    }


def _relation_json(relation: "Relation") -> dict[str, Any]:
    return {
        "verdict": relation.verdict.value,
        "score": relation.score,
        "evidence": evidence_json(relation.evidence),
        "left": _side_json(relation.left),
        "right": _side_json(relation.right),
    }


def _side_json(side: "Side") -> dict[str, Any]:
    return {
        "actor": actor_json(side.actor),
        "spelling": side.spelling,
        "evidence": evidence_json(side.evidence),
        "sentence": quote_json(side.quote) if side.quote else None,
    }


def _print_relation(relation: "Relation", said: Sequence[Evidence]) -> None:
    """The library's view of two names; what was `said` of the names already is not said again."""
    left, right = relation.left, relation.right
    if left.actor.id == right.actor.id:
        say(f"In the library both are {_called(left.actor)}:  {relation.verdict.value}  {relation.score:.2f}")
    else:
        say(f"In the library two actors:  {relation.verdict.value}  {relation.score:.2f}")
        say(f"  {_called(left.actor)}")
        say(f"  {_called(right.actor)}")
    for line in evidence_lines(() if relation.evidence == said else relation.evidence):
        say(line)
    for quote in _apart(left.quote, right.quote):
        _print_quote(quote)


def _apart(one: "Quote | None", other: "Quote | None") -> "Iterator[Quote]":
    """Two sentences; a single one that has both names is not told twice."""
    if one is not None:
        yield one
    if other is not None and (one is None or _said(one) != _said(other)):
        yield other


def _said(quote: "Quote") -> tuple[int, str]:
    return quote.article, f"{quote.before}{quote.quoted}{quote.after}"


def _called(actor: "ActorRow") -> str:
    return f"{actor.name} ({actor.id}, {actor.kind.value}, {counted(actor.articles, 'article')})"


def _print_quote(quote: "Quote") -> None:
    about = "  ".join(part for part in (day(quote.date, quote.date_guessed), quote.source) if part)
    say()
    say(f"{quote.article}  {quote.title}" + (f"  ({about})" if about else ""))
    say(f"    {_said(quote)[1]}")


def _print_card(card: "Card", as_json: bool) -> None:
    """Why one mention is its actor."""
    if as_json:
        print_json(
            {
                "actor": actor_json(card.actor),
                "score": card.score,
                "evidence": evidence_json(card.evidence),
                "sentence": quote_json(card.here) if card.here else None,
                "joined_to": quote_json(card.joined) if card.joined else None,
            }
        )
        return
    say(f"{card.heading}  {card.score:.2f}")
    for line in evidence_lines(card.evidence):
        say(line)
    for quote in (card.here, card.joined):
        if quote is not None:
            _print_quote(quote)
