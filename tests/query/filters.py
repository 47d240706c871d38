"""Filters of all sorts, for properties that hold of any."""

from hypothesis import strategies as st

from reader.query import Query, QuerySyntaxError, parse

PIECES = (
    *("a", "b*", '"c d"', '"c d"~3', "/e f/i", '“g"h”', "OR", "AND", "NOT", "-", "(", ")", "&", "U.S.", "x:", 'say"so'),
    *("title:", "source:", "lang:", "is:unread", "no:date", "date:2016..", "words:>5", "sort:-title", "#5", "@7d"),
    *("actor:", "actor:(", "kind:person", "mentions:3", "near:(", "with:(", "#12", "f(x)", "--y", "’", "中国"),
)
FILTERS = st.one_of(
    st.text(),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ")))).map(lambda s: "".join(sum(s, ()))),
)


def read(text: str) -> Query | QuerySyntaxError:
    try:
        return parse(text)
    except QuerySyntaxError as error:
        return error
