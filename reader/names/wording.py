"""The one place where a piece of evidence becomes a sentence.

Whatever concludes something about two names makes `Evidence` of facts: which mechanism spoke, the names, the numbers.
What it reads like stands here, one row a mechanism, and is made when it is shown.

In a sentence `{0}` is the first name that the evidence is about, `{n}` and `{m}` are its first two numbers
(`{n:article}` counts articles), `{rest}` and `{either}` the names that the sentence does not name one by one.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from string import Formatter
from typing import Self

from reader.model import Evidence, Verdict
from reader.names.likeness import Change
from reader.plurals import counted


class Mechanism(StrEnum):
    """What can speak for or against two names being one: its id, its sentence, and the rule that it is a case of."""

    sentence: str
    rule: str
    """What other programs are told: several cases of one rule share it."""
    named: int
    """How many names the sentence says one by one."""

    def __new__(cls, value: str, sentence: str, rule: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.sentence = sentence
        member.rule = rule or value
        fields = [field for _, field, _, _ in Formatter().parse(sentence) if field is not None and field.isdecimal()]
        member.named = 1 + max(map(int, fields), default=-1)
        return member

    # What a person said
    JUDGEMENT = "judgement", "judged {verdict}{when}{why}"
    TAUGHT = "taught", "“{0}” and “{1}” were judged {verdict}{when}; this is written like them", "judgement"
    CONFLICT = "conflict", "“{0}” and “{1}” were judged {verdict}{when}"
    """Keeps apart by one judgement what another, or linking, would join; its pieces are the names to be joined."""

    # What a dictionary knows
    KNOWN = "known", "{0} is a known {1}", "dictionary"
    KNOWN_NAME = "known name", "“{0}” is a known name of {1}", "dictionary"
    ONE_ENTRY = "one entry", "both are names of {0}", "dictionary"
    TWO_ENTRIES = "two entries", "{0} and {1} are two known actors", "dictionary"
    TIED = "tied", "{0} and {1} are tied, but not one", "dictionary"
    HOMONYM = "homonym", "“{0}” is a name of {rest}"
    HOMONYMS = "homonyms", "“{0}” is the name of {n} known actors", "homonym"
    NATIONALITY = "nationality", "“{0}” is the word for {1} or its people"
    BELONGS = "belongs", "“{0}” is the word for what belongs to {1}", "nationality"
    BELONG_BOTH = "belong both", "both are words for what belongs to {0}", "nationality"
    BELONG_ELSEWHERE = "belong elsewhere", "one belongs to {0}, the other to {1}", "nationality"
    BELONGS_ELSEWHERE = "belongs elsewhere", "“{0}” belongs to {1}, not to {2}", "nationality"
    HEADED = "headed", "“{0}” is named after its head, {1}", "institution"
    INSTITUTION = "institution", "“{0}” is an institution of {1}"
    SEAT = "seat", "“{0}” is what news says for “{1}”, and more than that", "institution"
    PEOPLE_OF = "people of", "“{0}” are named after {1}", "institution"
    STATE_OPEN = "state open", "“{0}” may be {1}, but of which state its article speaks is open", "generic"
    STATE = "state", "“{0}” is {1} where an article speaks of its state"

    # Kinds, and what no likeness beats
    ROLE = "role", "“{0}” is a role, and says not who holds it"
    KINDS_CLASH = "kinds clash", "the kinds clash: {0} and {1}", "kind"
    TWO_KINDS = "two kinds", "one is a name of kind {0}, the other of kind {1}", "kind"
    NUMBERS = "numbers", "the numbers differ: {0} and {1}", "veto"
    TWO_LANDS = "two lands", "they reign in two lands: {0} and {1}", "veto"
    GENERATION = "generation", "junior or senior in one of them only", "veto"
    DIRECTION = "direction", "only one of them is “{0}”", "veto"
    TWO_ACRONYMS = "two acronyms", "two different acronyms", "veto"
    MAN_AND_WOMAN = "man and woman", "one of “{0}” and “{1}” is a man, the other a woman", "veto"
    SERVANT_AND_FATHER = "servant and father", "abd (servant of) is not abu (father of)", "veto"

    # Names that are equal once folded
    FOLDED = "folded", "“{0}” and “{1}” differ at most in case, accents and article"
    TWO_SCRIPTS = "two scripts", "“{0}” and “{1}” are one name in two scripts", "folded"
    WRITTEN_ALIKE = "written alike", "“{0}” is written alike in other articles", "folded"
    SAME_NAME = "same name", "“{0}” is written as {1} is", "folded"
    ANY_KIND = "any kind", "“{0}” is one name, whatever kind it was taken for", "folded"
    REJOINED = "rejoined", "“{0}” is written alike", "folded"
    PARTED = "parted", "“{0}” and “{1}” differ only in where words are parted", "joined"
    COMMON = "common", "“{0}” and “{1}” are one name, but one that many persons bear"
    GENERIC = "generic", "every state may have its own “{0}”"
    GENERIC_WORDS = "generic words", "“{0}” and “{1}” say the same, but of which state is open", "generic"
    LEGAL_FORM = "legal form", "“{0}” and “{1}” are companies of two legal forms"
    ALIAS = "alias", "“{0}” gives two names, and “{2}” is one with “{1}”"

    # Words laid side by side
    SPELLING = "spelling", "“{0}” and “{1}” differ only in spelling"
    WORD = "word", "“{0}” and “{1}” are one word, spelt otherwise", "spelling"
    LOOSE_WORD = "loose word", "“{0}” and “{1}” are one short word, spelt otherwise", "spelling"
    RESPELT = "respelt", "every word of “{0}” and “{1}” is spelt differently", "spelling"
    NO_WORD_FIRM = (
        "no word firm",
        "no word of “{0}” and “{1}” is the same, but each is a form of the other’s",
        "spelling",
    )
    ALIKE_WORD = "alike word", "“{0}” and “{1}” are one word, or two that are spelt much alike", "spelling"
    ALIKE = "alike", "“{0}” and “{1}” are spelt much alike", "spelling"
    MISSPELT = "misspelt", "“{0}” and “{1}” may be one name, misspelt", "spelling"
    LONG_MISSPELT = "long misspelt", "“{0}” and “{1}” may be one long name, misspelt", "spelling"
    COMMON_RESPELT = "common respelt", "“{0}” and “{1}” may be two spellings of one name that many bear", "spelling"
    TOO_DIFFERENT = "too different", "“{0}” and “{1}” are spelt too differently", "spelling"
    TWO_WORDS = "two words", "“{0}” and “{1}” are two names; one word alone is not stretched", "spelling"
    DISAGREE = "disagree", "“{0}” and “{1}” do not agree word by word", "spelling"
    WOULD_BE_ONE = "would be one", "“{0}” and “{1}” would be one by their names", "spelling"
    ORDER = "order", "“{0}” and “{1}” are the same words in another order"
    OTHER_ORDER = "other order", "“{0}” and “{1}” have the same words in an order that may be another person’s", "order"
    EITHER_GIVEN = "either given", "either word of “{0}” and “{1}” may be the given name", "order"
    REORDERED = "reordered", "the words stand in another order", "order"
    SINGLE = "single", "one of them is a single word", "order"
    FILIATION = "filiation", "in “{0}” and “{1}” father and son change places"
    INITIALS_ONLY = "initials only", "in “{0}” and “{1}” nothing but initials agrees", "initial"
    INITIALS_FIT = "initials fit", "“{0}” and “{1}” may be one: the initials fit, which proves nothing", "initial"
    INITIAL_MORE = "initial more", "“{0}” and “{1}” agree, but one has the initial {2} more", "initial"
    INITIAL_BETWEEN = "initial between", "“{0}” and “{1}” agree, and the initial between fits", "initial"
    INITIALS_KNOWN = "initials known", "the initials of “{0}” and “{1}” fit {2}, who is known", "initial"
    PART_BETWEEN = "part between", "“{0}” and “{1}” agree, but for {2} in between", "part"
    PART = "part", "“{0}” and “{1}” agree in {n} words, but for {2}"
    SHORTER = "shorter", "one of “{0}” and “{1}” is shorter: it may be another person", "part"
    REGNAL = "regnal", "“{0}” and “{1}” fit, but others reigned under that name"
    REGAL_TITLE = "regal title", "“{0}” and “{1}” are one ruler, named with a title or without", "regnal"
    OTHER_REGNAL = "other regnal", "“{0}” and “{1}” are different names", "regnal"
    ACRONYM = "initials of", "“{0}” are the initials of {1}", "acronym"
    ACRONYM_OF_OTHERS = "acronym of others", "“{0}” is also the acronym of {rest}", "acronym"
    LONGER_PLACE = "longer place", "“{0}” and “{1}” are two places: a part of a place’s name is another place", "place"
    DECORATED = "decorated", "“{0}” and “{1}” differ only by what is said of them: {2}", "decoration"
    EXTRA = "extra", "“{0}” and “{1}” differ by {2}"
    EXTRA_AND_SPELLING = "extra and spelling", "“{0}” and “{1}” differ by {2}, and in spelling", "extra"
    HEAD_OF_MANY = "head of many", "one of “{0}” and “{1}” is shorter: others are called so as well", "head"
    DIVISION = "division", "“{0}” and “{1}”: a part or a division of the whole"
    NO_NAME = "no name", "“{0}” has more than {n:word} and is no name", "nothing"
    NOTHING = "nothing", "nothing but chance ties “{0}” to “{1}”"

    # A word alone, and who is meant by it
    SURNAME = "surname", "“{0}” is the surname of {1} in this article"
    SURNAME_SPELT = (
        "surname spelt",
        "“{0}” is the surname of {1} in this article, spelt a little differently",
        "spelling",
    )
    GIVEN = "given", "“{0}” is the first name of {1} in this article"
    NAME_PART = "name part", "“{0}” is part of the name {1} in this article", "part"
    ONE_WORD = "one word", "“{0}” is one word of {1}; only the article can tell", "surname"
    ONE_WORD_SPELT = "one word spelt", "“{0}” may be one word of {1}, spelt otherwise", "surname"
    ONE_WORD_ACROSS = "one word across", "“{0}” may be one word of {1} in another script", "surname"
    NO_WORD = "no word", "“{0}” is no part of {1}", "surname"
    ONLY_LONGER = "only longer", "{1} is the only person here whose name ends in “{0}”", "surname"
    ONLY_FITTING = "only fitting", "{1} is the only person here whom “{0}” fits", "initial"
    ONLY_BEARER = "only bearer", "{1} is the only person named {0} in these articles", "surname"
    ONLY_BEARER_BESIDE = (
        "only bearer beside",
        "{1} is the only person named {0} in these articles, also beside {rest}",
        "surname",
    )
    ONLY_KNOWN = "only known", "{1} is the only known person named {0}, and no other is named here", "surname"
    BESIDE = (
        "beside",
        "“{0}” stands beside {1}, who is somebody’s relative there or has a better known namesake",
        "surname",
    )
    FOREMOST = "foremost", "{1} is named in full in {n:article}, others so called in {m}", "surname"
    COMPANY = "company", "of {n} persons named {0}, {1} stands beside the same names", "context"
    COMPANY_BESIDE = (
        "company beside",
        "of {n} persons named {0}, {1} stands beside the same names, also beside {rest}",
        "context",
    )
    BEARERS = "bearers", "{n} persons here are named {0}", "surname"

    # What an article says
    DECLARED = "declared", "the article declares “{0}” and {1} to be one"
    DECLARED_ELSEWHERE = "declared elsewhere", "“{0}” and “{1}” are one", "declared"
    ACRONYM_HERE = "initials here of", "“{0}” are the initials of {1} in this article", "acronym"
    HEAD_NOUN = "head noun", "“{0}” is short for {1}, the only one so called in this article"
    HEAD = "head", "{1} begins with “{0}” in this article"
    TAIL = "tail", "{1} ends with “{0}” in this article"
    SEVERAL_SO_CALLED = (
        "several so called",
        "of {n} so called, {1} is named in full far more often, or was named before any other",
        "several",
    )
    ALSO_A_PLACE = "also a place", "alone it may read as a place", "reading"
    ALSO_AN_ORGANISATION = "also an organisation", "alone it may read as an organisation", "reading"

    # What all articles together say
    LEARNT = "short form", "“{0}” is used for {1} in {n:article}, for another in none"
    ENDING = "ending", "“{0}” is “{1}” with an ending"
    TRANSLATED = "translated", "“{0}” and “{1}” say the same in two languages"
    USAGE = "usage", "“{0}” is {1} in {n:article}, and another’s name in next to none"

    # What would have to be true for a conclusion to be wrong
    UNLESS_NAMESAKES = "unless namesakes", "wrong if two share the name “{0}”", "unless"
    UNLESS_TWO = "unless two", "wrong if {1} and {0} are two, and only their names are alike", "unless"
    UNLESS_FURTHER = "unless further", "wrong if {1} and {0} are two, one without the other’s further names", "unless"
    UNLESS_TURNED = (
        "unless turned",
        "wrong if one of {1} and {0} has as surname what is the other’s first name",
        "unless",
    )
    UNLESS_INITIALS = "unless initials", "wrong if another person has the initials and the surname of “{0}”", "unless"
    UNLESS_GIVEN = "unless given", "wrong if another person is called “{0}” here by the first name", "unless"
    UNLESS_SURNAME = "unless surname", "wrong if another person is called “{0}” here", "unless"
    UNLESS_ENDING = "unless ending", "wrong if the ending belongs to the name “{0}”", "unless"
    UNLESS_SHORT = "unless short", "wrong if another than {1} is called “{0}” for short", "unless"
    UNLESS_MORE = "unless more", "wrong if “{0}” is here more than {1}, or another that is called so", "unless"
    UNLESS_ACRONYM = "unless acronym", "wrong if “{0}” stands for another name here", "unless"
    UNLESS_COMMON = "unless common", "wrong if {1} and {0} are two: many take such names", "unless"
    UNLESS_USAGE = "unless usage", "wrong if somebody or something else is called “{0}” as well", "unless"
    UNLESS_STATE = "unless state", "wrong if another state’s “{0}” is meant", "unless"
    UNLESS_UNNAMED = (
        "unless unnamed",
        "wrong if another {0} is meant, whom no article here names in full",
        "unless",
    )
    UNLESS_FAMOUS = (
        "unless famous",
        "wrong if the better known {0} is meant, of whom no article here says enough",
        "unless",
    )
    UNLESS_OTHERS = "unless others", "wrong if {either} is meant", "unless"
    UNLESS_ANOTHER = "unless another", "wrong if another {0} is meant", "unless"
    UNLESS_STANDS_FOR = "unless stands for", "wrong if “{0}” stands for something else where it is used", "unless"
    UNLESS_EXCHANGED = (
        "unless exchanged",
        "wrong if the family name of one is the given name of the other",
        "unless",
    )
    UNLESS_INITIAL = "unless initial", "wrong if the initial stands for another name", "unless"
    UNLESS_SOMEBODY = "unless somebody", "wrong if this is not {0}, but somebody with the same initials", "unless"
    UNLESS_WITHOUT = "unless without", "wrong if there is another person of that name without “{0}”", "unless"
    UNLESS_SPELT = "unless spelt", "wrong if “{0}” and “{1}” are two names, not two spellings of one", "unless"
    UNLESS_NOT_CALLED = "unless not called", "wrong if nobody calls this person both “{0}” and “{1}”", "unless"


CHANGES: Mapping[str, str] = {
    Change.EQUAL: "the same",
    Change.ARTICLE: "the same but for the article",
    Change.JOINED: "the same, parted otherwise",
    Change.SOUND: "another romanisation",
    Change.SCRIPT: "the same in another script",
    Change.VARIANT: "a form of the same name",
    Change.ACRONYM: "its initials",
    Change.EDIT: "a small difference in spelling",
    Change.SLIP: "a difference in spelling",
    Change.INITIAL: "the initial fits",
    Change.REPEATED: "said twice",
    Change.MISSING: "has no counterpart",
    Change.CLASH: "they exclude each other",
}
"""What changed between two pieces that stand beside each other, or what is said of one that stands alone."""

_MECHANISMS: Mapping[str, Mechanism] = {one.value: one for one in Mechanism}


def sentence(reason: Evidence) -> str:
    """A reason as a journalist would read it, without its sign and its weight."""
    if reason.told:
        return reason.told
    change = CHANGES.get(reason.mechanism)
    if change is not None:
        return change if reason.left and reason.right else f"“{reason.left or reason.right}” {change}"
    mechanism = _MECHANISMS[reason.mechanism]
    rest = reason.names[mechanism.named :]
    numbers = dict(zip("nm", map(_Count, reason.numbers), strict=False))
    words = mechanism.sentence.format(
        *reason.names, **numbers, rest=_listed(rest, "and"), either=" or ".join(rest), **_judged(reason)
    )
    return f"{words} in “{reason.article}”" if reason.article else words


def rule(reason: Evidence) -> str:
    """The rule by which a reason speaks, stable for other programs: `dictionary`, `surname`, `spelling`, `unless`…"""
    mechanism = _MECHANISMS.get(reason.mechanism)
    return mechanism.rule if mechanism is not None else reason.mechanism


class _Count(int):
    """A number in a sentence; with a noun as its format it counts: "1 article", "2,000 articles"."""

    def __format__(self, noun: str) -> str:
        return counted(int(self), noun) if noun else format(int(self), ",")


def _listed(names: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _judged(reason: Evidence) -> dict[str, str]:
    told = reason.judged
    if told is None:
        return {}
    return {
        "verdict": "the same" if told.verdict is Verdict.SAME else told.verdict.value,
        "when": f" on {told.at[:10]}" if told.at else "",
        "why": f": {told.why}" if told.why else "",
    }
