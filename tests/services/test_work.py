"""Work that goes on while a person, another thread or another program changes the library, and work that fails."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader import ner
from reader.library import judgements, user_dictionary
from reader.library.arrivals import arrive
from reader.model import Incoming, Mention, TadmorError, Verdict
from reader.ner.protocol import Recogniser
from reader.services import Newsroom, intake, linking, recognising, settling
from reader.services.dictionaries import builtin_dictionary
from reader.services.views import Progress

from .test_newsroom import named


def test_a_judgement_given_while_linking_runs_holds(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    palmyra, moscow = named(room, "Palmyra"), named(room, "Moscow")
    began: list[bool] = []

    def interrupt(progress: Progress) -> None:
        if not began:
            began.append(True)
            # Meanwhile, in another thread or program, between two steps.
            room.judgements.judge(palmyra.id, moscow.id, Verdict.SAME)

    monkeypatch.setattr(settling, "ENTERED", 1)
    monkeypatch.setattr(settling, "LINKED", 1)
    room.analysis.relink(progress=interrupt)
    assert began
    assert {actor.name for actor in room.actors.search("Palmyra")} == {
        actor.name for actor in room.actors.search("Moscow")
    }
    assert room.doctor() == []


class Stumbles:
    """A recogniser of known names that trips over a word."""

    def __init__(self, word: str, load: Callable[..., Recogniser] = ner.load) -> None:
        self.name = "stumbles"
        self.word = word
        self.read: list[str] = []
        self.inner = load("dictionary", builtin_dictionary())

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        self.read += texts
        if any(self.word in text for text in texts):
            raise RuntimeError("a [/] text \x1b[31m too hard")
        return self.inner.recognise(texts)


@pytest.fixture
def stumbles(monkeypatch: pytest.MonkeyPatch) -> Stumbles:
    """The recogniser of every library: it trips over one of three articles."""
    one = Stumbles("Musicians")
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: one)
    return one


def test_an_article_that_the_recogniser_trips_over_keeps_no_other_back(
    reopen: Callable[[], Newsroom], folder: Path, stumbles: Stumbles
) -> None:
    room = reopen()
    room.articles.add([folder])
    told: list[int] = []
    with pytest.raises(TadmorError, match="too hard") as raised:
        room.analysis.run(on_article=told.append)
    assert "\x1b" not in str(raised.value)
    status = room.status()
    assert (status.articles, status.waiting, status.failed) == (3, 0, 1)
    assert len(told) == 2
    assert named(room, "Vladimir Putin").articles == 2


def test_what_the_recogniser_tripped_over_is_told_once_and_listed(
    reopen: Callable[[], Newsroom], folder: Path, stumbles: Stumbles
) -> None:
    room = reopen()
    room.articles.add([folder])
    with pytest.raises(TadmorError):
        room.analysis.run()
    stumbles.read.clear()
    room = reopen()
    room.articles.add([folder])
    room.analysis.run()
    assert stumbles.read == []
    (problem,) = room.doctor()
    assert "too hard" in problem.what
    page = room.articles.page(int(problem.where.removeprefix("article ")))
    assert page is not None
    assert "too hard" in page.failed
    room.articles.remove([page.id])
    assert room.doctor() == []
    room.history.undo()
    assert len(room.doctor()) == 1
    with pytest.raises(TadmorError, match="too hard"):
        room.analysis.run(again=True)


def test_what_the_recogniser_tripped_over_is_tried_again_when_its_text_changes(
    reopen: Callable[[], Newsroom], folder: Path, stumbles: Stumbles
) -> None:
    room = reopen()
    room.articles.add([folder])
    with pytest.raises(TadmorError):
        room.analysis.run()
    may = folder / "may.md"
    may.write_text(may.read_text("utf-8").replace("Musicians", "Players"), "utf-8")
    room.articles.add([folder])
    assert room.status().waiting == 1
    room.analysis.run()
    assert room.doctor() == []


@pytest.mark.parametrize("change", ["recogniser", "version"])
def test_what_the_recogniser_tripped_over_is_tried_again_by_another(
    change: str, reopen: Callable[[], Newsroom], folder: Path, stumbles: Stumbles, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = reopen()
    room.articles.add([folder])
    with pytest.raises(TadmorError):
        room.analysis.run()
    if change == "recogniser":
        room.recognisers.use("dictionary")
    else:
        monkeypatch.setattr(recognising, "__version__", "999")
    with pytest.raises(TadmorError, match="too hard"):
        room.analysis.run()
    room.analysis.run()
    stumbles.word = "nowhere"
    room.analysis.run(again=True)
    assert room.doctor() == []
    assert room.status().failed == 0


def test_one_actor_is_not_judged_against_itself(room: Newsroom) -> None:
    palmyra = named(room, "Palmyra")
    for verdict in Verdict:
        with pytest.raises(TadmorError, match="one actor already"):
            room.judgements.judge(palmyra.id, palmyra.id, verdict)


def test_names_taught_while_the_newsroom_is_open_are_recognised_from_then_on(room: Newsroom, tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("id\tkind\tname\tnames\nmine:1\tperson\tQuillon Brax\tBrax\n", encoding="utf-8")
    room.dictionaries.add(table)
    article = tmp_path / "june.txt"
    article.write_text("A visit\n\nIn June Quillon Brax came to Palmyra.\n", encoding="utf-8")
    room.articles.add([article])
    room.analysis.run()
    assert named(room, "Quillon Brax").articles == 1


def test_entries_that_share_an_id_are_told_and_counted_once(room: Newsroom, tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("id\tkind\tname\nm:1\tperson\tFirst Brax\nm:1\tperson\tLast Brax\n", encoding="utf-8")
    added = room.dictionaries.add(table)
    assert (added.actors, added.new) == (1, 1)
    assert ["m:1" in problem.what for problem in added.problems] == [True]
    assert room.dictionaries.counts() == [("mine.tsv", 1)]


def test_what_is_typed_is_cleaned_before_it_is_kept_or_looked_for(room: Newsroom) -> None:
    room.judgements.judge(
        named(room, "Syria").id, named(room, "Russia").id, Verdict.RELATED, "neigh\udcffbours\x1b[31m\n of old"
    )
    assert [one.why for one in judgements.judgements(room.library.reader())] == ["neighbours[31m of old"]
    assert room.actors.search("\ud800Palmyra")[0].name == "Palmyra"


def test_of_a_large_dictionary_what_the_articles_need_is_at_hand(
    room: Newsroom, reopen: Callable[[], Newsroom], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "large.tsv"
    others = "".join(f"x:{at}\tperson\tNobody Xeroth{at:04}ian\t\n" for at in range(50))
    table.write_text(
        f"id\tkind\tname\tnames\nm:1\tperson\tQuillon Brax\t\nm:2\tplace\tTadmora\tPalmyra\n{others}", encoding="utf-8"
    )
    whole = {entry.id for entry in room.known.dictionary.entries()}
    monkeypatch.setattr(user_dictionary, "LARGE", 10)
    room.dictionaries.add(table)
    assert {entry.id for entry in room.known.dictionary.entries()} - whole == {"m:2"}
    assert room.known.dictionary is room.known.dictionary
    about = room.known.about(["Quillon Brax"])
    assert about.entry("m:1") is not None
    article = tmp_path / "june.txt"
    article.write_text("A visit\n\nIn June Quillon Brax came to Palmyra.\n", encoding="utf-8")
    room.articles.add([article])
    room.analysis.run()
    assert named(room, "Quillon Brax").articles == 1
    assert reopen().known.dictionary.entry("m:1") is not None


@pytest.mark.parametrize("step", ["enter", "link"])
def test_a_name_that_linking_trips_over_keeps_no_other_back(
    step: str, reopen: Callable[[], Newsroom], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(first: Any, *others: Any) -> Any:
            held = first if name == "identities" else [chain for node in first.nodes.values() for chain in node.chains]
            if any(chain.name == "John Kerry" for chain in held):
                raise IndexError("too \x1b[31mhard")
            return real(first, *others)

        return instead

    name = "identities" if step == "enter" else "resolve_piece"
    room = reopen()
    room.articles.add([folder])
    with monkeypatch.context() as patch:
        real = getattr(linking, name)
        room.analysis.run()
        patch.setattr(linking, name, trips(name, real))
        with pytest.raises(TadmorError, match=r"too .*hard") as raised:
            room.analysis.relink()
        assert "\x1b" not in str(raised.value)
        assert named(room, "Vladimir Putin").articles == 2
        assert not room.analysis.settle()
        with pytest.raises(TadmorError, match=r"too .*hard"):
            room.analysis.run(again=True)
        assert [problem.remedy for problem in room.doctor()] == ["Please report it; `tadmor add` tries again."]
    room.analysis.run(again=True)
    assert not room.analysis.settle()
    assert named(room, "John Kerry").articles == 1
    assert room.doctor() == []


def test_an_article_that_cannot_be_stored_keeps_no_other_out(
    reopen: Callable[[], Newsroom], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(db: Any, incoming: Incoming, *options: Any) -> Any:
        if "concert" in incoming.title:
            raise OverflowError("too large")
        return arrive(db, incoming, *options)

    monkeypatch.setattr(intake, "arrive", trips)
    room = reopen()
    taken = room.articles.add([folder])
    assert (taken.added, len(taken.problems)) == (2, 1)
    assert taken.problems[0].where.endswith("may.md")
    assert "too large" in taken.problems[0].what
