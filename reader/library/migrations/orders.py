"""Who tells in which order the day and the month of a date come: a migration of `reader.library.schema`."""

ORDERS: tuple[str, ...] = (
    # The order in which an article's given date was read, where it may be either, and who told it
    # (`reader.model.DateTeller`); empty until that was looked for.
    "ALTER TABLE article ADD COLUMN date_read TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN date_told TEXT NOT NULL DEFAULT ''",
    # What a person said of the dates of a source.
    """
    CREATE TABLE source_order (
        source TEXT PRIMARY KEY COLLATE NOCASE,
        date_order TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX article_source_order ON article(lower(source), date_order, date_place) WHERE date_order <> ''",
)
