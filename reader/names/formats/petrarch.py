"""Actor files of political event coding (TABARI, PETRARCH): phrases and the codes of their roles.

    HEAD_PHRASE_ [CODE]
    +ANOTHER_PHRASE_
        [CODE 870101-991231]

A file says which role a phrase is coded as, not who is who: a state's cities, its adjective and its government stand
below its name, a leader's regime below the leader. So nothing is merged because it stands below one head. A phrase is
another name of the head only where the two names themselves say so (`compare`); a nationality becomes a demonym; what
is an actor of its own becomes one, `related` to the head; what may be either is left out. Codes give kinds and states;
their dates are not kept, as an entry has none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.model import Kind, Verdict
from reader.names.analyse import analyse
from reader.names.compare import compare
from reader.names.declarations import is_acronym
from reader.names.dictionary import Dictionary, Entry
from reader.names.fold import fold, skeleton, sound
from reader.names.formats.found import Found, LeftOut, Read, automatic_id, merged
from reader.names.formats.phrases import in_small
from reader.names.given_names import is_given_name
from reader.names.tables import (
    DIVISIONS,
    GENERIC,
    GOVERNMENTS,
    HONORIFICS,
    LEGAL_ABBREVIATIONS,
    LONG_FORMS,
    REGAL,
    ROLES,
    STOPWORDS,
)
from reader.untrusted import clean_line

_CODES = re.compile(r"\[([^\[\]]*)\]")
_NOTE = re.compile(r"(?<!\s)\s*[;#].*", re.S)
_BRACKETED = re.compile(r"\(([^()]*)\)")

_UNITED = frozenset({"IGO", "NGO", "MNC", "NGM", "IMG", "INT", "UIS"})
"""Codes of what belongs to no state, where a code would begin with one."""
_ARMED = frozenset({"REB", "UAF", "IMG", "SEP", "INS"})
"""Roles of groups under arms that are no state's: rebels, unidentified armed forces, militarised groups, and others."""
_OFFICIAL = frozenset({"GOV", "ELI", "OPP", "LEG", "JUD", "MIL", "COP", "SPY", "PRI", "MED", "BUS", "EDU"})
"""Roles that single persons are coded with as well as bodies."""

_BODIES = (GENERIC | GOVERNMENTS | DIVISIONS | LEGAL_ABBREVIATIONS | {*LONG_FORMS}) - STOPWORDS | {
    *("gmbh", "plc", "department", "treasury"),
    *("governments", "troops", "rebels", "militants", "fighters", "brigade", "brigades", "battalion", "guerrillas"),
    *("network", "trust", "association", "union", "congress", "corps", "militia", "squad", "cell", "resistance"),
}
"""Words of bodies, which no person's name holds."""
_SETTLED = frozenset("city town county district village province region governorate island islands".split())
"""Words of places that are words of bodies too."""
_TITLES = HONORIFICS | ROLES | REGAL | {"elect", "designate", "us", "uk", "un", "of", "the", "united", "states"}

_COMMON = (_BODIES | STOPWORDS) - _SETTLED

SHORT_LETTERS = 6
"""Letters up to which one word below a name of several may be its initials."""

PERSON_WORDS = range(2, 10)
"""How many words a person's name has, with all its fathers."""

