"""Commands with which a person has the last word on actors: `judge`, `merge`, `split`, `rename`, `kind`, and others."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from reader.cli.actors import actor_json
from reader.cli.base import AsJson, app, newsroom, settle, stoppable
from reader.cli.output import note, print_columns, print_json, print_json_list, progress_bar, reasons_line, say
from reader.cli.pairs import Pairs, read_pairs
from reader.model import Kind, TadmorError, Verdict
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.services import SplitPreview

ACTOR_HELP = "A name, or the number that `tadmor actors` shows."
Actor = Annotated[str, typer.Argument(metavar="ACTOR", help=ACTOR_HELP)]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="A word on why, kept with it.")]

LISTED = 8
"""Spellings listed of those that linking would move because of a split."""


@app.command()
def judge(
    context: typer.Context,
    left: Annotated[str, typer.Argument(metavar="ACTOR", help=ACTOR_HELP, show_default=False)] = "",
    right: Annotated[str, typer.Argument(metavar="ACTOR", help="The other one.", show_default=False)] = "",
    verdict: Annotated[
        Verdict | None,
        typer.Argument(
            metavar="VERDICT", help=f"What they are to each other: {', '.join(Verdict)}.", show_default=False
        ),
    ] = None,
    spelling: Annotated[
        str, typer.Option(metavar="TEXT", help="Only this spelling of the first actor, in every article.")
    ] = "",
    mention: Annotated[
        int | None,
        typer.Option(metavar="N", help="Only this mention, as `tadmor show --json` numbers it, and its chain."),
    ] = None,
    reason: Why = "",
    pairs: Pairs = "",
) -> None:
    """Say whether two actors are one.

    It beats what Tadmor concludes, now and after every later import. With --spelling or --mention both actors may be
    the same one: `tadmor judge Kerry Kerry different --mention 7`.

    With --pairs, many verdicts: a line has two actors and the verdict, and perhaps a word on why. Each can be undone by
    itself; of a line that cannot be judged it is said why, and the others are.
    """
    if pairs:
        if left or spelling or mention is not None:
            raise typer.BadParameter("the actors and verdicts stand in the file; give no others.", param_hint="--pairs")
        _judge_all(context, pairs, reason)
        return
    if not right or verdict is None:
        raise typer.BadParameter("it takes two actors and a verdict, or --pairs with a file of them.")
    if spelling and mention is not None:
        raise typer.BadParameter("a verdict is about a spelling or about a mention, not both.")
    with newsroom(context) as room:
        one, other = room.actors.find(left).id, room.actors.find(right).id
        if spelling:
            said = room.judgements.judge_spelling(one, spelling, None if one == other else other, verdict, reason)
        else:
            said = room.judgements.judge(one, other, verdict, reason, mention)
        say(said)
        settle(room)


def _judge_all(context: typer.Context, file: str, reason: str) -> None:
    """Judge every line of a file; ends with status 1 when one of them cannot be judged."""
    lines = list(read_pairs(file, 3, 4))
    failed = 0
    with newsroom(context) as room:
        for line in lines:
            one, other, said = line.cells[:3]
            why = line.cells[3] if len(line.cells) > 3 else reason
            try:
                left, right = room.actors.find(one).id, room.actors.find(other).id
                say(room.judgements.judge(left, right, _verdict(said), why))
            except TadmorError as error:
                note(f"{line.where}: {error}")
                failed += 1
        settle(room)
    if failed:
        raise typer.Exit(1)


def _verdict(said: str) -> Verdict:
    try:
        return Verdict(said.lower())
    except ValueError:
        raise TadmorError(f"“{said}” is no verdict. Use one of: {', '.join(Verdict)}.") from None


@app.command()
def merge(
    context: typer.Context,
    actors: Annotated[list[str], typer.Argument(metavar="ACTOR...", help="Names or numbers of two or more.")],
    reason: Why = "",
) -> None:
    """Make one actor of several."""
    with newsroom(context) as room:
        say(room.judgements.merge([room.actors.find(name).id for name in actors], reason))
        settle(room)


@app.command()
def split(
    context: typer.Context,
    actor: Actor,
    spellings: Annotated[
        list[str] | None, typer.Option("--spelling", metavar="TEXT", help="A spelling to split off, in every article.")
    ] = None,
    mentions: Annotated[
        list[int] | None,
        typer.Option("--mention", metavar="N", help="A mention to split off, as `tadmor show --json` numbers it."),
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Say what would go, and change nothing.")] = False,
    reason: Why = "",
    as_json: AsJson = False,
) -> None:
    """Make an actor of its own of a part of one.

    Both options may be given several times. Mentions that are spelt alike in one article go together.
    """
    if as_json and not preview:
        raise typer.BadParameter("there is something to print as JSON with --preview only.")
    with newsroom(context) as room:
        found = room.actors.find(actor)
        if not preview:
            say(room.judgements.split(found.id, spellings or (), mentions or (), reason))
            settle(room)
            return
        shown = room.judgements.split_preview(found.id, spellings or (), mentions or ())
    if as_json:
        print_json(_preview_json(shown))
        return
    say(
        f"{counted(shown.mentions, 'mention')} in {counted(shown.articles, 'article')} would go,"
        f" {counted(shown.left_behind, 'mention')} would stay with {found.name}."
    )
    for line in shown.judgements:
        say(f"  {line}")
    if shown.afterwards:
        total = sum(one.mentions for one in shown.afterwards)
        say(f"Linking would then move {counted(total, 'mention')}:")
        for one in shown.afterwards[:LISTED]:
            say(f"  {one.mentions:,} “{one.spelling}”, from {one.whence} to {one.goal}")
        rest = total - sum(one.mentions for one in shown.afterwards[:LISTED])
        if rest:
            say(f"  {rest:,} more, a few of each spelling (--json has them all)")


def _preview_json(preview: "SplitPreview") -> dict[str, Any]:
    return {
        "mentions": preview.mentions,
        "articles": preview.articles,
        "left_behind": preview.left_behind,
        "judgements": list(preview.judgements),
        "afterwards": None
        if preview.afterwards is None
        else [
            {"spelling": one.spelling, "from": one.whence, "to": one.to, "mentions": one.mentions}
            for one in preview.afterwards
        ],
    }


@app.command()
def rename(
    context: typer.Context,
    actor: Actor,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it; empty: what Tadmor calls it.")],
) -> None:
    """Call an actor by another name, for good."""
    with newsroom(context) as room:
        say(room.overrides.rename(room.actors.find(actor).id, name))


@app.command()
def kind(
    context: typer.Context,
    actor: Actor,
    sort: Annotated[Kind, typer.Argument(metavar="KIND", help=f"What sort of actor it is: {', '.join(Kind)}.")],
) -> None:
    """Say what sort of actor one is, for good."""
    with newsroom(context) as room:
        say(room.overrides.set_kind(room.actors.find(actor).id, sort))


@app.command("not-an-actor")
def not_an_actor(
    context: typer.Context,
    actor: Actor,
    spelling: Annotated[
        str, typer.Argument(metavar="TEXT", help="The spelling that names nobody; without it, the actor's name.")
    ] = "",
    reason: Why = "",
) -> None:
    """Say that a spelling names no actor, in any article, now or later."""
    with newsroom(context) as room:
        found = room.actors.find(actor)
        say(room.overrides.not_an_actor(found.id, spelling or found.name, reason))
        settle(room)


@app.command("bring-back")
def bring_back(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="The number in front; without it, list them.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Let a spelling name actors again, or list those that name nobody."""
    with newsroom(context) as room:
        if number is not None:
            say(room.overrides.bring_back(number))
            settle(room)
            return
        found = room.overrides.dismissed()
    if as_json:
        print_json_list(
            {
                "number": one.number,
                "spelling": one.spelling,
                "kind": one.kind.value,
                "at": one.at,
                "why": one.why,
                "mentions": one.mentions,
            }
            for one in found
        )
        return
    print_columns(
        (
            [str(one.number), one.kind.value, counted(one.mentions, "mention"), one.spelling + _because(one.why)]
            for one in found
        ),
        right=(0, 2),
    )
    note(f"{counted(len(found), 'spelling')} that {'names' if len(found) == 1 else 'name'} nobody.")


