"""The words of concerns: what began one, whom a step calls, what came of it, how it ended."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class Cause(StrEnum):
    """What began a concern; each has its chain of steps under the same code."""

    NO_ONE_OPENED = "no_one_opened"
    NO_SIGN_OF_LIFE = "no_sign_of_life"


CAUSE_LABELS = {
    Cause.NO_ONE_OPENED: N_("Nobody opened the door"),
    Cause.NO_SIGN_OF_LIFE: N_("No sign of life"),
}


class Calls(StrEnum):
    """Whom a step calls, so that the screen lists just these with their numbers."""

    NOBODY = ""
    PERSON = "person"
    NEIGHBOURS = "neighbours"
    CONTACTS = "contacts"
    OFFICE = "office"
    EMERGENCY = "emergency"


CALLS_LABELS = {
    Calls.NOBODY: N_("Nobody in the files"),
    Calls.PERSON: N_("The person"),
    Calls.NEIGHBOURS: N_("Neighbours and housemates"),
    Calls.CONTACTS: N_("Contacts and those with a key"),
    Calls.OFFICE: N_("The coordinator"),
    Calls.EMERGENCY: N_("Emergency numbers"),
}


class StepResult(StrEnum):
    """What came of a step."""

    NOBODY = "nobody"
    REACHED = "reached"
    KNOWS = "knows"
    COMES = "comes"
    HELP = "help"
    INFORMED = "informed"
    SKIPPED = "skipped"


RESULT_LABELS = {
    StepResult.NOBODY: N_("Nobody answered"),
    StepResult.REACHED: N_("The person was reached"),
    StepResult.KNOWS: N_("Knows where the person is"),
    StepResult.COMES: N_("Goes and looks"),
    StepResult.HELP: N_("Help is on its way"),
    StepResult.INFORMED: N_("Was told"),
    StepResult.SKIPPED: N_("Not possible or not needed"),
}


class Ending(StrEnum):
    """How a concern ended."""

    WELL = "well"
    AWAY = "away"
    HOSPITAL = "hospital"
    HELPED = "helped"
    DECEASED = "deceased"
    MISTAKE = "mistake"


ENDING_LABELS = {
    Ending.WELL: N_("Safe and well"),
    Ending.AWAY: N_("Was away"),
    Ending.HOSPITAL: N_("In hospital"),
    Ending.HELPED: N_("Needed help and got it"),
    Ending.DECEASED: N_("Found dead"),
    Ending.MISTAKE: N_("A mistake: no visit was due"),
}
