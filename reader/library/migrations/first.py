"""The shape of the first library file: the migration that `reader.library.schema` begins with. It never changes."""

FIRST: tuple[str, ...] = (
    # given_*: as the source has it; title, source, date: as shown, after corrections. `at` is the date in UTC, to sort
    # by, empty when there is none. Removing an article only sets removed_at, so that importing it again does not
    # bring it back.
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        location TEXT NOT NULL,
        record TEXT NOT NULL,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        date TEXT NOT NULL,
        date_guessed INTEGER NOT NULL,
        unread INTEGER NOT NULL DEFAULT 1,
        starred INTEGER NOT NULL DEFAULT 0,
        at TEXT NOT NULL,
        title_key TEXT NOT NULL,
        source_key TEXT NOT NULL,
        given_title TEXT NOT NULL,
        given_source TEXT NOT NULL,
        given_date TEXT NOT NULL,
        given_date_guessed INTEGER NOT NULL,
        author TEXT NOT NULL,
        url TEXT NOT NULL,
        language TEXT NOT NULL,
        words INTEGER NOT NULL,
        digest BLOB NOT NULL,
        version INTEGER NOT NULL DEFAULT 1,
        analysed TEXT,
        added_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT,
        UNIQUE (location, record)
    ) STRICT
    """,
    "CREATE TABLE body (article INTEGER PRIMARY KEY REFERENCES article(id), text TEXT NOT NULL) STRICT",
    # One index for each order of the list; the counts of the status line walk the last two.
    "CREATE INDEX article_newest ON article(at, id) WHERE removed_at IS NULL",
    "CREATE INDEX article_oldest ON article((at = ''), at, id) WHERE removed_at IS NULL",
    "CREATE INDEX article_title ON article(title_key, id) WHERE removed_at IS NULL",
    "CREATE INDEX article_source ON article(source_key, at DESC, id DESC) WHERE removed_at IS NULL",
    "CREATE INDEX article_source_down ON article(source_key, at, id) WHERE removed_at IS NULL",
    "CREATE INDEX article_unread ON article(id) WHERE unread = 1 AND removed_at IS NULL",
    "CREATE INDEX article_waiting ON article(at, id) WHERE analysed IS NULL AND removed_at IS NULL",
    # The index reads titles and bodies from the view: no second copy of the text.
    "CREATE VIEW article_words AS SELECT id, title, text AS body FROM article JOIN body ON article = id",
    """
    CREATE VIRTUAL TABLE article_text USING fts5(
        title, body, content='article_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    # Fewer, larger writes of the index while many articles come in (measured: 1.5 times as fast as the default).
    "INSERT INTO article_text(article_text, rank) VALUES ('hashsize', 16777216)",
    """
    CREATE TABLE correction (
        article INTEGER NOT NULL REFERENCES article(id),
        field TEXT NOT NULL CHECK (field IN ('title', 'source', 'date')),
        value TEXT NOT NULL,
        PRIMARY KEY (article, field)
    ) STRICT, WITHOUT ROWID
    """,
    # known: id of the dictionary entry. key: as linking names the cluster; ids stay when linking runs again.
    """
    CREATE TABLE actor (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        known TEXT NOT NULL DEFAULT '',
        mentions INTEGER NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX actor_known ON actor(known) WHERE known <> ''",
    "CREATE INDEX actor_weight ON actor(articles, mentions, name, kind) WHERE articles > 0",
    """
    CREATE TABLE chain (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article(id),
        actor INTEGER NOT NULL REFERENCES actor(id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        nationality INTEGER NOT NULL,
        declared TEXT NOT NULL,
        titles TEXT NOT NULL,
        evidence TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX chain_article ON chain(article)",
    "CREATE INDEX chain_actor ON chain(actor)",
    "CREATE INDEX chain_key ON chain(key, kind, actor)",
    "CREATE INDEX chain_titles ON chain(actor) WHERE titles <> '[]'",
    # chain is NULL for what was recognised but a person's mark overrides: kept, so that undo brings it back.
    """
    CREATE TABLE mention (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article(id),
        chain INTEGER REFERENCES chain(id),
        field TEXT NOT NULL CHECK (field IN ('title', 'body')),
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        kind TEXT NOT NULL,
        confidence REAL NOT NULL,
        recogniser TEXT NOT NULL,
        text TEXT NOT NULL,
        evidence TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX mention_article ON mention(article, field DESC, start)",
    "CREATE INDEX mention_chain ON mention(chain)",
    # at: the article's, "~" (after every date) when it has none, so that the articles of an actor lie in order.
    """
    CREATE TABLE appearance (
        actor INTEGER NOT NULL REFERENCES actor(id),
        at TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article(id),
        mentions INTEGER NOT NULL,
        PRIMARY KEY (actor, at, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX appearance_article ON appearance(article, actor)",
    # Count 0: the actor's preferred name where no article spells it so, kept for searching.
    """
    CREATE TABLE spelling (
        id INTEGER PRIMARY KEY,
        actor INTEGER NOT NULL REFERENCES actor(id),
        text TEXT NOT NULL,
        count INTEGER NOT NULL,
        UNIQUE (actor, text)
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE spelling_text USING fts5(
        text, content='spelling', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER spelling_new AFTER INSERT ON spelling BEGIN
        INSERT INTO spelling_text(rowid, text) VALUES (new.id, new.text);
    END
    """,
    """
    CREATE TRIGGER spelling_gone AFTER DELETE ON spelling BEGIN
        INSERT INTO spelling_text(spelling_text, rowid, text) VALUES ('delete', old.id, old.text);
    END
    """,
    """
    CREATE TABLE doubt (
        left_actor INTEGER NOT NULL REFERENCES actor(id) ON DELETE CASCADE,
        right_actor INTEGER NOT NULL REFERENCES actor(id) ON DELETE CASCADE,
        verdict TEXT NOT NULL,
        score REAL NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (left_actor, right_actor)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX doubt_right ON doubt(right_actor)",
    # A person's own marks, anchored to the words and what stands around them; start is where they stand now, NULL
    # while the text does not hold them.
    """
    CREATE TABLE mark (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article(id),
        adds INTEGER NOT NULL,
        kind TEXT NOT NULL,
        field TEXT NOT NULL CHECK (field IN ('title', 'body')),
        start INTEGER,
        quote TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX mark_article ON mark(article)",
    """
    CREATE TABLE judgement (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        left_name TEXT NOT NULL,
        left_kind TEXT NOT NULL,
        left_location TEXT,
        left_record TEXT,
        left_quote TEXT NOT NULL,
        right_name TEXT NOT NULL,
        right_kind TEXT NOT NULL,
        right_location TEXT,
        right_record TEXT,
        right_quote TEXT NOT NULL,
        verdict TEXT NOT NULL,
        why TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        label TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE entry (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        names TEXT NOT NULL,
        demonyms TEXT NOT NULL,
        acronyms TEXT NOT NULL,
        related TEXT NOT NULL,
        source TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
