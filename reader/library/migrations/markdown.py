"""The Markdown that articles came in: a migration of `reader.library.schema`."""

MARKDOWN: tuple[str, ...] = (
    # What an article's body was read from, where that was Markdown: for exports. Without front matter.
    "CREATE TABLE markdown (article INTEGER PRIMARY KEY REFERENCES article(id), text TEXT NOT NULL) STRICT",
)
