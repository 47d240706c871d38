"""Models of other libraries behind our protocol: stand-ins that answer as spaCy and GLiNER do."""

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, TadmorError
from reader.names.dictionary import Dictionary, Entry
from reader.ner import Recogniser, load, plugins
from reader.ner.foreign import Marked, mentions_of, parts_of


def _pipeline(text: str) -> SimpleNamespace:
    names = {"President Roe": "PERSON", "the Oak militia": "ORG", "1999": "DATE", "Roe": "PERSON"}
    return SimpleNamespace(
        ents=[
            SimpleNamespace(label_=label, start_char=text.find(name), end_char=text.find(name) + len(name))
            for name, label in names.items()
            if name in text
        ]
    )


@pytest.fixture
def _spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("spacy")

    def start(model: str) -> object:
        if model != "en_fake":
            raise OSError(model)
        return type("Pipeline", (), {"max_length": 40, "__call__": lambda _, text: _pipeline(text)})()

    module.load = start  # type: ignore[attr-defined]
    module.util = ModuleType("spacy.util")  # type: ignore[attr-defined]
    module.util.get_installed_models = lambda: ["en_fake"]
    module.__spec__ = ModuleSpec("spacy", None)
    monkeypatch.setitem(sys.modules, "spacy", module)
    monkeypatch.setitem(sys.modules, "spacy.util", module.util)


@pytest.mark.usefixtures("_spacy")
def test_a_spacy_pipeline_follows_the_protocol_and_our_boundaries() -> None:
    text = "In 1999 President Roe, of the long grey beard, fled.\nthe Oak militia stayed."
    recogniser = load("spacy:en_fake")
    assert isinstance(recogniser, Recogniser)
    [mentions] = recogniser.recognise([text])
    assert [(text[m.start : m.end], m.kind, m.by) for m in mentions] == [
        ("Roe", Kind.PERSON, "spacy:en_fake"),
        ("Oak militia", Kind.ARMED_GROUP, "spacy:en_fake"),
    ]


@pytest.mark.usefixtures("_spacy")
def test_a_model_that_is_missing_is_named() -> None:
    with pytest.raises(TadmorError, match="en_other"):
        load("spacy:en_other")


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(TadmorError, match=r"tadmor\[spacy\]"):
        load("spacy:en_core_web_sm")


@pytest.mark.usefixtures("_spacy")
def test_installed_models_are_listed() -> None:
    assert "spacy:en_fake" in plugins.names()


class FakeGliner:
    """Answers with the first words that it was built to know."""

    @classmethod
    def from_pretrained(cls, folder: str, *, local_files_only: bool) -> "FakeGliner":
        if not (Path(folder) / "config.json").exists() or not local_files_only:
            raise FileNotFoundError("no config\nhere")
        return cls()

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, Any]]:
        known = {"the Oak militia": "armed group", "Roe": "person", "Kenya": "country", "noon": "time"}
        return [
            {"start": text.index(name), "end": text.index(name) + len(name), "label": label, "score": 0.75}
            for name, label in known.items()
            if name in text and (label in labels or label == "time")
        ]


@pytest.fixture
def _gliner(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("gliner")
    module.GLiNER = FakeGliner  # type: ignore[attr-defined]
    module.__spec__ = ModuleSpec("gliner", None)
    monkeypatch.setitem(sys.modules, "gliner", module)


@pytest.mark.usefixtures("_gliner")
def test_a_gliner_model_follows_the_protocol_and_our_boundaries(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    text = "Mr. Roe flew to Kenya at noon.\n" + "the Oak militia stayed. "
    recogniser = load(f"gliner:{tmp_path}", Dictionary.of([Entry("KE", Kind.STATE, "Kenya")]))
    assert isinstance(recogniser, Recogniser)
    [mentions] = recogniser.recognise([text])
    assert [(text[m.start : m.end], m.kind, m.confidence) for m in mentions] == [
        ("Roe", Kind.PERSON, 0.75),
        ("Kenya", Kind.STATE, 0.75),
        ("Oak militia", Kind.ARMED_GROUP, 0.75),
    ]
    assert "gliner:PATH" in plugins.names()


@pytest.mark.usefixtures("_gliner")
def test_a_gliner_model_that_is_missing_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(TadmorError, match="no folder"):
        load(f"gliner:{tmp_path / 'nothing'}")
    with pytest.raises(TadmorError, match="did not start") as caught:
        load(f"gliner:{tmp_path}")
    assert "\n" not in str(caught.value)


def test_without_gliner_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gliner", None)
    with pytest.raises(TadmorError, match=r"tadmor\[gliner\]"):
        load("gliner:somewhere")


@given(st.text(st.sampled_from("ab \n"), max_size=60), st.integers(1, 20))
def test_parts_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    parts = list(parts_of(text, limit))
    assert "".join(part for _, part in parts) == text
    assert all(text[offset : offset + len(part)] == part and len(part) <= limit for offset, part in parts)


def test_marks_become_whole_words_and_the_first_of_two_stays() -> None:
    text = "Ann Roe left."
    marked = [Marked(0, 5, Kind.PERSON, 0.9), Marked(4, 7, Kind.PERSON, 0.9), Marked(50, 60, Kind.PLACE, 0.9)]
    assert [(m.start, m.end) for m in mentions_of(text, marked, "test", None)] == [(0, 7)]
