"""Text in, mentions out."""
