"""Titles of pages that may end in the name of their site, by site."""

from dataclasses import dataclass

from reader.library.migrations.locations import SITE
from reader.library.store import Reader, Writer


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The title of a page, whole, and as its article has it until a person corrects that."""

    article: int
    whole: str
    given: str


def elsewhere(db: Reader, site: str) -> list[str]:
    """The titles, whole, of such pages that are only another place of their article."""
    found: list[str] = db.column(
        f"SELECT json_extract(said, '$.title') FROM other_location WHERE {SITE} <> '' AND {SITE} = ?", (site,)
    )
    return found


def unsettled(db: Reader) -> list[str]:
    """Sites of which pages came in, changed or went elsewhere."""
    found: list[str] = db.column("SELECT site FROM unsettled_site ORDER BY site")
    return found


def settled(db: Writer, site: str) -> None:
    """Say that a site's titles are as its pages tell."""
    db.run("DELETE FROM unsettled_site WHERE site = ?", (site,))


def of_site(db: Reader, site: str) -> list[PageTitle]:
    """The titles of a site's pages that nothing on the page confirms, those of removed articles too."""
    rows = db.all(
        "SELECT id, page_title, given_title FROM article INDEXED BY article_page_site"
        " WHERE page_site <> '' AND page_site = ?",
        (site,),
    )
    return [PageTitle(*row) for row in rows]
