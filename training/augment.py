"""Sentences made from sentences: other names in their place, other casing, lost punctuation, lists of towns.

Why each: news folders hold headlines in capitals, texts whose commas and apostrophes an archive dropped, names nobody
trained on, bare lists in which only the sentence says that "Sultan Abdullah" is a town, and no end of capitals that
name nobody ("GDP") or no actor ("Penal Code"). All templates and name parts below are written for this project.
"""

import random
import re
from collections import defaultdict

from training.sources import Document, Sentence, Span

Pools = dict[str, list[str]]

_GIVEN = (
    "Ahmad Ahmed Mohammed Muhammad Mahmoud Mustafa Ali Omar Hassan Hussein Khaled Khalid Tariq Ziad Samir Nabil Walid "
    "Yasser Yusuf Yousef Ibrahim Ismail Jamal Kamal Karim Rashid Saleh Salim Faisal Fahd Hamid Habib Idris Imad Issam "
    "Jaber Marwan Mazen Munir Nasser Nizar Qasim Rami Riad Said Suleiman Tawfiq Younis Zakaria Zaid Amal Amina Fatima "
    "Hala Layla Leila Mariam Maryam Nour Rana Rasha Salma Samira Yasmin Zainab Bilal Anwar Adnan Ghassan Haitham Hisham"
).split()
_FAMILY = (
    "Masri Hariri Khatib Najjar Haddad Khoury Sabbagh Zoubi Jabouri Dulaimi Tikriti Obeidi Shammari Otaibi Qahtani "
    "Ghamdi Zahrani Harbi Maliki Sadr Hakim Hashimi Rubaie Saadi Tamimi Jaafari Sistani Halabi Homsi Shami Baghdadi "
    "Basri Mosuli Rifai Atassi Quwatli Turk Kurdi Sharif Amin Sayyid Nuri Darwish Mansour Nasrallah Fayyad Barzani "
    "Talabani Houthi Ahmar Iryani Sanaani Adeni Zawahiri Masoud Haftar Sarraj Werfalli Zintani Misrati Tarhouni"
).split()
_ABD = ("ulrahman", "el-Aziz", " al-Karim", "-al-Hamid", "ullah", "ul Rahman", "el Nasser", "elkader")
_SITE = "Tal Tell Deir Khan Jabal Wadi Kafr Beit Ras Umm Abu Bab Ain Qalaat Burj Khirbet Sheikh Shaykh Bir Nahr".split()
_ROOTS = (
    "zor sal rif bin dar mar qam han kas tib ram nab suk lat jas dib shil rab fur qun hal sab min tur zah bal kar sin "
    "dum nim hir taf maz gha bur sar ash len rus"
).split()
_TAILS = "a in an iya un eh at ah oun ayn is us ine awi aq ul oub".split()

_JAYSH = "Jaysh Jaish Liwa Ahrar Harakat Ansar Faylaq Kataib Kata'ib Asaib Saraya Hizb Jund Suqour".split()
_VIRTUES = "Free Popular National Islamic Revolutionary Democratic United Patriotic Liberation Resistance".split()
_BANDS = "Army Front Movement Brigades Forces Union Coalition Council Party Defence Units Guard Command".split()

