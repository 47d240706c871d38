"""The one SQLite file: articles, mentions, actors, judgements, and what the reader did."""
