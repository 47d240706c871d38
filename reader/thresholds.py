"""From when the program doubts: the thresholds that a person meets, all of them here.

How sure a reason is stands in `reader.linking.mechanism_weights`, how two names score in `reader.names.scores`.
"""

DOUBTFUL_MENTION = 0.6
"""The recogniser's confidence below which a mention is doubtful: shown more faintly, unless a setting says otherwise,
and rather the person of that surname than a place or an organisation that nobody knows.

The recogniser is calibrated: of marks that promise less four in ten are wrong, and they are one mark in eleven (795
news articles); what it takes for a place with less is none in two of five cases.
"""

DOUBTFUL_PAIR = 0.5
"""The score from which two names that are not joined are a question for a person: rather one than not."""

SURE_LINK = 0.9
"""The weight from which a link stands without a line that says what would make it wrong."""
