"""Which recogniser a library is read with, and how recognisers are measured."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import ner
from reader.model import Kind, Mention, TadmorError
from reader.ner.protocol import Recogniser
from reader.services import Newsroom
from reader.services.annotate import Bare
from reader.services.recogniser_trial import Marks, trial


class Named:
    """Marks the first word of every text as a person."""

    def __init__(self, name: str) -> None:
        self.name = name

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        return [[Mention(0, len(text.split()[0]), Kind.PERSON, 1.0, self.name)] for text in texts]


@pytest.fixture
def _two(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str = "tadmor", dictionary: object = None, threads: int = 1) -> Recogniser:
        if name not in ("tadmor", "dictionary"):
            raise TadmorError(f"There is no recogniser called {name!r}.")
        return Named(name)

    monkeypatch.setattr(ner, "load", load)


@pytest.mark.usefixtures("_two")
def test_another_recogniser_reads_what_comes_next_and_with_again_what_was_read(tmp_path: Path, folder: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([folder])
        room.analysis.run()
        assert [offer.name for offer in room.recognisers.offers() if offer.chosen] == ["tadmor"]
        assert room.recognisers.use("dictionary") == "Actors are found by dictionary from now on."
        assert room.status().waiting == 0
        assert "3 articles" in room.recognisers.use("dictionary", again=True)
        assert room.status().waiting == 3
        assert not room.doctor()
        room.analysis.run()
        assert room.status().waiting == 0
        assert room.recognisers.use("dictionary", again=True) == "Actors are found by dictionary from now on."
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        assert [offer.name for offer in room.recognisers.offers() if offer.chosen] == ["dictionary"]


@pytest.mark.usefixtures("_two")
def test_one_that_does_not_start_is_not_chosen(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        with pytest.raises(TadmorError):
            room.recognisers.use("nobody")
        assert [offer.name for offer in room.recognisers.offers() if offer.chosen] == ["tadmor"]


def test_a_trial_counts_exact_spans_and_folds_kinds_that_the_marks_do_not_use() -> None:
    class States:
        name = "states"

        def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
            return [[Mention(0, 4, Kind.STATE, 1.0, ""), Mention(5, 9, Kind.OTHER, 1.0, "")] for _ in texts]

    person, place = Mention(5, 9, Kind.PERSON, 1.0, "given"), Mention(0, 4, Kind.PLACE, 1.0, "given")
    found = trial(
        States(), [Bare("1", "Peru Anna", mentions=(place, person)), Bare("2", "Rome Olga", mentions=(place,))]
    )
    assert found.kinds == {Kind.PERSON: Marks(1, 0, 0), Kind.PLACE: Marks(2, 2, 2)}
    assert (found.whole, found.words) == (Marks(3, 2, 2), 4)
    assert found.whole.f1 == pytest.approx(0.8)
    assert found.whole.precision == 1.0
    assert found.whole.recall == pytest.approx(2 / 3)
    assert Marks(0, 0, 0).f1 == Marks(0, 0, 0).precision == Marks(0, 0, 0).recall == 0.0
