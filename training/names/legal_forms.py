"""Write the legal forms of companies that names are compared without, from the list of the project rigour.

    python -m training.names.legal_forms org_types.yml

`org_types.yml` is `resources/names/org_types.yml` of rigour (MIT), which collects the forms of the world's registers in
their many spellings. Kept are those of companies, partnerships and traders, folded as names are; the result is
committed, so that the package needs neither rigour nor this script.
"""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reader.names.fold import fold
from reader.names.legal_forms import letters_joined
from reader.names.scripts import foreign, romanise

COMPANIES = frozenset({"JSC", "LLC", "LP", "LLP", "GP", "SP", None})
"""What rigour calls the sorts of form that a company's name is the same name without; None is one land's own."""

WORDS = frozenset(
    """incorporation cooperation compania cooperative limite in at od im is ip ai it company companies association
    foundation partnership partnerschaft unlimited national joint venture group trust sole trader proprietor firm
    enterprise ep charity saatio sube spd pup pse psu ilp sad sak sti stg gag ags oop odo nao cva fie opg sha""".split()
)
"""Forms that are words elsewhere, and end a name that would be another without them."""

SHORTEST = 3
"""Letters of a form of one word: shorter ones are the end of too many names; the few that are sure stand in
`reader.names.tables`."""


def forms(listed: dict[str, Any]) -> Iterator[str]:
    """Every spelling, folded, its single letters joined."""
    for one in listed["types"]:
        if one.get("generic") not in COMPANIES:
            continue
        for text in (one.get("display"), one.get("compare"), *one.get("aliases", ())):
            form = letters_joined(fold(romanise(text) if foreign(text) else text).split()) if text else ""
            if form.replace(" ", "").isascii() and form not in WORDS and (" " in form or len(form) >= SHORTEST):
                yield form


WRITTEN = Path(__file__).resolve().parent.parent.parent / "reader" / "names" / "listed_legal_forms.py"
_HEAD = '''"""Legal forms of companies in the world's registers, folded, single letters joined.

Written by `training/names/legal_forms.py` from rigour's list of them (MIT, see `data/NOTICE.txt`); do not edit.
"""

LISTED = frozenset(
    """
'''
_FOOT = '''
    """.replace("\\n    ", " ").strip().split("; ")
)
"""Every form as `reader.names.legal_forms.letters_joined` writes it."""
'''


def main() -> None:
    """Write the list."""
    found = sorted(set(forms(yaml.safe_load(Path(sys.argv[1]).read_text("utf-8")))))
    lines = textwrap.fill(
        "; ".join(found),
        120,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    WRITTEN.write_text(_HEAD + lines + _FOOT, "utf-8")
    print(f"{len(found)} forms")


if __name__ == "__main__":
    main()
