"""Small closed word lists that the analysis of names stands on: facts about how names are written, collected by us."""

from enum import Flag, auto


def _words(text: str) -> frozenset[str]:
    """The words of a list, for tables that are easier to read and to extend as running text."""
    return frozenset(text.split())


class Title(Flag):
    """Where a title of a person counts. The recogniser, the analysis of names and linking each ask for their own."""

    HONORIFIC = auto()
    """Before a person's name no part of it: stripped when names are compared, while a name is left behind it."""
    OUTSIDE = auto()
    """Left outside of a mention; without Sheikh, Sultan, Pope, King or Ayatollah many a name could be anybody's."""
    OFFICE = auto()
    """A noun for an office: alone it names nobody."""
    BESIDE = auto()
    """Said before or behind a name it tells who is meant."""
    QUALIFIER = auto()
    """Stands before an office: "deputy foreign minister"."""
    REGAL = auto()
    """Tells people apart: the name left alone behind it is a full name, not a surname."""
    LISTED = auto()
    """Counted to a person's name by many a list of known actors, and not by a mention."""
    ABBREVIATED = auto()
    """Short for a longer word, with a full stop that ends no sentence."""


_TITLES = {
    Title.HONORIFIC: """abbot cllr constable councillor ing superintendent allama
        allamah amir brother cheikh comrade corporal dame deacon detective father field fr
        frau haji hajj hajji herr honorable honourable inspector madam madame marshal maulana maulvi mawlana ministre
        molla monsieur mother mufti mulla mullah mx officer pastor prasident presidente private rabbi sayed sayyed
        sayyid senhor senhora senor senora seyed seyyed shaikh shaykh sheik sheriff signor signora sister syed kanzler
        late baroness viscount viscountess countess duchess baronet monsignor msgr sr alderman councilman councilwoman
        alhaji alhaja barrister ustad ustadh ustaz ustaaz qari shri shree shrimati smt datuk dato datin tengku tuanku
        kyai kiai daw pandit swami hojatoleslam hojjatoleslam engr atty dott avv lic mgr judr mudr rndr phdr mvdr drs
        fraulein""",
    Title.HONORIFIC | Title.OUTSIDE: "brigadier miss representative reverend sergeant",
    Title.HONORIFIC | Title.OUTSIDE | Title.BESIDE: """admiral archbishop attorney bishop captain cardinal congressman
        congresswoman justice lady lieutenant lord major professor sir""",
    Title.HONORIFIC | Title.OUTSIDE | Title.BESIDE | Title.OFFICE: """ambassador chancellor colonel commander general
        governor judge minister premier president secretary senator""",
    Title.HONORIFIC | Title.BESIDE: "imam sheikh",
    Title.HONORIFIC | Title.BESIDE | Title.OFFICE: """ayatollah chairman chairwoman commissioner envoy mayor speaker""",
    Title.HONORIFIC | Title.BESIDE | Title.OFFICE | Title.QUALIFIER: "chief",
    Title.HONORIFIC | Title.BESIDE | Title.OFFICE | Title.LISTED: "emir",
    Title.HONORIFIC | Title.OUTSIDE | Title.QUALIFIER: "deputy foreign prime vice",
    Title.HONORIFIC | Title.QUALIFIER: "acting defence defense ex former interim interior",
    Title.HONORIFIC | Title.OUTSIDE | Title.BESIDE | Title.ABBREVIATED: "dr mr mrs ms",
    Title.HONORIFIC | Title.OUTSIDE | Title.ABBREVIATED: "adm capt col gen gov lt maj prof rep rev sen sgt",
    Title.HONORIFIC | Title.ABBREVIATED: "amb brig cmdr cpl det hon insp mme msgr pvt supt",
    Title.OFFICE | Title.BESIDE: "director leader prosecutor spokesman spokeswoman",
    Title.BESIDE: """analyst chair chairperson coach doctor editor founder goalkeeper head lawyer manager midfielder
        owner spokesperson striker""",
    Title.QUALIFIER: "finance",
    Title.ABBREVIATED: "messrs mlle pres sra srta st ste sts",
    Title.REGAL: "crown czar empress kaiser patriarch saint shah tsar",
    Title.REGAL | Title.LISTED: "emperor",
    Title.REGAL | Title.BESIDE | Title.LISTED: "princess",
    Title.REGAL | Title.BESIDE | Title.OFFICE: "sultan",
    Title.REGAL | Title.BESIDE | Title.OFFICE | Title.LISTED: "king pope prince queen",
}
"""Every title, rank, office and form of address that means something anywhere in Tadmor, once."""


