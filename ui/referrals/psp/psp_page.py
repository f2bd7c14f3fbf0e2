"""The part of PSP groups: what its groups, cases and meetings want is carried out here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.referrals.psp.cases import delete_case, remove_expired, remove_fact
from app.referrals.psp.papers import (
    agenda_paper,
    extract_paper,
    held_paper,
    minutes_paper,
    sheet_paper,
)
from resources.text import _, language, ngettext
from ui.referrals.psp.case_form import CaseForm
from ui.referrals.psp.fact_form import FactForm
from ui.referrals.psp.paper_view import PspPaperView
from ui.referrals.psp.places import PspPlaces
from ui.referrals.psp.small_forms import (
    FollowingForm,
    GlassForm,
    GroupForm,
    MeetingForm,
    SeatForm,
    TaskForm,
)
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.referrals.psp.papers import MadePaper
    from app.referrals.psp.rows import ItemRow, MeetingRow, SeatRow
    from app.referrals.psp.rules import Fact
    from ui.desk import Desk


class PspPage(PspPlaces):
    """Ctrl+N adds what the place is about; Esc leaves a form, and Alt+Left goes back."""

    def __init__(self, desk: Desk) -> None:
        """Build the places; nothing is asked before `refresh`."""
        super().__init__(desk)
        self.listen("Ctrl+N", self._on_add)
        self._connect_places()
        self._connect_group()

    def _connect_places(self) -> None:
        self.start.new_wanted.connect(self._on_new_group)
        self.start.glass_wanted.connect(self._on_glass)
        self.case.fact_form_wanted.connect(self._on_fact_form)
        self.case.fact_removal_wanted.connect(self._on_fact_removal)
        self.case.following_wanted.connect(self._on_following)
        self.case.correction_wanted.connect(self._on_correction)
        self.case.paper_wanted.connect(self._on_held)
        self.case.deletion_wanted.connect(self._on_deletion)
        self.case.person_wanted.connect(self._on_person)
        self.conference.said.connect(self.said)
        self.conference.task_form_wanted.connect(self._on_task_form)
        self.conference.case_wanted.connect(self._on_case_wanted)
        self.conference.extract_wanted.connect(self._on_extract)
        self.conference.minutes_wanted.connect(self._on_minutes)
        self.conference.sheet_wanted.connect(self._on_sheet)
        self.conference.agenda_wanted.connect(self._on_agenda)
        self.conference.change_wanted.connect(self._on_meeting_change)

    def _connect_group(self) -> None:
        self.inside.case_wanted.connect(self._on_case_wanted)
        self.inside.meeting_wanted.connect(self._on_meeting_wanted)
        self.inside.seat_wanted.connect(self._on_seat_form)
        self.inside.case_form_wanted.connect(self._on_case_form)
        self.inside.meeting_form_wanted.connect(self._on_meeting_form)
        self.inside.group_form_wanted.connect(self._on_group_form)
        self.inside.delete_expired_wanted.connect(self._on_delete_expired)

    def _on_add(self) -> None:
        if self.shown is self.start:
            self._on_new_group()
        elif self.shown is self.case:
            self._on_fact_form(None)
        elif self.shown is self.conference and self.conference.panel.item is not None:
            self._on_task_form(self.conference.panel.item)
        elif self.shown is self.inside:
            adds = {0: self._on_case_form, 1: self._on_meeting_form, 3: self._on_new_seat}
            if add := adds.get(self.inside.tabs.currentIndex()):
                add()

    def _on_new_group(self) -> None:
        self.open_form(GroupForm(self.desk))

    def _on_glass(self) -> None:
        self.open_form(GlassForm(self.desk))

    def _on_group_form(self) -> None:
        if self.inside.view is not None:
            self.open_form(GroupForm(self.desk, self.inside.view.row))

    def _on_new_seat(self) -> None:
        self._on_seat_form(None)

    def _on_seat_form(self, seat: SeatRow | None) -> None:
        if self.inside.view is not None and self.inside.view.row.i_lead:
            self.open_form(SeatForm(self.desk, self.inside.view, seat))

    def _on_case_form(self) -> None:
        if self.inside.view is not None:
            form = CaseForm(self.desk, self.inside.view.row.id)
            self.open_form(form, self._on_case_saved)
            form.content.person.setFocus()

    def _on_case_saved(self, case_id: UUID) -> None:
        self.drop(self.trail.pop())
        self._on_case_wanted(case_id)

    def _on_meeting_form(self) -> None:
        if self.inside.view is not None:
            self.open_form(MeetingForm(self.desk, self.inside.view), self._on_meeting_saved)

    def _on_meeting_saved(self, meeting_id: UUID) -> None:
        self.drop(self.trail.pop())
        self._on_meeting_wanted(meeting_id)

    def _on_meeting_change(self, meeting: MeetingRow) -> None:
        self.open_form(MeetingForm(self.desk, meeting=meeting))

    def _on_case_wanted(self, case_id: UUID) -> None:
        self.push(self.case)
        self.case.show_case(case_id)
        self.case.back_button.setFocus()

    def _on_meeting_wanted(self, meeting_id: UUID) -> None:
        self.push(self.conference)
        self.conference.show_meeting(meeting_id)
        self.conference.side.agenda.setFocus()

    def _on_fact_form(self, fact: Fact | None) -> None:
        if self.case.view is not None:
            form = FactForm(self.desk, self.case.view, fact)
            self.open_form(form)
            form.content.words.setFocus()

    def _on_following(self) -> None:
        if self.case.view is not None:
            self.open_form(FollowingForm(self.desk, self.case.view))

    def _on_correction(self) -> None:
        view = self.case.view
        if view is not None:
            self.open_form(CaseForm(self.desk, view.group_id, view))

    def _on_task_form(self, item: ItemRow) -> None:
        if self.conference.panel.is_dirty():
            self.conference.panel.save()
        self.open_form(TaskForm(self.desk, item))

    def _on_person(self, person_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", person_id))

    def _on_fact_removal(self, fact: Fact) -> None:
        if Question.confirm(
            self,
            _("Delete this fact?"),
            _("It is gone for good; what was given to whom stays on record."),
            _("Delete fact"),
            is_danger=True,
        ):
            self._do(remove_fact, fact.id)

    def _on_delete_expired(self) -> None:
        if self.group is not None and Question.confirm(
            self,
            _("Delete all facts that have passed their last day?"),
            _("They are gone for good; what was given to whom stays on record."),
            _("Delete these facts"),
            is_danger=True,
        ):
            act = self.desk.act(remove_expired, self.group.id)
            act.then(self._on_expired_gone).if_refused(self.on_refused)
            act.if_unavailable(self.on_unavailable)

    def _on_expired_gone(self, count: int) -> None:
        words = ngettext("{count} fact is deleted.", "{count} facts are deleted.", count)
        self.said.emit(words, None)
        self.refresh()

    def _on_deletion(self) -> None:
        view = self.case.view
        if view is not None and Question.confirm(
            self,
            _("Delete case {number}?").format(number=view.row.number),
            _("Its facts and what was agreed go for good; who looked stays on record."),
            _("Delete case"),
            is_danger=True,
        ):
            act = self.desk.act(delete_case, view.row.id, view.row.version)
            act.then(self.on_saved).if_refused(self.on_refused)
            act.if_unavailable(self.on_unavailable)

    def _on_extract(self, meeting_id: UUID, agency: str) -> None:
        self._paper(extract_paper, meeting_id, agency)

    def _on_minutes(self, meeting_id: UUID) -> None:
        self._paper(minutes_paper, meeting_id)

    def _on_agenda(self, meeting_id: UUID) -> None:
        self._paper(agenda_paper, meeting_id)

    def _on_sheet(self, meeting_id: UUID, case_id: UUID) -> None:
        self._paper(sheet_paper, meeting_id, case_id)

    def _on_held(self) -> None:
        if self.case.view is not None:
            self._paper(held_paper, self.case.view.row.id)

    def _paper(self, made: Callable[..., MadePaper], *given: object) -> None:
        act = self.desk.act(made, *given, language())
        act.then(self._on_paper).if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_paper(self, paper: MadePaper) -> None:
        view = PspPaperView(self.desk, paper)
        view.left.connect(self.go_back)
        view.said.connect(self.said)
        self.push(view)
        view.print_button.setFocus()

    def _do(self, action: Callable[..., Any], *given: object) -> None:
        act = self.desk.act(action, *given)
        act.then(self._on_done).if_refused(self.on_refused).if_unavailable(self.on_unavailable)

    def _on_done(self, _answer: object) -> None:
        self.refresh()
