"""The shape of the library file, as numbered migrations.

A library's `user_version` is the number of migrations it has been through. A migration, once released, never changes:
a new shape is a new entry at the end.

What is derived, and from what (the doctor compares them):
    appearance, spelling.count, actor.articles, actor.mentions   from mention, chain and article.removed_at
    article.title, source, date                                  from given_* and correction
    actor.name, kind                                             from given_* and ruling
    article_text, spelling_text                                  full-text indexes over article and body, and spelling
    node, node_text, chain.node                                  from chain, judgement and the dictionary
    node_tie, node_word, word_block, met                         from node (ties and words may be left over)
"""

APPLICATION_ID = 0x5441444D
"""Says in the file's header that it is a library of ours: "TADM"."""

_FIRST: tuple[str, ...] = (
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

_SECOND: tuple[str, ...] = (
    # given_*: as linking has it; name, kind: as shown, after a person's rulings.
    "ALTER TABLE actor ADD COLUMN given_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE actor ADD COLUMN given_kind TEXT NOT NULL DEFAULT ''",
    "UPDATE actor SET given_name = name, given_kind = kind",
    "CREATE INDEX actor_given ON actor(given_name)",
    "CREATE INDEX actor_ruled ON actor(id) WHERE name <> given_name OR kind <> given_kind",
    # What a person ruled on an actor, anchored to a spelling and a kind, and to an article where the name alone is not
    # enough. what: name, kind (value is the one it is to have), or nobody (the spelling names no actor anywhere).
    """
    CREATE TABLE ruling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL CHECK (what IN ('name', 'kind', 'nobody')),
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        location TEXT,
        record TEXT,
        quote TEXT NOT NULL,
        state TEXT NOT NULL,
        value TEXT NOT NULL,
        why TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "ALTER TABLE judgement ADD COLUMN left_state TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE judgement ADD COLUMN right_state TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX judgement_left ON judgement(left_name)",
    "CREATE INDEX judgement_right ON judgement(right_name)",
    # Articles whose chains are to be made again before linking runs.
    "CREATE TABLE rechain (article INTEGER PRIMARY KEY REFERENCES article(id)) STRICT",
    "CREATE INDEX mention_nobody ON mention(text) WHERE chain IS NULL",
    # turn: the place of an undone act among all that were undone, so that the one undone last is done again first.
    "ALTER TABLE journal ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",
    "UPDATE journal SET turn = -id WHERE undone = 1",
    # worth: how much an answer to the question would settle, so that the queue reads only its top (see `review`); a
    # conflict of judgements before anything else.
    "ALTER TABLE doubt ADD COLUMN worth REAL NOT NULL DEFAULT 0",
    """
    CREATE TRIGGER doubt_new AFTER INSERT ON doubt BEGIN
        UPDATE doubt SET worth = (instr(evidence, '"conflict"') > 0) * 1e9 + 4 * score * (1 - score) * min(
            (SELECT mentions FROM actor WHERE id = left_actor), (SELECT mentions FROM actor WHERE id = right_actor)
        ) WHERE left_actor = new.left_actor AND right_actor = new.right_actor;
    END
    """,
    "CREATE TEMP TABLE old_doubt AS SELECT left_actor, right_actor, verdict, score, evidence FROM doubt",
    "DELETE FROM doubt",
    "INSERT INTO doubt (left_actor, right_actor, verdict, score, evidence) SELECT * FROM old_doubt",
    "DROP TABLE old_doubt",
    "CREATE INDEX doubt_worth ON doubt(verdict, worth DESC)",
    # The names of chains by what they are found through, and their words (`known`): a new article's actors are looked
    # up here. A block is a hash; two that share one are compared anyway.
    """
    CREATE TABLE name_block (
        block INTEGER NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL,
        PRIMARY KEY (block, key, kind)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE word_block (
        block INTEGER NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (block, word)
    ) STRICT, WITHOUT ROWID
    """,
    # Linking runs once more over a library of the first version, and fills both.
    "INSERT OR IGNORE INTO setting (name, value) SELECT 'to link', 'migrated' FROM chain LIMIT 1",
    # The words of all spellings, for names in other scripts: a view of the index, which takes no room.
    "CREATE VIRTUAL TABLE spelling_words USING fts5vocab(spelling_text, row)",
    # words: what `dictionary_prefilter.words_of` says of the entry, so that a large dictionary need not be taken apart
    # each time.
    "ALTER TABLE entry ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    # Lines of files that were shared, as they were written; number: of the judgement that one has become, negative of
    # the ruling, NULL where it contradicts what is judged here. at: when it was met.
    """
    CREATE TABLE shared (
        id TEXT PRIMARY KEY,
        number INTEGER,
        line TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_THIRD: tuple[str, ...] = (
    # Chains of one identity (`reader.linking.nodes`), and what linking concluded of them when it last looked: the
    # actor, and told, by which it knows whether anything came out different. article: 0, or the one that it was singled
    # out for.
    """
    CREATE TABLE node (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        entry TEXT NOT NULL,
        surname_only INTEGER NOT NULL,
        state TEXT NOT NULL,
        article INTEGER NOT NULL,
        base TEXT NOT NULL,
        name TEXT NOT NULL,
        name_kind TEXT NOT NULL,
        chains INTEGER NOT NULL,
        articles INTEGER NOT NULL,
        actor INTEGER,
        told TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE node_text (
        node INTEGER NOT NULL REFERENCES node(id),
        text TEXT NOT NULL,
        spelt INTEGER NOT NULL,
        named INTEGER NOT NULL,
        declared INTEGER NOT NULL,
        by_nationality INTEGER NOT NULL,
        PRIMARY KEY (node, text)
    ) STRICT, WITHOUT ROWID
    """,
    # Through what a node may have an influence on others (`reader.linking.ties`): words that it offers (even) and words
    # that it seeks (odd), hashed. A judgement seeks what it is about; its node is its number, negative.
    """
    CREATE TABLE node_tie (
        tie INTEGER NOT NULL,
        node INTEGER NOT NULL,
        PRIMARY KEY (tie, node)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX node_tie_node ON node_tie(node)",
    # The words by which a name is found (`reader.names.blocking`); their own blocks are in word_block.
    """
    CREATE TABLE node_word (
        kind TEXT NOT NULL,
        word TEXT NOT NULL,
        leads INTEGER NOT NULL,
        node INTEGER NOT NULL REFERENCES node(id),
        PRIMARY KEY (kind, word, leads, node)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX node_word_node ON node_word(node)",
    # Two nodes whose names are worth comparing, the smaller number first.
    """
    CREATE TABLE met (
        one INTEGER NOT NULL REFERENCES node(id),
        other INTEGER NOT NULL REFERENCES node(id),
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX met_other ON met(other)",
    # Names of known actors that a node's name is worth comparing with.
    """
    CREATE TABLE met_known (
        node INTEGER NOT NULL REFERENCES node(id),
        entry TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (node, entry, text)
    ) STRICT, WITHOUT ROWID
    """,
    # linked: linking knows that the judgement stands.
    "ALTER TABLE judgement ADD COLUMN linked INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX judgement_unfollowed ON judgement(id) WHERE linked = undone",
    # Nodes whose pieces are to be linked again.
    "CREATE TABLE unlinked (node INTEGER PRIMARY KEY) STRICT",
    # spellings: every spelling in the chain with its count, as JSON. evidence: empty until linking has looked at it.
    "ALTER TABLE chain ADD COLUMN node INTEGER REFERENCES node(id)",
    "ALTER TABLE chain ADD COLUMN spellings TEXT NOT NULL DEFAULT '{}'",
    """
    UPDATE chain SET spellings = (
        SELECT json_group_object(text, times) FROM
        (SELECT text, count(*) AS times FROM mention WHERE chain = chain.id GROUP BY text)
    )
    """,
    "CREATE INDEX chain_node ON chain(node, article)",
    "CREATE INDEX chain_without_node ON chain(article) WHERE node IS NULL",
    # state: of a name that every state has one of, whose ("-": none is known). parted_in: the one article that a person
    # parted it from its name in, or 0.
    "ALTER TABLE actor ADD COLUMN state TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE actor ADD COLUMN parted_in INTEGER NOT NULL DEFAULT 0",
    # The actors of removed articles, and for a moment those that nothing belongs to any more.
    "CREATE INDEX actor_absent ON actor(id) WHERE articles = 0",
    # The numbers of actors that are gone, for when they come back: a way back to one of them leads there again.
    "CREATE TABLE former_actor (key TEXT PRIMARY KEY, actor INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "DROP TABLE name_block",
    "DELETE FROM word_block",
    "INSERT OR IGNORE INTO setting (name, value) SELECT 'to link', 'migrated' FROM chain LIMIT 1",
)

_FOURTH: tuple[str, ...] = (
    # Each word by which a name is found, with each that stands beside it there (`reader.names.blocking`). All names are
    # found by them from now on, so that chains are put into nodes anew.
    "DROP TABLE node_word",
    """
    CREATE TABLE node_word (
        kind TEXT NOT NULL,
        word TEXT NOT NULL,
        beside TEXT NOT NULL,
        node INTEGER NOT NULL REFERENCES node(id),
        PRIMARY KEY (kind, word, beside, node)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX node_word_node ON node_word(node)",
    "UPDATE chain SET node = NULL, evidence = '' WHERE node IS NOT NULL",
    "DELETE FROM node_text",
    "DELETE FROM node_tie",
    "DELETE FROM word_block",
    "DELETE FROM met",
    "DELETE FROM met_known",
    "DELETE FROM unlinked",
    "DELETE FROM node",
    "UPDATE judgement SET linked = 0",
    "INSERT OR IGNORE INTO setting (name, value) SELECT 'to link', 'migrated' FROM chain LIMIT 1",
)

_DATES: tuple[str, ...] = (
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

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD, _FOURTH, _DATES)
"""Statements that take a library from version n to n + 1, by index n."""

VERSION = len(MIGRATIONS)
"""The version that this program writes, and the newest that it reads."""
