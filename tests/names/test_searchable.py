"""What is typed and what is written meet in one form, and a reader sees it where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.names.positions import places
from reader.names.searchable import asked, joined, searchable, spelt

ONE = [
    ("Οδυσσέας", "ΟΔΥΣΣΕΑΣ"),
    ("λόγος", "ΛΟΓΟΣ"),
    ("Μαΐου", "μαιου"),
    ("Straße", "STRASSE"),
    ("GROẞ", "gross"),
    ("İzmir", "izmir"),
    ("Iğdır", "IGDIR"),
    ("ısparta", "ISPARTA"),
    ("Фёдоров", "ФЕДОРОВ"),
    ("Толстой", "Толстои\u0306"),
    ("Łódź", "lodz"),
    ("Køge", "koge"),
    ("Ærø", "aero"),
    ("Åse", "ase"),
    ("Þór", "THOR"),
    ("Đặng", "dang"),
    ("Ħoms", "homs"),
    ("Ɓaɗe", "bade"),
    ("Əliyev", "aliyev"),
    ("œuvre", "OEUVRE"),
    ("eﬃcient", "efficient"),
    ("ＡＢＣ１", "abc1"),
    ("ﾌﾞﾘｰ", "ブリー"),
    ("مُحَمَّد", "محمد"),
    ("المـــدرسة", "المدرسه"),
    ("إبراهيم", "ابراهيم"),
    ("آمنة", "أمنه"),
    ("على", "علي"),
    ("ایران", "ايران"),
    ("کابل", "كابل"),
    ("مسؤول", "مسوول"),
    ("ﻣﺤﻤﺪ", "محمد"),
    ("הַגֶּשֶׁר", "הגשר"),
    ("Dam\u00adas\u200bcus", "damascus"),
    ("می\u200cخواهم", "میخواهم"),
    ("O’Dowd", "O'Dowd"),
    ("Baʿath", "Ba`ath"),
    ("٢٠٢٤", "2024"),
]


def tokens(text: str) -> list[str]:
    """The words as the index parts them: what is left to it is ASCII."""
    return "".join(sign if sign.isalnum() or ord(sign) > 127 else " " for sign in searchable(text).lower()).split()


def has(text: str, typed: str) -> bool:
    """Whether the index finds a text by what is typed."""
    columns = [tokens(text), joined(text).lower().split()]
    return any(
        words == column[at : at + len(words)] or (one.prefix and len(words) == 1 and column[at].startswith(words[0]))
        for one in asked(typed)
        for words in [one.words.lower().split()]
        for column in columns
        for at in range(len(column) - len(words) + 1)
    )


@pytest.mark.parametrize(("one", "other"), ONE)
def test_forms_of_a_word_find_each_other_and_are_shown_as_they_are(one: str, other: str) -> None:
    for written, typed in ((one, other), (other, one), (one, one)):
        text = f"So — {written}, it is."
        assert has(text, typed)
        assert [text[start:end] for start, end in places(text, [(typed, False)])] == [written]


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Ba'ath", "Baath"), ("Baath", "Ba’ath"), ("D'Angelo", "dangelo"), ("צה״ל", "צהל"), ("Pal-\nmyra", "palmyra")],
)
def test_a_word_is_one_with_and_without_what_parts_it(written: str, typed: str) -> None:
    text = f"The {written} again"
    assert has(text, typed)
    assert [text[start:end] for start, end in places(text, [(typed, False)])] == [written]


@pytest.mark.parametrize(("written", "typed"), [("Assad’s", "assads"), ("don't", "dont"), ("l’Orient", "lor")])
def test_what_an_apostrophe_parts_is_no_part_of_another_word(written: str, typed: str) -> None:
    assert not has(written, typed)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("我们在北京大学学习", "大学"),
        ("我们在北京大学学习", "北京大学"),
        ("2024年5G网络建设", "5G网络"),
        ("供水", "水"),
        ("水源", "水"),
        ("東京タワーへ行く", "タワー"),
        ("バッシャール・アル＝アサド大統領", "アサド"),
        ("ประเทศไทยมีประชากร", "ไทย"),
        ("หนึ่งปีก่อน", "ปี"),
        ("ປະເທດລາວ", "ລາວ"),
        ("ប្រទេសកម្ពុជា", "កម្ពុជា"),
        ("မြန်မာနိုင်ငံ", "နိုင်ငံ"),
        ("서울에서 만났다", "서울"),
        ("남북정상회담을", "정상회담"),
        ("हिन्दी में।", "हिन्दी"),
    ],
)
def test_a_word_inside_running_text_is_found(text: str, typed: str) -> None:
    assert has(text, typed)
    assert typed in [text[start:end] for start, end in places(text, [(typed, False)])]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("渡船加班", "渡班"),
        ("ประเทศไทยมีประชากร", "ก"),
        ("สวัสดี", "สว"),
        ("あいうえお", "あ"),
        ("がんばれ", "かん"),
        ("북한이", "한"),
        ("हिन्दी", "हिन"),
    ],
)
def test_a_single_letter_and_letters_that_are_not_beside_each_other_are_not(text: str, typed: str) -> None:
    assert not has(text, typed)
    assert list(places(text, [(typed, False)])) == []


def test_words_in_other_scripts_are_kept_whole_for_their_sound() -> None:
    assert spelt("Xi 习近平, Путин!") == "习近平 путин"
    assert spelt("Putin") == ""


SIGNS = st.text("ab'’-\n .İßﬁéёёاأةـَשׁ״北京水かがｶﾞーกะิ서울हिक्5٢", max_size=12)


@given(SIGNS, st.data())
def test_every_word_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    words = [word for word in text.split() if tokens(word)]
    if words:
        word = data.draw(st.sampled_from(words))
        assert has(text, word)


@given(SIGNS | st.text(), st.lists(st.tuples(SIGNS | st.text(), st.booleans()), max_size=3))
def test_places_lie_in_the_text_one_after_the_other(text: str, sought: list[tuple[str, bool]]) -> None:
    last = 0
    for start, end in places(text, sought):
        assert last <= start < end <= len(text)
        last = end
