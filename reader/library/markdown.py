"""The Markdown that articles came in, kept for exports."""

from reader.library.store import Reader, Writer


def keep(db: Writer, article: int, text: str) -> None:
    """Keep the Markdown that an article's body was read from; empty: it was none."""
    if not text:
        db.run("DELETE FROM markdown WHERE article = ?", (article,))
        return
    db.run(
        "INSERT INTO markdown (article, text) VALUES (?, ?)"
        " ON CONFLICT (article) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
        (article, text),
    )


def kept(db: Reader, article: int) -> str:
    """The Markdown that an article came in, or nothing."""
    found: str | None = db.value("SELECT text FROM markdown WHERE article = ?", (article,))
    return found or ""
