"""An article that lies in several places is one: a migration of `reader.library.schema`."""

from reader.library.migrations.repetition import outlet


def _site(row: str = "") -> str:
    """The site whose titles a place's title is one of; empty where nothing is to tell."""
    return f"json_extract({row}said, '$.title_site')"


SITE = _site()
"""In the words of the index below."""

LOCATIONS: tuple[str, ...] = (
    # Where an article lies besides: other files and records that hold it. said: what that one says of it, as JSON, as
    # far as it is not the text (`reader.library.locations`); text, markdown: where they are not the article's own.
    """
    CREATE TABLE other_location (
        location TEXT NOT NULL,
        record TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article(id),
        digest BLOB NOT NULL,
        said TEXT NOT NULL,
        text TEXT,
        markdown TEXT,
        at TEXT NOT NULL,
        PRIMARY KEY (location, record)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX other_location_article ON other_location(article)",
    # Fields that its own source does not tell and another place does, a space between.
    "ALTER TABLE article ADD COLUMN lacks TEXT NOT NULL DEFAULT ''",
    # Which articles may hold a text, or be of an address: hashes, of earlier texts too (`reader.library.fingerprints`,
    # whose functions every connection has). What is found is compared itself.
    """
    CREATE TABLE fingerprint (
        key INTEGER NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (key, article)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT OR IGNORE INTO fingerprint (key, article)
    SELECT value, id FROM (
        SELECT whole_key(given_title, text) AS value, id FROM article JOIN body ON article = id
        UNION ALL SELECT whole_key(page_title, text), id FROM article JOIN body ON article = id WHERE page_site <> ''
        UNION ALL SELECT body_key(text), article FROM body
        UNION ALL SELECT address_key(url), id FROM article
    ) WHERE value IS NOT NULL ORDER BY value, id
    """,
    # What is anchored to an article's place goes with it.
    "CREATE INDEX judgement_left_at ON judgement(left_location) WHERE left_location IS NOT NULL",
    "CREATE INDEX judgement_right_at ON judgement(right_location) WHERE right_location IS NOT NULL",
    "CREATE INDEX ruling_at ON ruling(location) WHERE location IS NOT NULL",
    # Titles of pages that are only another place of an article tell the ending of their site's titles, too.
    f"CREATE INDEX other_location_site ON other_location({SITE}) WHERE {SITE} <> ''",
    f"""
    CREATE TRIGGER other_page_came AFTER INSERT ON other_location WHEN {_site("new.")} <> '' BEGIN
        INSERT OR IGNORE INTO unsettled_site (site) VALUES ({_site("new.")});
    END
    """,
    f"""
    CREATE TRIGGER other_page_went AFTER DELETE ON other_location WHEN {_site("old.")} <> '' BEGIN
        INSERT OR IGNORE INTO unsettled_site (site) VALUES ({_site("old.")});
    END
    """,
    f"""
    CREATE TRIGGER other_page_changed AFTER UPDATE OF said ON other_location BEGIN
        INSERT OR IGNORE INTO unsettled_site (site)
        SELECT value FROM json_each(json_array({_site("old.")}, {_site("new.")})) WHERE value <> '';
    END
    """,
    # Where an article's outlet is at home is told by its address, which another place may tell later.
    """
    CREATE TRIGGER article_url_changed AFTER UPDATE OF url ON article WHEN old.url <> new.url BEGIN
        INSERT OR IGNORE INTO rechain (article) SELECT new.id WHERE new.analysed IS NOT NULL AND new.removed_at IS NULL;
    END
    """,
    # An article without a source is of its folder's or file's lines, which are others where it moves.
    "DROP TRIGGER article_outlet_changed",
    f"""
    CREATE TRIGGER article_outlet_changed
    AFTER UPDATE OF analysed, removed_at, given_source, location, record ON article BEGIN
        INSERT OR IGNORE INTO unsettled_outlet (outlet) VALUES ({outlet("old.")}), ({outlet("new.")});
        INSERT OR IGNORE INTO rechain (article) SELECT new.id WHERE new.analysed IS NOT NULL AND new.removed_at IS NULL
            AND (old.removed_at IS NOT NULL OR {outlet("old.")} <> {outlet("new.")});
    END
    """,
)