_TOWNS = (
    "The air force carried out strikes near {list}.",
    "Warplanes hit targets in {list}, a monitoring group said.",
    "Fighting was reported in {list}.",
    "The army said on its website that it had destroyed depots in the towns of {list}.",
    "Clashes went on around {list} in the north of {one}.",
    "Residents of {list} said the shelling had not stopped.",
    "Rebels took the villages of {list} from government troops.",
    "The raids were against positions in {list} in {one}, according to the ministry.",
    "Aid reached {list} for the first time in months.",
    "Roads to {list} have been cut since Tuesday.",
    "The districts of {list} were without power.",
    "Airstrikes on {list} left dozens of people dead.",
)
_PEOPLE = (
    "{list} were named in the indictment.",
    "Among those present were {list}.",
    "The ministers, {list}, declined to comment.",
    "Sanctions were placed on {list}.",
    "{one}, a commander of the group, was killed with {list}.",
)
_BODIES = (
    "{list} signed the agreement in the evening.",
    "Fighters from {list} entered the town.",
    "The talks brought together {list}.",
    "{one} said it would work with {list}.",
    "Spokesmen for {list} denied the report.",
)
_RULERS = (
    "The {surname} regime rejected the plan.",
    "Critics of the {surname} government were arrested in {place}.",
    "The {surname} administration has not replied.",
    "Forces loyal to {surname} held the road to {place}.",
    "The {surname} era is over, one of them said.",
    "Anti-{surname} rebels shelled the airport at {place}.",
    "Protesters in {place} tore down pictures of {surname}.",
    "The {surname} family controls much of the trade.",
)
_SHORT = (
    "GDP CEO CFO IPO ISP AI IT PCR HIV AIDS COVID DNA VAT SUV GPS CPI PMI PPE LNG LPG CO2 SMS URL PDF TV FM CCTV MRI "
    "ICU MP PM VIP ID PhD MBA NGO SME PPP FDI ETF LED HD USB IED RPG ATM DIY FAQ R&D Q&A B2B PR HR UAV ESG KPI ROI "
    "STEM DUI TB UV VPN SIM QR"
).split()
_UNNAMED = (
    "{short} growth in {place} slowed to 3 percent.",
    "{person}, {short} of {organisation}, resigned.",
    "The {short} was carried out in {place} last year.",
    "The country's {short} fell again.",
    "Most {short}s were banned in {place} in June.",
    "{organisation} will hold its first {short} in April.",
    "He tested positive for {short}, the ministry said.",
    "The {short} sector is worth more than $3 billion, {person} said.",
    "It is the second largest {short} after {organisation}.",
    "Better {short} coverage would help, a doctor at the Ministry said.",
    "A {short} is needed, according to the Government.",
    "They use {short} technology, and so does {organisation}.",
)
_WORKS = (
    "{title} Act|{title} Code|{place} Agreement|{place} Accords|{place} Declaration|{title} Plan|{title} Programme|"
    "{title} Goals|{title} Strategy|{place} Treaty|{title} Prize|{title} Awards|{place} Cup|{place} Marathon|"
    "{place} Film Festival|{title} Week|{title} Day|{title} Initiative|{place} Project|{title} Project|{title} Index|"
    "{title} Report|{title} Rankings|{title} Framework|{title} Bill|{place} Process|Vision 2030|{title} Fellowship"
).split("|")
_TITLES = (
    "National Security|Sustainable Development|Penal|Rural Roads|Clean Water|Digital Skills|Fair Work|Higher Education|"
    "Child Nutrition|Young Farmers|Green Growth|Press Freedom|Public Order|Land Reform|Climate|Data Protection|Labour|"
    "Road Safety|Women in Business|World Heritage|School Meals|Living Rivers|Economic Recovery|Anti-Corruption"
).split("|")
_NAMED = (
    "{place} signed the {other} on Friday.",
    "He was charged under Section 41 of the {other}.",
    "The {other} won praise from {organisation}.",
    "{organisation} launched the {other} in {place}.",
    "{person} presented the {other} to reporters.",
    "Funds for the {other} have run out.",
    "The {other} will be held in {place} next week.",
    "It ranked third in the {other} this year.",
    "The goals of the {other} are out of reach, {person} wrote.",
)
_TEMPLATES = {
    "place": _TOWNS,
    "person": _PEOPLE,
    "organisation": _BODIES,
    "surname": _RULERS,
    "short": _UNNAMED,
    "other": _NAMED,
}
_KINDS = ("place", "place", "place", "person", "organisation", "surname", "surname", "short", "short", "other", "other")
_SMALL = frozenset("a an the of in on at to for by and or nor but from with as de la el al bin ibn van von der".split())


def arabic_person(rng: random.Random) -> str:
    """A name of Arabic shape that nobody need bear."""
    given, family = rng.choice(_GIVEN), rng.choice(_FAMILY)
    article = rng.choice(("al-", "al-", "al-", "Al-", "al ", "Al ", "el-", ""))
    shapes = (
        f"{given} {article}{family}",
        f"{given} {rng.choice(_GIVEN)} {article}{family}",
        f"{given} {family}",
        f"Abu {rng.choice(_GIVEN)} {article}{family}",
        f"Abu {rng.choice(_GIVEN)}",
        f"{given} bin {rng.choice(_GIVEN)} {article}{family}",
        f"Abd{rng.choice(_ABD)} {article}{family}",
        f"{article}{family}" if article else family,
    )
    return rng.choice(shapes)


