"""The words of matching: stages, reasons, how often."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class MatchStage(StrEnum):
    """How far a match has come."""

    PROPOSED = "proposed"
    INTRODUCED = "introduced"
    """The joint first visit with the coordinator was."""
    TRIAL = "trial"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


STAGE_LABELS = {
    MatchStage.PROPOSED: N_("Proposed"),
    MatchStage.INTRODUCED: N_("Introduced"),
    MatchStage.TRIAL: N_("On trial"),
    MatchStage.RUNNING: N_("Running"),
    MatchStage.PAUSED: N_("Paused"),
    MatchStage.ENDED: N_("Ended"),
}


class EndedBy(StrEnum):
    """Which side ended a match."""

    PERSON = "person"
    VOLUNTEER = "volunteer"
    OFFICE = "office"


ENDED_BY_LABELS = {
    EndedBy.PERSON: N_("The person"),
    EndedBy.VOLUNTEER: N_("The volunteer"),
    EndedBy.OFFICE: N_("The office"),
}


class EndReason(StrEnum):
    """Why a match ended, or never began."""

    DECLINED = "declined"
    CHEMISTRY = "chemistry"
    TIME = "time"
    HEALTH = "health"
    MOVED = "moved"
    INTO_CARE = "into_care"
    DECEASED = "deceased"
    GOAL_REACHED = "goal_reached"
    BOUNDARIES = "boundaries"
    OTHER = "other"


END_LABELS = {
    EndReason.DECLINED: N_("Said no to the proposal"),
    EndReason.CHEMISTRY: N_("The two do not suit"),
    EndReason.TIME: N_("No time any more"),
    EndReason.HEALTH: N_("Health"),
    EndReason.MOVED: N_("Moved away"),
    EndReason.INTO_CARE: N_("Moved into a home"),
    EndReason.DECEASED: N_("Deceased"),
    EndReason.GOAL_REACHED: N_("No longer needed"),
    EndReason.BOUNDARIES: N_("Boundaries were crossed"),
    EndReason.OTHER: N_("Another reason"),
}


GENDER_WISH_LABELS = {
    "": N_("No wish"),
    "female": N_("By a woman"),
    "male": N_("By a man"),
    "other": N_("By somebody of another gender"),
}
LEVEL_LABELS = {
    "some": N_("A few words are enough"),
    "good": N_("A talk must be possible"),
    "fluent": N_("Fluently"),
}


class EventKind(StrEnum):
    """What was noted about a match."""

    STEP = "step"
    ASKED = "asked"
    """The volunteer was asked, with a card that names nobody."""
    CHECK_IN = "check_in"
    NOTE = "note"
    LOCKED = "locked"
    UNLOCKED = "unlocked"


EVENT_LABELS = {
    EventKind.ASKED: N_("The volunteer was asked"),
    EventKind.CHECK_IN: N_("Both were asked how it goes"),
    EventKind.NOTE: N_("Note"),
    EventKind.LOCKED: N_("Kept in every plan"),
    EventKind.UNLOCKED: N_("No longer kept in every plan"),
}


class CallResult(StrEnum):
    """What came of a call to somebody who waits."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    CALL_BACK = "call_back"
    WORRY = "worry"
    """Reached, and the office should look into something."""


CALL_LABELS = {
    CallResult.REACHED: N_("Talked"),
    CallResult.NOT_REACHED: N_("Nobody answered"),
    CallResult.CALL_BACK: N_("Wants to be called back"),
    CallResult.WORRY: N_("Talked, the office should look into it"),
}
