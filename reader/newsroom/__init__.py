"""What a face may ask for: the API that the desk, the command line and other programs use."""

from reader.library.parts import Onward, SplitPreview
from reader.library.rulings import Dismissed
from reader.library.views import (
    ActorHere,
    ActorRow,
    Companion,
    Decision,
    Listing,
    Page,
    Quote,
    Row,
    Sort,
    Spelling,
    Spot,
    Status,
    Tie,
)
from reader.newsroom.newsroom import Newsroom
from reader.newsroom.views import ActorPage, Card, Conflict, Intake, Progress, Question, Relation, Review, Side

__all__ = [
    "ActorHere",
    "ActorPage",
    "ActorRow",
    "Card",
    "Companion",
    "Conflict",
    "Decision",
    "Dismissed",
    "Intake",
    "Listing",
    "Newsroom",
    "Onward",
    "Page",
    "Progress",
    "Question",
    "Quote",
    "Relation",
    "Review",
    "Row",
    "Side",
    "Sort",
    "Spelling",
    "SplitPreview",
    "Spot",
    "Status",
    "Tie",
]
