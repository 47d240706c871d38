"""Name forms made up for measuring linking: given names by surnames of many cultures, organisations, places, and noise.

The same ones every time. A third of the forms are other spellings of a form that came before: one edit, two edits,
another romanisation, words in another order, an initial. Nobody is meant by any of them.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Chain, Evidence, Kind

VARIANTS = 1 / 3
"""Part of the forms that are another spelling of an earlier one."""

FORMS_AN_ARTICLE = 12
"""Actors that one article names."""

NOISE = ("edit", "two edits", "romanisation", "order", "initial")
"""What is done to a name to make another spelling of it; the last two to persons only."""

_GIVEN = """
anna boris carla david elena farid grace hassan irene jakob karim laila mohammed ahmad yusuf ibrahim omar khalid
mustafa fatima aisha zainab hussein tariq samir nabil walid rashid salim jamal nasser faisal mahmoud abdullah ismail
vladimir sergei dmitri alexei nikolai andrei mikhail ivan oleg igor natalia olga svetlana tatiana yuri viktor pavel
oleksandr mykola petro volodymyr taras john michael william james robert thomas peter paul mark andrew susan mary
margaret helen laura emma charlotte henry george frank jose juan carlos luis miguel antonio francisco manuel maria
carmen rosa lucia diego pablo rafael fernando giovanni marco luca giulia francesca pierre jacques jean michel claire
hans klaus jurgen wolfgang heinrich ingrid ursula stefan lars erik sven astrid wei jing ming xiaoping guoqiang hua
yong min seung hyun jae sook kenji hiroshi takeshi yuki akira rajesh sanjay amit priya anil vijay deepak kwame kofi
amina chidi ngozi oluwaseun emeka abebe tesfaye haile mehmet mustapha ali hamid reza mehdi farhad shirin parviz
""".split()

_PIECES: Sequence[tuple[int, Sequence[str], Sequence[str], Sequence[str]]] = (
    # weight, beginnings, middles, ends: what surnames of one culture sound like
    (5, "iv petr sid kuzn vas mikh nov fed mor volk sem gol bog vor zak kor bel gr str pan".split(),
     "a e o i an en or er al ik ov ets arn".split(), "ov ev in enko sky skiy chuk ova eva yan uk ich".split()),
    (5, "shar kham bagh tikr hal mas naj sad rah hus kar jab zub qas dul sham faj ghan tal rif".split(),
     "a i u aa ai ou ar im an ad".split(), "i ari awi ani iri idi ali oun our eh bi di mi ti".split()),
    (5, "ander john hart wil har mat cart rob thom walk bright hol ston black win mor ell ash brad kend".split(),
     "er in le ing en al or is".split(), "son ton ley man field worth wood ford well berg er man shaw by".split()),
    (4, "garc rodr mart hern lop gonz per sanch ram tor flor riv gom dia reyes mor ort cast rub vel".split(),
     "i a e o ar er an in al".split(), "ez es ia ado ero illo as os ino al ales ena ino edo".split()),
    (3, "mull schn fisch web mey wagn beck hoff koch richt klein wolf schr neum schwar zimm br kr kr lang".split(),
     "e er en el in an".split(), "mann er berg stein bach haus meier dorf hardt ner ler".split()),
    (3, "zh ch w l h x g y t sh q d f k m n p r s j".split(), "a i u ao ang en ia ou".split(),
     "ng n o i an ei u un ong ian".split()),
    (3, "yil kay dem sah cel oz ayd ars dog kil asl cet kor tas gun erd pol bul ak yav".split(),
     "i a e u ar er il maz".split(), "oglu maz ci kaya han er in tas lar kan dag soy".split()),
    (3, "sh pat gup kum meh red ban chat muk iy nar raj bha cho des jos kul men nai sub".split(),
     "a i u ar er an am".split(), "ma el ta ar ra dy jee erji harya an ani wal kar nath".split()),
    (3, "ok ade olu chi ngo emek mbe kam tesh gir mug wan oti nya ndi asa bab dia kei tra".split(),
     "a e i o u am ek in un".split(), "ayo wu ke nga ou ola imi ogo eze ba re lu do mba".split()),
)  # fmt: skip

_FIELDS = """
agriculture health water energy transport education defence interior finance justice trade labour culture science
housing mining fisheries forestry telecommunications tourism aviation insurance statistics elections migration
environment development investment reconstruction engineering textiles petroleum gas shipping steel cement pharmacy
""".split()
_HEADS = """
ministry department committee council union association federation institute company corporation bank party front
movement brigade battalion observatory foundation agency authority commission directorate university academy club
""".split()
_SHAPES = ("{place} {field} {head}", "{head} of {field} of {place}", "{place} {head} for {field} and {field2}",
           "{founder} {head}", "{founder} {field} {head}", "{adjective} {head} of {field}")  # fmt: skip
_ADJECTIVES = "national free united new northern southern central islamic democratic general royal popular".split()

_SWAPS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("kh", "h"), ("q", "k"), ("gh", "g"), ("dh", "d"),
    ("sh", "ch"), ("ph", "f"), ("y", "i"), ("aa", "a"), ("o", "u"), ("e", "i"), ("v", "w"), ("ss", "s"),
    ("k", "q"), ("u", "ou"), ("i", "y"), ("i", "ee"), ("j", "dj"), ("s", "ss"), ("ov", "off"), ("ev", "yev"),
    ("a", "e"), ("ch", "tch"), ("c", "k"), ("th", "t"), ("d", "dd"), ("m", "mm"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Form:
    """One distinct spelling of a made-up actor."""

    text: str
    kind: Kind
    of: int
    """Index of the form that it is a spelling of; its own when it is none."""
    noise: str = ""
    """What was done to that one, of `NOISE`."""


def forms(number: int, seed: int = 1) -> Iterator[Form]:
    """That many distinct forms, seven in ten of them persons."""
    chance = random.Random(seed)
    # Surnames and towns grow with the root of the forms, as the words of a text do with its length (Heaps's law).
    surnames = _surnames(chance, 2_000 + 40 * int(number**0.5))
    towns = [word.title() for word in _surnames(chance, 1_000 + 15 * int(number**0.5))]
    given = [*_GIVEN, *_surnames(chance, 200 + int(number**0.5))]
    weights = [list(_running(len(words))) for words in (given, surnames)]
    seen: set[str] = set()
    originals: list[tuple[int, str, Kind]] = []
    count = 0
    while count < number:
        if originals and chance.random() < VARIANTS:
            of, base, kind = chance.choice(originals)
            kinds = NOISE if kind is Kind.PERSON else NOISE[:3]
            noise = chance.choice(kinds)
            text = spoilt(base, noise, chance)
        else:
            of, noise = count, ""
            text, kind = _name(chance, given, surnames, towns, weights)
        if text.casefold() in seen:
            continue
        seen.add(text.casefold())
        if not noise:
            originals.append((of, text, kind))
        yield Form(text, kind, of, noise)
        count += 1


def chains(found: Iterator[Form]) -> Iterator[Chain]:
    """One chain for each form, a dozen to an article."""
    for number, form in enumerate(found):
        article = str(number // FORMS_AN_ARTICLE)
        yield Chain(str(number), article, form.kind, form.text, {form.text: 1}, evidence=_NOTHING)


_NOTHING: Mapping[int, Sequence[Evidence]] = {}


def spoilt(name: str, noise: str, chance: random.Random) -> str:
    """Another spelling of a name, by one kind of `NOISE`."""
    words = name.split()
    if noise == "order":
        return " ".join([*words[1:], words[0]])
    if noise == "initial":
        return " ".join([words[0][0], *words[1:]])
    long = [i for i, word in enumerate(words) if len(word) > 4] or [max(range(len(words)), key=lambda i: len(words[i]))]
    if noise == "romanisation":
        for at in long:
            fitting = [(old, new) for old, new in _SWAPS if old in words[at].lower()[1:]]
            if fitting:
                old, new = chance.choice(fitting)
                words[at] = words[at][0] + words[at][1:].lower().replace(old, new, 1)
        return " ".join(words)
    for _ in range(2 if noise == "two edits" else 1):
        at = chance.choice(long)
        words[at] = _edited(words[at], chance)
    return " ".join(words)


def _edited(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word)) if len(word) > 1 else 0
    letter = chance.choice(_LETTERS)
    match chance.randrange(4):
        case 0:
            return word[:at] + letter + word[at:]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + letter + word[at + 1 :]
        case _:
            return word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :] if at > 1 else word + letter


def _surnames(chance: random.Random, number: int) -> list[str]:
    found: dict[str, None] = {}
    shares = [weight for weight, *_ in _PIECES]
    while len(found) < number:
        _, starts, middles, ends = chance.choices(_PIECES, shares)[0]
        size = chance.choice((0, 1, 1, 1, 2, 2))
        word = chance.choice(starts) + "".join(chance.choice(middles) for _ in range(size)) + chance.choice(ends)
        if len(word) > 2:
            found[word] = None
    return list(found)


def _name(
    chance: random.Random,
    given: Sequence[str],
    surnames: Sequence[str],
    towns: Sequence[str],
    weights: Sequence[Sequence[float]],
) -> tuple[str, Kind]:
    what = chance.random()
    if what < 0.7:
        words = [chance.choices(given, cum_weights=weights[0])[0]]
        if chance.random() < 0.2:
            words.append(chance.choices(given, cum_weights=weights[0])[0])
        words.append(chance.choices(surnames, cum_weights=weights[1])[0])
        if chance.random() < 0.08:
            words.append(chance.choices(surnames, cum_weights=weights[1])[0])
        return " ".join(word.title() for word in words), Kind.PERSON
    if what < 0.92:
        shape = chance.choice(_SHAPES)
        field, field2 = chance.sample(_FIELDS, 2)
        filled = shape.format(
            place=chance.choice(towns), field=field.title(), field2=field2.title(), head=chance.choice(_HEADS).title(),
            founder=chance.choices(surnames, cum_weights=weights[1])[0].title(),
            adjective=f"{chance.choice(towns)} {chance.choice(_ADJECTIVES).title()}",
        )  # fmt: skip
        return filled, Kind.ORGANISATION
    town = chance.choice(towns)
    if chance.random() < 0.5:
        return f"{chance.choice(towns)} {town}", Kind.PLACE
    return f"{chance.choice(_ADJECTIVES).title()} {town}", Kind.PLACE


def _running(number: int) -> Iterator[float]:
    """Cumulative weights that fall slowly: the first word is some thirty times as common as the thousandth."""
    total = 0.0
    for rank in range(1, number + 1):
        total += rank**-0.5
        yield total
