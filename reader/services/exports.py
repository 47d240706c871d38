"""The service of exports: articles and actors as Markdown."""

from collections.abc import Iterator

from reader.library.listing import listing
from reader.library.store import Library
from reader.query import parse


class Exports:
    """What a library gives away; a style of marks is `bold`, `highlight`, `html` or `obsidian`."""

    def __init__(self, library: Library) -> None:
        """Everything comes from the library."""
        self._library = library

    def article(self, article: int, style: str = "bold") -> str:
        """An article, its mentions marked. Raises TadmorError when there is no such article."""
        from reader.export.content import MarkStyle
        from reader.services.export_gathering import export_article

        return export_article(self._library.reader(), article, MarkStyle(style))

    def actor(self, actor: int, style: str = "bold") -> str:
        """An actor's dossier: spellings, and every mention in its sentence, by date.

        Raises TadmorError when there is no such actor.
        """
        from reader.export.content import MarkStyle
        from reader.services.export_gathering import export_actor

        return export_actor(self._library.reader(), actor, MarkStyle(style))

    def articles(self, filter: str, style: str = "bold") -> Iterator[tuple[str, str]]:
        """The articles that a filter finds, each as a file name and its Markdown.

        Raises QuerySyntaxError with the place of the error.
        """
        from reader.export.content import MarkStyle
        from reader.services.export_gathering import export_each

        found = listing(self._library, parse(filter))
        numbers = (row.id for row in found.rows(0, found.total))
        return export_each(self._library.reader(), numbers, MarkStyle(style))
