"""Names in Arabic and Hebrew script meet their transcriptions, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.names.transcription import transcribes


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("بشار", "bashar bachar baschar basar besar"),
        ("الأسد", "assad asad esad"),
        ("البصرة", "basra basrah"),
        ("الرقة", "raqqa rakka"),
        ("حمص", "homs hims"),
        ("حماة", "hama hamah"),
        ("حسين", "hussein husayn hossein huseyin"),
        ("محمد", "muhammad mohamed mehmet"),
        ("مصطفى", "mustafa moustapha"),
        ("أوباما", "obama"),
        ("بايدن", "biden"),
        ("ترامب", "trump"),
        ("بوتين", "putin poutine"),
        ("تشرشل", "churchill"),
        ("رئیسی", "raisi"),
        ("נתניהו", "netanyahu"),
        ("יִשְׂרָאֵל", "israel yisrael"),
        ("הרצוג", "herzog"),
    ],
)
def test_what_newspapers_write(word: str, latin: str) -> None:
    assert [one for one in latin.split() if not transcribes(one, word)] == []


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("بشار", "besser batzra basra bashir"),
        ("بشير", "bashar"),
        ("حسن", "hussein"),
        ("حسين", "hassan"),
        ("كريم", "crimea"),
        ("من", "mona"),
    ],
)
def test_what_only_has_the_same_consonants_is_another_word(word: str, latin: str) -> None:
    assert [one for one in latin.split() if transcribes(one, word)] == []


@given(st.text("اويعءبشאוערת'", max_size=60), st.text("aeiouywhbsj", max_size=200))
def test_no_word_takes_long_or_fails(word: str, latin: str) -> None:
    assert transcribes(latin, word) in (True, False)
