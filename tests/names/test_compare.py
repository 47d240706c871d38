"""Two names outside any article."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Sign, Verdict
from reader.names.analyse import analyse
from reader.names.compare import LONGEST, compare, compare_beside
from reader.names.wording import Mechanism, rule, sentence
from reader.services.dictionaries import builtin_dictionary

PERSON, ORGANISATION, PLACE, STATE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.STATE
ARMED, GROUP, OTHER = Kind.ARMED_GROUP, Kind.GROUP, Kind.OTHER
SAME, DIFFERENT, RELATED, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.RELATED, Verdict.UNSURE

GOLDEN = [
    # The dictionary.
    ("Burma", STATE, "Myanmar", STATE, SAME),
    ("Doctors Without Borders", ORGANISATION, "MSF", ORGANISATION, SAME),
    ("Arab Republic of Egypt", STATE, "Egypt", STATE, SAME),
    ("Rwanda", STATE, "Uganda", STATE, DIFFERENT),
    ("Guinea-Bissau", STATE, "Guinea", STATE, DIFFERENT),
    ("Jalal Talabani", PERSON, "Masoud Barzani", PERSON, DIFFERENT),
    ("Taliban", ARMED, "Haqqani network", ARMED, RELATED),
    ("Khartoum", PLACE, "Sudan", STATE, RELATED),
    ("Kremlin", ORGANISATION, "Russia", STATE, RELATED),
    ("Congo", STATE, "DR Congo", STATE, UNSURE),
    # Nationalities and institutions.
    ("Kenyans", GROUP, "Kenya", STATE, RELATED),
    ("Kenyan", OTHER, "Uganda", STATE, DIFFERENT),
    ("Maduro", PERSON, "Maduro government", ORGANISATION, RELATED),
    ("Chad", STATE, "Chadian interior ministry", ORGANISATION, RELATED),
    # What news says for a government, and whoever is named after somebody.
    ("Khartoum", PLACE, "Sudanese government", ORGANISATION, RELATED),
    ("Khartoum", None, "Government of Sudan", None, RELATED),
    ("Khartoum", PLACE, "Kenyan government", ORGANISATION, DIFFERENT),
    ("Port Sudan", PLACE, "Sudanese government", ORGANISATION, DIFFERENT),
    ("Downing Street", ORGANISATION, "British government", ORGANISATION, RELATED),
    ("Tel Aviv", None, "Israeli government", None, RELATED),
    ("Brussels", PLACE, "European Commission", ORGANISATION, RELATED),
    ("Sudan", STATE, "Sudanese regime", ORGANISATION, RELATED),
    ("Kovac family", GROUP, "Petra Kovac", PERSON, RELATED),
    ("Kovac’s lawyer", None, "Petra Kovac", None, RELATED),
    ("troops loyal to Petra Kovac", None, "Petra Kovac", None, RELATED),
    ("a spokesman for the Kestrel Brigade", None, "Kestrel Brigade", ARMED, RELATED),
    ("Kovac supporters", GROUP, "Marta Lindqvist", PERSON, DIFFERENT),
    ("Kovac family", None, "Kovac supporters", None, DIFFERENT),
    # Kinds.
    ("Jordan", STATE, "Michael Jordan", PERSON, DIFFERENT),
    ("Geneva", PLACE, "Geneva Convention", OTHER, DIFFERENT),
    # Folding.
    ("al-Hasan", PERSON, "el-Hassan", PERSON, UNSURE),
    ("General Joseph Aoun", PERSON, "Joseph Aoun", PERSON, SAME),
    ("3rd Brigade", ORGANISATION, "Third Brigade", ORGANISATION, SAME),
    ("SuperMercado", ORGANISATION, "Super Mercado", ORGANISATION, SAME),
    # Vetoes.
    ("3rd Brigade", ORGANISATION, "4th Brigade", ORGANISATION, DIFFERENT),
    ("North Darfur", PLACE, "South Darfur", PLACE, DIFFERENT),
    ("Ramon Diaz Jr.", PERSON, "Ramon Diaz", PERSON, DIFFERENT),
    ("Abd al-Salam", PERSON, "Abu Salam", PERSON, DIFFERENT),
    ("John R. Miller", PERSON, "John K. Miller", PERSON, DIFFERENT),
    ("RSF", ORGANISATION, "SAF", ORGANISATION, DIFFERENT),
    # Persons, word by word.
    ("Dmitriy Kozak", PERSON, "Dmitri Kozak", PERSON, SAME),
    ("Rafael Correia", PERSON, "Rafael Correa", PERSON, SAME),
    ("Bill Cassidy", PERSON, "William Cassidy", PERSON, SAME),
    ("Ahmed Qureia", PERSON, "Ahmad Qurei", PERSON, SAME),
    ("Zhao Minjian", PERSON, "Minjian Zhao", PERSON, UNSURE),
    ("Seo Min-chul", PERSON, "Min-chul Seo", PERSON, UNSURE),
    ("Xi Jinping", PERSON, "Jinping Xi", PERSON, SAME),
    ("Marcus Thuram", PERSON, "Lilian Thuram", PERSON, DIFFERENT),
    ("Mark Lane", PERSON, "Mark Kane", PERSON, DIFFERENT),
    ("P. Kovac", PERSON, "Petra Kovac", PERSON, UNSURE),
    ("R. Kovac", PERSON, "Petra Kovac", PERSON, DIFFERENT),
    ("Kovac", PERSON, "Petra Kovac", PERSON, UNSURE),
    ("Hussein Ali", PERSON, "Husain Ali", PERSON, UNSURE),
    ("Hassan Ibrahim", PERSON, "Hassan Ibrahim al-Douri", PERSON, UNSURE),
    # Word order, words parted otherwise, what is left out.
    ("Petra Kovac", PERSON, "KOVAC, Petra Maria", PERSON, SAME),
    ("Petra Kovac", PERSON, "Kovac Petra", PERSON, SAME),
    ("Khalid Omar", PERSON, "Omar Khalid", PERSON, UNSURE),
    ("Omar bin Khalid", PERSON, "Khalid bin Omar", PERSON, DIFFERENT),
    ("AnnLee Brown", PERSON, "Ann Lee Brown", PERSON, SAME),
    ("JP Dupont", PERSON, "Jean-Pierre Dupont", PERSON, SAME),
    ("Ivan Petrovich Sidorov", PERSON, "Ivan Sidorov", PERSON, SAME),
    ("Ivan Petrovich Sidorov", PERSON, "Ivan Maksimovich Sidorov", PERSON, DIFFERENT),
    ("Yusuf Kamal al-Tikriti", PERSON, "Yusuf Kamal al-Douri", PERSON, DIFFERENT),
    ("Jose Garcia Ruiz", PERSON, "José García", PERSON, UNSURE),
    ("John Paul I", PERSON, "John Paul II", PERSON, DIFFERENT),
    ("Red Crescent", ORGANISATION, "Kenyan Arab Red Crescent", ORGANISATION, UNSURE),
    ("Beit Jinniya", PLACE, "Bayt Jinnia", PLACE, SAME),
    ("R. J. Whitfield", PERSON, "Robert John Whitfield", PERSON, UNSURE),
    # Romanisations and scripts.
    ("Chou Shih-ming", PERSON, "Zhou Shiming", PERSON, SAME),
    ("Lee Sang-hoon", PERSON, "Yi Sanghun", PERSON, SAME),
    ("Tan Wei", PERSON, "Dan Wei", PERSON, DIFFERENT),
    ("Volodya Marchuk", PERSON, "Vladimir Marchuk", PERSON, SAME),
    ("Марта Линдквист", PERSON, "Marta Lindqvist", PERSON, SAME),
    ("مروان حداد", PERSON, "Marwan Haddad", PERSON, SAME),
    ("מרואן חדאד", PERSON, "Marwan Haddad", PERSON, SAME),
    ("مروان حداد", PERSON, "Marwan Hamadeh", PERSON, DIFFERENT),
    ("Дамаск", PLACE, "Damascus", PLACE, UNSURE),
    ("Германия", STATE, "Germany", STATE, SAME),
    # Slips of the pen, and what is written so that no search finds it.
    ("Marta Lindqvist", PERSON, "Marta Lindkvist", PERSON, SAME),
    ("Marta Lindqvist", PERSON, "M4rta Lindqvisst", PERSON, SAME),
    ("Marta Lindqvist", PERSON, "Marta Lindholm", PERSON, DIFFERENT),
    ("Petra Kovac", None, "Kovac, Petra", None, SAME),
    # What stands around a person's name, and who is a man or a woman.
    ("Petra Kovac, CBE, KC", PERSON, "Petra Kovac", PERSON, SAME),
    ("Petra Kovac, D.Phil.", PERSON, "Dr Petra Kovac", PERSON, SAME),
    ("Rear Adm. Petra Kovac (ret.)", PERSON, "Petra Kovac", PERSON, SAME),
    ("Kovac, M.D.", PERSON, "Petra Kovac", PERSON, DIFFERENT),
    ("Jack Ma", PERSON, "Jack Dorn", PERSON, DIFFERENT),
    ("Herr Kovac", PERSON, "Frau Kovac", PERSON, DIFFERENT),
    ("Mrs Kovac", PERSON, "Boris Kovac", PERSON, DIFFERENT),
    ("Mr Petra Kovac", PERSON, "Petra Kovac", PERSON, SAME),
    ("Ana Silva Rocha", PERSON, "Ana Rocha Silva", PERSON, UNSURE),
    ("Le Quang Hai", PERSON, "Le Hai Quang", PERSON, UNSURE),
    ("Ana Silva Rocha", PERSON, "Silva Rocha Ana", PERSON, SAME),
    ("Ustaz Petra Kovac", PERSON, "Petra Kovac", PERSON, SAME),
    ("Prof. Dr. Dr. h.c. Petra Kovac", PERSON, "Petra Kovac", PERSON, SAME),
    ("Datuk Seri Petra Kovac", PERSON, "Petra Kovac", PERSON, SAME),
    ("Petra Kovac, XQCN", PERSON, "Petra Kovac", PERSON, SAME),
    ("Lady Kovac of Zamal", PERSON, "Lady Kovac", PERSON, SAME),
    ("Olaf IV of Norway", PERSON, "King Olaf IV", PERSON, SAME),
    ("Olaf IV of Norway", PERSON, "Olaf IV of Sweden", PERSON, DIFFERENT),
    ("Olaf V", PERSON, "Olaf IV", PERSON, DIFFERENT),
    ("Olaf X", PERSON, "Olaf XI", PERSON, DIFFERENT),
    ("King Olaf V", PERSON, "Olaf V", PERSON, SAME),
    ("Tsar Olaf II", PERSON, "Olaf II", PERSON, SAME),
    ("Malcolm X", PERSON, "Malcolm Dorn", PERSON, DIFFERENT),
    ("Chun Doo-hwan", PERSON, "Chon Tu-hwan", PERSON, SAME),
    ("Chun Doo-hwan", PERSON, "Chun Doo-hee", PERSON, DIFFERENT),
    # Organisations and places.
    ("Kestrel Shipping", ORGANISATION, "Kestrel Shipping GmbH & Co. KGaA", ORGANISATION, SAME),
    ("Kestrel Verein", ORGANISATION, "Kestrel Verein e. V.", ORGANISATION, SAME),
    ("Kestrel", ORGANISATION, "Kestrel A/S", ORGANISATION, SAME),
    ("Kestrel Shipping", ORGANISATION, "Kestrel Shipping S.A.B. de C.V.", ORGANISATION, SAME),
    ("Kestrel Shipping", ORGANISATION, "Kestrel Shipping Kabushiki Kaisha", ORGANISATION, SAME),
    ("Kestrel Shipping", ORGANISATION, "Kestrel Shipping Sh.p.k.", ORGANISATION, SAME),
    ("Kestrel Shipping", ORGANISATION, "Kestrel Shipping d.n.o.", ORGANISATION, SAME),
    ("ТОВ Днепр", ORGANISATION, "Днепр", ORGANISATION, SAME),
    ("the group calling itself Kestrel Brigade", ARMED, "Kestrel Brigade", ARMED, SAME),
    ("the so-called Kestrel Brigade", ARMED, "Kestrel Brigade", ARMED, SAME),
    ("a so-called Kestrel Brigade", ARMED, "Kestrel Brigade", ARMED, SAME),
    ("Kestrel Shipping, spol. s r.o.", ORGANISATION, "Kestrel Shipping", ORGANISATION, SAME),
    ("Kestrel Shipping Pte. Ltd.", ORGANISATION, "Kestrel Shipping", ORGANISATION, SAME),
    ("Kestrel Shipping S.A.B. de C.V.", ORGANISATION, "Kestrel Shipping", ORGANISATION, SAME),
    ("Kestrel Shipping u. Co. KG", ORGANISATION, "Kestrel Shipping", ORGANISATION, SAME),
    ("Sveti Vlas", PLACE, "Sv. Vlas", PLACE, SAME),
    ("Arno Kessler DSO MC", PERSON, "Arno Kessler", PERSON, SAME),
    ("Arno Kessler J.D.", PERSON, "Arno Kessler", PERSON, SAME),
    ("Arno Kessler, US Navy (Ret.)", PERSON, "Arno Kessler", PERSON, SAME),
    ("Ret. Gen. Arno Kessler", PERSON, "Arno Kessler", PERSON, SAME),
    ("Insp. Arno Kessler", PERSON, "Sheriff Arno Kessler", PERSON, SAME),
    ("Senhor Kessler", PERSON, "Senhora Kessler", PERSON, DIFFERENT),
    ("Sig. Kessler", PERSON, "Signora Kessler", PERSON, UNSURE),
    ("self-declared “Kestrel Council”", ORGANISATION, "Kestrel Council", ORGANISATION, SAME),
    ("Sta. Rosa", PLACE, "Santa Rosa", PLACE, SAME),
    ("Port St. Rosa", PLACE, "Port Saint Rosa", PLACE, SAME),
    ("Ra’s Zamal", PLACE, "Ras Zamal", PLACE, SAME),
    ("Tal Zamal", PLACE, "Tell Zamal", PLACE, SAME),
    ("Djebel Zamal", PLACE, "Jabal Zamal", PLACE, SAME),
    ("Tell Zamal", PLACE, "Jabal Zamal", PLACE, DIFFERENT),
    ("Harbor Workers Union", ORGANISATION, "Harbour Workers' Union", ORGANISATION, SAME),
    ("Kestrel Shipping GmbH", ORGANISATION, "Kestrel Shipping AG", ORGANISATION, UNSURE),
    ("Kestrel Shipping Corporation", ORGANISATION, "Kestrel Shippng Corporaton", ORGANISATION, SAME),
    ("Kestrel Shipping", ORGANISATION, "Kestrel Mining", ORGANISATION, DIFFERENT),
    ("Kestrel Shipping", ORGANISATION, "Kestrel Shipping (Malta)", ORGANISATION, UNSURE),
    ("Brigade Twenty-one", ORGANISATION, "21st Brigade", ORGANISATION, SAME),
    ("Lake Basin Fishing Union", ORGANISATION, "LBFU", ORGANISATION, SAME),
    ("Lake Basin Fishing Union", ORGANISATION, "FBLU", ORGANISATION, DIFFERENT),
    ("Lake Basin", ORGANISATION, "LB", ORGANISATION, UNSURE),
    ("Marsh Foresters’ Institute", ORGANISATION, "MFI", ORGANISATION, SAME),
    ("Southern Basin Fishing Union", ORGANISATION, "SBFU", ORGANISATION, SAME),
    ("Central Inland Administration", ORGANISATION, "CIA", ORGANISATION, UNSURE),
    ("Ministry of Foreign Affairs", ORGANISATION, "MFA", ORGANISATION, UNSURE),
    ("RUSI", ORGANISATION, "Russia", STATE, DIFFERENT),
    ("Defence Ministry", ORGANISATION, "Ministry of Defence", ORGANISATION, UNSURE),
    ("High Court of Kenya", ORGANISATION, "High Court of Malawi", ORGANISATION, DIFFERENT),
    ("Labour Party", ORGANISATION, "Zambian Labour Party", ORGANISATION, UNSURE),
    ("Orlen", ORGANISATION, "Orlen Unipetrol", ORGANISATION, DIFFERENT),
    ("Orlen", ORGANISATION, "Orlen Foundation", ORGANISATION, RELATED),
    ("Zamalka", PLACE, "Zamalkah", PLACE, SAME),
    ("Orleans", PLACE, "New Orleans", PLACE, DIFFERENT),
    ("Homs", PLACE, "Hons", PLACE, DIFFERENT),
]


@pytest.mark.parametrize(("left", "left_kind", "right", "right_kind", "verdict"), GOLDEN)
def test_verdicts(left: str, left_kind: Kind | None, right: str, right_kind: Kind | None, verdict: Verdict) -> None:
    found = compare(analyse(left, left_kind), analyse(right, right_kind), builtin_dictionary())
    assert found.verdict is verdict, found.evidence


WORDS = st.sampled_from(
    [
        "Ali",
        "Abu",
        "Abd",
        "al-Rahman",
        "Hassan",
        "Petra",
        "P.",
        "II",
        "Jr.",
        "US",
        "Syria",
        "Syrian",
        "Army",
        "of",
        "Bank",
        "Петра",
        "Путин",
        "بشار",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(min_size=1, max_size=12)


@given(NAMES, NAMES, st.sampled_from(Kind), st.sampled_from(Kind))
def test_comparing_is_symmetric(left: str, right: str, left_kind: Kind, right_kind: Kind) -> None:
    one, two = analyse(left, left_kind), analyse(right, right_kind)
    there, back = compare(one, two, builtin_dictionary()), compare(two, one, builtin_dictionary())
    assert (there.verdict, there.score) == (back.verdict, back.score)
    assert there.evidence == back.evidence
    assert 0.0 <= there.score <= 1.0
    assert there.verdict is not SAME or there.score >= 0.7
    assert there.verdict is not DIFFERENT or there.score < 0.5


@given(NAMES, NAMES, st.sampled_from(Kind), st.sampled_from(Kind))
def test_the_reasons_add_up_to_the_score(left: str, right: str, left_kind: Kind, right_kind: Kind) -> None:
    found = compare(analyse(left, left_kind), analyse(right, right_kind), builtin_dictionary())
    assert found.score == pytest.approx(0.5 + sum(reason.weight for reason in found.evidence), abs=0.002)


@given(NAMES, st.sampled_from(Kind))
def test_a_name_is_never_different_from_itself(text: str, kind: Kind) -> None:
    assert compare(analyse(text, kind), analyse(text, kind), builtin_dictionary()).verdict is not DIFFERENT


def test_every_verdict_has_its_reason() -> None:
    for left, left_kind, right, right_kind, verdict in GOLDEN:
        found = compare(analyse(left, left_kind), analyse(right, right_kind), builtin_dictionary())
        assert found.evidence
        assert all(sentence(reason) and rule(reason) and -1 <= reason.weight <= 1 for reason in found.evidence)
        if verdict is SAME:
            assert found.evidence[0].sign is Sign.FOR


def test_pieces_stand_beside_each_other_as_they_are_written() -> None:
    found = compare(analyse("Ahmed Ash-Sharara", PERSON), analyse("Ahmed al-Sharaa", PERSON))
    pieces = {(reason.left, reason.right, rule(reason)) for reason in found.evidence if reason.left and reason.right}
    assert pieces == {("Ahmed", "Ahmed", "equal"), ("al-Sharaa", "Ash-Sharara", "edit")}
    across = compare(analyse("مروان حداد", PERSON), analyse("Marwan Haddad", PERSON))
    assert {rule(reason) for reason in across.evidence if reason.left == "Haddad" and reason.right == "حداد"} == {
        "script"
    }


def test_pieces_stand_on_the_side_that_they_were_asked_on() -> None:
    one, other = analyse("Ahmed Ash-Sharara", PERSON), analyse("Ahmed al-Sharaa", PERSON)
    for left, right in ((one, other), (other, one)):
        found = compare_beside(left, right)
        assert found.score == compare(left, right).score
        pieces = [(reason.left, reason.right) for reason in found.evidence if reason.left]
        assert pieces == [(a.source, b.source) for a, b in zip(left.tokens, right.tokens, strict=True)]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("بشار الأسد", ["بشار", "الأسد"]),
        ("Жан-Люк Меланшон", ["Жан", "Люк", "Меланшон"]),
        ("عبد الرحمن", ["عبد الرحمن"]),
    ],
)
def test_pieces_of_another_script_are_shown_as_they_are_written(text: str, sources: list[str]) -> None:
    assert [token.source for token in analyse(text, PERSON).tokens] == sources


def test_names_that_only_their_script_parts_are_called_so() -> None:
    assert sentence(compare(analyse("Путин", PERSON), analyse("Putin", PERSON)).evidence[0]).endswith("in two scripts")
    assert "case" in sentence(compare(analyse("PUTIN", PERSON), analyse("Putin", PERSON)).evidence[0])


def test_what_a_link_hangs_on_is_said() -> None:
    for left, right in (
        ("Marta Lindqvist", "Marta Lindkvist"),
        ("Petra Kovac", "Kovac Petra"),
        ("LBFU", "Lake Basin Fishing Union"),
    ):
        kind = ORGANISATION if left == "LBFU" else PERSON
        found = compare(analyse(left, kind), analyse(right, kind))
        assert found.verdict is SAME
        assert rule(found.evidence[-1]) == "unless"
        assert sentence(found.evidence[-1]).startswith("wrong if ")


@given(
    st.lists(
        st.sampled_from(["Petra", "Kovac", "Lindqvist", "Marwan", "Haddad", "Sanghoon"]),
        min_size=2,
        max_size=4,
        unique=True,
    ),
    st.randoms(),
)
def test_order_never_makes_two_people(words: list[str], chance: Random) -> None:
    other = words[:]
    chance.shuffle(other)
    found = compare(analyse(" ".join(words), PERSON), analyse(" ".join(other), PERSON))
    # The family name at the other end is a manner of writing; two names that change places may be another person's.
    turned = any(words[at:] + words[:at] == other for at in range(len(words)))
    assert found.verdict is (SAME if turned else UNSURE)


@pytest.mark.parametrize("number", ["2nd", "Third", "IV", "7"])
def test_no_likeness_beats_a_number(number: str) -> None:
    left, right = analyse(f"{number} Harbour Defence Brigade", ARMED), analyse("9th Harbour Defence Brigade", ARMED)
    found = compare(left, right)
    assert (found.verdict, found.score) == (DIFFERENT, 0.0)


def test_a_known_mistake_is_not_made_without_a_dictionary() -> None:
    assert compare(analyse("Syria", STATE), analyse("Cyria", STATE)).verdict is not DIFFERENT
    assert compare(analyse("ISIS", ARMED), analyse("Daesh", ARMED)).verdict is DIFFERENT


def test_a_text_of_very_many_words_is_no_name_and_one_with_itself_only() -> None:
    long = " ".join(f"Lena{'abcdefgh'[at % 8]} Brandt" for at in range(LONGEST))
    for kind in (None, *Kind):
        one, more = analyse(long, kind), analyse(f"{long} Osman", kind)
        found = compare(one, more)
        assert (found.verdict, found.evidence[0].mechanism) == (Verdict.DIFFERENT, Mechanism.NO_NAME)
        assert compare(more, one).score == found.score
        assert compare(one, analyse(long.upper(), kind)).verdict is not Verdict.DIFFERENT
        assert "more than 50 words" in sentence(found.evidence[0])
