"""The fifth migration: indexes of texts and spellings as `reader.names.searchable` has their words (see `schema`)."""

FULL_TEXT: tuple[str, ...] = (
    # The words of texts and spellings as `reader.names.searchable` has them: searchable(), joined() and spelt() are its
    # functions, which `full_text` gives to every connection. Nothing of them is stored but in the index.
    "DROP TABLE spelling_words",
    "DROP TRIGGER spelling_new",
    "DROP TRIGGER spelling_gone",
    "DROP TABLE spelling_text",
    "DROP TABLE article_text",
    "DROP VIEW article_words",
    """
    CREATE VIEW article_words AS
        SELECT id, searchable(title) AS title, searchable(text) AS body, joined(title || ' ' || text) AS joined
        FROM article JOIN body ON article = id
    """,
    """
    CREATE VIRTUAL TABLE article_text USING fts5(
        title, body, joined, content='article_words', content_rowid='id', tokenize='ascii'
    )
    """,
    # Fewer, larger writes of the index while many articles come in (measured: 1.5 times as fast as the default).
    "INSERT INTO article_text(article_text, rank) VALUES ('hashsize', 16777216)",
    # foreign: the words in other scripts as they are spelt, for names that are typed in Latin letters.
    """
    CREATE VIEW spelling_names AS
        SELECT id, searchable(text) AS text, joined(text) AS joined, spelt(text) AS "foreign" FROM spelling
    """,
    """
    CREATE VIRTUAL TABLE spelling_text USING fts5(
        text, joined, "foreign", content='spelling_names', content_rowid='id', tokenize='ascii'
    )
    """,
    """
    CREATE TRIGGER spelling_new AFTER INSERT ON spelling BEGIN
        INSERT INTO spelling_text(rowid, text, joined, "foreign")
        VALUES (new.id, searchable(new.text), joined(new.text), spelt(new.text));
    END
    """,
    """
    CREATE TRIGGER spelling_gone AFTER DELETE ON spelling BEGIN
        INSERT INTO spelling_text(spelling_text, rowid, text, joined, "foreign")
        VALUES ('delete', old.id, searchable(old.text), joined(old.text), spelt(old.text));
    END
    """,
    "INSERT INTO spelling_text(spelling_text) VALUES ('rebuild')",
    "CREATE VIRTUAL TABLE spelling_words USING fts5vocab(spelling_text, col)",
    # Articles are put into the new index in short transactions (`reader.library.full_text`), from this number down.
    "INSERT OR REPLACE INTO setting (name, value) SELECT 'to index', max(id) FROM article HAVING max(id) IS NOT NULL",
)
