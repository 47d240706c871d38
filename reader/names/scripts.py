"""Names in other scripts, written in Latin letters: what a reader of English would recognise, not a scholar's system.

anyascii (ISC) knows the letters of every script; the rules here are what it cannot know letter by letter: the Arabic
article and the vowels that Arabic and Hebrew leave out, Korean family names, where a Chinese name ends its family name.
ICU would need a compiled system library, and its rules are scholarly ("Muḥammad bn Slmān") where news are not.
Two tokens of which one was romanised are compared by `consonant_key`: the consonants, in classes that transcription
keeps.
"""

import re
import unicodedata
from functools import lru_cache

from reader.names.fold import fold, sound

_FOREIGN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff5a]")
"""A letter of another script than Latin."""
_BEYOND = re.compile("[\u0300-\u1dff\u1f00-\u1fff\u2c00-\ufaff\ufb07-\uff20\uff5b-\uffef\U00010000-\U0010ffff]+")
"""What anyascii reads: letters and signs beyond Latin and beyond the punctuation that all scripts share."""
_ARABIC = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u0640]+")
_HEBREW = re.compile("[\u05d0-\u05ea][\u0591-\u05bd\u05bf-\u05c7\u05d0-\u05ea׳״'’]*")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_KANA = re.compile("[\u3040-\u30ff]")
_GREEK = re.compile("[\u0370-\u03ff]+")
_NO_VOWELS = re.compile("[\u0590-\u08ff\u0900-\u0dff]")
"""Scripts that leave vowels out, or that anyascii reads without the vowel that a letter carries."""
_MIDDLE_DOTS = re.compile("[·・‧•]")

_JOINERS = {0x200C: None, 0x200D: None}
"""Signs that only say whether letters are joined in writing."""

_ARABIC_WORDS = {
    "بن": "bin", "ابن": "ibn", "إبن": "ibn", "بنت": "bint", "أبو": "abu", "ابو": "abu", "أبي": "abu", "ابي": "abu",
    "أم": "umm", "ام": "umm", "عبد": "abd", "آل": "al", "الله": "allah", "الدين": "al-din", "محمد": "muhammad",
    "أحمد": "ahmad", "احمد": "ahmad", "علي": "ali", "عمر": "umar", "عمرو": "amr", "حسن": "hasan", "حسين": "husayn",
}  # fmt: skip
"""Words that are in so many names that their vowels are known."""
_ARABIC_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ة": "a", "ت": "t", "ث": "th", "ج": "j", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "ع": "'", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ى": "a", "ء": "'",
    "ؤ": "'", "ئ": "'", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "ي", "ڤ": "v", "ۆ": "o", "ێ": "e",
    "ە": "a", "ہ": "h", "ھ": "h", "ے": "e", "ں": "n", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ڕ": "r", "ڵ": "l", "ټ": "t",
    "ډ": "d", "ړ": "r", "ښ": "sh", "ږ": "zh", "ڼ": "n", "څ": "ts", "ځ": "dz",
    "َ": "a", "ِ": "i", "ُ": "u",
}  # fmt: skip
_HEBREW_LETTERS = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "h", "ט": "t", "כ": "k", "ך": "k", "ל": "l",
    "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_HEBREW_MARKED = {"ג׳": "j", "ז׳": "zh", "צ׳": "ch", "ץ׳": "ch", "ת׳": "th"}
_GREEK_PAIRS = (("μπ", "b"), ("ντ", "nd"), ("γκ", "g"), ("γγ", "ng"), ("τζ", "tz"), ("ου", "ou"), ("ευ", "ev"))
_GREEK_FIRST = {"nd": "d"}

_KOREAN_FAMILIES = {
    "김": "kim", "이": "lee", "박": "park", "최": "choi", "정": "jung", "강": "kang", "조": "cho", "윤": "yoon",
    "장": "jang", "임": "lim", "오": "oh", "서": "seo", "신": "shin", "권": "kwon", "황": "hwang", "안": "ahn",
    "송": "song", "류": "ryu", "유": "yoo", "홍": "hong", "전": "jeon", "고": "ko", "문": "moon", "손": "son",
    "배": "bae", "백": "baek", "허": "hur", "노": "roh", "남": "nam", "심": "shim", "하": "ha", "곽": "kwak",
    "성": "sung", "차": "cha", "주": "joo", "우": "woo", "구": "koo", "민": "min", "진": "jin", "나": "na",
    "지": "ji", "엄": "um", "변": "byun", "반": "ban", "한": "han", "양": "yang", "리": "ri", "추": "choo",
}  # fmt: skip
"""Korean family names as their bearers write them in Latin letters; the rest follows the Revised Romanisation."""
_CHINESE_DOUBLE = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 尉迟 慕容 令狐 皇甫 公孙 公孫 夏侯".split()
)
"""Chinese family names of two characters."""
_CHINESE_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾萧蕭肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇"
    "吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎雷段钱錢汤湯郝龙龍贺賀赖賴龚龔文庞樊兰殷施陶洪翟安颜顏倪严嚴"
    "牛温溫芦季俞章鲁魯葛伍毛习習栗赫连連柯阮詹游尤辛管祝左涂屠万萬武乔喬戴莫孔向常耿关關焦鲍鮑康史齐齊岳"
)
"""Chinese family names of one character: another first character begins a foreign name, spelt by sound."""
_CHINESE_READINGS = {
    "单": "Shan", "曾": "Zeng", "解": "Xie", "任": "Ren", "仇": "Qiu", "翟": "Zhai", "查": "Zha",
    "盖": "Ge", "朴": "Piao",
}  # fmt: skip
"""Characters that are read otherwise as a family name."""


