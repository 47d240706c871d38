"""Whether two web addresses lead to one page: what says only how one came there is left out."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_TRACKING = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
        "igsh", "li_fat_id", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "oly_anon_id",
        "oly_enc_id", "vero_id", "wickedid", "guccounter", "guce_referrer", "guce_referrer_sig", "ref_src", "ref_url",
        "ocid", "cmpid", "smid", "xtor", "spm", "s_cid", "ncid",
    }
)  # fmt: skip
"""Parameters that tell a site where a reader came from, after what browsers strip from addresses. `ref`, `source` and
their like may name a page, and stay."""

_TRACKING_FAMILIES = ("utm_", "at_", "pk_", "mtm_", "hsa_", "__hs")
"""How such parameters begin, of Google's, the BBC's, Matomo's and HubSpot's sort."""

_PLAIN = re.compile(r"[\w./~-]*", re.ASCII)
"""A path that is in its one form already, as most are."""

_PORTS = {"http": 80, "https": 443}


def address(url: str) -> str:
    """A page's address in the one form that all of its addresses have; empty where it is that of no single page.

    Without http or https, `www.`, the port that goes without saying, a slash at the end, a fragment that only leads to
    a place in the page, and parameters that tell where a reader came from. The front page of a site is what a badly
    made page of it calls its own address: it is none.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""
    if not host or parts.scheme not in _PORTS:
        return ""
    path = _one_form(parts.path.rstrip("/"))
    asked = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0]))
    # "#!/story/7" is how an application in the browser names its pages.
    route = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    if not path and not asked and not route:
        return ""
    place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return f"{place}{path}" + (f"?{urlencode(asked)}" if asked else "") + (f"#{route}" if route else "")


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_FAMILIES)


def _one_form(path: str) -> str:
    """A path with every letter written in one way, escaped or not; an escaped slash is not a slash."""
    return path if _PLAIN.fullmatch(path) else "/".join(quote(unquote(part), safe="") for part in path.split("/"))
