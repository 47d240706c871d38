"""Files, folders and standard input, turned into articles."""

from reader.sources.files import count, read

__all__ = ["count", "read"]
