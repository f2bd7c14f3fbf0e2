"""How volunteers are said: stages, proofs, what is due, codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.volunteers.rules import (
    PROOF_LABELS,
    STAGE_LABELS,
    TRAIT_LABELS,
    ProofState,
    TraitKind,
    VolunteerStage,
)
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


_STAGE_TONES = {
    VolunteerStage.ACTIVE: "done",
    VolunteerStage.LEFT: "plain",
}
_PROOF_TONES = {
    ProofState.MISSING: "attention",
    ProofState.FAILED: "danger",
    ProofState.EXPIRED: "danger",
    ProofState.GRACE: "attention",
    ProofState.SOON: "attention",
    ProofState.MET: "done",
    ProofState.WAIVED: "done",
    ProofState.DELETE: "attention",
}


def stage_words(stage: VolunteerStage) -> str:
    """Answer a stage."""
    return _(STAGE_LABELS[stage])


def stage_tone(stage: VolunteerStage) -> str:
    """Answer the tone in which a stage is shown."""
    return _STAGE_TONES.get(stage, "primary")


def proof_words(state: ProofState) -> str:
    """Answer how a requirement stands."""
    return _(PROOF_LABELS[state])


def proof_tone(state: ProofState) -> str:
    """Answer the tone in which a requirement is shown."""
    return _PROOF_TONES[state]


def by_words(day: date | None) -> str:
    """Answer by when; "" where no day is set."""
    return "" if day is None else _("by {day}").format(day=formats.show_day(day))


def options(labels: Mapping[Any, str], *first: tuple[str, str]) -> list[tuple[str, str]]:
    """Answer codes with their words, as a choice offers them."""
    return [*first, *((str(code), _(words)) for code, words in labels.items())]


def codes_words(kind: TraitKind, traits: Iterable[tuple[str, str]]) -> str:
    """Answer the codes of a kind in one line."""
    labels = TRAIT_LABELS[kind]
    mine = {code for other, code in traits if other == kind}
    return ", ".join(_(words) for code, words in labels.items() if code in mine)


def hours_words(stretches: Iterable[tuple[int, int, int]]) -> str:
    """Answer when somebody has time, a line for each day."""
    days: dict[int, list[str]] = {}
    for weekday, first, last in stretches:
        days.setdefault(weekday, []).append(f"{_clock(first)}–{_clock(last)}")
    locale = formats.locale()
    short = locale.FormatType.ShortFormat
    return "\n".join(
        f"{locale.dayName(day, short)} {', '.join(parts)}" for day, parts in sorted(days.items())
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
