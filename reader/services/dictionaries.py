"""Where dictionaries come from: the tables inside the package, and the files a person adds; and where they go."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice
from pathlib import Path

from reader.config import packaged
from reader.library import dictionary_edits
from reader.library.change import Change
from reader.library.store import Writer
from reader.model import Problem, TadmorError
from reader.names.combine import combined, same_actors
from reader.names.dictionary import Dictionary, Entry
from reader.names.dictionary_lint import Listed, lint
from reader.names.formats import (
    HEAD_LINES,
    Format,
    Found,
    ReadOptions,
    guess,
    read,
    write_jsonl,
    write_tsv,
)
from reader.names.prepared import PREPARED, from_prepared
from reader.services.views import Progress

LINE_LIMIT = 64 << 20
"""Bytes of the longest line that is read: an entity with all that a large collection knows of it."""

TELL_EVERY = 1000
"""Lines between two words on how far the reading is."""

_WRITTEN = {".tsv": Format.TSV, ".jsonl": Format.JSONL, ".json": Format.JSONL}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a dictionary's file holds."""

    format: Format
    entries: Sequence[Found]
    problems: Sequence[Problem]
    """What cannot be used."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """What is no actor or no name to know one by, with how many of it: nothing wrong with the file."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a dictionary that was added."""

    name: str
    format: Format
    actors: int
    """How many it holds now."""
    new: int
    changed: int
    gone: int
    """Actors that its earlier version had and this one has not."""
    extended: int
    """Actors that the built-in dictionary knows under another id: they keep that id and gain names."""
    left_out: Mapping[str, int]
    problems: Sequence[Problem]


@cache
def builtin_dictionary() -> Dictionary:
    """States, international organisations, armed groups, agencies, leaders and cities that come with Tadmor.

    Raises TadmorError when the file of the package is damaged.
    """
    try:
        return from_prepared(packaged("names", "data", PREPARED).read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TadmorError(f"The built-in dictionary is damaged ({error}). Install Tadmor again.") from error


def over_builtin(own: Iterable[Entry]) -> Dictionary:
    """A person's entries over the built-in ones."""
    entries = list(own)
    return combined(builtin_dictionary(), entries) if entries else builtin_dictionary()


def read_dictionary(path: Path, options: ReadOptions, progress: Callable[[Progress], None]) -> Contents:
    """Read a file in any format that is known, line by line; only its entries are held.

    Raises:
        TadmorError: the file cannot be read, or holds no entry at all.
    """
    contents = _contents(path, options, progress)
    last = {found.entry.id: found for found in contents.entries}
    times = Counter(found.entry.id for found in contents.entries)
    twice = [
        Problem(path.name, f"{number} entries have the id “{entry}”; the last of them counts.", "Give each its own.")
        for entry, number in sorted(times.items())
        if number > 1
    ]
    if not contents.entries:
        first = next(iter(contents.problems), None)
        left_out = next(iter(contents.left_out), None)
        reason = (
            f"{first.where}: {first.what.rstrip('.')}" if first else f"only {left_out}" if left_out else "it is empty"
        )
        raise TadmorError(
            f"{path} holds no dictionary entry ({reason}; read as {contents.format}). See docs/dictionary.md for the"
            " formats."
        )
    return Contents(contents.format, [*last.values()], [*contents.problems, *twice], contents.left_out)


def _contents(path: Path, options: ReadOptions, progress: Callable[[Progress], None]) -> Contents:
    entries: list[Found] = []
    problems: list[Problem] = []
    left_out: dict[str, int] = {}
    lines = text_lines(path, progress)
    head = list(islice(lines, HEAD_LINES))
    how = options.format or guess(path.suffix, head)
    for found in read(chain(head, lines), path.name, how, options, builtin_dictionary()):
        if isinstance(found, Problem):
            problems.append(found)
        elif isinstance(found, Found):
            entries.append(found)
        else:
            left_out[found.what] = found.times
    return Contents(how, entries, problems, left_out)


def text_lines(path: Path, progress: Callable[[Progress], None]) -> Iterator[str]:
    """The lines of a file in whatever encoding, one at a time; one that is too long to be read is an empty one.

    Raises:
        TadmorError: it cannot be read, or is no text.
    """
    from reader.sources.decoding import HEAD, is_binary, lines

    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            if is_binary(stream.read(HEAD)):
                raise TadmorError(f"{path} is no text. Save it as text, and name that file.")
            stream.seek(0)
            for number, line in enumerate(lines(stream, LINE_LIMIT)):
                if number % TELL_EVERY == 0:
                    progress(Progress("reading", min(stream.tell(), size), size))
                yield line or "\n"
    except OSError as error:
        raise TadmorError(f"{path} cannot be read: {error.strerror or error}. Check the name and try again.") from error


def take_in(
    path: Path,
    options: ReadOptions | None,
    act: Callable[[Callable[[Writer], Change]], object],
    progress: Callable[[Progress], None],
) -> Added:
    """Read a dictionary and keep its entries, in one change that `act` makes. Raises as `read_dictionary`."""
    contents = read_dictionary(path, options or ReadOptions(), progress)
    entries = [found.entry for found in contents.entries]
    outcome = dictionary_edits.Difference()

    def add(db: Writer) -> Change:
        nonlocal outcome
        change, outcome = dictionary_edits.add(db, entries, instead_of=path.name)
        return change

    act(add)
    return Added(
        path.name,
        contents.format,
        len(entries),
        outcome.new,
        outcome.changed,
        outcome.gone,
        len(same_actors(builtin_dictionary(), entries)),
        contents.left_out,
        contents.problems,
    )


def check(paths: Sequence[Path], options: ReadOptions, own: Sequence[Entry]) -> list[Problem]:
    """What is wrong with dictionaries: each by itself, with one another, and beside what is known already.

    `own` are the library's entries; without paths they are what is checked. Raises TadmorError when a file cannot be
    read.
    """
    problems: list[Problem] = []
    if not paths:
        listed = [Listed(entry, f"{entry.source}, {entry.id}") for entry in own]
        return list(lint(listed, builtin_dictionary()))
    listed = []
    for path in paths:
        contents = _contents(path, options, lambda progress: None)
        problems += contents.problems
        listed += [Listed(found.entry, f"{path.name}:{found.line}") for found in contents.entries]
    # A file that is in the library already is checked in its new version.
    names = {path.name for path in paths}
    others = [entry for entry in own if entry.source not in names]
    return [*problems, *lint(listed, over_builtin(others))]


def written(entries: Iterable[Entry], how: Format) -> Iterator[str]:
    """Entries as the lines of a file, in a format of ours: TSV or JSON Lines."""
    return write_jsonl(entries) if how is Format.JSONL else write_tsv(entries)


def format_of(path: str) -> Format:
    """The format that a file of this name is written in; TSV where the name does not say."""
    return _WRITTEN.get(Path(path).suffix.lower(), Format.TSV)
