"""Commands that write for others: `export` to Markdown, `annotate` for other programs."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from reader.cli.articles import FILTER_HELP, page_of
from reader.cli.base import FilterCommand, app, newsroom
from reader.cli.files import STDIN, write_new, write_text
from reader.cli.output import json_text, note, print_problems, progress_bar, say
from reader.config import expanded
from reader.model import Problem, TadmorError
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.services.annotate import Bare


THREADS = 4
"""Most threads for the recogniser's runtime, so that a large machine stays usable meanwhile."""


@app.command(cls=FilterCommand)
def export(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILTER...", help=f'Every article that it finds, "" all. {FILTER_HELP}'),
    ] = None,
    article: Annotated[int | None, typer.Option(metavar="ARTICLE", help="One article, by its number.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="One actor's dossier, by name or number.")] = None,
    to: Annotated[
        str, typer.Option(metavar="PATH", help="A file, a folder (a file for each article), or - for standard output.")
    ] = STDIN,
    marks: Annotated[
        Literal["bold", "highlight", "html", "obsidian"],
        typer.Option(help="How mentions are marked: **bold**, ==highlight==, <mark>html</mark>, [[obsidian|links]]."),
    ] = "bold",
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Write articles, or all about an actor, as Markdown.

    What came in Markdown is written as the Markdown it was, its marks around names apart; only front matter is Tadmor's
    own. Nothing of it is escaped: HTML in a note is HTML in its export.
    """
    if sum((bool(words), article is not None, actor is not None)) != 1:
        raise typer.BadParameter("say what to export: a FILTER, --article ARTICLE or --actor ACTOR.")
    with newsroom(context) as room:
        from reader.export.escape import file_name

        documents: Iterable[tuple[str, str]]
        if article is not None:
            page = page_of(room, article)
            documents = [(file_name(page.title, page.date), room.exports.article(article, marks))]
        elif actor is not None:
            found = room.actors.find(actor)
            documents = [(file_name(found.name, ""), room.exports.actor(found.id, marks))]
        else:
            documents = room.exports.articles(" ".join(words or ()), marks)
        _deliver(documents, to, force=force)


def _deliver(documents: Iterable[tuple[str, str]], to: str, *, force: bool) -> None:
    if to == STDIN:
        for number, (_, text) in enumerate(documents):
            say(("\n" if number else "") + text.removesuffix("\n"))
        return
    target = expanded(to)
    if target.is_dir() or to.endswith(("/", os.sep)):
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TadmorError(f"{target} cannot be made: {error.strerror or error}.") from error
        written = 0
        for name, text in documents:
            write_new(target / name, text, force=force)
            written += 1
        say(f"{counted(written, 'file')} written to {target}.")
        return
    text = "\n".join(text if text.endswith("\n") else text + "\n" for _, text in documents)
    write_new(target, text, force=force)
    say(f"{target} written.")


@app.command()
def annotate(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="JSONL files; - or none is standard input.")
    ] = None,
    mentions: Annotated[
        Literal["find", "given"],
        typer.Option(help="Find the mentions, or keep the spans and kinds of the input and only link them."),
    ] = "find",
    recogniser: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="tadmor; dictionary (its names only, fast); spacy:MODEL; or a plug-in's name."
        ),
    ] = "tadmor",
    to: Annotated[str, typer.Option(metavar="FILE", help="Where to write; - is standard output.")] = STDIN,
) -> None:
    """Mark and link the actors in JSONL, without a library.

    Each line has `text`, and may have `id`, `title` and `mentions`. The same documents come out with `mentions` of
    `start`, `end` (code points into the text as given), `kind`, `actor` and `confidence`, linked across all documents
    of the run.
    """
    from reader.ner import load
    from reader.services import Progress
    from reader.services.annotate import annotate as annotated
    from reader.services.dictionaries import builtin_dictionary

    documents, problems = _documents(files or [STDIN], given=mentions == "given")
    print_problems(problems)
    failed: list[Problem] = []
    known = builtin_dictionary()
    found_by = None if mentions == "given" else load(recogniser, known, threads=min(THREADS, os.cpu_count() or 1))
    with progress_bar() as progress:
        marked = annotated(
            documents,
            found_by,
            known,
            progress=lambda stage, done, total: progress(Progress(stage, done, total)),
            failed=failed.append,
        )
    print_problems(failed)
    text = "".join(map(_line, marked))
    # JSON is UTF-8 wherever it goes, whatever the terminal speaks.
    write_text(to, text, force=True)
    if to != STDIN:
        note(f"{to} written.")
    if problems or failed:
        raise typer.Exit(1)


def _line(document: Mapping[str, Any]) -> str:
    line = json_text(document)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        # Half a surrogate pair cannot be written as UTF-8; it goes back escaped, as it came.
        line = json_text(document, ascii_only=True)
    return line + "\n"


def _documents(files: Iterable[str], *, given: bool) -> tuple[list["Bare"], list[Problem]]:
    from reader.services.annotate import read_documents

    documents: list[Bare] = []
    problems: list[Problem] = []
    for file in files:
        for found in read_documents(_lines(file), "standard input" if file == STDIN else file, given=given):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                documents.append(found)
    return documents, problems


def _lines(file: str) -> Iterator[bytes]:
    if file == STDIN:
        yield from sys.stdin.buffer
        return
    try:
        with expanded(file).open("rb") as lines:
            yield from lines
    except OSError as error:
        raise TadmorError(f"{file} cannot be read: {error.strerror or error}. Check its name.") from error