def titles(use: Title) -> frozenset[str]:
    """The titles, folded, that count for one use."""
    return frozenset(word for uses, words in _TITLES.items() if use in uses for word in words.split())


HONORIFICS, REGAL, ROLES = titles(Title.HONORIFIC), titles(Title.REGAL), titles(Title.OFFICE)

AT_THE_HEAD = _words("president premier chancellor prime minister")
"""Folded titles of who leads a state: of a surname that several known persons have, the best known is meant."""

LEGAL_ABBREVIATIONS = _words("co corp inc ltd")
"""Legal forms of companies written with a full stop that ends no sentence."""

LEGAL_FORMS = _words(
    """inc incorporated corp corporation co company cos ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg sa sas
    sarl sca nv bv vof spa srl sapa oy oyj ab as asa aps ao oao pao zao ooo jsc ojsc pjsc cjsc pty pvt bhd
    sdn pt tbk kk se sro doo dd ad ead eood zrt kft nyrt rt ug haftungsbeschrankt ev eg ek gbr ggmbh partg ltda lda sl
    slu eurl sasu sci scop bvba cvba sprl hb kb ou uab sia eirl eireli ehf hf ks publ
    gesmbh egbr mbb sti pcl est ae bm fze fzco fz wll ksc kscc sac saa sau cie cia
    pte pllc cic ulc ltee sce snc scrl asbl aisbl vzw sgps tov abp ood gesbr gag gug nuf"""
)
"""Legal forms of companies; stripped at the end of an organisation's name,
and so are those of `reader.names.legal_forms`."""

SHIPS = _words("mv mt ms ss fv")
"""What stands before a ship's name and says how it is driven."""

STOCK_FORMS = _words("ag aktiengesellschaft sa spa ab oyj asa nv oao pao zao ao jsc ojsc pjsc cjsc kk plc se")
"""Legal forms of companies with shares."""

PRIVATE_FORMS = _words("gmbh mbh kg ohg llp lp sarl srl bv oy aps doo ooo eood zoo sdn pvt pty kft tov sp")
"""Legal forms of companies without traded shares: two companies, when the other name has a form of the first sort."""

LONG_FORMS = ("incorporated", "corporation", "limited", "company", "aktiengesellschaft", "gesellschaft")
"""Legal forms long enough to be known when a letter is missing or wrong."""

LEGAL_PHRASES = (
    "otkrytoe aktsionernoe obshchestvo", "zakrytoe aktsionernoe obshchestvo", "publichnoe aktsionernoe obshchestvo",
    "aktsionernoe obshchestvo", "obshchestvo s ogranichennoy otvetstvennostyu",
    "obshchestvo s ogranichennoi otvetstvennostyu", "tovarystvo z obmezhenoiu vidpovidalnistiu",
    "societatea cu raspundere limitata",
    "open joint stock company", "public joint stock company", "closed joint stock company", "joint stock company",
    "limited liability company", "limited liability partnership", "public limited company", "private limited",
    "aktiengesellschaft", "gesellschaft mit beschrankter haftung", "sociedad anonima", "societe anonyme",
    "and agencies",
    "e v", "e g", "e k", "a s", "i s", "k s", "s a", "s l", "a g", "b v", "n v", "s a r l", "sa rl", "p f",
    "w l l", "k s c", "limited partnership", "kg aa", "kg a a", "ges mbh",
    "s de rl de cv", "kabushiki kaisha", "in liquidation", "gemeinnutzige gmbh", "eingetragener verein",
    "eingetragene genossenschaft", "unternehmergesellschaft",
    "societa per azioni", "sp z oo", "sp z o o", "s a de cv", "sa de cv", "sa de c v",
    "sab de cv", "s a b de c v", "sapi de cv", "s a p i de c v", "s en c", "s r o", "spol s ro", "spol sro",
    "spol s r o",
    "sp k", "sp j", "v o s", "j d o o", "s n c", "public company limited",
)  # fmt: skip
"""Legal forms of several words; stripped at either end of an organisation's name."""

