"""The shape of the library file, as numbered migrations.

A library's `user_version` is the number of migrations it has been through. A migration, once released, never changes:
a new shape is a new entry at the end.

What is derived, and from what (the doctor compares them):
    appearance, spelling.count, actor.articles, actor.mentions   from mention, chain and article.removed_at
    article.title, source, date                                  from given_* and correction
    actor.name, kind                                             from given_* and ruling
    article_text, spelling_text                                  full-text indexes over article and body, and spelling
    node, node_text, chain.node                                  from chain, judgement and the dictionary
    repeated_line                                                from short_line and article
    fingerprint                                                  from article, body (and what they were before)
    node_tie, node_word, word_block, met, asked                  from node (ties and words may be left over)
"""

from reader.library.migrations.chain_states import CHAIN_STATES
from reader.library.migrations.dates import DATES
from reader.library.migrations.first import FIRST
from reader.library.migrations.full_text import FULL_TEXT
from reader.library.migrations.locations import LOCATIONS
from reader.library.migrations.markdown import MARKDOWN
from reader.library.migrations.orders import ORDERS
from reader.library.migrations.repetition import REPETITION
from reader.library.migrations.titles import TITLES

APPLICATION_ID = 0x5441444D
"""Says in the file's header that it is a library of ours: "TADM"."""

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

_DOUBTFUL: tuple[str, ...] = (
    # What is doubtful about its text: words of `reader.model.Caveat`, a space between.
    "ALTER TABLE article ADD COLUMN caveats TEXT NOT NULL DEFAULT ''",
)

_NAMELESS: tuple[str, ...] = (
    # Every step of linking asks for nodes that are called by nothing; nearly none are, of a million.
    "CREATE INDEX node_nameless ON node(id) WHERE name = ''",
)

_ASKED: tuple[str, ...] = (
    # Names that are worth comparing, like those of met, where no more than a question may follow: in no piece together.
    # Those that met before stay there.
    """
    CREATE TABLE asked (
        one INTEGER NOT NULL REFERENCES node(id),
        other INTEGER NOT NULL REFERENCES node(id),
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX asked_other ON asked(other)",
)

_CLAIMED: tuple[str, ...] = (
    # What the article's source claims to be its language; NULL where an older Tadmor did not keep it.
    "ALTER TABLE article ADD COLUMN language_said TEXT",
)

_FAILED: tuple[str, ...] = (
    # What the program tripped over (`reader.library.failures`). number: an article, or of the step "linked" a node.
    # by: with what it failed; why: in words.
    """
    CREATE TABLE failure (
        step TEXT NOT NULL,
        number INTEGER NOT NULL,
        by TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (step, number)
    ) STRICT, WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    *(FIRST, _SECOND, _THIRD, _FOURTH, FULL_TEXT, DATES, _DOUBTFUL),
    *(_CLAIMED, _FAILED, ORDERS, CHAIN_STATES, MARKDOWN, TITLES, REPETITION, _NAMELESS, LOCATIONS, _ASKED),
)
"""Statements that take a library from version n to n + 1, by index n."""

VERSION = len(MIGRATIONS)
"""The version that this program writes, and the newest that it reads."""
