"""Articles and dossiers as Markdown that any viewer shows well.

A mention is marked and leads to its actor in the index at the end, whose tooltip names actor and kind at once; the
index leads back to every mention. Links are by reference, so that the text can be read without a viewer, too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from reader.export import escape
from reader.export.citation import cite, in_words
from reader.export.content import ExportActor, ExportArticle, ExportQuote, MarkStyle
from reader.export.escape import file_name
from reader.export.kept import first_number, written
from reader.export.marks import Placed, emphasise, line, paragraph_of, paragraphs, placed
from reader.model import Field
from reader.plurals import counted

__all__ = ["ExportActor", "ExportArticle", "ExportQuote", "MarkStyle", "article", "dossier", "file_name"]

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")

_UNKEPT = "The text is written without the marks of the Markdown that it came in, as that could not be marked whole."


def article(exported: ExportArticle, style: MarkStyle = MarkStyle.BOLD) -> str:
    """An article: front matter, heading, text with its mentions marked, index of actors, citation."""
    labels = _labels(exported)
    text = _as_it_came(exported, labels, style) or _as_plain_text(exported, labels, style)
    marks = [*text.in_title, *text.in_body]
    parts = [_front(exported, marks), *text.parts]
    if marks:
        parts += ["## Actors", "\n".join(_index(exported, text, style))]
    citation = cite(exported)
    note = _UNKEPT if exported.unkept or (exported.markdown and not text.kept) else ""
    if citation or note:
        parts += ["## Source", *filter(None, (citation, note))]
    if style is not MarkStyle.OBSIDIAN and marks:
        parts.append("\n".join(_references(marks)))
    return "\n\n".join(parts) + "\n"


@dataclass(frozen=True, slots=True)
class _Text:
    """An article's title and body as Markdown, with the mentions that are marked there."""

    parts: list[str]
    in_title: list[Placed]
    in_body: list[Placed]
    blocks: Mapping[int, str]
    """For Obsidian: the name of the block in which a mention stands, by its number."""
    kept: bool = False


def _as_plain_text(exported: ExportArticle, labels: Mapping[str, str], style: MarkStyle) -> _Text:
    in_title, in_body = _placed(exported, labels, 1)
    heading = ["# " + line(exported.title, in_title, style)] if exported.title else []
    blocks = {mark.number: f"p{paragraph_of(exported.body, mark.mention.start)}" for mark in in_body}
    return _Text([*heading, *paragraphs(exported.body, in_body, style)], in_title, in_body, blocks)


def _as_it_came(exported: ExportArticle, labels: Mapping[str, str], style: MarkStyle) -> _Text | None:
    """The Markdown that an article came in, under its title where it does not hold that; None where there is none."""
    if exported.markdown is None:
        return None
    first = first_number(exported.markdown.text)
    in_title, in_body = _placed(exported, labels, first)
    if exported.markdown.title:
        kept = written(exported.markdown, [*in_title, *in_body], style, first)
        heading, above = [], 0
    else:
        kept = written(exported.markdown, in_body, style, first + len(in_title))
        heading = ["# " + line(exported.title, in_title, style)] if exported.title else []
        above = len(in_title)
    if kept is None:
        return None
    titled = [*in_title[:above], *(mark for mark in kept.marks if mark.mention.field is Field.TITLE)]
    body = [mark for mark in kept.marks if mark.mention.field is Field.BODY]
    return _Text([*heading, kept.text], titled, body, kept.blocks, kept=True)


def _placed(exported: ExportArticle, labels: Mapping[str, str], first: int) -> tuple[list[Placed], list[Placed]]:
    of = {field: [mention for mention in exported.mentions if mention.field is field] for field in Field}
    in_title = placed(exported.title, of[Field.TITLE], labels, first)
    return in_title, placed(exported.body, of[Field.BODY], labels, first + len(in_title))