def foreign(text: str) -> bool:
    """Whether there is a letter of another script than Latin in it."""
    return not text.isascii() and bool(_FOREIGN.search(text))


def vowelless(text: str) -> bool:
    """Whether it is in a script that leaves vowels out, so that they say nothing when names are compared."""
    return bool(_NO_VOWELS.search(text))


@lru_cache(maxsize=1 << 14)
def romanise(text: str) -> str:
    """The text with every other script in Latin letters; text in Latin letters comes back as it is.

    Case and punctuation are kept where the script has them. Idempotent.
    """
    if not foreign(text):
        return text
    text = unicodedata.normalize("NFKC", text).translate(_JOINERS)
    text = _MIDDLE_DOTS.sub(" ", text)
    japanese = bool(_KANA.search(text))
    text = _ARABIC.sub(lambda m: _arabic(m.group()), text)
    text = _HEBREW.sub(lambda m: _hebrew(m.group()), text)
    text = _HANGUL.sub(lambda m: _korean(m.group(), alone=m.group() == text.strip()), text)
    if not japanese:
        whole = text.strip()
        text = _HAN.sub(lambda m: _chinese(m.group(), name=m.group() == whole), text)
    text = _GREEK.sub(lambda m: _greek(m.group()), text)
    return _rest(text) if foreign(text) else text


def _rest(text: str) -> str:
    from anyascii import anyascii

    return _BEYOND.sub(lambda m: anyascii(m.group()), text)


def _arabic(word: str) -> str:
    word = word.replace("ـ", "")
    if word in _ARABIC_WORDS:
        return _ARABIC_WORDS[word]
    head = ""
    if word.startswith("ال") and len(word) > 3:
        head, word = "al-", word[2:]
    word = word.replace("الله", "اله").replace("تش", "چ")
    out: list[str] = []
    for at, sign in enumerate(word):
        letter = _ARABIC_LETTERS.get(sign, sign)
        before, after = (out[-1] if out else ""), word[at + 1 : at + 2]
        if sign == "ّ" and before:
            letter = before
        elif sign in "ويی":
            glide, vowel = ("w", "u") if sign == "و" else ("y", "i")
            open_before = not before or before[-1] in "aiue'"
            letter = glide if open_before or after in ("ا", "َ", "ُ", "ِ", "ة") else vowel
        elif letter == "'" and at == 0:
            letter = "a"
        elif not letter.isascii():
            letter = ""
        out.append(letter)
    return head + "".join(out)


def _hebrew(word: str) -> str:
    word = "".join(sign for sign in word if not unicodedata.combining(sign)).replace("'", "׳").replace("’", "׳")
    for marked, letter in _HEBREW_MARKED.items():
        word = word.replace(marked, letter)
    out: list[str] = []
    for at, sign in enumerate(word):
        before = out[-1] if out else ""
        last = at == len(word) - 1
        if sign == "ו":
            letter = "v" if not before or word[at + 1 : at + 2] == "ו" else "" if before == "v" else "o"
        elif sign == "י":
            letter = "y" if not before else "" if before == "y" else "i"
        elif sign in "הא" and last and before:
            letter = "a"
        else:
            letter = _HEBREW_LETTERS.get(sign, sign)
        out.append(letter)
    return "".join(out).replace("׳", "").replace("״", "")


def _korean(word: str, *, alone: bool) -> str:
    """A Korean word; alone and of two or three syllables it is a name, its first syllable the family."""
    from anyascii import anyascii

    syllables = [anyascii(sign).lower() for sign in word]
    if alone and 2 <= len(word) <= 3 and word[0] in _KOREAN_FAMILIES:
        return f"{_KOREAN_FAMILIES[word[0]].capitalize()} {'-'.join(syllables[1:]).capitalize()}"
    return "".join(syllables).capitalize()


def _chinese(word: str, *, name: bool) -> str:
    """A run of Chinese characters; one that is the whole text and as long as a person's name is read as one."""
    from anyascii import anyascii

    syllables = [anyascii(sign).strip().lower() for sign in word]
    size = 2 if word[:2] in _CHINESE_DOUBLE else 1
    if name and size < len(word) <= 2 + size and (size == 2 or word[0] in _CHINESE_FAMILIES):
        family = _CHINESE_READINGS.get(word[0], "".join(syllables[:size]))
        return f"{family.capitalize()} {''.join(syllables[size:]).capitalize()}"
    return "".join(syllables).capitalize()


def _greek(word: str) -> str:
    lower = word.casefold()
    bare = "".join(sign for sign in unicodedata.normalize("NFD", lower) if not unicodedata.combining(sign))
    for pair, latin in _GREEK_PAIRS:
        bare = bare.replace(pair, _GREEK_FIRST.get(latin, latin) if bare.startswith(pair) else latin)
    return _rest(bare).capitalize() if word[:1] != lower[:1] else _rest(bare)


_COARSE = str.maketrans({"p": "b", "f": "b", "v": "b", "g": "k", "d": "t", "z": "s", "r": "l"})


@lru_cache(maxsize=1 << 15)
def consonants(token: str) -> str:
    """The consonants of a folded token's sounds, the first vowel kept as "a" where it stands first.

    Which vowel it is depends on the script, and whether an "h" is written on the language.
    """
    classes = re.sub("[aiuwy]+", "a", sound(token))
    return re.sub(r"(.)\1+", r"\1", classes[:1] + classes[1:].replace("a", "").replace("h", ""))


@lru_cache(maxsize=1 << 15)
def consonant_key(token: str) -> str:
    """Consonants in the classes that every transcription keeps: how names meet across scripts."""
    return re.sub(r"(.)\1+", r"\1", consonants(token).translate(_COARSE))


def folded(text: str) -> str:
    """Folded and in Latin letters: what searching compares."""
    return fold(romanise(text))
