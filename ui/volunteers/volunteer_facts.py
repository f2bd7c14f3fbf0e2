"""What stands in a volunteer's file, as facts in three cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.volunteers.rules import (
    ABSENCE_LABELS,
    GENDER_LABELS,
    LEAVE_LABELS,
    PAID_LABELS,
    AbsenceReason,
    LeaveReason,
    PaidKind,
    TraitKind,
)
from resources.text import _, ngettext
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.style import spacing
from ui.volunteers.words import codes_words, hours_words
from ui.widgets.card import Card

if TYPE_CHECKING:
    from datetime import date

    from app.volunteers.queries import VolunteerCard
    from app.volunteers.rules import AbsenceDetails, TrainingDetails, VolunteerDetails


class VolunteerFacts(QWidget):
    """Service, who suits, times and trainings."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._service = FactGrid(
            [_("Applied on"), _("Since"), _("Left on"), _("Visits at most"), _("Travels at most"),
             _("District"), _("Offers"), _("Insured until"), _("Expenses"), _("In an emergency"),
             _("Notes")]
        )  # fmt: skip
        self._suits = FactGrid(
            [_("Interests"), _("Skills"), _("Gender"), _("Brings along"), _("Cannot be with"),
             _("Also"), _("Key person of")]
        )  # fmt: skip
        self._times = FactGrid([_("Has time"), _("Away"), _("Trainings")])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        titles = (_("Service"), _("Who suits"), _("Times and training"))
        for title, grid in zip(titles, (self._service, self._suits, self._times), strict=True):
            card = Card(title)
            card.add(grid)
            layout.addWidget(card)

    def show_card(self, card: VolunteerCard) -> None:
        """Show a file that there is."""
        file = card.details
        if file is None:
            return
        self._service.show_facts(_service(file, card.area))
        self._suits.show_facts(_suits(file))
        time = hours_words(file.hours) or _("At any time: nothing is marked.")
        away = "\n".join(map(_absence, file.absences))
        self._times.show_facts([time, away, "\n".join(map(_training, file.trainings))])


def _service(file: VolunteerDetails, area: str) -> list[str]:
    people = file.max_people or 0
    most = ngettext("{count} person", "{count} people", people)
    reach = _("{count} km").format(count=file.reach_km) if file.reach_km else ""
    left = ""
    if file.left_on is not None:
        reason = _(LEAVE_LABELS[LeaveReason(file.left_reason)])
        left = f"{formats.show_day(file.left_on)} · {reason}"
    offers = [codes_words(TraitKind.ACTIVITY, file.traits)]
    if file.by_phone_only:
        offers.append(_("Only by telephone"))
    return [
        _day(file.applied_on), _day(file.active_from), left, most, reach, area,
        ", ".join(filter(None, offers)), _day(file.insured_until),
        _(PAID_LABELS[PaidKind(file.paid_kind)]), file.emergency_note, file.about,
    ]  # fmt: skip


def _suits(file: VolunteerDetails) -> list[str]:
    also = (
        (file.smoker, _("smokes")),
        (not file.accepts_smoking, _("not into flats where people smoke")),
        (not file.climbs_stairs, _("cannot climb stairs")),
        (file.dementia_experience, _("has experience with dementia")),
        (file.is_mediator, _("mediates between languages and cultures")),
        (file.is_pupil, _("goes to school or studies")),
    )
    return [
        codes_words(TraitKind.INTEREST, file.traits),
        codes_words(TraitKind.SKILL, file.traits),
        _(GENDER_LABELS[file.gender]) if file.gender else "",
        codes_words(TraitKind.BRINGS, file.traits),
        codes_words(TraitKind.ALLERGY, file.traits),
        ", ".join(words for is_so, words in also if is_so),
        file.community,
    ]


def _day(day: date | None) -> str:
    return formats.show_day(day) if day else ""


def _absence(one: AbsenceDetails) -> str:
    if one.from_day is None:
        return ""
    if one.until_day is None:
        when = _("from {day} on").format(day=formats.show_day(one.from_day))
    else:
        when = formats.show_date_span(one.from_day, one.until_day)
    reason = _(ABSENCE_LABELS[AbsenceReason(one.reason)])
    return " · ".join(filter(None, (when, reason, one.note)))


def _training(one: TrainingDetails) -> str:
    minutes = one.minutes or 0
    hours = _("{hours} h").format(hours=formats.show_number(minutes / 60, 1 if minutes % 60 else 0))
    return " · ".join(filter(None, (_day(one.day), one.topic, hours)))
