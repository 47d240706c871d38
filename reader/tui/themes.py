"""Our two themes, one dark and one light, and the colours of kinds that every theme needs.

The kinds' colours differ in lightness and hue so that the common colour blindnesses keep them apart; weight, slant and
underline, in `styles/`, tell them apart without colour.
"""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

THEME = "theme"
"""The preference that keeps the chosen theme's name with the library."""

_DARK_KINDS = {
    "person": "#f0d39a",
    "organisation": "#86b8ec",
    "armed-group": "#f0896a",
    "state": "#86d3ae",
    "place": "#c8a5e6",
    "group": "#cdc9be",
    "other": "#c9c4ba",
}
_LIGHT_KINDS = {
    "person": "#7a5200",
    "organisation": "#1d5c9e",
    "armed-group": "#b2361f",
    "state": "#1c6f4f",
    "place": "#74399a",
    "group": "#55514a",
    "other": "#4a463f",
}

DARK = Theme(
    name="tadmor-dark",
    primary="#d99a4e",
    secondary="#86b8ec",
    accent="#d99a4e",
    warning="#e0b04c",
    error="#f0705a",
    success="#86d3ae",
    foreground="#d9d4c8",
    background="#15171a",
    surface="#15171a",
    panel="#1d2024",
    dark=True,
)
LIGHT = Theme(
    name="tadmor-light",
    primary="#9a5510",
    secondary="#1d5c9e",
    accent="#9a5510",
    warning="#8a6200",
    error="#b2361f",
    success="#1c6f4f",
    foreground="#2a2620",
    background="#fbf8f1",
    surface="#fbf8f1",
    panel="#f2ede2",
    dark=False,
)


def own_variables(theme: Theme, variables: dict[str, str]) -> dict[str, str]:
    """Variables that `styles/` uses besides Textual's, for any theme: the kinds, a quiet text colour, rules, tints."""
    kinds = _DARK_KINDS if theme.dark else _LIGHT_KINDS
    own = {"kind-" + kind: colour for kind, colour in kinds.items()}
    try:
        foreground, background = Color.parse(variables["foreground"]), Color.parse(variables["background"])
        accent = Color.parse(variables["accent"])
    except (KeyError, ValueError):
        foreground = Color.parse("#d9d4c8" if theme.dark else "#2a2620")
        background = Color.parse("#15171a" if theme.dark else "#fbf8f1")
        accent = Color.parse("#d99a4e" if theme.dark else "#9a5510")
    if foreground.ansi is not None or background.ansi is not None:
        return {
            **own,
            "quiet": "ansi_bright_black",
            "rule": "ansi_bright_black",
            "cursor": "ansi_bright_black",
            "same": "ansi_bright_black",
            "current": "ansi_bright_black",
            "hit": "ansi_bright_black",
        }
    own["quiet"] = background.blend(foreground, 0.58).hex
    own["rule"] = background.blend(foreground, 0.2).hex
    own["cursor"] = background.blend(accent, 0.26).hex
    own["current"] = background.blend(foreground, 0.09).hex
    own["hit"] = background.blend(foreground, 0.2).hex
    own["same"] = background.blend(accent, 0.24).hex
    return own


_DOUBLE = {
    "TERM": ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm"),
    "TERM_PROGRAM": ("iTerm.app", "WezTerm", "ghostty", "vscode"),
}
_DOUBLE_PRESENCE = ("KITTY_WINDOW_ID", "WEZTERM_PANE", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION")


def double_underline(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is known to draw a double underline; others may draw a plain one, or take it for "not bold".

    Inside tmux and screen, and where nothing is known, as over SSH, the answer is no.
    """
    if "TMUX" in environment or environment.get("TERM", "").startswith(("screen", "tmux", "linux")):
        return False
    named = any(environment.get(name, "").startswith(values) for name, values in _DOUBLE.items())
    return named or any(name in environment for name in _DOUBLE_PRESENCE)
