"""Hours and expenses of volunteers are approved and paid; offices know their distances."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import days, drop, flags, index, instant, keys, make, numbers, text

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    make(
        "expense",
        keys("visitor_id"),
        keys("visit_id", nullable=True),
        [sa.Column("day", sa.Date(), nullable=False)],
        text("kind", "what", "allowance"),
        numbers("kilometres", "rate", "amount"),
        [sa.Column("currency", sa.String(length=3), nullable=False)],
        text("purpose", "from_place", "to_place"),
        flags("has_receipt"),
        text("state", "submitted_by", "decided_by", "reason"),
        instant("submitted_at"),
        days("decided_on", "paid_on"),
        to={"visitor_id": "person"},
    )
    index("expense", "visitor_id", "day")
    index("expense", "state", "day")
    make(
        "service_hours",
        keys("visitor_id"),
        [sa.Column("day", sa.Date(), nullable=False)],
        numbers("minutes"),
        text("activity", "noted_by"),
        to={"visitor_id": "person"},
    )
    index("service_hours", "visitor_id", "day")
    make(
        "distance",
        keys("from_area", "to_area"),
        numbers("minutes", "kilometres"),
        to={"from_area": "area", "to_area": "area"},
        primary=("from_area", "to_area"),
        is_record=False,
    )


def downgrade() -> None:
    """Remove the tables."""
    drop("distance", "service_hours", "expense")
