import pytest


@pytest.fixture(autouse=True)
def _quick_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read a question faster than a person does."""
    monkeypatch.setattr("reader.desk.screens.review.GLANCE_SECONDS", 0.0)
