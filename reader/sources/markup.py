"""Values of records that carry a web page's markup, or the mark of an interface that cut them."""

import html
import re

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|small|sub|sup|ul|ol|li|dl|dt|dd|h[1-6]|hr|img|blockquote|figure|figcaption|"
    r"picture|source|table|thead|tbody|tr|td|th|html|head|body|section|article|header|footer|aside|main|pre|code|font|"
    r"center|script|style|iframe|video|audio|cite|q|s|mark|time|address|noscript|svg|path|form|input|button|label|amp-img)"
    r"(?:\s[^<>]*|\s*/)?>",
    re.I,
)
_BLOCK_TAG = re.compile(
    r"<(?:p|br|div|ul|ol|li|dl|h[1-6]|hr|blockquote|figure|table|html|body|section|article|pre|script|style)\b", re.I
)
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.S)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10}\d?);", re.I)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote|figure)\b", re.I)
_LINE_END = re.compile(r"\r?\n[ \t]*\r?\n\s*")

_CUT = re.compile(
    r"\s*(?:…|\.{3})?\s*\[\s?\+?\s?[\d,.]+ (?:chars?|characters|more(?: (?:chars?|characters|words))?)\s?\]\s*\Z", re.I
)
"""How news interfaces say that a text goes on: "… [+146 chars]"."""

_END = 200
"""How far from its end a text is looked at for a cut, in code points."""

_REMOVED = re.compile(r"\W*removed\W*", re.I)
_NAME_AT_END = re.compile(
    r"(?:\s+(?:[^\W\d_a-z]\S*|(?:al|el|bin|ibn|abu|von|van|de|del|der|den|di|da|du|la|le|of|the|and)(?=\s)))*\s*\Z"
)


def plain(value: str) -> str:
    """A value without tags and entities, its paragraphs apart; one without any is unchanged."""
    if _ESCAPED_TAG.search(value) and not _TAG.search(value):
        value = html.unescape(value)
    if _TAG.search(value):
        value = _COMMENT.sub("", value)
        value = _page_text(value) if _BLOCK_TAG.search(value) else html.unescape(_TAG.sub("", value))
    elif _ENTITY.search(value):
        value = html.unescape(value)
    return value


def line(value: str) -> str:
    """A value of one line without tags and entities."""
    return " ".join(plain(value).split()) if "<" in value or "&" in value else value


def _page_text(value: str) -> str:
    from lxml import etree

    from reader.sources.html import tree_of
    from reader.sources.page_blocks import blocks_of, hide, rendered

    # Blank lines part paragraphs beside the tags that do: what writes both means both.
    tree = tree_of(f"<html><body><div>{_LINE_END.sub('<br><br>', value)}</div></body></html>")
    if tree is None:
        return html.unescape(_TAG.sub(" ", value))
    try:
        hide(tree)
        return rendered(blocks_of(tree))
    except etree.LxmlError:
        return html.unescape(_TAG.sub(" ", value))


def uncut(text: str) -> tuple[str, bool]:
    """A text without the mark that an interface cut it with, and whether it had one.

    The word that the cut goes through is no word, and a name before it may go on: both go, so that none is read there.
    """
    at = max(0, len(text) - _END)
    match = _CUT.search(text, at)
    if not match:
        return text, False
    kept = text[: match.start()].rstrip()
    if not kept or kept[-1] in ".!?。":
        return kept, True
    kept = kept[: max(kept.rfind(" "), kept.rfind("\n"), 0)].rstrip()
    if name := _NAME_AT_END.search(kept, max(0, len(kept) - _END)):
        kept = kept[: name.start()]
    return f"{kept} …".strip(), True


def is_removed(value: str) -> bool:
    """Whether a value says that what it was is gone ("[Removed]")."""
    return value.strip().startswith("[") and bool(_REMOVED.fullmatch(value))
