"""Scripts without capitals: what the dictionary has in them, and nothing else."""

import pytest

from reader.model import Kind
from reader.ner.caseless import CaselessNames, is_caseless, without_guesses
from reader.ner.tokenized import Span, tokenize
from reader.services.dictionaries import builtin_dictionary

NAMES = CaselessNames(builtin_dictionary())


def found(text: str) -> list[tuple[str, str]]:
    return [(text[mention.start : mention.end], mention.kind.value) for mention in NAMES.mentions(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سافر إلى روسيا", [("روسيا", "state")]),
        ("وروسيا وسوريا", [("روسيا", "state"), ("سوريا", "state")]),
        ("بسوريا ولروسيا", [("سوريا", "state"), ("روسيا", "state")]),
        ("والولايات المتحدة", [("الولايات المتحدة", "state")]),
        ("قال بشّار الأسد", [("بشّار الأسد", "person")]),
        ("ברוסיה ובישראל", [("רוסיה", "state"), ("ישראל", "state")]),
        ("他在中国和俄罗斯", [("中国", "state"), ("俄罗斯", "state")]),
        ("日本へ行く", [("日本", "state")]),
        ("러시아가 말했다", [("러시아", "state")]),
        ("ไปญี่ปุ่น", [("ญี่ปุ่น", "state")]),
        ("Russia and Syria, not more", []),
        ("كتاب جديد", []),
    ],
)
def test_known_names_are_found_without_what_is_tied_to_them(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_what_the_network_guesses_there_is_no_name() -> None:
    tokenized = tokenize("كتب الرجل كتابا NATO")
    guess, sure = Span(0, 2, Kind.PERSON, 0.9), Span(3, 4, Kind.ORGANISATION, 0.9)
    assert without_guesses(tokenized, [guess, sure]) == [sure]


@pytest.mark.parametrize(
    ("text", "caseless"), [("Roe", False), ("Путин", False), ("بوتين", True), ("NATO 北约", False)]
)
def test_which_scripts_have_no_capitals(text: str, caseless: bool) -> None:
    assert is_caseless(text) is caseless
