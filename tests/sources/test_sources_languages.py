"""An article's language is that of its text, where the text leaves no doubt."""

import pytest

from reader.sources.languages import language_of

GERMAN = (
    "Der Rat der Stadt hat am Dienstag die alte Brücke geschlossen, nachdem Ingenieure in zwei ihrer Pfeiler Risse"
    " gefunden hatten. Die Bürgermeisterin sagte, die Reparatur werde mindestens bis zum nächsten Sommer dauern."
)
CROATIAN = (
    "Gradsko vijeće zatvorilo je u utorak stari most nakon što su inženjeri pronašli pukotine na dva stupa. Popravak"
    " će trajati najmanje do sljedećeg ljeta, rekla je gradonačelnica i dodala da autobusi voze preko mosta."
)


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        (GERMAN, "", "de"),
        (GERMAN, "en-US", "de"),
        (GERMAN, "de-AT", "de-AT"),
        (GERMAN[:60], "en", "en"),
        (CROATIAN, "sr", "sr"),
        ("4, 5, 6", "", ""),
        ("", "fr", "fr"),
    ],
)
def test_a_text_tells_its_language(text: str, said: str, language: str) -> None:
    assert language_of(text, said) == language