_STATES = """
    ABWaw AFGaf AGOao AIAai ALAax ALBal ANDad AREae ARGar ARMam ASMas ATAaq ATFtf ATGag AUSau AUTat AZEaz BDIbi
    BELbe BENbj BESbq BFAbf BGDbd BGRbg BHRbh BHSbs BIHba BLMbl BLRby BLZbz BMUbm BOLbo BRAbr BRBbb BRNbn BTNbt
    BVTbv BWAbw CAFcf CANca CCKcc CHEch CHLcl CHNcn CIVci CMRcm CODcd COGcg COKck COLco COMkm CPVcv CRIcr CUBcu
    CUWcw CXRcx CYMky CYPcy CZEcz DEUde DJIdj DMAdm DNKdk DOMdo DZAdz ECUec EGYeg ERIer ESHeh ESPes ESTee ETHet
    FINfi FJIfj FLKfk FRAfr FROfo FSMfm GABga GBRgb GEOge GGYgg GHAgh GIBgi GINgn GLPgp GMBgm GNBgw GNQgq GRCgr
    GRDgd GRLgl GTMgt GUFgf GUMgu GUYgy HKGhk HMDhm HNDhn HRVhr HTIht HUNhu IDNid IMNim INDin IOTio IRLie IRNir
    IRQiq ISLis ISRil ITAit JAMjm JEYje JORjo JPNjp KAZkz KENke KGZkg KHMkh KIRki KNAkn KORkr KWTkw LAOla LBNlb
    LBRlr LBYly LCAlc LIEli LKAlk LSOls LTUlt LUXlu LVAlv MACmo MAFmf MARma MCOmc MDAmd MDGmg MDVmv MEXmx MHLmh
    MKDmk MLIml MLTmt MMRmm MNEme MNGmn MNPmp MOZmz MRTmr MSRms MTQmq MUSmu MWImw MYSmy MYTyt NAMna NCLnc NERne
    NFKnf NGAng NICni NIUnu NLDnl NORno NPLnp NRUnr NZLnz OMNom PAKpk PANpa PCNpn PERpe PHLph PLWpw PNGpg POLpl
    PRIpr PRKkp PRTpt PRYpy PSEps PYFpf QATqa REUre ROUro RUSru RWArw SAUsa SDNsd SENsn SGPsg SGSgs SHNsh SJMsj
    SLBsb SLEsl SLVsv SMRsm SOMso SPMpm SRBrs SSDss STPst SURsr SVKsk SVNsi SWEse SWZsz SXMsx SYCsc SYRsy TCAtc
    TCDtd TGOtg THAth TJKtj TKLtk TKMtm TLStl TONto TTOtt TUNtn TURtr TUVtv TWNtw TZAtz UGAug UKRua UMIum URYuy
    USAus UZBuz VATva VCTvc VENve VGBvg VIRvi VNMvn VUTvu WLFwf WSMws YEMye ZAFza ZMBzm ZWEzw
"""
_STATE_OF = {pair[:3]: f"state:{pair[3:]}" for pair in _STATES.split()}
"""ISO 3166-1: from the three letters that the codes begin with to the id of the state."""


@dataclass(slots=True)
class _Block:
    """A head, the phrases below it, and their codes."""

    line: int
    phrases: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    dated: bool = False

    @property
    def state(self) -> str:
        """The id of the state that the first code names, or empty."""
        code = next(iter(self.codes), "")
        if code[:3] in ("MNC", "NGO"):
            code = code[3:]
        return "" if code[:3] in _UNITED else _STATE_OF.get(code[:3], "")

    @property
    def roles(self) -> frozenset[str]:
        """The parts of all codes, of three letters each."""
        return frozenset(code[at : at + 3] for code in self.codes for at in range(0, len(code), 3))

    @property
    def bare(self) -> bool:
        """Whether the code names a country, a people or a faith and no role in it."""
        return all(len(code) == 3 for code in self.codes) and not self.roles & _UNITED


def looks_like_petrarch(lines: Sequence[str]) -> bool:
    """Whether the first lines of a file are phrases, nearly all in capitals, some with codes in square brackets."""
    marked = [line for line in lines if line.strip() and not line.startswith(("#", "<"))]
    phrases = [line for line in marked if not line[:1].isspace()]
    coded = sum(bool(_CODES.search(line)) for line in marked)
    joined = sum("_" in line or line.startswith("+") for line in phrases)
    parted = sum("\t" in line.strip() for line in phrases)
    return coded > 0 and joined * 2 > len(phrases) and parted * 2 < len(phrases)


def read_petrarch(lines: Iterable[str], source: str, known: Dictionary) -> Read:
    """Read the phrases that name actors. `known` tells what a phrase may be; `source` is the file's name."""
    entries: dict[str, Found] = {}
    left_out = 0
    for block in _blocks(lines):
        names = _Names(block, source, known)
        left_out += names.left_out
        for entry in names.entries:
            earlier = entries.get(entry.id)
            if earlier is not None and not _states(earlier.entry) & _states(entry):
                # Another state's: the file does not say that they are one.
                entry = replace(entry, id=f"{entry.id} ({block.state or 'international'})")
                earlier = entries.get(entry.id)
            entries[entry.id] = Found(merged(earlier.entry, entry) if earlier else entry, block.line)
    yield from entries.values()
    if left_out:
        yield LeftOut("phrases that name a role, or may be another actor's", left_out)


def _states(entry: Entry) -> frozenset[str]:
    """The states that an entry is tied to; those that are tied to none have that in common."""
    return frozenset(other for other in entry.related if other.startswith("state:")) or frozenset({""})


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    """The file's blocks: heads and synonyms up to their codes. Codes that stand in the head's line end nothing."""
    block = _Block(0)
    for number, line in enumerate(lines, start=1):
        bare = _NOTE.sub("", line.rstrip())
        codes = _CODES.findall(bare)
        phrase = clean_line(_CODES.sub("", bare)).strip()
        indented = line[:1].isspace()
        if phrase.startswith("<"):
            continue
        if phrase and not indented:
            if not phrase.startswith("+") and block.codes:
                yield block
                block = _Block(0)
            block.line = block.line or number
            block.phrases.append(phrase.lstrip("+"))
        for code in codes if block.phrases else ():
            role, *dates = code.split() or [""]
            if role[:1].isalpha():
                block.codes.append(role)
            block.dated = block.dated or bool(dates) or not role[:1].isalpha()
    if block.codes:
        yield block


