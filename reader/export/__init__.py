"""Articles and actors, written out for other programs and people."""
