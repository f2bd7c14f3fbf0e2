"""The keys of the window, in the one list that both the window and its help are made from."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import N_


@dataclass(frozen=True, slots=True)
class Keys:
    """A key sequence in Qt's words, and what it does, in English."""

    sequence: str
    does: str


SEARCH = Keys("Ctrl+K", N_("Search people and actions"))
LOCK = Keys("Ctrl+L", N_("Lock the office"))
BACK = Keys("Alt+Left", N_("Go back"))
FORWARD = Keys("Alt+Right", N_("Go forward again"))
REFRESH = Keys("F5", N_("Ask for everything on the page again"))
LARGER = Keys("Ctrl++", N_("Make the text larger"))
SMALLER = Keys("Ctrl+-", N_("Make the text smaller"))
USUAL = Keys("Ctrl+0", N_("Make the text as large as usual"))
HELP = Keys("F1", N_("Show the keys"))
QUIT = Keys("Ctrl+Q", N_("Close Nahbar"))

WINDOW = (SEARCH, LOCK, BACK, FORWARD, REFRESH, LARGER, SMALLER, USUAL, HELP, QUIT)
"""The window's own keys."""

EVERYWHERE = (
    Keys("Tab", N_("Go to the next field or button")),
    Keys("Shift+Tab", N_("Go to the previous field or button")),
    Keys("Return", N_("Open the chosen line of a list, press the main button of a question")),
    Keys("Space", N_("Press a button, tick a box")),
    Keys("Ctrl+S", N_("Save the form")),
    Keys("Escape", N_("Leave a form or question, empty the search")),
    Keys("Ctrl+Left", N_("Turn to the week before")),
    Keys("Ctrl+Right", N_("Turn to the next week")),
    Keys("Alt+Down", N_("Open the calendar of a date, open a list of choices")),
    Keys("Up", N_("Go a day or five minutes on, one line up")),
    Keys("Down", N_("Go a day or five minutes back, one line down")),
)
"""Keys that work in every list and form."""
