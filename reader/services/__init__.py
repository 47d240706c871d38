"""What a face may ask for: the API that the desk, the command line and other programs use."""

from reader.library.overrides import Dismissed
from reader.library.parts import Onward, SplitPreview
from reader.library.views import (
    ActorHere,
    ActorRow,
    Companion,
    Decision,
    Listing,
    Page,
    Quote,
    Row,
    ShownMention,
    Sort,
    Spelling,
    Status,
    Tie,
)
from reader.services.newsroom import Newsroom
from reader.services.views import ActorPage, Card, Conflict, Intake, Progress, Question, Relation, Review, Side

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
    "ShownMention",
    "Side",
    "Sort",
    "Spelling",
    "SplitPreview",
    "Status",
    "Tie",
]
