"""How matching is said: stages, reasons of candidates, ages of waiting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.errors import Problem
from app.matches.rules import END_LABELS, ENDED_BY_LABELS, STAGE_LABELS, EndedBy, EndReason
from app.matches.rules import MatchStage as Stage
from app.volunteers.rules import INTERESTS
from resources.text import _, language, ngettext, say
from ui import formats

if TYPE_CHECKING:
    from app.matches.queries import MatchRow

_TONES = {
    Stage.PROPOSED: "attention",
    Stage.INTRODUCED: "primary",
    Stage.TRIAL: "primary",
    Stage.RUNNING: "done",
    Stage.PAUSED: "attention",
    Stage.ENDED: "plain",
}


def stage_words(stage: Stage) -> str:
    """Answer a stage."""
    return _(STAGE_LABELS[stage])


def stage_tone(stage: Stage) -> str:
    """Answer the tone in which a stage is shown."""
    return _TONES[stage]


def verb_words(stage: Stage) -> str:
    """Answer the verb on the button that leads to a stage."""
    verbs = {
        Stage.INTRODUCED: _("Note first visit"),
        Stage.TRIAL: _("Begin trial"),
        Stage.RUNNING: _("Begin visits"),
        Stage.PAUSED: _("Pause"),
        Stage.ENDED: _("End"),
    }
    return verbs[stage]


def match_line(row: MatchRow) -> str:
    """Answer in one line since when, until when and why."""
    since = _("since {day}").format(day=formats.show_day(row.since))
    until = row.paused_until if row.stage is Stage.PAUSED else None
    until = row.trial_until if row.stage is Stage.TRIAL else until
    parts = [since, _("until {day}").format(day=formats.show_day(until)) if until else ""]
    if row.stage is Stage.ENDED:
        parts.append(_(END_LABELS[EndReason(row.end_reason)]))
        parts.append(_(ENDED_BY_LABELS[EndedBy(row.ended_by)]))
    elif row.stage is Stage.PROPOSED:
        day = formats.show_day(row.asked_on) if row.asked_on else ""
        parts.append(_("volunteer asked on {day}").format(day=day) if day else "")
        parts.append(_("stays in every plan") if row.is_locked else "")
    elif row.asks_check_in and row.check_in_due:
        day = formats.show_day(row.check_in_due)
        parts.append(_("ask how it goes on {day}").format(day=day))
    elif row.check_in_on:
        day = formats.show_day(row.check_in_on)
        parts.append(_("asked how it goes on {day}").format(day=day))
    return " · ".join(filter(None, parts))


def reason_words(reason: Problem) -> str:
    """Answer a reason of the engine; languages and interests by their names."""
    values = {
        name: formats.show_day(value) if isinstance(value, date) else value
        for name, value in reason.values.items()
    }
    if "languages" in values:
        tags = filter(None, str(values["languages"]).split(", "))
        values["languages"] = ", ".join(language_name(tag, language()) for tag in tags)
    if "interests" in values:
        codes = filter(None, str(values["interests"]).split(", "))
        values["interests"] = ", ".join(_(INTERESTS.get(code, code)) for code in codes)
    return say(Problem(reason.message, reason.field, values))


def waits_words(since: date, today: date) -> str:
    """Answer for how long somebody has waited."""
    count = max(0, (today - since).days)
    return ngettext("waits for {count} day", "waits for {count} days", count)
