"""How sure comparing two names is: the score of every rule, all of them in this file.

A score is how likely two names are one actor, from 0 to 1. A rule that lays no words side by side has one score. One
that does has `Bounds`: the likelihood that the words add up to (`reader.names.weighing`, whose table is fitted) is held
within them, so that single words do not outvote what a rule knows of the whole.

Where the numbers come from: they were chosen by hand, together with the rules, in view of the half of the labelled
pairs that `docs/names.md` tells of. None is fitted, and none is taken from the literature. What matters most is on
which side of a threshold they lie: 0.5, 0.7 and 0.9 are those of the figures in `docs/names.md` and of what linking
does with a verdict (`reader.linking.policy`), and below `reader.thresholds.SURE_LINK` a link says what would make it
wrong. Between thresholds they put the questions of the review queue in order; what a hundredth more would do there,
nobody has measured. Tests hold *same* to 0.7 and more and *different* to less than one half
(`tests/names/test_compare.py`), and to its side of a threshold what the policy counts on
(`tests/linking/test_one_judge.py`).
"""

from typing import NamedTuple


class Bounds(NamedTuple):
    """Within what a rule holds the likelihood that the words of two names add up to."""

    least: float
    most: float


# Marks on the scale

EXCLUDED, CERTAIN = 0.0, 1.0
"""What the dictionary knows, kinds that clash, and vetoes: no likeness moves them."""

UNTIED = 0.1
"""Two names that nothing ties: somebody may have two names that have nothing in common."""

TIED = 0.3
"""Two that are tied: less likely one than nothing known would have it."""

UNASKED = 0.45
"""Just short of what a person is asked about."""

KNOWN_NOTHING = 0.5
"""Before there is any evidence, and where the names have none: only the article could tell."""

SURE = 0.9
"""The least of names whose words agree: as *same*, sure enough to be linked."""

MOST_ASKED = 0.94
"""The most of what is asked about: just below names that differ only in where words are parted."""

# What is known before words are looked at

ONE_PEOPLE = 0.95
"""Two words for what belongs to one state."""

OTHER_KIND = 0.1
"""Two kinds that are often taken for each other."""

TWO_NAMES = SURE
"""A text gives two names, and one of them is the other name."""

# Whole names

FOLDED = 0.98
"""Equal once folded, in one script or two; there are namesakes."""

PARTED = 0.95
"""Equal once written together."""

RULER = PARTED
"""A ruler's name and number, with a title or without: other countries may have had one too."""

ACRONYM = 0.85
"""Initials, and a name that they are made of; others may have them too."""

GENERIC = 0.75
"""A name that every state has, and both leave open whose."""

SHARED = 0.6
"""One name that several bear: two given names for a full name, or one company's name with two legal forms."""

SHARED_IN_PART = 0.55
"""What agrees is a name that several bear: a ruler's without the number, a surname in two spellings."""

LONG_MISSPELT = KNOWN_NOTHING
"""One long word with one letter changed: just enough to ask about."""

# Words side by side, each with its counterpart

AGREE = Bounds(SURE, 1.0)
"""Every word is its counterpart; of persons, in whatever order."""

REORDERED = Bounds(SURE, 0.95)
"""The same words in another order, of no person and no place."""

REORDERED_PLACE = 0.4
"""The same words in another order, of places: rather two."""

RESPELT = Bounds(KNOWN_NOTHING, MOST_ASKED)
"""Every word may be its counterpart, but none stands firm."""

RESPELT_SHORT = Bounds(KNOWN_NOTHING, 0.6)
"""The same where the name is, or begins with, a short word: hardly more than open."""

SLIP = Bounds(EXCLUDED, MOST_ASKED)
"""A word is spelt too differently, but beside words that make a slip believable; below one half they are two names."""

DISAGREE = Bounds(EXCLUDED, 0.4)
"""Words exclude each other, are spelt too differently to believe in a slip, or are more in one name and spelt otherwise
besides: rather two."""

SHARED_RESPELT = Bounds(KNOWN_NOTHING, SHARED)
"""Two given names for a full name, spelt otherwise."""

NOT_ENOUGH = Bounds(0.3, UNASKED)
"""Nothing agrees but initials, or given names of which either may be the surname."""

FILIATION = Bounds(EXCLUDED, 0.3)
"""Father and son change places."""

# Persons: initials, and words that one of the two lacks

BETWEEN = Bounds(SURE, 0.97)
"""First and last word agree, and one between them is an initial or missing: nearly as sure as equal names."""

PART = Bounds(SURE, 0.95)
"""At least three words agree, and one name has one more at an end."""

SHORTER, SHORTER_OF_TWO, SHORTER_RESPELT = (Bounds(UNASKED, most) for most in (MOST_ASKED, 0.85, 0.65))
"""One name is shorter: at least three words agree, fewer do, or one of them is spelt otherwise."""

INITIALS_KNOWN = Bounds(0.8, 0.93)
"""The initials fit somebody known; others may have them too."""

INITIALS_FIT = Bounds(KNOWN_NOTHING, INITIALS_KNOWN.most)
"""The initials fit, or one name has one more: no surer than if somebody known had them."""

INITIALS_RESPELT = Bounds(0.3, 0.6)
"""The initials fit, and a word beside them is not surely its counterpart."""

# Everything else: words that one of the two lacks

EXTRA = Bounds(EXCLUDED, UNASKED)
"""Words that make another one of it."""

HEAD_OF_MANY = Bounds(0.4, SHARED)
"""The shorter is what others are called as well."""

LONGER_PLACE = Bounds(EXCLUDED, 0.2)
"""A part of a place's name is another place."""
