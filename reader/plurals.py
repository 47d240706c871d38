"""Numbers with what they count, wherever a person reads them."""


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 article", "2,000 articles", "2 entries"; `many` where it is more than `one` with an "s"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
