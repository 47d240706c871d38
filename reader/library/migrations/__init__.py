"""The migrations of `reader.library.schema` that are long, each with what it is for."""
