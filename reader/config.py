"""Where things lie: the library's place and the files inside the installed package."""

import os
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

LIBRARY_VARIABLE = "TADMOR_LIBRARY"
"""Environment variable that names the library, as `--library` does."""


def expanded(path: str | Path) -> Path:
    """A path with `~` as the home folder; of a user that nobody knows it stays as it is, as in a shell."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def default_library() -> Path:
    """The library used when none is named: TADMOR_LIBRARY, else `library.sqlite` in the platform's data folder."""
    named = os.environ.get(LIBRARY_VARIABLE)
    if named:
        return expanded(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("tadmor", appauthor=False)) / "library.sqlite"


def packaged(*parts: str) -> Traversable:
    """A file shipped inside the package, such as `packaged("ner", "weights", "model.onnx")`.

    `styles/` stands at the top of a checkout and inside the package once installed; both are found.
    """
    inside = resources.files("reader").joinpath(*parts)
    if inside.is_file() or inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parent.parent.joinpath(*parts)
    return beside if beside.exists() else inside
