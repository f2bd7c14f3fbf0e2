"""Households and relations, institutions, intake and consent."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import (
    ADDRESS,
    country,
    days,
    drop,
    flags,
    index,
    instant,
    keys,
    make,
    numbers,
    sorted_text,
    text,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that are pointed at first."""
    _make_households()
    _make_relation()
    _make_institution()
    _make_institution_parts()
    _make_intake()
    _make_consent()
    _make_disclosure()


def downgrade() -> None:
    """Remove the tables, those that point at others first."""
    drop(
        "disclosure",
        "consent",
        "intake_answer",
        "intake",
        "institution_contact",
        "institution_language",
        "institution",
        "relation",
        "household_refusal",
        "household_member",
        "household",
    )


def _make_households() -> None:
    make("household", text("name", "note"))
    make(
        "household_member",
        keys("household_id", "person_id"),
        days("since", "until"),
        to={"household_id": "household", "person_id": "person"},
    )
    index("household_member", "household_id")
    index("household_member", "person_id")
    make(
        "household_refusal",
        keys("person_id", "other_id"),
        text("said_by"),
        to={"person_id": "person", "other_id": "person"},
    )
    index("household_refusal", "person_id")
    index("household_refusal", "other_id")


def _make_relation() -> None:
    make(
        "relation",
        keys("person_id", "other_id"),
        text("kind", "detail"),
        flags("has_key"),
        sa.Column("in_emergency", sa.Integer(), nullable=True),
        days("valid_from", "valid_until"),
        to={"person_id": "person", "other_id": "person"},
    )
    index("relation", "person_id")
    index("relation", "other_id")


def _make_institution() -> None:
    make(
        "institution",
        text("kind", "name", *ADDRESS, "phone", "email", "website", "opening_hours", "cooperation"),
        country(),
        keys("parent_id", "area_id", nullable=True),
        flags("is_active"),
        sorted_text("words", "sort_key_de", "sort_key_da"),
        to={"parent_id": "institution", "area_id": "area"},
    )
    index("institution", "sort_key_de", "id")
    index("institution", "sort_key_da", "id")
    index("institution", "kind", "sort_key_de")
    index("institution", "parent_id")


def _make_institution_parts() -> None:
    make(
        "institution_language",
        keys("institution_id"),
        numbers("position"),
        text("tag"),
        to={"institution_id": "institution"},
        primary=("institution_id", "position"),
        is_record=False,
    )
    make(
        "institution_contact",
        keys("institution_id", "person_id"),
        numbers("position"),
        text("function", "phone", "email", "note"),
        days("valid_from", "valid_until"),
        to={"institution_id": "institution", "person_id": "person"},
    )
    index("institution_contact", "institution_id", "position")
    index("institution_contact", "person_id")


def _make_intake() -> None:
    make(
        "intake",
        keys("person_id"),
        keys("source_person_id", "source_institution_id", nullable=True),
        text("service", "stage", "source", "source_note", "consent_how", "waiting_reason"),
        text("decided_by", "reason", "note", "taken_by"),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.Column("own_consent", sa.Boolean(), nullable=True),
        days("consent_on", "waiting_since", "decided_on"),
        to={
            "person_id": "person",
            "source_person_id": "person",
            "source_institution_id": "institution",
        },
    )
    index("intake", "person_id", "requested_on")
    index("intake", "stage", "requested_on")
    index("intake", "service", "stage", "waiting_since")
    make(
        "intake_answer",
        keys("intake_id"),
        text("item", "answer"),
        to={"intake_id": "intake"},
        primary=("intake_id", "item"),
        is_record=False,
    )


def _make_consent() -> None:
    make(
        "consent",
        keys("person_id"),
        keys("institution_id", nullable=True),
        text("purpose", "recipient", "scope", "state", "how", "recorded_by", "note"),
        sa.Column("said_on", sa.Date(), nullable=False),
        days("expires_on", "withdrawn_on"),
        to={"person_id": "person", "institution_id": "institution"},
    )
    index("consent", "person_id", "purpose")
    index("consent", "expires_on")


def _make_disclosure() -> None:
    make(
        "disclosure",
        keys("person_id"),
        instant("at"),
        keys("institution_id", "consent_id", nullable=True),
        text("who", "recipient", "purpose", "what", "basis", "override_reason"),
        to={"person_id": "person", "institution_id": "institution", "consent_id": "consent"},
    )
    index("disclosure", "person_id", "at")
    index("disclosure", "at")
