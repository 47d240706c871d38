"""An article that turns out to be another goes out for good, where no work of a person goes with it."""

from reader.library import full_text
from reader.library.articles import forget_analysis, texts
from reader.library.store import Reader, Writer


def is_untouched(db: Reader, article: int) -> bool:
    """Whether an article is there, and a person never read, starred, corrected, marked, judged or removed it."""
    touched: int | None = db.value(
        "SELECT unread = 0 OR starred OR removed_at IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM correction WHERE article = id) OR EXISTS (SELECT 1 FROM mark WHERE article = id)"
        # What was undone, and may be done again.
        " OR EXISTS (SELECT 1 FROM journal, json_tree(after) AS part WHERE part.type = 'integer' AND value = article.id"
        " AND action IN ('unread', 'starred', 'removed', 'corrected', 'corrected many'))"
        " OR EXISTS (SELECT 1 FROM judgement WHERE left_location = location AND left_record = record)"
        " OR EXISTS (SELECT 1 FROM judgement WHERE right_location = location AND right_record = record)"
        " OR EXISTS (SELECT 1 FROM ruling WHERE ruling.location = article.location AND ruling.record = article.record)"
        " FROM article WHERE id = ?",
        (article,),
    )
    return touched == 0


def dissolve(db: Writer, article: int) -> None:
    """Take an article that nobody touched out for good, with its places: they are to go into another."""
    title, body = texts(db, article)
    forget_analysis(db, article)
    db.run(
        "INSERT INTO article_text (article_text, rowid, title, body, joined) VALUES ('delete', ?, ?, ?, ?)",
        (article, *full_text.index(title, body)),
    )
    # The other pages of its site, and its source, are told.
    db.run("UPDATE article SET page_title = '', page_site = '' WHERE id = ? AND page_site <> ''", (article,))
    for table in ("body", "markdown", "rechain", "other_location", "fingerprint"):
        db.run(f"DELETE FROM {table} WHERE article = ?", (article,))
    db.run("DELETE FROM article WHERE id = ?", (article,))
