"""Tadmor: read news in a terminal, see who is named, and follow an actor from article to article.

What another program may import is in `__all__` (`docs/api.md`); everything else is private and may change. `import
reader` loads nothing: a name is fetched from where it lives when it is first asked for (PEP 562).
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
"""As `typing` has it, which is not imported to keep this light."""

if TYPE_CHECKING:
    from reader.library.views import ActorHere, ActorRow, Listing, Page, Quote, Row, Sort, Spot, Status
    from reader.model import Evidence, Field, Kind, Mention, Problem, Sign, TadmorError, Verdict
    from reader.names.comparison import Comparison
    from reader.names.wording import sentence
    from reader.newsroom.annotate import AnnotatedMention
    from reader.newsroom.newsroom import Newsroom
    from reader.newsroom.standalone import AnnotatedText, annotate, compare
    from reader.newsroom.views import Card, Intake, Progress
    from reader.query import QuerySyntaxError
    from reader.recognise.protocol import Recogniser

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
    "Sign",
    "Sort",
    "Spot",
    "Status",
    "TadmorError",
    "Verdict",
    "__version__",
    "annotate",
    "compare",
    "sentence",
]

_HOMES = {
    "reader.library.views": ("ActorHere", "ActorRow", "Listing", "Page", "Quote", "Row", "Sort", "Spot", "Status"),
    "reader.model": ("Evidence", "Field", "Kind", "Mention", "Problem", "Sign", "TadmorError", "Verdict"),
    "reader.names.comparison": ("Comparison",),
    "reader.names.wording": ("sentence",),
    "reader.newsroom.annotate": ("AnnotatedMention",),
    "reader.newsroom.newsroom": ("Newsroom",),
    "reader.newsroom.standalone": ("AnnotatedText", "annotate", "compare"),
    "reader.newsroom.views": ("Card", "Intake", "Progress"),
    "reader.query": ("QuerySyntaxError",),
    "reader.recognise.protocol": ("Recogniser",),
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
