"""Bytes into text, and what kind of file the bytes are."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

HEAD = 65536
"""How much of a file is looked at to tell its type and encoding, in bytes."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x7fELF", b"MZ", b"OggS", b"ID3", b"SQLite format 3", b"II*\x00",
    b"MM\x00*", b"wOF", b"\x28\xb5\x2f\xfd", b"Rar!",
)  # fmt: skip
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?\sencoding|<meta[^>]{0,400}?charset)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.I
)

_UNREAD = re.compile(rb"<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>", re.I | re.S)
"""What declares nothing, whatever it says."""

DECLARED_WITHIN = 1 << 20
"""How far into a page its encoding may be declared, in bytes: browsers look at the first 1024, many pages do not."""

_HIGH = bytes(range(0x80, 0x100))
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32)})
"""Control characters without a place in text; ESC is left out, which East Asian encodings shift with."""

STRAY = 3
"""Controls that do not make a short text binary: they are dropped like other control characters."""

_TYPOGRAPHY = frozenset("€‚„…†•–—‘’“”«»‹›°§©®™·¡¿ºª£\xa0")
_LETTERS = tuple(
    (codec, frozenset(letters + letters.upper()))
    for codec, letters in (
        ("cp1252", "àâçèéêëîïôùûüœÿ"),  # French
        ("cp1252", "äöüßé"),  # German
        ("cp1252", "áéíóúüñçãõâêôà"),  # Spanish, Portuguese
        ("cp1252", "åäöæøéü"),  # the languages of Scandinavia
        ("cp1252", "àèéìíòóùú"),  # Italian
        ("cp1254", "çğıöşüâîûİ"),  # Turkish
        ("cp1250", "ąćęłńóśźż"),  # Polish
        ("cp1250", "áäčďéěíľĺňóôřŕšťúůýž"),  # Czech, Slovak
        ("cp1250", "áéíóöőúüű"),  # Hungarian
        ("cp1250", "čćđšž"),  # Bosnian, Croatian, Serbian, Slovene
        ("cp1250", "ăâîşţ"),  # Romanian
        ("cp1257", "ąčęėįšųūžāēģīķļņ"),  # Lithuanian, Latvian
    )
)
"""The letters beyond ASCII of languages in Latin script, and what Windows writes them in. Bytes that read so are those
of one language only are taken for it, the most widespread first: statistics over a short text make Baltic of French."""

FEW = 8
"""Bytes outside ASCII below which nothing can be told from them but that a Western editor wrote them."""


def bom_of(head: bytes) -> str:
    """The codec that a byte order mark at the beginning names, else empty."""
    return next((codec for mark, codec in _BOMS if head.startswith(mark)), "")