def dossier(actor: ExportActor, style: MarkStyle = MarkStyle.BOLD) -> str:
    """All about an actor: its spellings, and by date every article that names it with every mention in its sentence."""
    quotes = sorted(actor.quotes, key=lambda quote: (not quote.date, quote.date, quote.title, quote.source, quote.url))
    groups = [
        list(group) for _, group in groupby(quotes, lambda quote: (quote.date, quote.title, quote.source, quote.url))
    ]
    # A guessed date is often the day on which a file was saved: it tells when, but not from when till when.
    dated = [quote for quote in quotes if quote.date]
    days = [quote.date[:10] for quote in dated if not quote.date_guessed] or [quote.date[:10] for quote in dated]
    mentions = sum(spelling.count for spelling in actor.spellings)
    front = [f"title: {escape.yaml(actor.name)}", f"kind: {actor.kind.value}", f"mentions: {mentions}"]
    front.append(f"articles: {len(groups)}")
    front += [f"first: {escape.yaml_date(days[0])}", f"last: {escape.yaml_date(days[-1])}"] if days else []
    parts = [
        "\n".join(["---", *front, "---"]),
        f"# {escape.text(actor.name)}",
        _summary(actor, mentions, len(groups), days),
    ]
    spellings = sorted(actor.spellings, key=lambda spelling: (-spelling.count, spelling.text))
    if spellings:
        parts += ["## Spellings", "\n".join(f"- {escape.text(part.text)}: {part.count}" for part in spellings)]
    if groups:
        parts.append("## Articles")
    for group in groups:
        parts.append("### " + _heading(group[0]))
        about = [escape.text(group[0].source)] if group[0].source else []
        about += [escape.url(group[0].url)] if group[0].url else []
        parts += [", ".join(about)] if about else []
        parts.append("\n".join(f"- {_quote(quote, actor, style)}" for quote in group))
    return "\n\n".join(parts) + "\n"


def _front(exported: ExportArticle, marks: Iterable[Placed]) -> str:
    values = {"title": exported.title, "source": exported.source, "author": exported.author, "date": exported.date,
              "url": exported.url, "language": exported.language, "retrieved": exported.retrieved}  # fmt: skip
    lines = ["---", *(f"{name}: {escape.yaml_date(value)}" for name, value in values.items() if value)]
    if exported.date and exported.date_guessed:
        lines.append("date_guessed: true")
    if actors := _actors(marks):
        lines.append("actors:")
        for group in actors:
            mention = group[0].mention
            about = f"name: {escape.yaml(mention.actor)}, kind: {mention.kind.value}, mentions: {len(group)}"
            lines.append(f"  - {{{about}}}")
    return "\n".join([*lines, "---"])


def _index(exported: ExportArticle, text: _Text, style: MarkStyle) -> Iterable[str]:
    titled = {mark.number for mark in text.in_title}
    for group in _actors([*text.in_title, *text.in_body]):
        first = group[0]
        fields = (exported.title if mark.number in titled else exported.body for mark in group)
        spelt = Counter(" ".join(field[mark.mention.start : mark.mention.end].split())
                        for field, mark in zip(fields, group, strict=True))  # fmt: skip
        if style is MarkStyle.OBSIDIAN:
            entry = f"[[{escape.target(escape.note_name(first.mention.actor))}]]"
        else:
            entry = f'<a id="{escape.ANCHOR}{first.label}"></a>{emphasise(first.mention.actor, "", " ")}'
        times = counted(len(group), "mention")
        others = ", ".join(f"“{escape.text(name)}”" for name, _ in spelt.most_common() if name != first.mention.actor)
        word = "also as" if first.mention.actor in spelt else "as"
        spellings = f", {word} {others}" if others else ""
        links = " ".join(_back(text, mark, mark.number in titled, style) for mark in group)
        yield f"- {entry} ({first.mention.kind.value}), {times}{spellings}: {links}"


