"""Why two names of the library are one actor, two, or perhaps one."""

from reader.library import dossier, verdicts
from reader.library.actors import link, ties
from reader.library.judgement_text import apart
from reader.library.store import Reader
from reader.library.views import ActorRow
from reader.model import TadmorError, Verdict
from reader.names.analyse import analyse
from reader.names.compare import compare_beside
from reader.names.dictionary import Dictionary
from reader.services.cards import score, with_pieces
from reader.services.views import Relation, Side


def relation(db: Reader, dictionary: Dictionary, left: tuple[ActorRow, str], right: tuple[ActorRow, str]) -> Relation:
    """What two actors, each in one of its spellings, are to each other, with a sentence of either.

    One actor: what led either spelling to it. Two with a tie: what the tie rests on. Two that a person judged: that.
    Two without any of it: what their names say.
    """
    one, other = _side(db, *left), _side(db, *right)
    if one.actor.id == other.actor.id:
        evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
        return Relation(one, other, Verdict.SAME, score(evidence), with_pieces(evidence, one.actor.kind))
    for tie in ties(db, one.actor.id):
        if tie.actor.id == other.actor.id:
            return Relation(one, other, tie.verdict, tie.score, with_pieces(tie.evidence, one.actor.kind))
    told = verdicts.between(db, one.actor.id, other.actor.id)
    if told and told[-1].verdict in (Verdict.DIFFERENT, Verdict.UNSURE):
        open_still = told[-1].verdict is Verdict.UNSURE
        return Relation(one, other, told[-1].verdict, 0.5 if open_still else 0.0, (apart(told[-1]),))
    found = compare_beside(analyse(one.spelling, one.actor.kind), analyse(other.spelling, other.actor.kind), dictionary)
    return Relation(one, other, Verdict.DIFFERENT, found.score, found.evidence)


def _side(db: Reader, actor: ActorRow, spelling: str) -> Side:
    mention = dossier.spelt(db, actor.id, spelling)
    way = link(db, mention) if mention is not None else None
    if mention is None or way is None:
        return Side(actor, spelling, None, ())
    return Side(actor, spelling, dossier.sentence(db, mention), (*way.to_chain, *way.to_actor))


def mention_of(db: Reader, article: int, name: str) -> int:
    """The first mention of a name in an article, by its spelling there. Raises TadmorError when it has none."""
    found = dossier.named(db, article, name)
    if found is None:
        raise TadmorError(
            f"Article {article} names no actor {name!r}. `tadmor show {article}` lists those that it names."
        )
    return found
