"""Volunteers have a file, times, absences, trainings, and proofs of what is required."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from db.migrations.pieces import days, drop, flags, index, keys, make, numbers, text

if TYPE_CHECKING:
    from datetime import date

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_file()
    make(
        "free_time",
        keys("person_id"),
        numbers("weekday", "from_minute", "until_minute"),
        to={"person_id": "person"},
    )
    index("free_time", "person_id")
    make(
        "absence",
        keys("volunteer_id"),
        [_day("from_day")],
        days("until_day"),
        text("reason", "note"),
        to={"volunteer_id": "volunteer"},
    )
    index("absence", "volunteer_id", "from_day")
    make(
        "training",
        keys("volunteer_id"),
        [_day("day")],
        text("topic"),
        numbers("minutes"),
        to={"volunteer_id": "volunteer"},
    )
    index("training", "volunteer_id", "day")
    make(
        "proof",
        keys("volunteer_id"),
        text("requirement_code", "certificate_kind", "inspected_by", "assessment", "waiver_reason"),
        days("issued_on", "inspected_on", "consent_requested_on", "valid_until", "delete_on"),
        sa.Column("has_excluding_entry", sa.Boolean(), nullable=True),
        to={"volunteer_id": "volunteer"},
    )
    index("proof", "volunteer_id", "requirement_code")


def downgrade() -> None:
    """Remove the tables."""
    drop("proof", "training", "absence", "free_time", "volunteer_trait", "volunteer")


def _make_file() -> None:
    make(
        "volunteer",
        keys("person_id"),
        [_day("applied_on")],
        days("active_from", "left_on", "insured_until"),
        text("left_reason", "gender", "community", "paid_kind", "emergency_note", "about"),
        numbers("max_people"),
        sa.Column("reach_km", sa.Integer(), nullable=True),
        keys("area_id", nullable=True),
        flags("smoker", "accepts_smoking", "climbs_stairs", "dementia_experience"),
        flags("by_phone_only", "is_mediator", "is_pupil"),
        to={"person_id": "person", "area_id": "area"},
        unique=("person_id",),
    )
    index("volunteer", "area_id")
    make(
        "volunteer_trait",
        keys("volunteer_id"),
        text("kind", "code"),
        to={"volunteer_id": "volunteer"},
        primary=("volunteer_id", "kind", "code"),
        is_record=False,
    )


def _day(name: str) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=False)
