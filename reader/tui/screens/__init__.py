"""Screens own layout: the reading room, and the sheets that come up in front of it."""