class _Names:
    """What the phrases of one block are."""

    def __init__(self, block: _Block, source: str, known: Dictionary) -> None:
        self.entries: list[Entry] = []
        self.left_out = 0
        self._block = block
        self._source = source
        self._known = known
        phrases = [*dict.fromkeys(filter(None, map(_spaced, block.phrases)))]
        self._head = self._first(phrases)
        for phrase in phrases:
            if self._head is None or not self._place(phrase):
                self.left_out += 1
        if self._head is not None:
            self.entries.insert(0, self._head)

    def _first(self, phrases: Sequence[str]) -> Entry | None:
        """The entry of the first phrase that names an actor, with no name but its own."""
        for phrase in phrases:
            kind = self._kind(phrase)
            name = self._shown(phrase, kind) if kind else ""
            if kind and name:
                state = (self._block.state,) if self._known.entry(self._block.state) else ()
                related = () if kind in (Kind.STATE, Kind.GROUP) else state
                return Entry(automatic_id(kind, name), kind, name, related=related, source=self._source)
        return None

    def _kind(self, phrase: str) -> Kind | None:
        """What a phrase names, by its words and the block's codes; None for an office, a lone title or nothing."""
        block, words = self._block, fold(phrase).split()
        if not words or all(word in _TITLES or word in _COMMON for word in words):
            # "Air Force" and "the minister" are somebody's everywhere.
            return None
        if block.bare or self._country(phrase) is not None:
            return self._kind_of_country(phrase)
        body = any(word in _BODIES for word in words)
        plain = self._without_title(words)
        if not body and len(plain) in PERSON_WORDS and "of" not in plain:
            # Offices are held by persons, and from a day to a day.
            if (block.roles & _OFFICIAL and block.dated) or is_given_name(plain[0]):
                return Kind.PERSON
            if block.roles & _OFFICIAL and not block.roles & _ARMED:
                return Kind.OTHER
        if block.roles & _OFFICIAL and (words[-1] in ROLES or (len(plain) < len(words) and len(plain) < 2)):
            return None
        return Kind.ARMED_GROUP if block.roles & _ARMED else Kind.ORGANISATION

    def _country(self, phrase: str) -> Entry | None:
        """The state of this name; a state that was another's is coded as that one's part."""
        entry = self._known.lookup(analyse(in_small(phrase), Kind.STATE))
        return entry if entry is not None and entry.kind is Kind.STATE else None

    def _kind_of_country(self, phrase: str) -> Kind | None:
        """The kind where a code is a country's or a people's alone: what the dictionary knows it as."""
        for kind in (Kind.STATE, Kind.PLACE, Kind.GROUP):
            entry = self._known.lookup(analyse(in_small(phrase), kind))
            if entry is not None and entry.kind.folded is kind.folded:
                return entry.kind
        if self._known.demonym(in_small(phrase)) is not None or not self._block.state:
            return Kind.GROUP
        return Kind.PLACE

    def _without_title(self, words: Sequence[str]) -> Sequence[str]:
        start = 0
        while start < len(words) and (words[start] in _TITLES or self._known.demonym(words[start]) is not None):
            start += 1
        return words[start:]

    def _shown(self, phrase: str, kind: Kind) -> str:
        """A phrase as a text writes the name: without titles, and in small letters unless it was written so."""
        name = clean_line(_BRACKETED.sub(" ", phrase))
        if kind is Kind.PERSON:
            words = name.split()
            kept = len(self._without_title(fold(name).split()))
            name = " ".join(words[-kept:]) if 1 < kept <= len(words) else name if kept > 1 else ""
        if kind is not Kind.PERSON and self._as_acronym(name) is not None:
            return name
        return name if any(letter.islower() for letter in name) else in_small(name)

    def _as_acronym(self, phrase: str) -> Entry | None:
        """Whom the dictionary knows by a phrase of one word as it stands, in capitals: there ISIS is no goddess."""
        entry = self._known.lookup(analyse(phrase)) if is_acronym(phrase) else None
        # Countries stand in capitals too.
        return entry if entry is not None and fold(phrase) in map(fold, entry.acronyms) else None

    def _place(self, phrase: str) -> bool:
        """Say what a phrase of the block is; False where it is to be left out."""
        head = self._head
        assert head is not None
        for short in (phrase, *_BRACKETED.findall(phrase)):
            if self._is_initials(short):
                self._head = merged(head, Entry(head.id, head.kind, head.name, acronyms=(short.replace(".", ""),)))
                if short == phrase:
                    return True
                head = self._head
        meant = self._as_acronym(phrase)
        if meant is not None and meant is self._known.lookup(analyse(head.name, head.kind)):
            self._head = merged(head, Entry(head.id, head.kind, head.name, acronyms=(phrase.replace(".", ""),)))
            return True
        demonym = self._known.demonym(in_small(phrase))
        if demonym is not None:
            meant = self._known.lookup(analyse(head.name, head.kind))
            if head.kind is Kind.STATE and (meant is None or meant.id == demonym.id):
                self._head = merged(head, Entry(head.id, head.kind, head.name, demonyms=(in_small(phrase),)))
                return True
            return head.kind is Kind.GROUP and fold(phrase) == fold(head.name)
        name = self._shown(phrase, head.kind)
        if not name:
            return False
        if analyse(name, head.kind).key == analyse(head.name, head.kind).key:
            return True
        if compare(analyse(head.name, head.kind), analyse(name, head.kind), self._known).verdict is Verdict.SAME:
            self._head = merged(head, Entry(head.id, head.kind, name))
            return True
        return self._own_actor(phrase)

    def _own_actor(self, phrase: str) -> bool:
        """An actor beside the head, tied to it; False where the phrase may still be the head's, or nobody's."""
        head = self._head
        assert head is not None
        if self._known_elsewhere(phrase):
            return True
        kind = self._kind(phrase)
        words = fold(phrase).split()
        if kind is None or (len(words) < 2 and head.kind is not Kind.STATE):
            return False
        if head.kind is Kind.STATE:
            # Bynames of states are many ("sunshine state"); what is left are cities, rivers and regions.
            bynames = (_BODIES - _SETTLED) | STOPWORDS
            kind = None if any(word in bynames for word in words) else Kind.PLACE
        if head.kind is Kind.PERSON:
            # Whatever is named after a person and is no other spelling of the name: a regime, a government.
            kind = Kind.ORGANISATION if words[-1] in GOVERNMENTS else None
        elif kind not in (None, Kind.PERSON) and head.kind.folded is Kind.ORGANISATION:
            # Without a word that bodies have, it may be one of the body's people.
            kind = kind if any(word in _BODIES or word in STOPWORDS for word in words) else None
        if kind is None or self._may_be_head(words):
            return False
        name = self._shown(phrase, kind)
        if not name or (kind is Kind.PERSON and len(name.split()) < 2):
            return False
        state = self._block.state
        related = (head.id, state) if head.kind is not Kind.STATE and self._known.entry(state) else (head.id,)
        self.entries.append(Entry(automatic_id(kind, name), kind, name, related=related, source=self._source))
        return True

    def _known_elsewhere(self, phrase: str) -> bool:
        """Tie the head to the actor that the dictionary knows a phrase as; the actor needs no second entry."""
        head = self._head
        assert head is not None
        for kind in (Kind.PLACE, Kind.ORGANISATION, Kind.PERSON):
            entry = self._as_acronym(phrase) or self._known.lookup(analyse(in_small(phrase), kind))
            if entry is not None and entry.kind.folded is kind:
                tie = Entry(head.id, head.kind, head.name, related=(entry.id,))
                self._head = merged(head, tie)
                return True
        return False

    def _may_be_head(self, words: Sequence[str]) -> bool:
        """Whether a phrase sounds like the head, so that it may be a spelling that `compare` does not vouch for."""
        assert self._head is not None
        head = self._head
        mine = {word for name in (head.name, *head.names) for word in fold(name).split()} - STOPWORDS
        if head.kind is Kind.STATE:
            return any(skeleton(left) == skeleton(right) or left[:4] == right[:4] for left in words for right in mine)
        alike = sum(any(sound(left) == sound(right) for right in mine) for left in words)
        return len(words) == len(fold(head.name).split()) and alike * 2 >= len(words)

    def _is_initials(self, phrase: str) -> bool:
        assert self._head is not None
        short = phrase.strip().upper()
        if not is_acronym(short) or len(short.replace(".", "")) > SHORT_LETTERS or len(self._head.name.split()) < 2:
            return False
        letters = fold(self._head.name).split()
        bare = short.replace(".", "").lower()
        every = "".join(word[0] for word in letters)
        major = "".join(word[0] for word in letters if word not in STOPWORDS)
        return bare in (every, major) or "." in phrase.strip(". ")


def _spaced(phrase: str) -> str:
    return clean_line(phrase.replace("_", " ").replace("\\", ""))
