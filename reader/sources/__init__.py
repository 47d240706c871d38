"""Files, folders and standard input, turned into articles."""
