"""What stands around a name and is no part of it: letters of honour, ranks of two words, a writer's doubt."""

import re

from reader.model import Kind
from reader.names.fold import fold
from reader.names.tables import GENERATIONS, HONORIFICS, PARTICLES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LETTERS = _words(
    """
    mbe obe cbe dbe kbe gbe ch om kcb gcb cb dcb kcmg gcmg dcmg cmg cvo dcvo kcvo gcvo mvo lvo kg kt lg qc kc sc mp
    mep msp ms mla tds td mc dso dfc dsc gc vc afc cgc qpm kpm bem am ao ac oam psm phd csc drsc
    drs dphil md do dds dmd dvm mba ma ba
    bsc msc bs mphil mpa mph llb llm lld jd esq esquire rn np pa cpa cfa cfp pe pmp frs frse frsa fba fca rics
    frcs frcp mrcp frcgp sj op osb ofm cssr dd edd psyd dsc dlitt litt bcom bed med meng beng psm usn usmc usa usaf
    uscg rn raf emeritus emerita hons deceased dec ret retd retired res csj osf
    rsm gcon gcfr pc dl jp ktn mbchb bvsc ceng frics frca facs facp mdb mdl mdep ofmcap csc ocd osa"""
)
"""Letters behind a person's name, folded and without dots: orders, degrees, offices, professions, services, orders of
monks, and that somebody is retired."""

_BARE_LETTERS = frozenset(word for word in _LETTERS if len(word) > 2) | _words("mp qc kc md am ao ac ch om sj jp rn")
"""Those that are known by their capitals where no comma stands before them: of two letters hardly any."""
MOST_LETTERS = 8
"""Groups of letters behind a name that are looked at."""
_MIXED = frozenset(
    {"PhD", "DPhil", "MSc", "BSc", "LLM", "MPhil", "DSc", "EdD", "PsyD", "CSc", "DrSc", "MdB", "MdL", "MdEP"}
)

_UNLISTED = range(3, 7)
"""How many capitals behind a comma are letters of honour though nobody listed them."""

_BEHIND = re.compile(r"[(\[]([^()\[\]]*)[)\]]\s*$")
_RETIRED = re.compile(r"[(\[]\s*(?:ret(?:d|ired|['’]d)?|rtd)\.?\s*[)\]]|,\s*(?:ret(?:d|ired|['’]d)?|rtd)\.?\s*$", re.I)
_RANK = re.compile(
    r"(?:the\s+)?(?:(?:rt\.?|right|most)\s+(?:hon(?:\.|ou?rable)?|rev(?:\.|erend)?)|rear(?=\s+adm)|air(?=\s+(?:chief|vice"
    r"|marshal|commodore|commander))|staff(?=\s+(?:sgt|serg))|master(?=\s+(?:sgt|serg))|gunnery(?=\s+(?:sgt|serg))"
    r"|flight(?=\s+(?:lt|lieut|serg|sgt))|wing(?=\s+comm)|group(?=\s+capt)|squadron(?=\s+lead)|petty(?=\s+off)"
    r"|(?:1st|2nd|first|second)(?=\s+(?:lt|lieut|sgt|serg))|(?:chief\s+)?warrant(?=\s+off)|sub-?(?=lieut)"
    r"|prof\.?\s*em(?:\.|er\.?)|(?:prof\.?\s*)?(?:dr\.?\s*)+(?:med|phil|jur|iur|rer|ing|theol|h\.?\s*c|e\.?\s*h)\."
    r"(?:\s*(?:nat|pol|oec|agr|vet|dent|habil|mult)\.)*|tun(?=\s+(?:dr|sri))|tan\s+sri|(?:datuk|dato['’]?)\s+(?:seri|sri)"
    r"|dipl\.?\s*-?\s*(?:ing|kfm|phys|vw|psych)\.?|commodore|leader(?=\s)|mag\."
    r"|ret(?:d|ired)?\.?(?=\s+\w+\.?\s+\w+\s))\s*",
    re.I,
)
"""Ranks and degrees of several words, as far as one of their words is a name's elsewhere."""

_ADDRESS = re.compile(
    r"(?:(?i:his|her|their|your)\s+(?i:(?:royal|imperial|serene)\s+)?"
    r"(?i:excellency|majesty|highness|holiness|eminence|grace|honou?r)"
    r"|H\.\s?E\.|HRH|HIH|HSH|HM|HE|W?PC|DCI|DCS|DSI?|DC|DI|PO)\s+(?=\w)"
)
"""How rulers and envoys are spoken of, and ranks of the police, which are known by their capitals only."""
_OFF_DUTY = re.compile(r"\b[ai]\.\s?[DR]\.(?=\s|$)")
"""A German officer's "außer Dienst", out of service."""

