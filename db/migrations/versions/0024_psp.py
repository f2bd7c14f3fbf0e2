"""The PSP co-operation keeps its own tables."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import days, drop, flags, index, instant, keys, make, numbers, text

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_GROUP = {"group_id": "psp_group"}
_CASE = {"case_id": "psp_case"}
_MEETING = {"meeting_id": "psp_meeting"}


def upgrade() -> None:
    """Make the tables."""
    _groups()
    _cases()
    _facts()
    _meetings()
    _agenda()
    _logs()


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=False)


def _groups() -> None:
    make("psp_group", text("name", "kind", "area"), flags("is_active"))
    make(
        "psp_member",
        keys("group_id"),
        text("member_name", "name", "agency", "organisation", "email"),
        flags("is_lead"),
        _day("from_on"),
        days("until_on"),
        to=_GROUP,
    )
    index("psp_member", "group_id")
    index("psp_member", "member_name")
    make(
        "psp_glass",
        keys("group_id"),
        text("who", "reason"),
        instant("valid_from"),
        instant("valid_until"),
        to=_GROUP,
    )
    index("psp_glass", "group_id")
    index("psp_glass", "who")


def _cases() -> None:
    make(
        "psp_case",
        keys("group_id", "person_id"),
        text("number", "raised_by", "raised_agency", "own_means_insufficient", "tried"),
        text("informed_reason", "consent_sought", "consent_reason", "lead_agency", "state"),
        text("closing_reason"),
        flags("informed"),
        _day("raised_on"),
        days("next_review", "closed_on"),
        to=_GROUP,
        unique=("group_id", "number"),
    )
    index("psp_case", "group_id", "state")
    index("psp_case", "person_id")
    make("psp_criterion", keys("case_id"), text("code"), to=_CASE, unique=("case_id", "code"))


def _facts() -> None:
    make(
        "psp_fact",
        keys("case_id"),
        text("text", "category", "from_agency", "necessity", "basis", "noted_by"),
        flags("not_for_investigation"),
        _day("expires_on"),
        keys("consent_id", nullable=True),
        instant("noted_at"),
        to=_CASE,
    )
    index("psp_fact", "case_id")
    index("psp_fact", "expires_on")
    make(
        "psp_fact_recipient",
        keys("fact_id"),
        text("agency"),
        to={"fact_id": "psp_fact"},
        unique=("fact_id", "agency"),
    )


def _meetings() -> None:
    make(
        "psp_meeting",
        keys("group_id"),
        [sa.Column("starts_at", sa.DateTime(), nullable=False)],
        text("place", "state", "minutes", "approved_by"),
        instant("approved_at", nullable=True),
        keys("approved_in_id", nullable=True),
        to=_GROUP,
    )
    index("psp_meeting", "group_id", "starts_at")
    make(
        "psp_attendance",
        keys("meeting_id", "member_id"),
        text("agency"),
        flags("present"),
        to={**_MEETING, "member_id": "psp_member"},
        unique=("meeting_id", "member_id"),
    )


def _agenda() -> None:
    make(
        "psp_agenda",
        keys("meeting_id", "case_id"),
        numbers("position"),
        text("summary", "decision"),
        days("next_review"),
        to={**_MEETING, **_CASE},
        unique=("meeting_id", "case_id"),
    )
    index("psp_agenda", "case_id")
    make(
        "psp_task",
        keys("agenda_id"),
        text("agency", "what"),
        _day("due_on"),
        days("done_on"),
        to={"agenda_id": "psp_agenda"},
    )
    index("psp_task", "agenda_id")


def _logs() -> None:
    make(
        "psp_extract",
        keys("group_id"),
        keys("meeting_id", "case_id", nullable=True),
        text("kind", "agency", "who", "sha256"),
        instant("at"),
        numbers("facts"),
        to={**_GROUP, **_MEETING},
    )
    index("psp_extract", "group_id")
    index("psp_extract", "meeting_id")
    make(
        "psp_look",
        keys("group_id"),
        keys("case_id", nullable=True),
        instant("at"),
        instant("until"),
        text("who", "what"),
        to=_GROUP,
    )
    index("psp_look", "who", "at")
    index("psp_look", "group_id", "at")
    index("psp_look", "case_id")


def downgrade() -> None:
    """Remove the tables."""
    drop("psp_look", "psp_extract", "psp_task", "psp_agenda", "psp_attendance", "psp_meeting")
    drop("psp_fact_recipient", "psp_fact", "psp_criterion", "psp_case")
    drop("psp_glass", "psp_member", "psp_group")
