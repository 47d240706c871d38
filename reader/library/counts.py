"""Who appears where, how often, and spelt how: kept beside the mentions, so that lists answer at once.

Everything here can be worked out again from mention, chain and article; the doctor compares the two.
"""

from collections.abc import Iterable

from reader.library.store import Writer

_SPELT = (
    "SELECT chain.actor AS actor, mention.text AS text, count(*) AS n"
    " FROM mention JOIN chain ON chain.id = mention.chain"
    " WHERE mention.article = ? GROUP BY chain.actor, mention.text"
)


def add(db: Writer, article: int) -> None:
    """Count the mentions of an article that has just been analysed, or brought back. A removed one is not counted."""
    if not db.value("SELECT removed_at IS NULL FROM article WHERE id = ?", (article,)):
        return
    db.run(
        "INSERT INTO appearance (actor, at, article, mentions)"
        " SELECT chain.actor, coalesce(nullif(at, ''), '~'), article.id, count(*)"
        " FROM article JOIN mention ON mention.article = article.id JOIN chain ON chain.id = mention.chain"
        " WHERE article.id = ? GROUP BY chain.actor",
        (article,),
    )
    db.run(
        f"INSERT INTO spelling (actor, text, count) {_SPELT}"
        " ON CONFLICT (actor, text) DO UPDATE SET count = count + excluded.count",
        (article,),
    )
    db.run(
        "UPDATE actor SET articles = articles + 1, mentions = actor.mentions + here.mentions"
        " FROM appearance AS here WHERE here.article = ? AND here.actor = actor.id",
        (article,),
    )


def subtract(db: Writer, article: int) -> None:
    """Take an article's mentions out of the counts, before they are dropped or the article is removed."""
    if not db.value("SELECT 1 FROM appearance WHERE article = ? LIMIT 1", (article,)):
        return
    db.run(
        "UPDATE actor SET articles = articles - 1, mentions = actor.mentions - here.mentions"
        " FROM appearance AS here WHERE here.article = ? AND here.actor = actor.id",
        (article,),
    )
    db.run(
        f"UPDATE spelling SET count = count - spelt.n FROM ({_SPELT}) AS spelt"
        " WHERE spelling.actor = spelt.actor AND spelling.text = spelt.text",
        (article,),
    )
    db.run(
        "DELETE FROM spelling WHERE count = 0 AND actor IN (SELECT actor FROM appearance WHERE article = ?)"
        " AND text <> (SELECT name FROM actor WHERE id = spelling.actor)",
        (article,),
    )
    db.run("DELETE FROM appearance WHERE article = ?", (article,))


def follow_date(db: Writer, article: int) -> None:
    """Bring the order of an actor's articles up to date after this article's date changed."""
    db.run(
        "UPDATE appearance SET at = (SELECT coalesce(nullif(at, ''), '~') FROM article WHERE id = ?1)"
        " WHERE article = ?1 AND at <> (SELECT coalesce(nullif(at, ''), '~') FROM article WHERE id = ?1)",
        (article,),
    )


_TALLIED = "SELECT n FROM tally WHERE tally.actor = spelling.actor AND tally.text = spelling.text"


def recount(db: Writer, actors: Iterable[int]) -> None:
    """Count these actors anew, writing only what differs."""
    db.run("CREATE TEMP TABLE IF NOT EXISTS touched (actor INTEGER PRIMARY KEY)")
    db.run("CREATE TEMP TABLE IF NOT EXISTS tally (actor INTEGER, text TEXT, n INTEGER, PRIMARY KEY (actor, text))")
    db.run("DELETE FROM touched")
    db.run("DELETE FROM tally")
    db.many("INSERT OR IGNORE INTO touched (actor) VALUES (?)", ((actor,) for actor in actors))

    db.run("DELETE FROM appearance WHERE actor IN (SELECT actor FROM touched)")
    db.run(
        "INSERT INTO appearance (actor, at, article, mentions)"
        " SELECT chain.actor, coalesce(nullif(at, ''), '~'), article.id, count(*)"
        " FROM touched CROSS JOIN chain ON chain.actor = touched.actor CROSS JOIN mention ON mention.chain = chain.id"
        " CROSS JOIN article ON article.id = mention.article"
        " WHERE removed_at IS NULL GROUP BY chain.actor, article.id"
    )
    db.run(
        "INSERT INTO tally (actor, text, n) SELECT chain.actor, mention.text, count(*)"
        " FROM touched CROSS JOIN chain ON chain.actor = touched.actor CROSS JOIN mention ON mention.chain = chain.id"
        " CROSS JOIN article ON article.id = mention.article"
        " WHERE removed_at IS NULL GROUP BY chain.actor, mention.text"
    )
    db.run(
        "INSERT OR IGNORE INTO tally (actor, text, n)"
        " SELECT id, name, 0 FROM touched CROSS JOIN actor ON id = touched.actor"
    )
    db.run(
        "DELETE FROM spelling WHERE actor IN (SELECT actor FROM touched) AND NOT EXISTS"
        " (SELECT 1 FROM tally WHERE tally.actor = spelling.actor AND tally.text = spelling.text)"
    )
    db.run(
        f"UPDATE spelling SET count = ({_TALLIED}) WHERE actor IN (SELECT actor FROM touched) AND count <> ({_TALLIED})"
    )
    db.run(
        "INSERT INTO spelling (actor, text, count) SELECT actor, text, n FROM tally WHERE NOT EXISTS"
        " (SELECT 1 FROM spelling WHERE spelling.actor = tally.actor AND spelling.text = tally.text)"
    )
    db.run(
        "UPDATE actor SET articles = fresh.articles, mentions = fresh.mentions FROM"
        " (SELECT touched.actor AS actor, count(article) AS articles, coalesce(sum(mentions), 0) AS mentions"
        " FROM touched LEFT JOIN appearance ON appearance.actor = touched.actor GROUP BY touched.actor) AS fresh"
        " WHERE fresh.actor = actor.id AND (actor.articles <> fresh.articles OR actor.mentions <> fresh.mentions)"
    )


def recount_all(db: Writer) -> None:
    """Count every actor anew."""
    recount(db, db.column("SELECT id FROM actor"))
