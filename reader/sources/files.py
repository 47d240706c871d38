"""Files, folders and standard input: what to read, in which order, as which type."""

import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast

from reader.model import Incoming, Origin, PassedOver, Problem
from reader.sources import decoding, encoded, fields, records
from reader.sources.article import Draft, finish, tripped
from reader.sources.name_patterns import NamePattern
from reader.sources.text import split_header
from reader.untrusted import clean_line, clean_path

STDIN = "-"
"""The path that stands for standard input."""

ARTICLE_LIMIT = 16 << 20
"""Largest file taken for one article, in bytes: ten times the longest novel."""

ARRAY_LIMIT = 512 << 20
"""Largest JSON file that is not JSON lines, in bytes: it has to be in memory at once."""

_SPOOL = 8 << 20


class Type(Enum):
    """How a file is read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    JSON_LINES = "JSON lines"
    JSON = "JSON"
    TABLE = "table"


SUFFIXES: Mapping[str, Type] = {
    ".txt": Type.TEXT, ".text": Type.TEXT,
    ".md": Type.MARKDOWN, ".markdown": Type.MARKDOWN, ".mdown": Type.MARKDOWN, ".mkd": Type.MARKDOWN,
    ".html": Type.HTML, ".htm": Type.HTML, ".xhtml": Type.HTML, ".shtml": Type.HTML,
    ".jsonl": Type.JSON_LINES, ".ndjson": Type.JSON_LINES, ".jsonlines": Type.JSON_LINES,
    ".json": Type.JSON,
    ".csv": Type.TABLE, ".tsv": Type.TABLE, ".tab": Type.TABLE,
}  # fmt: skip
"""Types by suffix; a file with another suffix, or none, is read by how it begins."""

NOT_ARTICLES = frozenset(
    {
        ".js", ".mjs", ".cjs", ".ts", ".jsx", ".tsx", ".map", ".css", ".scss", ".less", ".py", ".pyi",
        ".ipynb", ".rb", ".pl", ".php", ".sh", ".bash", ".bat", ".ps1", ".c", ".h", ".cc", ".cpp", ".hpp",
        ".rs", ".go", ".java", ".kt", ".swift", ".r", ".lua", ".sql", ".yaml", ".yml", ".toml", ".ini",
        ".cfg", ".conf", ".lock", ".xml", ".xsl", ".xsd", ".rss", ".atom", ".opml", ".svg", ".log", ".ics",
        ".vcf", ".bib", ".ris", ".tex", ".sty", ".po", ".pot", ".srt", ".vtt", ".diff", ".patch", ".part",
        ".crdownload", ".tmp", ".bak", ".url", ".webloc", ".desktop", ".eml", ".mbox", ".geojson", ".kml",
        ".gpx", ".tcss",
    }
)  # fmt: skip
"""Suffixes of text files that are no articles: read when named, passed over within folders."""


def _no_page(location: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a person said of how to read."""

    mapping: Mapping[str, str]
    whole_page: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path | None
    """None for standard input."""
    named: bool
    """Whether a person named it, and not a folder that holds it."""


def read(
    paths: Sequence[str | Path],
    mapping: Mapping[str, str] = {},
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str = "",
    name_pattern: str = "",
    whole_page: Callable[[str], bool] = _no_page,
) -> Iterator[Incoming | Problem | PassedOver]:
    """The articles of files and folders (recursively), in the paths' order and by name within folders; lazy.

    `-` stands for standard input; what it is called is `stdin_name`, or a digest of what came, so that the same input
    again is the same articles and other input is others. `mapping` says how a record's fields are called (`{"title":
    "headline"}`), `name_pattern` what the names of files tell of their articles (`{source}-{date:%Y-%m-%d}`). Of the
    pages whose location `whole_page` agrees to, all that they show is the article. What cannot be read is a Problem,
    and the rest goes on. A file that is reached twice is read once.

    Raises TadmorError when the mapping names a field that an article does not have, or the pattern cannot be read.
    """
    found = _read(paths, _Reading(fields.check_mapping(mapping), whole_page), stdin, stdin_name)
    return map(NamePattern(name_pattern).told, found) if name_pattern else found