LEADING_FORMS = _words("oao ooo pao zao ao jsc ojsc pjsc cjsc srl pt cv tov too uab ab")
"""Legal forms that stand before the name in their language."""

ARTICLES = _words("al el ul ash esh ad ed an en ar er as es at et ath az ez adh edh")
"""The Arabic article in all its assimilations, in romanised spelling; also "ul" of "Zia-ul-Haq"."""

AMBIGUOUS_ARTICLES = _words("ad ed an en er as es at et ar ez ul")
"""Those that are words or names elsewhere: an article only before a hyphen or the consonant that assimilates it."""

AL_GIVEN = _words("""gore pacino capone sharpton franken jolson jarreau jourgensen roker michaels unser davis green""")
"""Surnames behind the given name Al, which is no article there."""

FILIATIONS = _words("bin ibn ben bint binti ould")
"""Words for "son of" and "daughter of"."""

SERVANT = _words("abd abdul abdel abdal abdol abdoul abdur abdus abdu abdi abed")
"""First halves of names such as Abd al-Rahman."""

KUNYAS = _words("abu abou abo ebu aboo umm um oum")
"""First halves of a kunya: father of, mother of."""

DIN = _words("din dine deen dein eddin eddine uddin ddin")
"""Second halves of names such as Nur al-Din."""

PARTICLES = _words(
    """de del della dello dei degli delle di da das do dos du des la le las los van von vom der den ter ten te zu
    zur af av st saint mac y e i bin ibn ben bint binti ould al el"""
)
"""Words that belong to the surname behind them and carry little themselves."""

PREFIXES = _words("mac fitz van vander del della delle degli dal")
"""First parts of surnames that are written in one word with a capital inside ("MacDonald", "FitzGerald")."""

NOT_LEADING = _words("al el ben mac saint st i e y")
"""Particles that are a name's first word in their own right ("Al Gore", "Mac Jones")."""

STOPWORDS = _words(
    """the of and for in on at to by from with de la le du des der die das und et y a an e del di da do dos"""
)
"""Words that an acronym may skip and that tell no two organisations apart."""

ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12", "thirteenth": "13", "fourteenth": "14",
    "fifteenth": "15", "sixteenth": "16", "seventeenth": "17", "eighteenth": "18", "nineteenth": "19",
    "twentieth": "20",
}  # fmt: skip
"""Ordinals in words; "1st" and "First" are one."""

CARDINALS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "fourty": "40", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
}  # fmt: skip
"""Cardinals in words, from two: "one" is too often no number."""

UNITS = CARDINALS | ORDINALS | {"one": "1"}
"""What may stand behind a ten: "twenty-one", "twenty-first"."""

LEET = str.maketrans("01345789", "oieastbg")
"""Letters that digits are written for inside a word, to be read by people and not by programs, or by a bad scan."""

SPELLINGS = {
    "organization": "organisation", "organizations": "organisations", "labor": "labour", "center": "centre",
    "defense": "defence", "theater": "theatre", "program": "programme", "programs": "programmes", "harbor": "harbour",
    "intl": "international", "natl": "national", "govt": "government", "dept": "department", "univ": "university",
    "assn": "association", "assoc": "association", "bros": "brothers", "mfg": "manufacturing", "cttee": "committee",
    "cham": "sham", "chabab": "shabab", "charia": "sharia", "choura": "shura", "chahid": "shahid", "cheikh": "sheikh",
    "mgmt": "management", "svcs": "services", "inst": "institute", "fed": "federation",
}  # fmt: skip
"""American spellings in the British one, and abbreviations written out, in names that are no person's."""

ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18", "xix": "19", "xx": "20",
    "xxi": "21", "xxii": "22", "xxiii": "23",
}  # fmt: skip
"""Roman numerals of more than one letter: a single letter is rather an initial."""