def is_binary(head: bytes) -> bool:
    """Whether a file that begins so is no text: an archive, a picture, a PDF, or full of control characters."""
    if bom_of(head):
        return False
    if head.startswith(_BINARY_STARTS):
        # Text may begin with one of the short marks ("MZ is …"); then no control character follows.
        if head.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")) or not head[:512].isascii():
            return True
        return any(byte < 9 for byte in head[:512])
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(STRAY, len(head) // 50) and not _unmarked_utf16(head)


def decode(data: bytes, *, markup: bool = False) -> str:
    """Text of a whole file: by its byte order mark, as UTF-8, by what its markup declares, or as its bytes suggest.

    Valid UTF-8 goes before a declaration: what is valid by chance is rare, a wrong declaration is not. Never raises;
    what cannot be read becomes U+FFFD.
    """
    if codec := bom_of(data):
        return data.decode(codec, "replace").removeprefix("\ufeff")
    declared = _declared(data) if markup else ""
    if declared.startswith("iso2022"):
        return data.decode(declared, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data):
        return data.decode("utf-8", _STRAY_BYTES)
    if declared and declared != "utf-8":
        return data.decode(declared, "replace")
    return _decode_as(data, guess(data[: 4 * HEAD]))


def _decode_as(data: bytes, codec: str) -> str:
    return data.decode(codec, _STRAY_BYTES if codec == "utf-8" else "replace")


_STRAY_BYTES = "tadmor-stray-bytes"


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 among others that are: Windows wrote them; a sequence cut off is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    lost = error.reason == "unexpected end of data" or stray[0] >= 0xFE
    text = "\ufffd" if lost else stray.decode("cp1252", "replace")
    return text, error.end


codecs.register_error(_STRAY_BYTES, _read_stray)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether at least four fifths of the bytes beyond ASCII are sound UTF-8."""
    high = len(data) - len(data.translate(None, _HIGH))
    kept = sum(len(char.encode()) for char in data.decode("utf-8", "ignore") if char > "\x7f")
    return kept > 4 * (high - kept)


def guess(data: bytes) -> str:
    """The likeliest codec of bytes that are not valid UTF-8."""
    if codec := _unmarked_utf16(data):
        return codec
    if _is_mostly_utf8(data):
        return "utf-8"
    high = sum(byte > 0x7F for byte in data)
    if high >= FEW:
        if codec := _codec_of_letters(data, high) or _euc_jp(data):
            return codec
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        if best is not None and not best.encoding.startswith("utf_7"):
            return best.encoding
    return "cp1252"


def _codec_of_letters(data: bytes, high: int) -> str:
    """The codec in which the bytes beyond ASCII are a few letters of one language in Latin script; else empty."""
    if high * 3 > sum(65 <= byte <= 122 for byte in data):
        return ""
    for codec, letters in _LETTERS:
        if {char for char in data.decode(codec, "replace") if char > "\x7f"} - _TYPOGRAPHY <= letters:
            return codec
    return ""


def _euc_jp(data: bytes) -> str:
    """The codec of older Japanese text where it reads as such; else empty.

    Its kana are single letters of syllables in Korean, and kana in Chinese: there they are rare, here a third.
    """
    text = data.decode("euc_jp", "replace")
    beyond = [char for char in text if char > "\x7f"]
    kana = sum("\u3041" <= char <= "\u3093" for char in beyond)
    return "euc_jp" if "\ufffd" not in text and kana > HIRAGANA * len(beyond) else ""


HIRAGANA = 0.2
"""Share of Japanese prose beyond ASCII that is hiragana, at least; half of it is."""


def lines(stream: BinaryIO, limit: int) -> Iterator[str | None]:
    """The lines of a stream, one at a time, with their line ends; None for one of more than `limit` bytes.

    Every line that is not valid UTF-8 is read by the codec guessed from it and the beginning of the stream.
    """
    head = stream.read(HEAD)
    stream.seek(0)
    codec = bom_of(head) or _unmarked_utf16(head)
    if codec and codec != "utf-8-sig":
        wrapper = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="\n")
        try:
            while line := wrapper.readline(limit + 1):
                if len(line) > limit:
                    while line and not line.endswith("\n"):
                        line = wrapper.readline(limit)
                    yield None
                else:
                    yield line
        finally:
            wrapper.detach()
        return
    if codec:
        stream.seek(len(codecs.BOM_UTF8))
    guessed = ""
    while data := stream.readline(limit + 1):
        if len(data) > limit:
            while data and not data.endswith(b"\n"):
                data = stream.readline(limit)
            yield None
            continue
        try:
            yield data.decode("utf-8")
        except UnicodeDecodeError:
            guessed = guessed or guess(data + head)
            yield _decode_as(data, guessed)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(_UNREAD.sub(b"", data[:DECLARED_WITHIN]))
    if not match:
        return ""
    try:
        codec = codecs.lookup(match[1].decode("ascii"))
    except LookupError:
        return ""
    # Browsers read these as Windows-1252, and so do those who declare them; UTF-7 hides markup.
    name = codec.name.replace("_", "-").replace("iso2022-", "iso2022")
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return "" if name.startswith(("utf-7", "utf-16", "utf-32")) or not _decodes_text(codec) else name


def _decodes_text(codec: codecs.CodecInfo) -> bool:
    """Whether a codec makes text of bytes (`base64`, `rot13` and such do not)."""
    odd = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined")
    return bool(getattr(codec, "_is_text_encoding", False)) and codec.name not in odd


def _unmarked_utf16(data: bytes) -> str:
    """The UTF-16 codec of mostly Latin text without a byte order mark, told by where its NULs are; else empty."""
    sample = data[:2048]
    if len(sample) < 8 or sample.count(0) * 3 < len(sample):
        return ""
    if sample[1::2].count(0) > 9 * sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > 9 * sample[1::2].count(0):
        return "utf-16-be"
    return ""
