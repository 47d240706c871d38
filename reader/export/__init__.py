"""Articles and actors, written out for other programs and people."""

from reader.export.content import ExportActor, ExportArticle, ExportMention, ExportQuote, ExportSpelling, MarkStyle
from reader.export.escape import file_name
from reader.export.markdown import article, dossier

__all__ = [
    "ExportActor",
    "ExportArticle",
    "ExportMention",
    "ExportQuote",
    "ExportSpelling",
    "MarkStyle",
    "article",
    "dossier",
    "file_name",
]
