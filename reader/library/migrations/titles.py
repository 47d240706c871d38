"""Titles that may end in the name of their site: a migration of `reader.library.schema`."""

TITLES: tuple[str, ...] = (
    # Of a page whose title nothing confirms: that title, whole, and the site (or folder) whose other titles tell
    # whether its ending is the site's name (`reader.sources.site_endings`). Empty: the title is given as it is.
    "ALTER TABLE article ADD COLUMN page_title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN page_site TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX article_page_site ON article(page_site) WHERE page_site <> ''",
    # Sites whose titles have to be looked at again.
    "CREATE TABLE unsettled_site (site TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    """
    CREATE TRIGGER article_page AFTER UPDATE OF page_title, page_site ON article BEGIN
        INSERT OR IGNORE INTO unsettled_site (site) SELECT old.page_site WHERE old.page_site <> '';
        INSERT OR IGNORE INTO unsettled_site (site) SELECT new.page_site WHERE new.page_site <> '';
    END
    """,
)
