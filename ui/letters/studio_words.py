"""How the template studio speaks of texts: their state, their versions, their readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.rules.states import STATE_LABELS, VersionState
from app.letters.studio.rules import TextStatus, Understanding
from resources.text import _, ngettext
from ui import formats
from ui.letters.words import language_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.letters.studio.rows import StudioLine, StudioText, VersionRow

_ICONS = {
    TextStatus.CURRENT: "done",
    TextStatus.NOT_REVIEWED: "eye",
    TextStatus.OUTDATED: "warning",
    TextStatus.IN_TRANSLATION: "edit",
    TextStatus.MACHINE: "warning",
}
_BY_HARM = (
    TextStatus.OUTDATED,
    TextStatus.MACHINE,
    TextStatus.IN_TRANSLATION,
    TextStatus.NOT_REVIEWED,
)
_RESULT_ICONS = {
    Understanding.UNDERSTOOD: "done",
    Understanding.PARTLY: "warning",
    Understanding.NOT_UNDERSTOOD: "danger",
}


def title_of(line: StudioLine) -> str:
    """Answer the title of a template: translated when the program carries it."""
    return _(line.title) if line.is_delivered else line.title


def origin_of(line: StudioLine) -> str:
    """Answer where a template comes from, and whether it is offered."""
    if not line.is_delivered:
        words = _("Own template")
    else:
        words = _("Delivered, changed here") if line.is_changed else _("Delivered")
    return words if line.is_active else _("{origin}, switched off").format(origin=words)


def status_icon(status: TextStatus) -> str:
    """Answer the icon of a state; its word stands beside it."""
    return _ICONS[status]


def status_tone(status: TextStatus) -> str:
    """Answer the tone of a state."""
    return "done" if status is TextStatus.CURRENT else "attention"


def worst_of(texts: Mapping[str, TextStatus]) -> TextStatus:
    """Answer the state that needs attention most."""
    return next((each for each in _BY_HARM if each in texts.values()), TextStatus.CURRENT)


def summary_of(texts: Mapping[str, TextStatus]) -> str:
    """Answer "5 not reviewed by a native speaker", or "Current" when all is well."""
    worst = worst_of(texts)
    count = sum(status is worst for status in texts.values())
    if worst is TextStatus.CURRENT:
        return _(worst.label)
    return f"{_(worst.label)}: {formats.show_number(count)}"


def languages_of(texts: Mapping[str, TextStatus]) -> str:
    """Answer the languages of a template in words."""
    if len(texts) > 3:  # noqa: PLR2004 - more would not fit on a line
        words = ngettext("{count} language", "{count} languages", len(texts))
        return words.format(count=formats.show_number(len(texts)))
    return ", ".join(language_name(tag) for tag in texts)


def moment_of(at: datetime) -> str:
    """Answer the local day and time of an instant."""
    return formats.show_day(at.astimezone().date())


def version_words(opened: StudioText) -> str:
    """Answer which version a text is, and who wrote it."""
    if not opened.versions:
        return _("Delivered text") if opened.text else _("No text yet")
    newest = opened.versions[0]
    return _("Version {number} by {author}, {day}").format(
        number=formats.show_number(newest.number),
        author=newest.written_by,
        day=moment_of(newest.written_at),
    )


def review_words(version: VersionRow) -> str:
    """Answer who reviewed a version, or that nobody has."""
    if version.reviewed_at is None:
        return _("Not reviewed")
    return _("Reviewed by {reviewer}, {day}").format(
        reviewer=version.reviewed_by, day=moment_of(version.reviewed_at)
    )


def state_options() -> list[tuple[str, str]]:
    """Answer what can be said of a translation."""
    states = (VersionState.CURRENT, VersionState.IN_TRANSLATION, VersionState.MACHINE)
    return [(state.value, _(STATE_LABELS[state])) for state in states]


def result_options() -> list[tuple[str, str]]:
    """Answer how a text can have been understood."""
    return [(result.value, _(result.label)) for result in Understanding]


def result_words(result: str) -> str:
    """Answer how a text was understood."""
    return _(Understanding(result).label)


def result_icon(result: str) -> str:
    """Answer the icon of a result; its word stands beside it."""
    return _RESULT_ICONS[Understanding(result)]


def result_tone(result: str) -> str:
    """Answer the tone of a result."""
    return "done" if result == Understanding.UNDERSTOOD else "attention"