_DOUBTED = re.compile(
    r"\s*(?:(?:the|an?)\s+)?[\"'“”‘’«»„]*(?:(?:(?:group|militia|faction|movement|organi[sz]ation|cell)\s+)?(?:that\s+)?"
    r"(?:calling|calls)\s+itself|so[\s-]called|self[\s-](?:styled|proclaimed|declared|appointed|described)|soi[\s-]disant"
    r"|autoproclam\w{2,4}|would[\s-]be|alleged|purported|sogenannte[rnms]?|selbst(?:ernannte|erklärte)[rnms]?|notorious"
    r"|infamous|supposed|ostensible|putative|banned|outlawed|proscribed|now[\s-]defunct|defunct"
    r"|designated)[\"'“”‘’«»„]*\s+(?=\S)",
    re.I,
)
"""What a writer, or a court, thinks of those who bear the name."""


_REIGN = re.compile(r"(?<=\s)(?P<number>[IVX]+)\s+of\s+(?:the\s+)?(?P<land>[^\W\d_a-z].*)\Z")
"""A ruler's number, and the land behind it: "Louis XIV of France"."""

_PEER = re.compile(
    r"(?P<peer>(?:The\s+)?(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess)\s+\S.*?)\s+of\s+[^\W\d_a-z].*\Z", re.DOTALL
)
"""A peer, and the place that tells the title from others: "Baroness Ashton of Upholland"."""


_ADDRESS_OF_OUTLET = re.compile(r"(?<=[^\W\d_]{2})\.(?:com|org|net|info|co\.uk)\s*\Z", re.IGNORECASE)
"""What makes an address of an outlet's name: "FoxNews.com"."""


def without_doubt(text: str) -> str:
    """A name without what a writer thinks of it: "so-called"."""
    match = _DOUBTED.match(text)
    return text[match.end() :] if match else text


def without_letters(text: str) -> str:
    """A person's name without the letters behind it and the ranks before it that are no single word."""
    bare = _RETIRED.sub("", _OFF_DUTY.sub("", text)).rstrip(" ,")
    in_brackets = _BEHIND.search(bare)
    if in_brackets and all(_is_letters(part) for part in in_brackets[1].split(",")):
        bare = bare[: in_brackets.start()].rstrip(" ,")
    if not text.isupper() and (address := _ADDRESS.match(bare)):
        bare = bare[address.end() :]
    name, *behind = bare.split(",")
    kept = [name, *(part for part in behind if not _is_letters(part) or not _is_full(name))]
    words = kept[-1].split()
    size = len(words)
    while size > 2 and len(words) - size < MOST_LETTERS and not text.isupper() and _are_letters_at(words, size - 1):
        size -= 1
    if size < len(words) and _is_full(" ".join(words[:size])):
        kept[-1] = " ".join(words[:size])
    bare = ",".join(kept)
    while match := _RANK.match(bare):
        if not match.end() or match.end() == len(bare):
            break
        bare = bare[match.end() :]
    return bare if bare.strip() else text


def land_of(text: str) -> str:
    """In which land a ruler reigns, where the name says so: "France" of "Louis XIV of France"; else empty."""
    match = _REIGN.search(text)
    return match["land"] if match else ""


def bared(text: str, kind: Kind | None) -> str:
    """A name without what stands around it."""
    text = without_doubt(text)
    if kind is not Kind.PERSON:
        return _ADDRESS_OF_OUTLET.sub("", text) if kind is not Kind.PLACE else text
    if " of " in text:
        text = _PEER.sub(r"\g<peer>", _REIGN.sub(r"\g<number>", text))
    return without_letters(text)


_SERVICES = frozenset({"army", "navy", "air force", "marine corps", "marines", "coast guard"})


def _is_service(part: str) -> bool:
    """Whether a part is what somebody served in: "US Army"."""
    words = fold(part.replace(".", "")).split()
    return " ".join(words[words[:1] in (["us"], ["royal"]) :]) in _SERVICES


def _is_letters(part: str) -> bool:
    words = part.replace(".", "").split()
    folded = [word.casefold() for word in words]
    listed = _is_service(part) or "".join(folded) in _LETTERS or all(word in _LETTERS for word in folded)
    return bool(words) and (listed or all(word.isupper() and len(word) in _UNLISTED for word in words))


def _are_letters_at(words: list[str], at: int) -> bool:
    """Whether a word is known for letters by itself, by its full stops, or by those that stand beside it."""
    if _is_bare_letters(words[at]):
        return True
    word = words[at].strip(",")
    return word.isupper() and _is_letters(word) and (word.count(".") > 1 or _is_bare_letters(words[at - 1]))


def _is_bare_letters(word: str) -> bool:
    plain = word.replace(".", "").strip(",")
    return plain in _MIXED or (plain.isupper() and plain.casefold() in _BARE_LETTERS)


def _is_full(name: str) -> bool:
    """Whether what stands before the letters is a name with a given name: "Quill, M.D." may be initials."""
    words = [word for word in fold(name).split() if word not in HONORIFICS | PARTICLES | GENERATIONS.keys()]
    return len(words) > 1