def count(paths: Sequence[str | Path]) -> int | None:
    """How many files `read` would open, without opening any; None when standard input is among them."""
    if any(str(path) == STDIN for path in paths):
        return None
    return sum(isinstance(found, _File) for found in _walk(paths))


def _read(
    paths: Sequence[str | Path], reading: _Reading, stdin: BinaryIO | None, stdin_name: str
) -> Iterator[Incoming | Problem | PassedOver]:
    for found in _walk(paths):
        if not isinstance(found, _File):
            yield found
        elif found.path is not None:
            yield from _read_file(found.path, reading, named=found.named)
        elif stdin is not None:
            yield from _read_stdin(stdin, stdin_name, reading)


def _walk(paths: Iterable[str | Path]) -> Iterator[_File | Problem | PassedOver]:
    """The files to read; links are followed, each file and folder is met once."""
    met: set[tuple[int, int]] = set()
    paths = [*paths]
    named = {key for path in paths if (key := _key(path))}
    # Folders wait on a stack, last first: as deep as a file system goes, beyond what calls could.
    waiting = [_File(None if str(path) == STDIN else Path(path), True) for path in reversed(paths)]
    while waiting:
        file = waiting.pop()
        path = file.path
        if path is None:
            yield file
            continue
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            # A link within a folder that leads nowhere is nobody's article.
            if file.named or not path.is_symlink():
                yield _failed(path, error)
            continue
        key = (status.st_dev, status.st_ino)
        if key in met:
            continue
        if stat.S_ISDIR(status.st_mode):
            met.add(key)
            try:
                waiting += [_File(path, False) for path in reversed(_entries(path))]
            except OSError as error:
                yield _failed(path, error)
        elif stat.S_ISREG(status.st_mode):
            if file.named or key in named or path.suffix.lower() not in NOT_ARTICLES:
                met.add(key)
                # Named beside the folder that holds it, it is named all the same.
                yield _File(path, file.named or key in named)
            else:
                yield PassedOver(path.suffix.lower(), "no article by its name")
        elif file.named:
            yield Problem(
                clean_path(str(path)),
                "is neither a file nor a folder",
                "Give what it holds on standard input: tadmor add -",
            )


def _key(path: str | Path) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _entries(folder: Path) -> list[Path]:
    """The paths within a folder, by name: no hidden ones, and no folders of pictures and scripts of a saved page."""
    found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    pages = {path.stem for path in found if SUFFIXES.get(path.suffix.lower()) is Type.HTML}
    return [path for path in found if not (path.name.endswith("_files") and path.name[:-6] in pages)]


def _read_file(path: Path, reading: _Reading, *, named: bool) -> Iterator[Incoming | Problem | PassedOver]:
    location = clean_path(str(path))
    try:
        # The real path: an article is one, through whatever link it is reached.
        path = path.resolve()
        location = clean_path(str(path))
        with path.open("rb") as stream:
            yield from _read_stream(stream, location, reading, name=path.name, named=named)
    except OSError as error:
        yield _failed(path, error)
    except MemoryError:
        yield Problem(location, "does not fit into memory")
    except Exception as error:
        # Whatever a library throws, ImportError included, is one file refused; the others go in.
        yield tripped(location, error)


def _read_stdin(stdin: BinaryIO, name: str, reading: _Reading) -> Iterator[Incoming | Problem | PassedOver]:
    with tempfile.SpooledTemporaryFile(_SPOOL) as spool:
        copyfileobj(stdin, spool)
        if not name:
            digest = blake2b(digest_size=8)
            spool.seek(0)
            while part := spool.read(_SPOOL):
                digest.update(part)
        spool.seek(0)
        location = f"stdin:{clean_path(name) if name else digest.hexdigest()}"
        try:
            yield from _read_stream(cast(BinaryIO, spool), location, reading, name=name, named=True)
        except Exception as error:
            yield tripped(location, error)


