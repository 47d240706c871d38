"""Which state stands near a name that every state has one of: a migration of `reader.library.schema`."""

CHAIN_STATES: tuple[str, ...] = (
    # Id of the dictionary's entry, or empty; of chains made before, until their article is recognised again.
    "ALTER TABLE chain ADD COLUMN state TEXT NOT NULL DEFAULT ''",
)
