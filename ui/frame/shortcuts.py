"""The keys of the window, in the one list that both the window and its help are made from."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import N_


@dataclass(frozen=True, slots=True)
class Keys:
    """A key sequence in Qt's words, and what it does, in English."""

    sequence: str
    does: str


PLACES = (*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+,")
"""The keys of the rail from top to bottom: no key of the board says ten, and the tenth place has
the settings, which a comma leads to elsewhere."""
SEARCH = Keys("Ctrl+K", N_("Search people, cases and actions"))
FIND_NOTES = Keys("Ctrl+Shift+F", N_("Find in notes"))
LOCK = Keys("Ctrl+L", N_("Lock the office"))
BACK = Keys("Alt+Left", N_("Go back"))
FORWARD = Keys("Alt+Right", N_("Go forward again"))
REFRESH = Keys("F5", N_("Ask for everything on the page again"))
LARGER = Keys("Ctrl++", N_("Make the text larger"))
SMALLER = Keys("Ctrl+-", N_("Make the text smaller"))
USUAL = Keys("Ctrl+0", N_("Make the text as large as usual"))
HELP = Keys("F1", N_("Show the keys"))
QUIT = Keys("Ctrl+Q", N_("Close Nahbar"))

WINDOW = (SEARCH, FIND_NOTES, LOCK, BACK, FORWARD, REFRESH, LARGER, SMALLER, USUAL, HELP, QUIT)
"""The window's own keys."""

EVERYWHERE = (
    Keys("Tab", N_("Go to the next field or button")),
    Keys("Shift+Tab", N_("Go to the previous field or button")),
    Keys("Return", N_("Open the chosen line of a list, press the main button of a question")),
    Keys("Space", N_("Press a button, tick a box")),
    Keys("Ctrl+N", N_("Add to the list that is shown")),
    Keys("F2", N_("Change what is shown beside the list")),
    Keys("Ctrl+F", N_("Search the list that is shown")),
    Keys("Ctrl+S", N_("Save the form")),
    Keys("Escape", N_("Leave a form or question, empty the search, hide a message")),
    Keys("Ctrl+Return", N_("Save a note")),
    Keys("Ctrl+D", N_("Say more about a note: contact, topics, who may read it, follow-up")),
    Keys("F7", N_("Go to the next misspelt word of a note")),
    Keys("Ctrl+Space", N_("List the text snippets in a note")),
    Keys("Ctrl+Up", N_("Go to the note before in a journal")),
    Keys("Ctrl+Down", N_("Go to the next note in a journal")),
    Keys("Alt+Down", N_("Open the calendar of a date, open a list of choices")),
    Keys("Up", N_("Go a day or five minutes on, one line up")),
    Keys("Down", N_("Go a day or five minutes back, one line down")),
)
"""Keys that work in every list and form."""

CALENDAR = (
    Keys("Alt+1", N_("Show the day; up to Alt+7, the other views of the calendar")),
    Keys("Ctrl+Left", N_("Turn to the days before")),
    Keys("Ctrl+Right", N_("Turn to the next days")),
    Keys("Ctrl+T", N_("Show today")),
    Keys("Ctrl+G", N_("Go to another day")),
    Keys("Ctrl+N", N_("Plan a visit where the keyboard is")),
    Keys("Ctrl+P", N_("Print the week plan")),
    Keys("Left", N_("Go to the day or visitor beside")),
    Keys("Ctrl+Down", N_("Go to the next visit")),
    Keys("Ctrl+Up", N_("Go to the visit before")),
    Keys("Return", N_("Show the visit, or plan one in free time")),
    Keys("Ctrl+Shift+Up", N_("Move the visit a quarter of an hour back")),
    Keys("Ctrl+Shift+Down", N_("Move the visit a quarter of an hour on")),
    Keys("Ctrl+Shift+Left", N_("Move the visit to the day before")),
    Keys("Ctrl+Shift+Right", N_("Move the visit to the next day")),
    Keys("Menu", N_("Say what can be done with a visit")),
)
"""Keys of the calendar of visits."""

APPOINTMENTS = (
    Keys("Return", N_("Book the free time under the cursor, or change the appointment")),
    Keys("A", N_("Say that the person is there")),
    Keys("C", N_("Call the person to a counter")),
    Keys("D", N_("Say that the person was advised")),
    Keys("N", N_("Say that the person did not come")),
    Keys("M", N_("Move the appointment to another day or stop")),
    Keys("Ctrl+Shift+Up", N_("Move the appointment to the free time before")),
    Keys("Ctrl+Shift+Down", N_("Move the appointment to the next free time")),
    Keys("Ctrl+Shift+Left", N_("Move the appointment to the counter before")),
    Keys("Ctrl+Shift+Right", N_("Move the appointment to the next counter")),
    Keys("X", N_("Cancel the appointment")),
    Keys("L", N_("Ask for a language mediator")),
    Keys("W", N_("Give a number in the queue")),
    Keys("F8", N_("Call the next person")),
)
"""Keys of the day of a stop."""

ADVICE = (
    Keys("+", N_("Tally: count one contact more")),
    Keys("-", N_("Tally: take one contact back")),
    Keys("Ctrl+Z", N_("Tally: undo what was counted last")),
    Keys("Left", N_("Tally: go to the column beside")),
    Keys("Ctrl+Shift+N", N_("Records: record a call")),
    Keys("Ctrl+P", N_("Timetable: make poster, flyer, calendar file or web page")),
    Keys("Ctrl+Shift+Left", N_("Timetable: move the tour to the day before")),
    Keys("Ctrl+Shift+Right", N_("Timetable: move the tour to the next day")),
    Keys("Ctrl+Return", N_("Planning: look for the best order")),
)
"""Keys of the other parts of mobile advice."""
