"""Mentions into chains inside an article, and chains into actors across articles."""