def armed_group(rng: random.Random, pools: "Pools") -> str:
    """A name such as armed groups and their political wings give themselves."""
    people, place, given = rng.choice(pools["group"]), rng.choice(pools["place"]), rng.choice(_GIVEN)
    shapes = (
        f"{rng.choice(_JAYSH)} al-{rng.choice(_FAMILY)}",
        f"{rng.choice(_JAYSH)} {given}",
        f"{rng.choice(_JAYSH)} {rng.choice(('al-', 'al '))}{rng.choice(_ROOTS).capitalize()}{rng.choice(_TAILS)}",
        f"{rng.choice(_VIRTUES)} {place} {rng.choice(_BANDS)}",
        f"{people} {rng.choice(_VIRTUES)} {rng.choice(_BANDS)}",
        f"{rng.choice(_VIRTUES)} {rng.choice(_BANDS)} of {place}",
        f"{given} {rng.choice(('Battalion', 'Brigade', 'Martyrs Brigade', 'Division'))}",
        f"{rng.choice(_VIRTUES)} {rng.choice(_BANDS)}",
        f"{rng.choice(_BANDS)} for the Liberation of {place}",
        "".join(rng.choice("ABDFHIJKLMNPQRSTUY") for _ in range(rng.choice((3, 3, 4)))),
    )
    return rng.choice(shapes)


def arabic_place(rng: random.Random) -> str:
    """A place name of Levantine shape; now and then one that looks like a person's, as many there do."""
    root = rng.choice(_ROOTS) + rng.choice(("", rng.choice(_ROOTS))) + rng.choice(_TAILS)
    root = root.capitalize()
    shapes = (
        root,
        root,
        f"{rng.choice(('al-', 'Al-', 'ash-', 'el-', 'as-'))}{root}",
        f"{rng.choice(_SITE)} {root}",
        f"{rng.choice(_SITE)} {rng.choice(('al-', 'el-', 'Al-'))}{root}",
        f"{rng.choice(_SITE)} {rng.choice(_GIVEN)}",
        f"{rng.choice(('Sultan', 'Haj', 'Nabi', 'Sayyida', 'Sheikh', 'Mazraat'))} {rng.choice(_GIVEN)}",
        root[:3].capitalize(),
        f"{root[:-1]}'{root[-1]}",
    )
    return rng.choice(shapes)


def pools(documents: list[Document]) -> Pools:
    """Every distinct name of the sources that lend theirs, by kind (nationalities by whether they end in s)."""
    names: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if not document.lends:
            continue
        for sentence in document.sentences:
            for span in sentence.spans:
                name = sentence.text[span.start : span.end]
                if len(span.kinds) == 1 and not (name.isupper() and len(name) > 5):
                    names[_pool(span.kinds[0], name)].add(name)
    return {key: sorted(found) for key, found in names.items()}


def _pool(kind: str, name: str) -> str:
    if kind == "group":
        return "groups" if name.endswith("s") else "group"
    return kind


def replace_names(sentence: Sentence, pools: Pools, rng: random.Random, share: float) -> Sentence:
    """The sentence with that share of its names replaced by others of the same kind, cased alike."""
    changed: list[tuple[Span, str]] = []
    for span in sentence.spans:
        name = sentence.text[span.start : span.end]
        kind = span.kinds[0] if len(span.kinds) == 1 else "other"
        if kind != "other" and rng.random() < share:
            new = _new_name(kind, name, pools, rng)
            changed.append((span, new.upper() if name.isupper() and len(name) > 4 else new))
        else:
            changed.append((span, name))
    text, at, spans = "", 0, []
    for span, name in changed:
        text += sentence.text[at : span.start]
        spans.append(Span(len(text), len(text) + len(name), span.kinds))
        text += name
        at = span.end
    return Sentence(text + sentence.text[at:], spans, sentence.opens_line)


def _new_name(kind: str, name: str, pools: Pools, rng: random.Random) -> str:
    roll = rng.random()
    if kind == "person" and roll < 0.2:
        return arabic_person(rng)
    if kind == "organisation" and roll < 0.1:
        return armed_group(rng, pools)
    if kind == "place" and roll < 0.1:
        return arabic_place(rng)
    return rng.choice(pools[_pool(kind, name)])


def declare_acronym(sentence: Sentence, rng: random.Random, share: float) -> Sentence:
    """Puts an acronym in brackets after a long organisation's name, as newspapers do at first mention."""
    for i, span in enumerate(sentence.spans):
        name = sentence.text[span.start : span.end]
        acronym = "".join(w[0] for w in name.split() if w[0].isupper())
        if span.kinds != ("organisation",) or len(acronym) < 3 or len(acronym) > 6 or rng.random() >= share:
            continue
        if sentence.text[span.end : span.end + 2] == " (":
            continue
        head, tail = sentence.text[: span.end], sentence.text[span.end :]
        moved = len(acronym) + 3
        declared = Span(span.end + 2, span.end + 2 + len(acronym), ("organisation",))
        after = [Span(s.start + moved, s.end + moved, s.kinds) for s in sentence.spans[i + 1 :]]
        return Sentence(f"{head} ({acronym}){tail}", [*sentence.spans[: i + 1], declared, *after], sentence.opens_line)
    return sentence