def _because(why: str) -> str:
    return f"  ({why})" if why else ""


@app.command()
def conflicts(context: typer.Context, as_json: AsJson = False) -> None:
    """List the actors that one judgement would join and another keeps apart.

    They stay apart until you judge the pair once more. The review queue in the desk asks about them first.
    """
    from reader.names.wording import sentence

    with newsroom(context) as room:
        found = room.judgements.conflicts()
    if as_json:
        print_json_list(
            {
                "left": actor_json(one.left),
                "right": actor_json(one.right),
                "joined_by": "; ".join(map(sentence, one.by)),
                "kept_apart_by": "; ".join(map(sentence, one.judgement)),
            }
            for one in found
        )
        return
    for one in found:
        say(f"{one.left.id} {one.left.name}  {one.right.id} {one.right.name}")
        say(f"  + {reasons_line(one.by)}")
        say(f"  ! {reasons_line(one.judgement)}")
    note(f"{counted(len(found), 'conflict')}.")


@app.command()
def relink(context: typer.Context) -> None:
    """Link all actors anew.

    From the mentions that are recognised, the dictionaries and the judgements.
    """
    with newsroom(context) as room:
        with stoppable() as stopped, progress_bar() as progress:
            room.analysis.relink(progress=progress, cancelled=stopped)
        say(f"{counted(room.status().actors, 'actor')}.")
