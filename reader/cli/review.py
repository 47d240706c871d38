"""The review queue on the command line: `review`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from reader.cli.actors import actor_json, quote_json
from reader.cli.articles import day
from reader.cli.base import AsJson, app, newsroom
from reader.cli.output import evidence_json, evidence_lines, note, print_json, say
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.services import ActorRow, Question, Quote


@app.command()
def review(
    context: typer.Context,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many questions.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Show what Tadmor is unsure about, the most useful questions first.

    Each with both sentences and the reasons; answer with `tadmor judge`. At the desk, `v` asks them one by one.
    """
    with newsroom(context) as room:
        found = room.review.questions(limit=limit)
    if as_json:
        questions = [_question_json(question) for question in found.questions]
        print_json({"open": found.open, "answered_today": found.today, "questions": questions})
        return
    for question in found.questions:
        _print(question)
    today = f", {found.today:,} answered today" if found.today else ""
    note(f"{counted(found.open, 'open question')}{today}.")


def _print(question: "Question") -> None:
    for actor, quotes in ((question.left, question.left_quotes), (question.right, question.right_quotes)):
        say(_actor_line(actor))
        for quote in quotes[:1]:
            about = "  ".join(filter(None, (day(quote.date, quote.date_guessed), quote.source, quote.title)))
            say(f"      {quote.before}{quote.quoted}{quote.after}")
            say(f"      ({about})")
    for line in evidence_lines(question.evidence):
        say(line)
    if question.together:
        say(f"  ~ {counted(question.together, 'article')} {'names' if question.together == 1 else 'name'} both")
    if question.company:
        say(f"  ~ beside both: {', '.join(question.company)}")
    for actor, names in zip((question.left, question.right), question.alone, strict=True):
        if names:
            say(f"  ~ beside {actor.name} alone: {', '.join(names)}")
    say(f"  tadmor judge {question.left.id} {question.right.id} same|different|related|unsure")
    say()


def _actor_line(actor: "ActorRow") -> str:
    mentions = counted(actor.mentions, "mention")
    return f"{actor.name}  ({actor.kind.value}, {mentions} in {counted(actor.articles, 'article')})"


def _question_json(question: "Question") -> dict[str, Any]:
    def side(at: int, actor: "ActorRow", quotes: "tuple[Quote, ...]") -> dict[str, Any]:
        spelt = {"spelling": question.spelt[at], "beside_it_alone": list(question.alone[at])}
        return actor_json(actor) | spelt | {"in": [quote_json(quote) for quote in quotes]}

    return {
        "left": side(0, question.left, question.left_quotes),
        "right": side(1, question.right, question.right_quotes),
        "score": question.score,
        "evidence": evidence_json(question.evidence),
        "articles_that_name_both": question.together,
        "beside_both": list(question.company),
        "mentions_that_hang_on_it": question.hangs,
    }
