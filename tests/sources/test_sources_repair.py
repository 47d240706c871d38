"""Text that was encoded twice is put right; any other stays as it is."""

import pytest

from reader.sources.repair import repaired

MEANT = (
    "Müller sagte “ja” nicht",
    "été à Paris",
    "Совет города Бри",
    "こんにちは",
    "don’t",
    "£5 – now",
    "État de siège",
)


@pytest.mark.parametrize("text", MEANT)
def test_what_was_encoded_twice_is_read_as_it_was_meant(text: str) -> None:
    # Windows-1252 as browsers read it: the five bytes that it leaves out are control characters.
    twice = "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )
    assert repaired(f"A line before\n{twice}\nGröße") == f"A line before\n{text}\nGröße"


@pytest.mark.parametrize("text", [*MEANT, "São Paulo e Ã", "l’Été «à»", "ALÃM", "Đà Nẵng", "naïve â la", "Größe “x”"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text
