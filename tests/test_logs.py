"""The log: what it keeps, what it never keeps, and that it stops nothing."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import trafilatura

from reader import logs, ner
from reader.cli import reading
from reader.model import Mention, TadmorError
from reader.services import Newsroom
from reader.sources.html import read_html

from .cli.conftest import Run, run

__all__ = ["run"]

SECRET = "The source in Raqqa is Salim Haddad."
ARTICLE = f"# Talks resume\n\n{SECRET}\n"

log = logging.getLogger("reader.tests")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the log is in this test."""
    path = tmp_path / "state" / "tadmor.log"
    monkeypatch.setenv(logs.FILE_VARIABLE, str(path))
    yield path
    logs.stop()


def trip(*arguments: object, **named: object) -> None:
    raise ValueError(SECRET)


def failing(name: str = "", *arguments: object) -> SimpleNamespace:
    """A recogniser that trips over every text."""

    def recognise(texts: list[str]) -> list[list[Mention]]:
        raise ValueError(SECRET)

    return SimpleNamespace(name=name, recognise=recognise)


def test_an_unknown_failure_has_its_traceback_in_the_log_and_says_where_that_is(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "open_desk", trip)
    ended = run("read")
    assert ended.status == 1
    assert f"{file} says where." in ended.err
    written = file.read_text("utf-8")
    assert "ERROR" in written
    assert "in trip" in written
    assert "ValueError" in written


def test_no_words_of_an_article_are_logged_above_debug(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(logs.LEVEL_VARIABLE, "info")
    Path("talks.md").write_text(ARTICLE, "utf-8")
    monkeypatch.setattr(ner, "load", failing)
    assert run("add", "talks.md").status == 1
    written = file.read_text("utf-8")
    assert "Article 1 could not be recognised" in written
    assert "ValueError" in written
    assert "Haddad" not in written
    assert "Talks" not in written
    assert run("--debug", "add").status == 1
    assert SECRET in file.read_text("utf-8")


def test_an_article_that_trips_the_recogniser_up_is_told_with_where_to_look(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "talks.md").write_text(ARTICLE, "utf-8")
    monkeypatch.setattr(ner, "load", failing)
    logs.start()
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([tmp_path / "talks.md"])
        with pytest.raises(TadmorError) as caught:
            room.analysis.run()
    assert str(file) in str(caught.value)


def test_a_page_that_trips_the_extractor_up_is_read_all_the_same_and_logged(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trafilatura, "bare_extraction", trip)
    logs.start()
    assert "envoy" in read_html("<html><body><p>The envoy went back to Geneva.</p></body></html>").body
    assert "in trip" in file.read_text("utf-8")


@pytest.mark.parametrize(("level", "kept"), [("info", True), ("warning", False), ("error", False)])
def test_a_healthy_run_is_logged_only_where_that_is_wished(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, level: str, kept: bool
) -> None:
    monkeypatch.setenv(logs.LEVEL_VARIABLE, level)
    Path("talks.md").write_text(ARTICLE, "utf-8")
    assert run("add", "--later", "talks.md").status == 0
    assert file.exists() == kept


def test_a_level_that_is_none_is_said_in_the_log(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(logs.LEVEL_VARIABLE, "loud")
    logs.start()
    log.info("not kept")
    written = file.read_text("utf-8")
    assert "'loud'" in written
    assert "not kept" not in written


@pytest.fixture
def unwritable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stands where the log's folder would be."""
    (tmp_path / "state").write_text("", "utf-8")


@pytest.mark.usefixtures("unwritable")
def test_a_log_that_cannot_be_written_stops_nothing(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "open_desk", trip)
    ended = run("read")
    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert "`tadmor --debug …` shows where." in ended.err


def test_a_home_that_is_nobodys_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(logs.FILE_VARIABLE, "~nobody-of-this-name/tadmor.log")
    logs.start()
    assert str(Path("tadmor.log")) not in logs.told(ValueError("x"))
    logs.stop()


def test_a_full_log_is_put_aside_and_few_old_ones_are_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_BYTES", 1_000)
    logs.start()
    for number in range(200):
        log.warning("Something happened for the time of number %d", number)
    kept = sorted(path.name for path in file.parent.iterdir())
    assert kept == ["tadmor.log", "tadmor.log.1", "tadmor.log.2", "tadmor.log.3"]
    assert all(path.stat().st_size <= 1_000 for path in file.parent.iterdir())
    assert "number 199" in file.read_text("utf-8")


def test_causes_come_before_what_they_led_to(file: Path) -> None:
    def outer() -> None:
        try:
            trip()
        except ValueError as error:
            raise KeyError("x") from error

    logs.start()
    try:
        outer()
    except KeyError as error:
        logs.told(error)
    written = file.read_text("utf-8")
    assert written.index("in trip") < written.index("ValueError") < written.index("KeyError")


@pytest.mark.parametrize("begin", [logs.start, logs.stop])
def test_a_known_failure_is_its_own_sentence(file: Path, begin: Callable[[], None]) -> None:
    begin()
    assert logs.told(TadmorError("The roof leaks. Mend it.")) == "The roof leaks. Mend it."
    assert not file.exists()


def test_what_a_person_is_told_is_clean(file: Path) -> None:
    said = logs.told(ValueError("bad\x1b[31m\n\u202etitle" + "x" * 1_000), "Reading failed")
    assert said.startswith("Reading failed (ValueError: bad")
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\n" not in said
    assert len(said) < 400
