"""Where dictionaries come from: the tables inside the package, and the files a person adds."""

from collections import Counter
from functools import cache
from pathlib import Path

from reader.config import packaged
from reader.model import Problem, TadmorError
from reader.names.dictionary import Dictionary, Entry, parse_tsv, parse_yaml
from reader.untrusted import clean_text


@cache
def builtin_dictionary() -> Dictionary:
    """States, international organisations, armed groups, agencies, leaders and cities that come with Tadmor."""
    entries: list[Entry] = []
    for table in sorted(packaged("names", "data").iterdir(), key=lambda item: item.name):
        if table.name.endswith(".tsv"):
            read, problems = parse_tsv(table.read_text("utf-8").splitlines(), table.name)
            if problems:
                raise TadmorError(
                    f"The built-in table {table.name} is damaged ({problems[0].what}). Install Tadmor again."
                )
            entries += read
    return Dictionary.of(entries)


def read_dictionary(path: Path) -> tuple[list[Entry], list[Problem]]:
    """Read a user's dictionary, TSV or YAML by its suffix.

    Raises:
        TadmorError: the file cannot be read, or holds no entry at all.
    """
    try:
        text = clean_text(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TadmorError(f"{path} is not UTF-8 text. Save it as UTF-8 and add it again.") from error
    except OSError as error:
        raise TadmorError(
            f"{path} cannot be read: {error.strerror or error}. Check the name and add it again."
        ) from error
    if path.suffix.lower() in {".yaml", ".yml"}:
        entries, problems = parse_yaml(text, path.name)
    else:
        entries, problems = parse_tsv(text.splitlines(), path.name)
    if not entries:
        reason = f"{problems[0].where}: {problems[0].what}" if problems else "it is empty"
        raise TadmorError(f"{path} holds no dictionary entry ({reason}). See docs/dictionary.md for the columns.")
    problems += [
        Problem(path.name, f"{times} entries have the id {entry!r}; the last of them counts.", "Give each its own.")
        for entry, times in sorted(Counter(entry.id for entry in entries).items())
        if times > 1
    ]
    return list({entry.id: entry for entry in entries}.values()), problems
