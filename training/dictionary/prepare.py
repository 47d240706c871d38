"""Write the file from which the built-in dictionary is loaded, from its tables.

python -m training.dictionary.prepare
"""

from dataclasses import replace
from pathlib import Path

from reader.config import packaged
from reader.model import TadmorError
from reader.names.dictionary import Entry
from reader.names.formats import read_tsv, sorted_out
from reader.names.prepared import PREPARED, prepare

BUILT_IN = "the built-in dictionary"
"""Where a reader is told that these entries come from: a table's name would be nothing to them."""


def of_tables() -> list[Entry]:
    """The entries of all tables inside the package, in the order of their names. Raises TadmorError for a bad line."""
    entries: list[Entry] = []
    for table in sorted(packaged("names", "data").iterdir(), key=lambda item: item.name):
        if table.name.endswith(".tsv"):
            found, problems = sorted_out(read_tsv(table.read_text("utf-8").splitlines(), table.name))
            if problems:
                raise TadmorError(f"{problems[0].where}: {problems[0].what}")
            entries += (replace(entry, source=BUILT_IN) for entry in found)
    return entries


def main() -> None:
    """Write it."""
    Path(str(packaged("names", "data"))).joinpath(PREPARED).write_text(prepare(of_tables()), "utf-8")


if __name__ == "__main__":
    main()
