"""Which recognisers there are, how they start, and what they leave unimported."""

import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import numpy as np
import pytest

from reader import ner
from reader.model import Kind, Mention, TadmorError
from reader.names.dictionary import Dictionary, Entry
from reader.ner import Recogniser, load, plugins

HEAVY = ("numpy", "onnxruntime", "spacy", "textual")


@pytest.mark.parametrize("module", ["reader.ner", "reader.ner.plugins", "reader.ner.known"])
def test_the_runtime_is_not_imported_before_it_is_used(module: str) -> None:
    code = f"import sys, {module}; print([m for m in {HEAVY!r} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["tadmor", "fast", "full"])
def test_the_weights_in_the_package_read_english_news(name: str) -> None:
    text = "Maria Gomez of the World Bank flew from Lima to Kenya on Monday."
    [mentions] = load(name).recognise([text])
    assert [(text[m.start : m.end], m.kind) for m in mentions] == [
        ("Maria Gomez", Kind.PERSON),
        ("World Bank", Kind.ORGANISATION),
        ("Lima", Kind.PLACE),
        ("Kenya", Kind.PLACE),
    ]
    assert all(m.by == "model" and m.confidence > 0.5 for m in mentions)


def test_the_dictionary_tells_states_from_places() -> None:
    dictionary = Dictionary.of([Entry("KE", Kind.STATE, "Kenya")])
    [mentions] = load(dictionary=dictionary).recognise(["They flew from Lima to Kenya."])
    assert [m.kind for m in mentions] == [Kind.PLACE, Kind.STATE]


def test_broken_weights_are_reported_in_one_sentence(tmp_path: Path) -> None:
    def refused() -> None:
        with pytest.raises(TadmorError, match="name a folder"):
            load(f"weights:{tmp_path}")

    refused()
    (tmp_path / "labels.json").write_text('{"labels": 3}')
    (tmp_path / "vocab.txt").write_text("[CLS]\n[SEP]\n[UNK]")
    refused()
    (tmp_path / "labels.json").write_text('{"labels": ["O"], "longest": 9, "temperature": {"model": 1.0}}')
    for embedding in (b"", b"no arrays", b"PK\3\4 broken"):
        (tmp_path / "words.npz").write_bytes(embedding)
        refused()
    np.savez(tmp_path / "words.npz", rows=np.zeros((3, 2), np.int8), scale=np.ones((3, 1), np.float32))
    (tmp_path / "model.onnx").write_bytes(b"no model")
    refused()


def test_damaged_weights_of_the_package_are_to_be_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ner, "packaged", lambda *parts: tmp_path)
    with pytest.raises(TadmorError, match="install Tadmor again"):
        load()


class Shouter:
    """A stranger's recogniser."""

    name = "shouter"

    def __init__(self, dictionary: Dictionary | None, threads: int) -> None:
        self.given = (dictionary, threads)

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """Everything is other."""
        return [[Mention(0, len(text), Kind.OTHER, 1.0, self.name)] for text in texts]


def failing(dictionary: Dictionary | None, threads: int) -> Recogniser:
    """Breaks as it starts."""
    raise RuntimeError("no model\nfile")


def idle(dictionary: Dictionary | None, threads: int) -> object:
    """No recogniser at all."""
    return object()


@pytest.fixture
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint(name, f"{__name__}:{target}", plugins.ENTRY_POINTS)
        for name, target in (("shouter", "Shouter"), ("failing", "failing"), ("idle", "idle"))
    ]

    def find(*, group: str, name: str = "") -> list[EntryPoint]:
        return [p for p in points if p.group == group and name in ("", p.name)]

    monkeypatch.setattr(plugins, "entry_points", find)


@pytest.mark.usefixtures("_registered")
def test_a_recogniser_registers_itself_by_entry_point() -> None:
    recogniser = load("shouter", threads=2)
    assert isinstance(recogniser, Shouter)
    assert recogniser.given == (None, 2)
    assert plugins.names() == [*plugins.OURS, "failing", "idle", "shouter"]


@pytest.mark.usefixtures("_registered")
@pytest.mark.parametrize(
    ("name", "message"), [("nobody", "There is no recogniser"), ("failing", "did not start"), ("idle", "protocol")]
)
def test_one_that_cannot_be_used_is_reported_in_one_line(name: str, message: str) -> None:
    with pytest.raises(TadmorError, match=message) as caught:
        load(name)
    assert "\n" not in str(caught.value)


def test_the_company_of_a_text_changes_nothing() -> None:
    texts = ["Maria Gomez left Lima for Kenya.", "The World Bank met in Oslo. " * 40, "SHOUTING IN ROME"]
    recogniser = load()
    assert recogniser.recognise(texts) == [recogniser.recognise([text])[0] for text in texts]
