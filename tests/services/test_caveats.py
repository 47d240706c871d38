"""What is doubtful about an article's text is told, kept, and can be done something about."""

from pathlib import Path

from reader.model import Caveat
from reader.services.newsroom import Newsroom

STORY = "<p>The council of Bree closed the old bridge on Tuesday after engineers had found cracks in it.</p>"
COMMENTS = "".join(f"<p>I saw it coming {times} times, and said so. Nobody heard.</p>" for times in range(12))
PAGE = f'<title>Bridge</title><h1>Bridge</h1><div id="comments">{COMMENTS}</div>{STORY}'


def test_a_page_is_read_whole_on_request_and_stays_so(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as newsroom:
        _read_whole_and_back(newsroom, tmp_path)


def _read_whole_and_back(newsroom: Newsroom, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    add = newsroom.articles.add
    assert add([page]).doubtful == [(str(page), Caveat.THIN)]
    (row,) = newsroom.articles.listing("").rows(0, 5)
    assert row.caveats == (Caveat.THIN,)

    assert add([page], whole_page=True).updated == 1
    shown = newsroom.articles.page(row.id)
    assert shown is not None
    assert shown.caveats == (Caveat.WHOLE,)
    assert "I saw it coming" in shown.body
    assert add([tmp_path]).unchanged == 1

    assert add([page], whole_page=False).updated == 1
    shown = newsroom.articles.page(row.id)
    assert shown is not None
    assert "I saw it coming" not in shown.body