FAMILY_FORMS = """
kim gim; lee yi ri rhee li; park pak bak; choi choe; jung chung jeong chong jong; kang gang; cho jo; yoon yun;
lim im rim; shin sin; kwon gwon; ahn an; yoo yu ryu ryoo; moon mun; roh noh no ro; baek paek paik; ko koh go; koo ku gu;
hur heo huh; suh seo so; woo wu; joo ju chu; oh o; byun pyon byeon; hwang whang; seong sung song;
chiang jiang; chou zhou chow; tsai cai choi; hsieh xie; hsu xu; kuo guo kwok; teng deng; tung dong; chang zhang cheung;
chao zhao; chu zhu; soong song; tseng zeng; wong wang huang; lau liu; chan chen; yeung yang; leung liang; hsiao xiao;
chien jian; tsao cao; kung gong; tsui cui; pai bai; yeh ye; chin jin; chiu qiu; hsiung xiong
"""
"""Forms of Korean and Chinese family names in different romanisations and dialects; groups parted by semicolons."""

FAMILY_FIRST = _words(
    """kim park lee li wang hu jiang wen deng mao zhang chen liu zhu xi zhou yang zhao wu xu sun ma gao lin luo zheng
    liang song tang han feng yu dong cao peng zeng xiao tian pan yuan bo cai tsai lien lai choi moon yoon roh chung
    jung kang cho
    shin oh seo kwon hwang ahn ban nguyen tran pham hoang phan vu vo dang bui hun norodom abe koizumi kishida"""
)
"""Family names of East Asia that stand first."""

GENERATIONS = {"jr": "junior", "junior": "junior", "sr": "senior", "senior": "senior"}
"""Generational suffixes, by what they mean."""

DIRECTIONS = _words(
    """north south east west northern southern eastern western northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern upper lower new old free central greater inner outer near far
    middle"""
)
"""Words that tell otherwise equal names apart."""

COMPOUNDED = _words(
    """york zealand jersey mexico delhi england hampshire orleans guinea caledonia korea korean koreans africa african
    africans carolina dakota wales virginia germany german macedonia sudan sudanese timor timorese jerusalem asia asian
    america american"""
)
"""Second halves of places whose first half is a direction."""

SAINTS = {"st": "saint", "ste": "sainte", "sto": "santo", "sta": "santa", "sankt": "saint", "snt": "saint"}
"""Abbreviated saints in the names of places."""

