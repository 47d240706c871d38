"""Where an outlet is at home."""

import pytest

from reader.services.outlets import home_of


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://www.example.co.uk/a", "state:gb"),
        ("https://example.ke/a?b=c", "state:ke"),
        *((url, "") for url in ("https://example.com/a", "https://example.tv/a", "http://[broken", "", "/a/b.html")),
    ],
)
def test_an_outlet_is_at_home_where_its_address_ends(url: str, state: str) -> None:
    assert home_of(url) == state
