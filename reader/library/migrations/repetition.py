"""Lines that a source repeats: a migration of `reader.library.schema`."""


def outlet(row: str = "") -> str:
    """Whose lines an article's are: its source's; without one, those of its file of many records, or of its folder."""
    return (
        f"CASE WHEN {row}given_source <> '' THEN {row}given_source WHEN {row}record <> '' THEN {row}location"
        f" ELSE rtrim({row}location, replace({row}location, '/', '')) END"
    )


OUTLET = outlet()
"""In the words of the index below."""

REPETITION: tuple[str, ...] = (
    # Lines of analysed articles that name somebody and may be repeated (`reader.ner.repetition`), hashed.
    """
    CREATE TABLE short_line (
        article INTEGER NOT NULL REFERENCES article(id),
        line INTEGER NOT NULL,
        beside INTEGER NOT NULL,
        PRIMARY KEY (article, line)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX short_line_line ON short_line(line)",
    # Those that are repeated so often that they are no part of a story, as last settled.
    "CREATE TABLE repeated_line (outlet TEXT, line INTEGER, PRIMARY KEY (outlet, line)) STRICT, WITHOUT ROWID",
    f"CREATE INDEX article_outlet ON article({OUTLET})",
    # Outlets of which articles were analysed, came, went or changed hands since.
    "CREATE TABLE unsettled_outlet (outlet TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    f"""
    CREATE TRIGGER article_outlet_changed AFTER UPDATE OF analysed, removed_at, given_source ON article BEGIN
        INSERT OR IGNORE INTO unsettled_outlet (outlet) VALUES ({outlet("old.")}), ({outlet("new.")});
        INSERT OR IGNORE INTO rechain (article) SELECT new.id WHERE new.analysed IS NOT NULL AND new.removed_at IS NULL
            AND (old.removed_at IS NOT NULL OR old.given_source <> new.given_source);
    END
    """,
    # What was analysed before has its lines noted when its chains are made again.
    "INSERT OR IGNORE INTO rechain (article) SELECT id FROM article WHERE analysed IS NOT NULL AND removed_at IS NULL",
)
