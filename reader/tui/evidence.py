"""Evidence as the desk draws it: a reason a line with sign and weight, pieces of two names beside each other."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from reader.model import Evidence, Sign
from reader.names.wording import sentence
from reader.tui.safe import assemble, fit, shown
from reader.tui.widgets.lines import Item, wrapped

SIGN_STYLES = {Sign.FOR: "for", Sign.NEUTRAL: "quiet", Sign.AGAINST: "against", Sign.CONTRADICTS: "against"}
INDENT = 2


def evidence_items(evidence: Sequence[Evidence]) -> list[Item]:
    """One item a reason, in their order; what stands beside each other is aligned over all of them."""
    pairs = [reason for reason in evidence if reason.left and reason.right]
    lefts = max((cell_len(shown(reason.left)) for reason in pairs), default=0)
    rights = max((cell_len(shown(reason.right)) for reason in pairs), default=0)
    return [_pair(one, lefts, rights) if one.left and one.right else _reason(one) for one in evidence]


def _reason(reason: Evidence) -> Item:
    return Item(wrapped(assemble(_sign(reason), sentence(reason), _weight(reason)), INDENT, INDENT + 2))


def _pair(reason: Evidence, lefts: int, rights: int) -> Item:
    def draw(width: int) -> list[Content]:
        most = max(1, (width - INDENT - 2) // 3)
        left, right = fit(reason.left, min(lefts, most)), fit(reason.right, min(rights, most))
        hang = INDENT + 2 + cell_len(left) + cell_len(right) + 4
        words = wrapped(assemble((sentence(reason), "quiet"), _weight(reason)), hang)(width)
        head = assemble(" " * INDENT, _sign(reason), (left, "strong"), "  ", (right, "strong"), "  ")
        return [head + words[0][hang:], *words[1:]]

    return Item(draw)


def _sign(reason: Evidence) -> tuple[str, str]:
    return reason.sign.value + " ", SIGN_STYLES[reason.sign]


def _weight(reason: Evidence) -> tuple[str, str]:
    return (f"  {reason.weight:+.2f}" if reason.weight else "", "quiet")
