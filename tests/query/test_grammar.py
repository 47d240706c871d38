import pytest
from hypothesis import given

from reader.query import TERMS, Actor, Phrase, Query, QuerySyntaxError, Term, Word, parse, typing, written
from reader.query.tree import (
    About,
    All,
    Counted,
    Dated,
    Either,
    Has,
    Is,
    Named,
    Near,
    Not,
    Numbered,
    OfKind,
    OneActor,
    Part,
    Pattern,
    Reach,
    Together,
    Within,
)
from tests.query.filters import FILTERS, read


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("palmyra", (Word("palmyra"),)),
        ("palmyra museum*", (Word("palmyra"), Word("museum", True))),
        ('"cease fire" now', (Phrase("cease fire"), Word("now"))),
        ("“cease fire”", (Phrase("cease fire"),)),
        ("actor:kerry", (Actor("kerry"),)),
        ('ACTOR:"Islamic State" raqqa', (Actor("Islamic State"), Word("raqqa"))),
        ('actor:"Islamic Sta*', (Actor("Islamic Sta", True),)),
        ('"not closed', (Phrase("not closed"),)),
        ("salt & pepper", (Word("salt"), Word("pepper"))),
        ("Syria: the", (Word("Syria:"), Word("the"))),
        ("12:30", (Word("12:30"),)),
        ("https://example.org/a?b=c", (Word("https://example.org/a?b=c"),)),
        ("U.S.", (Word("U.S."),)),
        ('say"so', (Word('say"so'),)),
    ],
)
def test_what_is_typed_means(text: str, terms: tuple[object, ...]) -> None:
    assert parse(text) == Query(terms)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("raqqa foo:bar", 6, "foo:"),
        ("actor:", 6, "name"),
        ("actor: kerry", 6, "name"),
        ('x actor:""', 8, "name"),
        ("actor:!!", 6, "name"),
        ("a" * 1001, 1000, "too long"),
        ("a " * 70, 128, "too many"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text: str, position: int, says: str) -> None:
    with pytest.raises(QuerySyntaxError, match=says) as caught:
        parse(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("manbij -daesh", (Word("manbij"), Not(Word("daesh")))),
        ("NOT manbij", (Not(Word("manbij")),)),
        ("a OR b", (Either((Word("a"), Word("b"))),)),
        ("a b OR c", (Either((All((Word("a"), Word("b"))), Word("c"))),)),
        ("a AND (b OR c)", (Word("a"), Either((Word("b"), Word("c"))))),
        ("-(a OR b)", (Not(Either((Word("a"), Word("b")))),)),
        ("or not and", (Word("or"), Word("not"), Word("and"))),
        ('"OR"', (Phrase("OR"),)),
        ("US-led -- - --force", (Word("US-led"), Word("--force"))),
        ("Syria(n) f(x)", (Word("Syria(n)"), Word("f(x)"))),
        ('"near words"~10', (Near("near words", 10),)),
        ("/ceas.?fire (now)/i", (Pattern("ceas.?fire (now)", "i"),)),
        ("and/or /usr", (Word("and/or"), Word("/usr"))),
        ("title:museum", (Within(Part.TITLE, Word("museum")),)),
        ("text:(a OR /b/)", (Either((Within(Part.BODY, Word("a")), Within(Part.BODY, Pattern("b")))),)),
        ("source:(reuters OR ahram)", (Either((About("source", "reuters"), About("source", "ahram"))),)),
        ("source:OR", (About("source", "OR"),)),
        ("url:http://x.org/a", (About("url", "http://x.org/a"),)),
        ("is:UNREAD no:author", (Is("unread"), Not(Has("author")))),
        ("date:2016-03..2016-07", (Dated("date", "2016-03", "2016-07"),)),
        ("date:..2016 before:@7d", (Dated("date", "", "2016"), Dated("before", "@7d", "@7d"))),
        ("@last-month @reuters", (Dated("date", "@last-month", "@last-month"), Word("@reuters"))),
        ("words:>500 words:..9 words:7", (Counted(501, None), Counted(None, 9), Counted(7, 7))),
        ("actor:#12 kind:armed-group", (Numbered(12), OfKind("armed group"))),
        ("actor:(jaysh -islam mentions:>5)", (OneActor(All((Actor("jaysh"), Not(Actor("islam")), Named(6, None)))),)),
        ("actor:(kind:person)", (OfKind("person"),)),
        ('near:("a b" c)', (Together(Reach.PARAGRAPH, (Actor("a b"), Actor("c"))),)),
        ("#hashtag", (Word("#hashtag"),)),
        ("& -& (&) a", (Word("a"),)),
    ],
)
def test_what_more_is_typed_means(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text) == Query(terms)