def _back(text: _Text, mark: Placed, titled: bool, style: MarkStyle) -> str:
    """A link from the index to a mention; its number alone where Obsidian can reach no block there."""
    if style is not MarkStyle.OBSIDIAN:
        return f"[{mark.number}](#m{mark.number})"
    if titled:
        return "title"
    block = text.blocks.get(mark.number)
    return f"[[#^{block}|{mark.number}]]" if block else str(mark.number)


def _references(marks: Iterable[Placed]) -> Iterable[str]:
    for group in _actors(marks):
        mention = group[0].mention
        label = group[0].label
        yield f'[{label}]: #{escape.ANCHOR}{label} "{escape.link_title(f"{mention.actor}, {mention.kind.value}")}"'


def _actors(marks: Iterable[Placed]) -> list[list[Placed]]:
    """The mentions of each actor in the text's order, the actor named most first."""
    groups: dict[str, list[Placed]] = {}
    for mark in marks:
        groups.setdefault(mark.mention.actor_key, []).append(mark)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].number))


def _labels(exported: ExportArticle) -> Mapping[str, str]:
    """A label for each actor's key: made of its name, and different for different keys."""
    labels: dict[str, str] = {}
    # What stands in brackets in the Markdown that it came in shall not become a link.
    source = exported.markdown.text.casefold() if exported.markdown else ""
    taken = {" ".join(words.split()) for words in _BRACKETS.findall(source)}
    for mention in sorted(exported.mentions, key=lambda mention: (mention.field is Field.BODY, mention.start)):
        if mention.actor_key not in labels:
            stem = escape.slug(mention.actor) or escape.slug(mention.actor_key) or "actor"
            label = stem
            number = 1
            while label in taken:
                number += 1
                label = f"{stem}-{number}"
            labels[mention.actor_key] = label
            taken.add(label)
    return labels


def _summary(actor: ExportActor, mentions: int, articles: int, days: list[str]) -> str:
    kind = actor.kind.value[0].upper() + actor.kind.value[1:]
    when = ""
    if days:
        when = f", {in_words(days[0])}" + (f" to {in_words(days[-1])}" if days[-1] != days[0] else "")
    return f"{kind}; {counted(mentions, 'mention')} in {counted(articles, 'article')}{escape.text(when)}."


def _heading(quote: ExportQuote) -> str:
    title = quote.title or "Untitled"
    guessed = " (date guessed)" if quote.date_guessed else ""
    return escape.text(f"{in_words(quote.date)}{guessed}: {title}" if quote.date else f"Undated: {title}")


def _quote(quote: ExportQuote, actor: ExportActor, style: MarkStyle) -> str:
    """A sentence on one line, its mention marked."""
    before, quoted, after = (" ".join(part.split()) for part in (quote.before, quote.quoted, quote.after))
    if not quoted:
        return escape.text(f"{before} {after}".strip())
    before += " " if before and quote.before[-1:].isspace() else ""
    after = (" " if after and quote.after[:1].isspace() else "") + after
    sentence = f"{before}{quoted}{after}"
    start, end = len(before), len(before) + len(quoted)
    backslashes = escape.escapes(sentence)
    ranges = ((0, start), (start, end), (end, len(sentence)))
    parts = [escape.part(sentence, first, last, backslashes) for first, last in ranges]
    match style:
        case MarkStyle.BOLD:
            marked = emphasise(quoted, before, after)
        case MarkStyle.HIGHLIGHT:
            marked = f"=={parts[1]}=="
        case MarkStyle.HTML:
            marked = f"<mark>{parts[1]}</mark>"
        case MarkStyle.OBSIDIAN:
            note = escape.target(escape.note_name(actor.name))
            marked = f"[[{note}|{parts[1]}]]" if parts[1] != note else f"[[{note}]]"
            parts[2] = f"\\{parts[2]}" if parts[2].startswith("(") else parts[2]
    return f"{parts[0]}{marked}{parts[2]}"