def _read_stream(
    stream: BinaryIO, location: str, reading: _Reading, *, name: str, named: bool
) -> Iterator[Incoming | Problem | PassedOver]:
    head = stream.read(decoding.HEAD)
    kind = SUFFIXES.get(Path(name).suffix.lower())
    if not head.strip(b"\0 \t\r\n"):
        if named or kind is not None:
            yield Problem(location, "is empty")
        return
    if decoding.is_binary(head):
        if named or kind is not None:
            yield Problem(location, "is not a text file", "Convert it to text, Markdown or HTML first.")
        else:
            yield PassedOver(Path(name).suffix.lower(), "no text file")
        return
    stream.seek(0)
    kind = kind or sniff(head)
    if kind is Type.TEXT and (what := encoded.what_is(decoding.decode(head))):
        # It decodes, which makes no text of it.
        if named:
            yield Problem(location, f"is {what}, which is not read", "Convert it to text, Markdown or HTML first.")
        else:
            yield PassedOver(Path(name).suffix.lower(), what)
        return
    if kind is Type.JSON_LINES:
        yield from records.read_records(records.json_lines(stream, location), location, reading.mapping, name)
    elif kind is Type.TABLE:
        yield from records.read_records(records.table(stream, location), location, reading.mapping, name)
    elif kind is Type.JSON:
        yield from _read_json(stream, location, reading, name)
    else:
        yield _read_article(stream, location, kind, name, whole=reading.whole_page(location))


def _read_json(
    stream: BinaryIO, location: str, reading: _Reading, name: str
) -> Iterator[Incoming | Problem | PassedOver]:
    data = stream.read(ARRAY_LIMIT + 1)
    found = None
    if len(data) <= ARRAY_LIMIT:
        found = records.json_value(decoding.decode(data), location)
    del data
    if found is None:
        stream.seek(0)
        found = records.json_lines(stream, location)
    yield from records.read_records(found, location, reading.mapping, name)


def _read_article(stream: BinaryIO, location: str, kind: Type, name: str, *, whole: bool) -> Incoming | Problem:
    data = stream.read(ARTICLE_LIMIT + 1)
    if len(data) > ARTICLE_LIMIT:
        return Problem(
            location,
            f"is larger than {ARTICLE_LIMIT >> 20} MiB, too large for one article",
            "Split it into its articles.",
        )
    text = decoding.decode(data, markup=kind is Type.HTML)
    if kind is Type.HTML:
        from reader.sources.html import read_html

        draft = read_html(text, whole=whole)
    elif kind is Type.MARKDOWN:
        from reader.sources.markdown import read_markdown

        draft = read_markdown(text)
    else:
        header, body = split_header(text.replace("\r\n", "\n").replace("\r", "\n"))
        draft = Draft.of(body, header)
    article = finish(Origin(location), draft, name=name)
    return article if article is not None else Problem(location, "holds no text")


def sniff(head: bytes) -> Type:
    """The type of a file by how it begins."""
    text = decoding.decode(head).lstrip("\ufeff \t\r\n")
    first = text.split("\n", 1)[0].rstrip("\r")
    start = text[:200].lower()
    if start.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body", "<!--")):
        return Type.HTML
    if first.startswith("{"):
        return Type.JSON_LINES if first.rstrip().endswith("}") else Type.JSON
    if start.startswith("[") and start[1:].lstrip().startswith("{"):
        return Type.JSON
    if first == "---" or first.startswith("# "):
        return Type.MARKDOWN
    names = [name.strip(' "') for name in first.split(records.delimiter_of(first))]
    return Type.TABLE if len(names) > 1 and records.names_articles(names) else Type.TEXT


def _failed(path: Path, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Problem(clean_path(str(path)), f"cannot be read: {clean_line(reason, 200)}")
