"""What leaves the house is an answer of its own."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import drop, index, instant, keys, make, text

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    make(
        "answer",
        keys("enquiry_id"),
        instant("at"),
        text("who", "channel"),
        keys("institution_id", nullable=True),
        text("recipient", "disclosure_class", "language", "blocks", "free_text"),
        keys("consent_id", nullable=True),
        text("shown_text", "basis", "sha256"),
        [sa.Column("pdf", sa.LargeBinary(), nullable=True)],
        keys("letter_id", "note_id", "disclosure_id", nullable=True),
        to={
            "enquiry_id": "enquiry",
            "institution_id": "institution",
            "consent_id": "consent",
            "letter_id": "letter",
            "note_id": "note",
            "disclosure_id": "disclosure",
        },
    )
    index("answer", "enquiry_id", "at")
    index("answer", "at")


def downgrade() -> None:
    """Remove the table."""
    drop("answer")