def test_an_order_and_a_number_are_no_conditions() -> None:
    assert parse("a sort:-title #50") == Query((Word("a"),), "title", True, 50)


@pytest.mark.parametrize(("text", "doubtful"), [("a b OR c", True), ("(a b) OR c", False), ("a OR b", False)])
def test_or_beside_other_words_is_worth_showing(text: str, doubtful: bool) -> None:
    assert parse(text).doubtful is doubtful


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("soruce:x", 0, "perhaps source:"),
        ("a is:unraed", 5, "perhaps unread"),
        ("date:2016-13", 5, "2016-13"),
        ("date:@last-mnth", 5, "@last-month"),
        ("date:soon", 5, "soon"),
        ("words:many", 6, "number"),
        ("kind:persn", 5, "perhaps person"),
        ("(a", 2, "not closed"),
        ("a)", 1, "parenthesis"),
        ("a OR", 4, "after it"),
        ("OR a", 0, "before it"),
        ("/a(/", 2, "regular expression"),
        ("source:(title:x)", 8, "inside"),
        ("near:(a b c d e)", 0, "at most"),
        ("sort:size", 5, "sort"),
        ("(" * 30 + "a" + ")" * 30, 24, "Too many"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(text: str, position: int, says: str) -> None:
    with pytest.raises(QuerySyntaxError, match=says) as caught:
        parse(text)
    assert caught.value.position == position


@given(FILTERS)
def test_any_text_is_read_or_refused_and_what_was_read_is_written_so_that_it_is_read_the_same(text: str) -> None:
    query = read(text)
    if isinstance(query, QuerySyntaxError):
        assert 0 <= query.start <= query.position <= len(text)
    else:
        assert parse(written(query)) == query
        assert not parse(written(query)).doubtful


@given(FILTERS)
def test_whatever_is_being_typed_is_searched_with_or_refused_for_good(text: str) -> None:
    query = read(typing(text))
    assert not isinstance(query, QuerySyntaxError) or query.position <= len(typing(text))


GOOD = (
    'manbij -(daesh OR "islamic state") actor:("a b" kind:person) date:2016-03..2016-07 is:unread near:(x y) /r(e)g/i'
    " title:(a OR b) words:>500 #50"
)


@pytest.mark.parametrize("length", range(len(GOOD) + 1))
def test_a_filter_that_is_being_typed_is_never_refused(length: int) -> None:
    parse(typing(GOOD[:length]))


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("palmy", "palmy*"),
        ("palmyra ", "palmyra "),
        ('actor:"Islamic Sta', 'actor:"Islamic Sta*'),
        ('actor:"Islamic State"', 'actor:"Islamic State"'),
        ("raqqa actor:", "raqqa "),
        ('actor:"', ""),
        ("palmyra OR", "palmyra "),
        ("palmyra OR (", "palmyra "),
        ("(palmyra OR alep", "(palmyra OR alep*)"),
        ("is:unr", ""),
        ("raqqa date:2016-", "raqqa "),
        ('source:("al ahr', 'source:("al ahr*")'),
        ("/a b/i", "/a b/i"),
        ("", ""),
    ],
)
def test_the_last_term_is_open_while_typing(typed: str, searched: str) -> None:
    assert typing(typed) == searched


def test_every_example_of_the_help_is_valid() -> None:
    for term in TERMS:
        assert parse(term.example) != Query()
