"""Tadmor: read news in a terminal, see who is named, and follow an actor from article to article."""

__version__ = "0.1.0"
