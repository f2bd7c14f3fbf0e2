"""Housing departments enquire, and are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from db.migrations.pieces import (
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

if TYPE_CHECKING:
    from datetime import date

    from db.migrations.pieces import AnyColumn

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_HOME = ("about_name", "street", "house_number", "floor", "door", "postal_code", "city")
_REPORTER = ("reporter_name", "reporter_role", "reporter_phone", "reporter_email", "callback_time")
_SAID = (
    *("observed", "since_words", "how_often", "others_affected", "children", "told_resident"),
    *("resident_knows", "done_so_far", "best_time", "safety_note"),
)
_INDEXES = (
    ("enquiry", "received_at", "id"),
    ("enquiry", "state", "next_due", "received_at", "id", "person_id"),
    ("enquiry", "next_due", "person_id"),
    ("enquiry", "person_id", "received_at"),
    ("enquiry", "dwelling_key", "received_at"),
    ("enquiry", "institution_id", "received_at"),
    ("enquiry", "contact_id"),
    ("enquiry", "number"),
    ("enquiry_category", "code", "enquiry_id"),
    ("enquiry_step", "enquiry_id", "at"),
    ("enquiry_step", "target_id"),
    ("housing_case", "closed_on", "due_on"),
    ("housing_case", "person_id"),
    ("housing_case", "enquiry_id"),
    ("housing_case", "institution_id"),
    ("housing_case", "dwelling_key"),
    ("housing_case_step", "housing_case_id", "taken_on"),
    ("housing_case_partner", "institution_id"),
)


def upgrade() -> None:
    """Make the tables."""
    _make_enquiries()
    _make_housing_cases()
    for table, *columns in _INDEXES:
        index(table, *columns)


def downgrade() -> None:
    """Remove the tables."""
    drop("housing_case_partner", "housing_case_step", "housing_case")
    drop("enquiry_step", "enquiry_category", "enquiry")


def _make_enquiries() -> None:
    make(
        "enquiry",
        text("number", "received_by", "channel", *_REPORTER, *_HOME, "cpr", *_SAID),
        text("urgency", "state", "assessed_by", "assessment", "child_routed_to"),
        text("outcome", "outcome_note", "closed_by", "responsible"),
        sorted_text("dwelling_key", "words"),
        country(),
        flags("is_anonymous", "named_later", "acute"),
        days("since", "receipt_due", "assessment_due", "assessed_on", "next_due"),
        instant("received_at"),
        [
            instant(name, nullable=True)
            for name in (
                *("told_emergency_at", "answered_at", "child_due", "child_routed_at"),
                "closed_at",
            )
        ],
        keys("institution_id", "contact_id", "person_id", nullable=True),
        to={
            "institution_id": "institution",
            "contact_id": "institution_contact",
            "person_id": "person",
        },
    )
    make(
        "enquiry_category",
        keys("enquiry_id"),
        text("code"),
        to={"enquiry_id": "enquiry"},
        primary=("enquiry_id", "code"),
        is_record=False,
    )
    make(
        "enquiry_step",
        keys("enquiry_id"),
        text("kind", "target_table", "who", "note"),
        keys("target_id", nullable=True),
        instant("at"),
        to={"enquiry_id": "enquiry"},
    )


def _make_housing_cases() -> None:
    make(
        "housing_case",
        text(*_HOME, "kind", "stage", "goal", "note", "responsible"),
        sorted_text("dwelling_key"),
        country(),
        flags("has_threats"),
        [sa.Column("prevented", sa.Boolean(), nullable=True)],
        [_day("opened_on")],
        days("due_on", "closed_on"),
        keys("person_id", "enquiry_id", "institution_id", nullable=True),
        to={"person_id": "person", "enquiry_id": "enquiry", "institution_id": "institution"},
    )
    make(
        "housing_case_step",
        keys("housing_case_id"),
        numbers("number"),
        text("stage", "note", "who"),
        [_day("taken_on")],
        days("due_on"),
        to={"housing_case_id": "housing_case"},
    )
    make(
        "housing_case_partner",
        keys("housing_case_id", "institution_id"),
        text("part"),
        to={"housing_case_id": "housing_case", "institution_id": "institution"},
        primary=("housing_case_id", "institution_id"),
        is_record=False,
    )


def _day(name: str) -> AnyColumn:
    column: sa.Column[date] = sa.Column(name, sa.Date(), nullable=False)
    return column
