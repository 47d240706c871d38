"""Which titles of pages lose the name of their site is told by the other pages of that site."""

from reader.library import articles, page_titles
from reader.library.store import Library


def settle_titles(library: Library) -> None:
    """Cut the endings that the titles of one site's pages share, and give back what is shared no more.

    The result does not depend on what came in first, and what a stop left is done next time.
    """
    sites = page_titles.unsettled(library.reader())
    if not sites:
        return
    from reader.sources.site_endings import without_endings

    for site in sites:
        with library.write() as db:
            found = page_titles.of_site(db, site)
            bare = without_endings([*(title.whole for title in found), *page_titles.elsewhere(db, site)])
            for title in found:
                wanted = bare.get(title.whole, title.whole)
                if wanted != title.given:
                    articles.give_title(db, title.article, wanted)
            page_titles.settled(db, site)
