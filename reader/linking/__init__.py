"""Mentions into chains inside an article, and chains into actors across articles."""

from reader.linking.chains import chains_of
from reader.linking.judging import heeding
from reader.linking.resolve import Cancelled, resolve

__all__ = ["Cancelled", "chains_of", "heeding", "resolve"]
