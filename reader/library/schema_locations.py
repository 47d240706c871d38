"""An article that lies in several places is one: a migration of `reader.library.schema`."""

LOCATIONS: tuple[str, ...] = (
    # Where an article lies besides: other files and records that hold it. said: what that one says of it, as JSON, as
    # far as it is not the text (`reader.library.locations`); text: where it is not the article's own.
    """
    CREATE TABLE other_location (
        location TEXT NOT NULL,
        record TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article(id),
        digest BLOB NOT NULL,
        said TEXT NOT NULL,
        text TEXT,
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
        UNION ALL SELECT body_key(text), article FROM body
        UNION ALL SELECT address_key(url), id FROM article
    ) WHERE value IS NOT NULL ORDER BY value, id
    """,
    # What is anchored to an article's place goes with it.
    "CREATE INDEX judgement_left_at ON judgement(left_location) WHERE left_location IS NOT NULL",
    "CREATE INDEX judgement_right_at ON judgement(right_location) WHERE right_location IS NOT NULL",
    "CREATE INDEX ruling_at ON ruling(location) WHERE location IS NOT NULL",
)
