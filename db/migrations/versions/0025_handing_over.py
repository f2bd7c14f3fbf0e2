"""Matters are handed over, taken up or rejected, and colleagues ask to know somebody."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import days, drop, index, instant, keys, make, text

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    make(
        "referral",
        keys("person_id"),
        text("kind"),
        keys("from_institution_id", "to_institution_id", nullable=True),
        text("to_member", "reason", "facts", "about", "shown_text", "basis"),
        keys("consent_id", nullable=True),
        text("state"),
        [sa.Column("sent_on", sa.Date(), nullable=False)],
        text("sent_by"),
        days("due_on", "answered_on"),
        text("answer", "answer_reason"),
        days("done_on"),
        keys("disclosure_id", nullable=True),
        to={
            "person_id": "person",
            "from_institution_id": "institution",
            "to_institution_id": "institution",
            "consent_id": "consent",
            "disclosure_id": "disclosure",
        },
    )
    index("referral", "person_id", "sent_on")
    index("referral", "state", "due_on")
    index("referral", "to_member", "state")
    make(
        "referral_event",
        keys("referral_id"),
        instant("at"),
        text("who", "state", "reason"),
        to={"referral_id": "referral"},
    )
    index("referral_event", "referral_id", "at")
    make(
        "access_request",
        keys("person_id"),
        text("who"),
        instant("at"),
        text("reason", "state", "decided_by"),
        instant("decided_at", nullable=True),
        to={"person_id": "person"},
    )
    index("access_request", "person_id")
    index("access_request", "state", "at")


def downgrade() -> None:
    """Remove the tables."""
    drop("access_request", "referral_event", "referral")
