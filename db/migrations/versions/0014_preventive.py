"""Preventive home visits are offered when they are due."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import country, days, drop, flags, index, keys, make, numbers, text

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_PERSON = {"person_id": "person"}


def upgrade() -> None:
    """Make the tables."""
    make(
        "preventive_rule",
        text("code", "title", "law", "source", "risk_code", "repeats", "template"),
        country(),
        [sa.Column(name, sa.Integer(), nullable=True) for name in ("least_age", "most_age")],
        numbers("after_days"),
        flags("lives_alone", "is_own", "is_on"),
        [sa.Column("valid_from", sa.Date(), nullable=False)],
        days("valid_until"),
        unique=("code",),
    )
    make(
        "preventive_offer",
        keys("person_id"),
        text("rule_code", "state", "way", "reason", "note"),
        [sa.Column(name, sa.Date(), nullable=False) for name in ("period_from", "due_on")],
        days("period_until", "offered_on", "reminded_on", "answered_on", "visited_on", "next_due"),
        keys("visit_id", "letter_id", "reminder_id", nullable=True),
        to={
            **_PERSON,
            "visit_id": "visit",
            "letter_id": "letter",
            "reminder_id": "letter",
        },
        unique=("person_id", "rule_code", "period_from"),
    )
    index("preventive_offer", "due_on")
    index("preventive_offer", "state", "due_on")
    for name in ("visit_id", "letter_id", "reminder_id"):
        index("preventive_offer", name)
    for table in ("risk", "preventive_exemption"):
        make(
            table,
            keys("person_id"),
            text("code", "note"),
            [sa.Column("since", sa.Date(), nullable=False)],
            days("until"),
            to=_PERSON,
        )
        index(table, "person_id")
    index("preventive_offer", "person_id", "offered_on", "visited_on", "visit_id")


def downgrade() -> None:
    """Remove the tables."""
    drop("preventive_exemption", "risk", "preventive_offer", "preventive_rule")