def expand(sentence: Sentence, pools: Pools, rng: random.Random, share: float) -> Sentence:
    """Turns that share of the names into rows of their kind: "in Homs" into "in Homs, Tal Dar and Sultan Rami"."""
    text, at = "", 0
    spans: list[Span] = []
    for span in sentence.spans:
        text += sentence.text[at : span.start]
        name = sentence.text[span.start : span.end]
        at = span.end
        kind = span.kinds[0] if len(span.kinds) == 1 else "other"
        alone = sentence.text[at : at + 1] in ("", " ", ".", ",", ";") and text[-1:] in ("", " ")
        names = [name]
        if kind in ("place", "person", "organisation") and alone and not name.isupper() and rng.random() < share:
            names += [_row_name(kind, pools, rng) for _ in range(rng.randint(1, 5))]
            rng.shuffle(names)
        text = _row(text, names, span.kinds, spans)
    return Sentence(text + sentence.text[at:], spans, sentence.opens_line)


def _row(text: str, names: list[str], kinds: tuple[str, ...], spans: list[Span]) -> str:
    """The text with "A, B and C" after it; the names' spans are added to `spans`."""
    for i, name in enumerate(names):
        spans.append(Span(len(text), len(text) + len(name), kinds))
        text += name + ("" if i == len(names) - 1 else " and " if i == len(names) - 2 else ", ")
    return text


def _row_name(kind: str, pools: Pools, rng: random.Random) -> str:
    if rng.random() < 0.5:
        return rng.choice(pools[kind])
    if kind == "place":
        return arabic_place(rng)
    return arabic_person(rng) if kind == "person" else armed_group(rng, pools)


def template_sentence(pools: Pools, rng: random.Random) -> Sentence:
    """A sentence from a template.

    Several of one kind in a row, a ruler's name before "regime" and the like, capitals that name nobody, laws.
    """
    kind = rng.choice(_KINDS)
    text = ""
    spans: list[Span] = []
    for part in re.split(r"(\{\w+\})", rng.choice(_TEMPLATES[kind])):
        if part == "{list}":
            text = _row(text, [_row_name(kind, pools, rng) for _ in range(rng.randint(2, 7))], (kind,), spans)
        elif part == "{one}":
            text = _row(text, [_row_name(kind, pools, rng)], (kind,), spans)
        elif part == "{short}":
            text += rng.choice(_SHORT)
        elif part == "{other}":
            work = rng.choice(_WORKS).format(title=rng.choice(_TITLES), place=_row_name("place", pools, rng))
            text = _row(text, [work], ("other",), spans)
        elif part in ("{place}", "{person}", "{organisation}"):
            text = _row(text, [_row_name(part[1:-1], pools, rng)], (part[1:-1],), spans)
        elif part == "{surname}":
            text = _row(text, [_row_name("person", pools, rng).split()[-1]], ("person",), spans)
        else:
            text += part
    return Sentence(text, spans, rng.random() < 0.3)


def recase(sentence: Sentence, style: str) -> Sentence:
    """The sentence in `lower`, `upper` or `title` case; left alone where that would change its length."""
    text = sentence.text
    if style == "title":
        new = re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] in _SMALL else m[0][0].upper() + m[0][1:], text)
    else:
        new = text.lower() if style == "lower" else text.upper()
    return Sentence(new, sentence.spans, sentence.opens_line) if len(new) == len(text) else sentence


def lose(sentence: Sentence, marks: str) -> Sentence:
    """The sentence without these punctuation marks, as some archives publish: "Syrias", "in Homs Hama and Idlib"."""
    if not any(m in sentence.text for m in marks):
        return sentence
    moved = [0]
    for c in sentence.text:
        moved.append(moved[-1] + (c not in marks))
    text = "".join(c for c in sentence.text if c not in marks)
    spans = [Span(moved[s.start], moved[s.end], s.kinds) for s in sentence.spans if moved[s.end] > moved[s.start]]
    return Sentence(text, spans, sentence.opens_line)


def curl(sentence: Sentence) -> Sentence:
    """The same sentence with typographic apostrophes for plain ones, or the other way round."""
    swap = {"'": "’", "’": "'"}
    return Sentence("".join(swap.get(c, c) for c in sentence.text), sentence.spans, sentence.opens_line)
