"""Files that decode as text and are none: messages, archives of the web, data and programs in letters."""

import re

_BASE64 = re.compile(r"[A-Za-z0-9+/=_-]{60,}\Z")
_MESSAGE = re.compile(
    r"\A(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*){0,60}?(?:MIME-Version: *1|Content-Transfer-Encoding:|"
    r"Content-Type: *multipart/)",
    re.I,
)
_CODE = re.compile(r"[;{}()=]|&&|\|\|")
_STARTS_CODE = re.compile(
    r"\s*(?:[!(;]*function\b|var |let |const |import |export |\(\(|\"use strict\"|@charset|@media|/\*!)"
)

_DENSE = 0.08
"""The share of its characters from which marks make a long line a program: prose has a hundredth."""


def what_is(head: str) -> str:
    """What a file is that begins so, if it is no text that anybody wrote; else empty."""
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith("WARC/"):
        return "an archive of web pages (WARC)"
    if _MESSAGE.match(start[:20_000].replace("\r\n", "\n")):
        return "a message with its parts encoded (MIME)"
    lines = [line.strip() for line in start[:20_000].splitlines() if line.strip()]
    if lines and len(lines[0]) >= 60 and all(map(_BASE64.match, lines[: max(1, len(lines) - 1)])):
        return "data encoded in letters (base64)"
    longest = max(lines, key=len, default="")
    dense = len(longest) > 400 and len(_CODE.findall(longest)) > _DENSE * len(longest)
    return "a program" if dense or (_STARTS_CODE.match(start) and len(longest) > 400) else ""
