"""A tour takes a part of the office along."""

from __future__ import annotations

from db.migrations.pieces import drop, index, instant, keys, make, numbers, text

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    make(
        "suitcase",
        keys("tour_day_id"),
        text("file_id", "made_by", "state", "ended_by", "reason", "counts"),
        [instant("made_at"), instant("expires_at"), instant("ended_at", nullable=True)],
        to={"tour_day_id": "tour_day"},
        unique=("file_id",),
    )
    index("suitcase", "tour_day_id")
    index("suitcase", "state", "expires_at")
    make(
        "suitcase_row",
        keys("suitcase_id", "row_id"),
        text("table_name"),
        numbers("row_version"),
        to={"suitcase_id": "suitcase"},
        primary=("suitcase_id", "table_name", "row_id"),
        is_record=False,
    )
    index("suitcase_row", "row_id")
    make(
        "suitcase_merge",
        keys("suitcase_id", "row_id"),
        text("table_name", "digest", "who", "outcome"),
        [instant("at")],
        numbers("row_version"),
        to={"suitcase_id": "suitcase"},
        unique=("suitcase_id", "table_name", "row_id"),
    )


def downgrade() -> None:
    """Remove the tables."""
    drop("suitcase_merge", "suitcase_row", "suitcase")
