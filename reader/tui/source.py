"""Where an article came from, opened in the browser; where that cannot be, said."""

import webbrowser
from urllib.parse import urlsplit

from reader.services import Page


def open_source(page: Page) -> str:
    """Show an article's own page in a browser, in a window beside the terminal; says what was done.

    Only http and https addresses are opened: whoever wrote the article chose its address, and a file or a program is
    not what a reader expects behind it.
    """
    address = next((one for one in (page.url, page.origin) if _of_the_web(one)), "")
    if not address:
        return f"It came from {page.origin}." if page.origin else "Nothing says where it came from."
    try:
        browser = webbrowser.get()
        # A browser for terminals would take this one away from the desk.
        beside = not isinstance(browser, webbrowser.GenericBrowser) or isinstance(browser, webbrowser.BackgroundBrowser)
        opened = beside and browser.open(address)
    except (webbrowser.Error, OSError):
        opened = False
    return f"Opened {address}" if opened else f"No browser can be opened from here: {address}"


def _of_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