PLACE_NOUNS = {
    form: noun
    for noun, forms in {
        "tell": "tall tal tel", "jebel": "jabal djebel gebel djabal jbel", "kafr": "kfar kafar kefar kefr kufr",
        "wadi": "ouadi oued", "deir": "dayr deyr", "beit": "bayt beyt bet", "ain": "ayn ein ayin ayyin",
        "khirbet": "khirbat khirba khirbah", "bir": "beer", "qalat": "qalaat kalaat", "ras": "raas",
        "burj": "bourj borj bordj", "sidi": "seedi", "shatt": "chott chatt", "khan": "khaan", "dar": "daar",
        "nahr": "nahar", "hosn": "husn hisn",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Arabic nouns that names of places begin with (hill, mountain, village, spring), in the spellings of romanisations."""

EXPANSIONS = {
    "s": "south", "n": "north", "e": "east", "w": "west", "mt": "mount", "ft": "fort", "pt": "point", "pto": "puerto",
    "mte": "monte", "cd": "ciudad", "gral": "general", "sv": "sveti", "sts": "saints", "nva": "nueva",
    **SAINTS,
}  # fmt: skip
"""Abbreviated first words of places."""

FACILITIES = _words("base airbase garrison airfield barracks")
"""Nouns for a military site named after a place; "Et-Tanf base" is al-Tanf."""

GENERIC = _words(
    """ministry minister department office agency authority administration government cabinet council commission
    committee court supreme constitutional high appeals federal national state states central bank
    parliament senate assembly house congress chamber foreign affairs interior home defence defense finance
    health education justice trade transport environment agriculture economy economic labour labor energy
    information intelligence security secret service services police military army navy air force forces
    armed guard guards border coast civil party opposition coalition union front movement democratic
    republican liberal conservative social socialist communist people peoples popular green workers alliance
    election electoral board bureau institute university school college hospital airport post press news
    radio television tv times daily herald tribune guardian observer association federation league club team
    group company city town county district village province region general prosecutor prosecutors attorney
    public works the of and for in on a royal republic islamic revolutionary society organisation
    organization center centre international world united development fund investment treasury customs tax
    immigration reserve stock exchange command directorate headquarters"""
)
"""Words that many organisations share: a name made of nothing else says which one only together with its country."""

GOVERNMENTS = _words("government administration regime cabinet presidency camp junta govt team")
"""Nouns for what a head of government leads."""

PEOPLE_OF = _words(
    """network family clan dynasty relatives household heirs loyalist loyalists supporter supporters follower followers
    backers allies ally cronies critics opponents rivals spokesman spokeswoman spokesperson spokesmen spokespeople aide
    aides adviser advisers advisor advisors lawyer lawyers attorney attorneys bodyguard bodyguards entourage faction
    camp troops forces"""
)
"""Nouns for the people of somebody, or of an organisation, whom they are named after."""

DECORATIONS_BEFORE = _words(
    """takfiri wahhabi wahabi salafi salafist islamist islamic-extremist jihadist jihadi terrorist terror militant rebel
    opposition extremist radical hardline hard-line armed paramilitary separatist guerrilla insurgent so-called
    self-styled al-qaeda-linked al-qaida-linked al-qaeda-affiliated turkish-backed us-backed iran-backed iranian-backed
    russian-backed saudi-backed pro-iranian pro-turkish pro-russian kurdish-led shia shiite sunni group faction movement
    militia organisation organization outfit brigade's"""
)
"""Folded words that news puts before a group's name and that are no part of it."""

DECORATIONS_BEHIND = _words(
    """takfiri takfiris terrorist terrorists terror militant militants rebel rebels fighter fighters gunmen insurgent
    insurgents jihadist jihadists extremist extremists radicals group groups militia militias militiamen movement
    organisation organization faction factions forces units gang gangs elements members guerrillas separatists outfit
    troops"""
)
"""The same behind it."""

DECORATED_BY = DECORATIONS_BEHIND - _words(
    "group groups movement organisation organization forces units troops faction"
)
"""Those that are seldom a name's own last word."""

PARTS_OF_A_BODY = _words(
    """committee subcommittee subcommission office offices branch branches department division section wing unit chapter
    bureau mission delegation secretariat affiliate subsidiary caucus directorate desk cell faculty"""
)
"""Nouns for a part of a body, whose name goes before: what is left without the part is the whole, not a short form."""

NAMED_BY_ITS_SUBJECT = _words("department committee commission bureau")
"""Those that are called by what they are about alone: "Commerce" for the Commerce Department."""

BODIES = _words(
    """university governorate municipality ministry parliament government coalition council army house senate assembly
    congress league organisation organization movement front party"""
)
"""Nouns for a body that has parts: its name is whole when it ends in one."""

INSTITUTIONS = _words(
    """council court police board school hospital foundation fund bank media press radio tv television agency academy
    commission assembly university college club station"""
)
"""Nouns for a body of its own, where a name goes before that is a body's already."""

DIVISIONS = _words(
    "media bank foundation holding holdings group international fund institute academy youth wing news tv"
)
"""Nouns for a part or an offspring of the organisation named before them."""
