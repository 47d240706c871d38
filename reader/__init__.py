"""Tadmor: read news in a terminal, see who is named, and follow an actor from article to article.

What another program may import is in `__all__` (`docs/api.md`); everything else is private and may change. `import
reader` loads nothing: a name is fetched from where it lives when it is first asked for (PEP 562).
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
"""As `typing` has it, which is not imported to keep this light."""

if TYPE_CHECKING:
    from reader.library.views import ActorHere, ActorRow, Listing, Page, Quote, Row, ShownMention, Sort, Status
    from reader.model import Evidence, Field, Kind, Mention, Problem, Sign, TadmorError, Verdict
    from reader.names.comparison import Comparison
    from reader.names.wording import sentence
    from reader.ner.protocol import Recogniser
    from reader.query import QuerySyntaxError
    from reader.services.annotate import AnnotatedMention
    from reader.services.newsroom import Newsroom
    from reader.services.standalone import AnnotatedText, annotate, compare
    from reader.services.views import Card, Intake, Progress

__all__ = [
    "ActorHere",
    "ActorRow",
    "AnnotatedMention",
    "AnnotatedText",
    "Card",
    "Comparison",
    "Evidence",
    "Field",
    "Intake",
    "Kind",
    "Listing",
    "Mention",
    "Newsroom",
    "Page",
    "Problem",
    "Progress",
    "QuerySyntaxError",
    "Quote",
    "Recogniser",
    "Row",
    "ShownMention",
    "Sign",
    "Sort",
    "Status",
    "TadmorError",
    "Verdict",
    "__version__",
    "annotate",
    "compare",
    "sentence",
]

_HOMES = {
    "reader.library.views": (
        "ActorHere",
        "ActorRow",
        "Listing",
        "Page",
        "Quote",
        "Row",
        "Sort",
        "ShownMention",
        "Status",
    ),
    "reader.model": ("Evidence", "Field", "Kind", "Mention", "Problem", "Sign", "TadmorError", "Verdict"),
    "reader.names.comparison": ("Comparison",),
    "reader.names.wording": ("sentence",),
    "reader.services.annotate": ("AnnotatedMention",),
    "reader.services.newsroom": ("Newsroom",),
    "reader.services.standalone": ("AnnotatedText", "annotate", "compare"),
    "reader.services.views": ("Card", "Intake", "Progress"),
    "reader.query": ("QuerySyntaxError",),
    "reader.ner.protocol": ("Recogniser",),
}
"""Where what is exported lives, by module."""

if not TYPE_CHECKING:  # which would take it to mean that every name is there

    def __getattr__(name):
        for module, names in _HOMES.items():
            if name in names:
                from importlib import import_module

                found = globals()[name] = getattr(import_module(module), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
