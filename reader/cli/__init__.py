"""The command line: `tadmor`, its commands and their output.

Thin: every command asks the newsroom and prints what it says. Whatever is heavy (the newsroom, the recogniser's
runtime, Textual) is imported inside the command that needs it, so that `tadmor --help` answers at once.
"""

# Importing a module of commands registers them, in the order in which the help lists them.
from reader.cli import reading, articles, dates, actors, why, review, judging, history, exports, sharing  # noqa: F401, I001
from reader.cli import dictionaries, recognisers, upkeep  # noqa: F401
from reader.cli.base import app, main

__all__ = ["app", "main"]
