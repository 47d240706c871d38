"""What a face may ask for: the API that the desk, the command line and other programs use."""

from reader.library.views import (
    ActorHere,
    ActorRow,
    Listing,
    Page,
    Quote,
    Row,
    Sort,
    Spot,
    Status,
)
from reader.newsroom.newsroom import Newsroom
from reader.newsroom.views import Card, Intake, Progress

__all__ = [
    "ActorHere",
    "ActorRow",
    "Card",
    "Intake",
    "Listing",
    "Newsroom",
    "Page",
    "Progress",
    "Quote",
    "Row",
    "Sort",
    "Spot",
    "Status",
]
