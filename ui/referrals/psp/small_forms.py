"""The small forms of a group: how a case goes on, meetings, tasks, seats, groups, emergencies."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.psp.cases import follow_case
from app.referrals.psp.entering import break_psp_glass
from app.referrals.psp.groups import add_seat, make_group, save_group, save_seat
from app.referrals.psp.meetings import move_meeting, plan_meeting
from app.referrals.psp.rules import (
    AGENCY_LABELS,
    KIND_LABELS,
    STATE_LABELS,
    Following,
    GroupDetails,
    MeetingDetails,
    SeatDetails,
    TaskDetails,
)
from app.referrals.psp.tasks import add_task
from resources.text import _
from ui.referrals.psp.apart_form import ApartForm
from ui.referrals.psp.words import case_name, item_name, options
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField, TimeField
from ui.widgets.form import Form
from ui.widgets.labels import text
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.psp.rows import (
        CaseView,
        GroupRow,
        GroupView,
        ItemRow,
        MeetingRow,
        SeatRow,
    )
    from ui.desk import Desk, Pending


class FollowingForm(ApartForm):
    """Who leads a case, when the group looks again, how it ends."""

    def __init__(self, desk: Desk, case: CaseView) -> None:
        """Begin with the case as it is."""
        super().__init__(desk)
        self._case = case
        self.state = ChoiceField(options(STATE_LABELS))
        self.lead = ChoiceField(options(AGENCY_LABELS, none=_("Nobody yet")))
        self.review, self.reason = DateField(), TextField()
        fields = Form()
        fields.add("state", _("State"), self.state)
        fields.add("lead_agency", _("Lead"), self.lead)
        fields.add("next_review", _("Next review"), self.review, optional=True)
        fields.add(
            "closing_reason", _("Why the case ends"), self.reason,
            hint=_("Needed when it is closed or declined."),
        )  # fmt: skip
        self.state.set_value(case.row.state)
        self.lead.set_value(case.row.lead_agency)
        self.review.set_value(case.row.next_review)
        self.reason.set_value(case.closing_reason)
        name = case_name(case.row.number, case.row.name)
        self.arrange(fields, _("How {name} goes on").format(name=name), _("Save"))

    def send(self) -> Pending[UUID]:
        """Save how the case goes on."""
        following = Following(
            self.state.value(), self.lead.value(), self.review.value(), self.reason.value()
        )
        return self.desk.act(follow_case, self._case.row.id, self._case.row.version, following)


class MeetingForm(ApartForm):
    """When and where a group meets."""

    def __init__(
        self, desk: Desk, group: GroupView | None = None, meeting: MeetingRow | None = None
    ) -> None:
        """Propose the next day by the rhythm of a group, or begin with a meeting of it."""
        super().__init__(desk)
        self._group_id = None if group is None else group.row.id
        self._meeting, self._id = meeting, uuid4()
        self.day, self.time, self.place = DateField(), TimeField(), TextField()
        fields = Form()
        fields.begin_row()
        fields.add("starts_at", _("Day"), self.day)
        fields.add("time", _("Time"), self.time)
        fields.end_row()
        fields.add("place", _("Place"), self.place, optional=True)
        told = text(
            _("Everyone with a seat is on the list; cases that are new or due for review come on.")
        )
        if group is not None:
            self.day.set_value(group.next_day)
        if meeting is not None:
            self.day.set_value(meeting.starts_at.date())
            self.time.set_value(meeting.starts_at.time())
            self.place.set_value(meeting.place)
        heading = _("Plan a meeting") if meeting is None else _("Change the meeting")
        verb = _("Plan meeting") if meeting is None else _("Save meeting")
        if meeting is not None:
            told.hide()
        self.arrange(fields, heading, verb, told)

    def send(self) -> Pending[UUID]:
        """Plan the meeting, or change it."""
        day, time = self.day.value(), self.time.value()
        starts_at = datetime.combine(day, time) if day and time else None
        details = MeetingDetails(starts_at, self.place.value())
        if self._meeting is not None:
            return self.desk.act(move_meeting, self._meeting.id, self._meeting.version, details)
        assert self._group_id is not None  # noqa: S101 - one of both is given
        return self.desk.act(plan_meeting, self._group_id, self._id, details)


class TaskForm(ApartForm):
    """What an agency does until when."""

    def __init__(self, desk: Desk, item: ItemRow) -> None:
        """Begin a task on a case."""
        super().__init__(desk)
        self._item, self._id = item, uuid4()
        self.agency, self.what = ChoiceField(options(AGENCY_LABELS)), TextField()
        self.due_on = DateField()
        fields = Form()
        fields.add("agency", _("Who"), self.agency)
        fields.add("what", _("Does what"), self.what)
        fields.add("due_on", _("Until"), self.due_on)
        heading = _("Task on {name}").format(name=item_name(item))
        self.arrange(fields, heading, _("Save task"))

    def send(self) -> Pending[UUID]:
        """Save the task."""
        details = TaskDetails(self.agency.value(), self.what.value(), self.due_on.value())
        return self.desk.act(add_task, self._item.id, self._id, details)


class SeatForm(ApartForm):
    """A seat at the table."""

    def __init__(self, desk: Desk, group: GroupView, seat: SeatRow | None = None) -> None:
        """Give a seat, or change one."""
        super().__init__(desk)
        self._group_id, self._seat = group.row.id, seat
        self._id = uuid4() if seat is None else seat.id
        self.content = SeatFields(desk, seat)
        heading = _("Give a seat") if seat is None else _("Seat of {name}").format(name=seat.name)
        self.arrange(self.content, heading, _("Save seat"))

    def send(self) -> Pending[UUID]:
        """Save the seat."""
        details = self.content.value()
        if self._seat is None:
            return self.desk.act(add_seat, self._group_id, self._id, details)
        return self.desk.act(save_seat, self._id, self._seat.version, details)


class SeatFields(Form):
    """Who sits there for whom, and whether they have a desk in this office."""

    def __init__(self, desk: Desk, seat: SeatRow | None) -> None:
        """Begin empty, or with a seat."""
        super().__init__()
        self.name, self.organisation, self.email = TextField(), TextField(), TextField()
        self.agency = ChoiceField(options(AGENCY_LABELS))
        self.member_name = TextField()
        self.lead = CheckField(_("Leads the group"))
        self.from_on, self.until_on = DateField(), DateField()
        self.add("name", _("Name"), self.name)
        self.add("agency", _("Agency"), self.agency)
        self.add("organisation", _("Office or district"), self.organisation, optional=True)
        self.add("email", _("E-mail"), self.email, optional=True)
        self.add(
            "member_name", _("Colleague of this office"), self.member_name, optional=True,
            hint=_("Exactly as on the list of colleagues, with the role “PSP member”."),
        )  # fmt: skip
        self.add("is_lead", "", self.lead)
        self.begin_row()
        self.add("from_on", _("From"), self.from_on)
        self.add("until_on", _("Last day"), self.until_on, optional=True)
        self.end_row()
        self.from_on.set_value(desk.local_now.date())
        if seat is not None:
            self._take(seat)
        self.keep()

    def value(self) -> SeatDetails:
        """Answer what the fields say."""
        return SeatDetails(
            self.name.value(),
            self.agency.value(),
            self.organisation.value(),
            self.email.value(),
            self.member_name.value().strip(),
            self.lead.value(),
            self.from_on.value(),
            self.until_on.value(),
        )

    def _take(self, seat: SeatRow) -> None:
        self.name.set_value(seat.name)
        self.agency.set_value(seat.agency)
        self.organisation.set_value(seat.organisation)
        self.email.set_value(seat.email)
        self.member_name.set_value(seat.member_name)
        self.lead.set_value(seat.is_lead)
        self.from_on.set_value(seat.from_on)
        self.until_on.set_value(seat.until_on)


class GroupForm(ApartForm):
    """What a group is called, and what it confers on."""

    def __init__(self, desk: Desk, group: GroupRow | None = None) -> None:
        """Make a group, or rename one."""
        super().__init__(desk)
        self._group = group
        self._id = uuid4() if group is None else group.id
        self.name, self.area = TextField(), TextField()
        self.kind = ChoiceField(options(KIND_LABELS))
        self.agency = ChoiceField(options(AGENCY_LABELS))
        fields = Form()
        fields.add("name", _("Name"), self.name)
        fields.add("kind", _("Kind"), self.kind)
        fields.add("area", _("Area"), self.area, optional=True)
        fields.add("agency", _("Your agency"), self.agency)
        fields.field("agency").setVisible(group is None)
        if group is not None:
            self.name.set_value(group.name)
            self.kind.set_value(group.kind)
            self.area.set_value(group.area)
        heading = _("Make a group") if group is None else _("Change the group")
        told = text(_("You lead the group and give its seats. Nobody else sees that it is there."))
        if group is not None:
            told.hide()
        self.arrange(fields, heading, _("Save group"), told)

    def send(self) -> Pending[UUID]:
        """Save the group."""
        details = GroupDetails(
            self.name.value(), self.kind.value(), self.area.value(), self.agency.value()
        )
        if self._group is None:
            return self.desk.act(make_group, self._id, details)
        return self.desk.act(save_group, self._id, self._group.version, details)


class GlassForm(ApartForm):
    """Into a group without a seat, for an hour, with a reason."""

    def __init__(self, desk: Desk) -> None:
        """Begin empty: which groups there are is not told here."""
        super().__init__(desk)
        self.name, self.reason = TextField(), ShortTextField(3)
        fields = Form()
        fields.add("name", _("Name of the group"), self.name)
        fields.add(
            "reason", _("Why you must know now"), self.reason,
            hint=_("At least a sentence. Whoever leads the group reads it."),
        )  # fmt: skip
        told = text(
            _("In an emergency you may enter a group for an hour. It is put on record at once.")
        )
        self.arrange(fields, _("Enter a group in an emergency"), _("Enter for an hour"), told)

    def send(self) -> Pending[UUID]:
        """Enter the group."""
        return self.desk.act(break_psp_glass, self.name.value(), self.reason.value())
