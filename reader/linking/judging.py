"""What persons judged, laid over the nodes before anything else is concluded."""

from collections.abc import Iterator, Sequence

from reader.linking.nodes import Clusters
from reader.model import Anchor, Evidence, Judgement, Kind, Sign, Verdict
from reader.names.analyse import analyse


def singled_out(judgements: Sequence[Judgement]) -> Iterator[tuple[str, Kind, str]]:
    """Article, kind and folded name of what judgements say about one article only."""
    for judgement in judgements:
        for anchor in (judgement.left, judgement.right):
            if anchor.article is not None:
                yield anchor.article.location, anchor.kind.folded, analyse(anchor.name, anchor.kind).key


def judge(clusters: Clusters, judgements: Sequence[Judgement]) -> None:
    """What is judged apart stays apart, what is judged one is one; of two verdicts on one pair the later stands."""
    if not judgements:
        return
    index = _Index(clusters)
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.left.name, j.right.name, j.verdict)):
        for left in index.nodes(judgement.left):
            for right in index.nodes(judgement.right):
                if left != right:
                    latest[min(left, right), max(left, right)] = judgement
    ordered = sorted(latest.items(), key=lambda item: item[0])
    for (left, right), judgement in ordered:
        if judgement.verdict is not Verdict.SAME:
            clusters.keep_apart(left, right)
    for (left, right), judgement in ordered:
        if judgement.verdict is Verdict.SAME:
            when = f" on {judgement.at[:10]}" if judgement.at else ""
            why = f": {judgement.why}" if judgement.why else ""
            words = f"judged the same{when}{why}"
            clusters.join(left, right, Evidence(Sign.FOR, "judgement", words, 1.0), judged=True)


class _Index:
    """Finds the nodes that an anchor is about: by their own name, else by a spelling that stands in them."""

    def __init__(self, clusters: Clusters) -> None:
        self._own: dict[tuple[Kind, str], list[str]] = {}
        self._spelt: dict[tuple[Kind, str], list[str]] = {}
        for key in sorted(clusters.nodes):
            node = clusters.nodes[key]
            kind = node.kind.folded
            own = {node.name.key, *((analyse(node.entry.name, node.kind).key,) if node.entry else ())}
            for name in own:
                self._own.setdefault((kind, name), []).append(key)
            for name in {analyse(text, node.kind).key for text in node.texts} - own:
                self._spelt.setdefault((kind, name), []).append(key)

    def nodes(self, anchor: Anchor) -> list[str]:
        """Node keys, sorted; with an article only what was singled out there."""
        wanted = anchor.kind.folded, analyse(anchor.name, anchor.kind).key
        for found in (self._own.get(wanted, []), self._spelt.get(wanted, [])):
            if anchor.article is not None:
                found = [key for key in found if key.endswith(f"#{anchor.article.location}")]
            if found:
                return found
        return []


def rejoin(clusters: Clusters) -> None:
    """What was singled out for a judgement and is not judged apart goes back to its name."""
    for key in sorted(clusters.nodes):
        base, _, article = key.partition("#")
        if article and base in clusters.nodes and not clusters.judged_apart(key, base):
            words = f"“{clusters.nodes[key].name.text}” is written alike"
            clusters.join(key, base, Evidence(Sign.FOR, "folded", words, 0.95))
