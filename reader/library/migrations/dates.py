"""Where an article's date was found, and no date where none was: a migration of `reader.library.schema`."""

DATES: tuple[str, ...] = (
    # What an article's given date was read from, where that stood (field, text, url, name), and what those words alone
    # tell of the order of day and month (day first, month first, open).
    "ALTER TABLE article ADD COLUMN date_words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN date_place TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN date_order TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX article_unsure ON article(at, id) WHERE removed_at IS NULL AND (date_guessed = 1 OR date = '')",
    "CREATE INDEX article_order ON article(location, date_order) WHERE date_order <> ''",
    # Where nothing told a date, it was the time of the file. Surely so where neither the file's name nor the URL has
    # it, and it is that of the import, or its day is no month, so that it was no guess about `3/4/2016` either.
    """
    UPDATE article SET given_date = '', given_date_guessed = 0
    WHERE given_date_guessed = 1 AND record = '' AND location NOT LIKE 'stdin:%' AND length(given_date) = 10
    AND (CAST(substr(given_date, 9) AS INTEGER) > 12 OR given_date = substr(added_at, 1, 10))
    AND NOT EXISTS (
        SELECT 1 FROM (SELECT '-' AS mark UNION SELECT '_' UNION SELECT '.' UNION SELECT '/' UNION SELECT '')
        WHERE instr(location || ' ' || url, replace(given_date, '-', mark))
    )
    """,
    """
    UPDATE article SET date = '', date_guessed = 0, at = '' WHERE given_date = '' AND date <> ''
    AND id NOT IN (SELECT article FROM correction WHERE field = 'date')
    """,
    "UPDATE appearance SET at = '~' WHERE at <> '~' AND article IN (SELECT id FROM article WHERE at = '')",
)
