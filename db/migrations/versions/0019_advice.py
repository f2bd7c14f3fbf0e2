"""Advice is recorded and counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import days, drop, flags, index, instant, keys, make, numbers, text

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_COUNTED = (
    "kind", "age_band", "sex", "language", "outcome", "day", "interpreter", "present",
    "was_here_before",
)  # fmt: skip
_NAMED = (
    "person_id", "day", "stop_id", "area_id", "kind", "age_band", "sex", "language", "topics",
    "outcome",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables."""
    _make_contacts()
    _make_referrals()
    _make_callbacks()
    make(
        "cost_item",
        text("code", "title", "side", "kind", "source"),
        numbers("amount", "spread_months"),
        [sa.Column("currency", sa.String(length=3), nullable=False)],
        [sa.Column("valid_from", sa.Date(), nullable=False)],
        days("valid_until"),
    )
    index("cost_item", "code", "valid_from")


def downgrade() -> None:
    """Remove the tables."""
    drop("cost_item", "callback", "advice_referral", "advice_contact")


def _make_contacts() -> None:
    to = {
        "person_id": "person",
        "tour_halt_id": "tour_halt",
        "stop_id": "stop",
        "appointment_id": "appointment",
        "area_id": "area",
        "interpreter_request_id": "interpreter_request",
        "task_id": "task",
    }
    make(
        "advice_contact",
        [sa.Column("day", sa.Date(), nullable=False)],
        instant("at"),
        keys(*to, nullable=True),
        text("kind", "topics", "age_band", "sex", "language", "outcome", "note", "who", "source"),
        flags("interpreter"),
        [sa.Column("was_here_before", sa.Boolean(), nullable=True)],
        [sa.Column("minutes", sa.Integer(), nullable=True)],
        numbers("present"),
        days("follow_up_on"),
        to=to,
    )
    op.create_index(op.f("ix_advice_contact_counted"), "advice_contact", list(_COUNTED))
    index("advice_contact", "topics", "day")
    index("advice_contact", "stop_id", "area_id", "day")
    is_named = sa.text("person_id IS NOT NULL")
    op.create_index(
        op.f("ix_advice_contact_named"),
        "advice_contact",
        list(_NAMED),
        sqlite_where=is_named,
        postgresql_where=is_named,
    )
    index("advice_contact", "day", "at")
    index("advice_contact", "who", "day")
    for name in ("tour_halt_id", "appointment_id", "interpreter_request_id", "task_id"):
        index("advice_contact", name)


def _make_referrals() -> None:
    to = {
        "contact_id": "advice_contact",
        "person_id": "person",
        "institution_id": "institution",
        "consent_id": "consent",
        "disclosure_id": "disclosure",
    }
    make(
        "advice_referral",
        keys("contact_id"),
        keys("person_id", "institution_id", "consent_id", "disclosure_id", nullable=True),
        text("target"),
        [sa.Column("on", sa.Date(), nullable=False)],
        to=to,
    )
    index("advice_referral", "contact_id")
    index("advice_referral", "person_id")
    index("advice_referral", "institution_id", "on")


def _make_callbacks() -> None:
    make(
        "callback",
        text("caller", "phone", "wish", "topic", "language", "wanted_time", "state"),
        text("who", "taken_by", "note"),
        keys("person_id", "contact_id", nullable=True),
        days("wanted_on", "next_on"),
        numbers("attempts"),
        instant("tried_at", nullable=True),
        instant("taken_at"),
        to={"person_id": "person", "contact_id": "advice_contact"},
    )
    index("callback", "state", "next_on")
    index("callback", "person_id")
    index("callback", "contact_id")
