"""People have wishes about visits, and matches with volunteers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from db.migrations.pieces import days, drop, flags, index, instant, keys, make, numbers, text

if TYPE_CHECKING:
    from datetime import date

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_PAIR = {"person_id": "person", "visitor_id": "person"}


def upgrade() -> None:
    """Make the tables."""
    _make_wishes()
    make(
        "exclusion",
        keys("person_id", "visitor_id"),
        text("reason"),
        [_day("since")],
        to=_PAIR,
        unique=("person_id", "visitor_id"),
    )
    index("exclusion", "visitor_id")
    make(
        "match",
        keys("person_id", "visitor_id"),
        text("stage", "ended_by", "end_reason", "coordinator"),
        [_day("since"), _day("proposed_on")],
        days("introduced_on", "trial_until", "running_from", "paused_until", "ended_on"),
        days("check_in_due", "check_in_on"),
        flags("is_locked"),
        to=_PAIR,
    )
    index("match", "person_id", "stage")
    index("match", "visitor_id", "stage")
    index("match", "stage", "check_in_due")
    make(
        "match_event",
        keys("match_id"),
        instant("at"),
        text("who", "stage", "note"),
        to={"match_id": "match"},
    )
    index("match_event", "match_id", "at")


def downgrade() -> None:
    """Remove the tables."""
    drop("match_event", "match", "exclusion", "wish_trait", "visiting_wish")


def _make_wishes() -> None:
    make(
        "visiting_wish",
        keys("person_id"),
        text("service_kind", "frequency", "gender_wish", "least_level", "about", "no_goes"),
        numbers("minutes", "wanted"),
        sa.Column("youngest", sa.Integer(), nullable=True),
        sa.Column("oldest", sa.Integer(), nullable=True),
        flags("smoking_home", "no_smoker", "stairs", "dementia"),
        to={"person_id": "person"},
        unique=("person_id",),
    )
    make(
        "wish_trait",
        keys("wish_id"),
        text("kind", "code"),
        to={"wish_id": "visiting_wish"},
        primary=("wish_id", "kind", "code"),
        is_record=False,
    )


def _day(name: str) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=False)
