"""Slots at the stops are booked, and mediators asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import days, drop, flags, index, instant, keys, make, numbers, text

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TAKES_ITS_TIME = "state IN ('booked', 'waiting', 'called', 'done', 'no_show')"
_IS_CALLED = "state = 'called'"
_TAKES_A_MEDIATOR = "state IN ('requested', 'confirmed', 'done')"


def upgrade() -> None:
    """Make the tables."""
    _pools()
    _requests()
    _appointments()
    make(
        "stop_waiting",
        keys("stop_id"),
        keys("person_id", "appointment_id", nullable=True),
        text("name", "phone", "wish", "state"),
        [sa.Column("since", sa.Date(), nullable=False)],
        to={"stop_id": "stop", "person_id": "person", "appointment_id": "appointment"},
    )
    index("stop_waiting", "stop_id", "state", "since")
    index("stop_waiting", "person_id")
    index("stop_waiting", "appointment_id")


def downgrade() -> None:
    """Remove the tables."""
    drop("stop_waiting", "appointment", "interpreter_request", "interpreter_pool")


def _pools() -> None:
    make(
        "interpreter_pool",
        text("name", "languages", "phone", "email", "funding_rule", "source"),
        keys("institution_id", nullable=True),
        numbers("lead_days"),
        flags("sworn", "is_active"),
        [sa.Column("valid_from", sa.Date(), nullable=False)],
        to={"institution_id": "institution"},
    )
    index("interpreter_pool", "institution_id")


def _requests() -> None:
    make(
        "interpreter_request",
        text("language", "dialect", "gender_wish", "subject", "way", "place", "requester"),
        text("funding", "state", "requested_by", "note", "reason"),
        [sa.Column("day", sa.Date(), nullable=False)],
        numbers("from_time", "until_time"),
        flags("sworn_needed"),
        _maybe("kilometres", "fee"),
        [sa.Column("currency", sa.String(length=3), nullable=False)],
        keys("requester_id", "mediator_id", "pool_id", "person_id", nullable=True),
        instant("requested_at"),
        days("asked_on"),
        to={
            "requester_id": "institution",
            "mediator_id": "person",
            "pool_id": "interpreter_pool",
            "person_id": "person",
        },
    )
    _one_of("interpreter_request", "mediator_id", "day", "from_time", state=_TAKES_A_MEDIATOR)
    index("interpreter_request", "day", "state")
    for name in ("person_id", "pool_id", "requester_id"):
        index("interpreter_request", name)


def _appointments() -> None:
    make(
        "appointment",
        keys("tour_halt_id", "tour_day_id", "person_id", nullable=True),
        keys("interpreter_request_id", "moved_to_id", "letter_id", nullable=True),
        [sa.Column("day", sa.Date(), nullable=False)],
        _maybe("starts_at", "queue_number"),
        numbers("minutes", "counter"),
        text("name", "phone", "kind", "state", "source", "language", "topic", "bring", "note"),
        text("booked_by"),
        days("reminded_on"),
        instant("booked_at"),
        instant("called_at", nullable=True),
        to={
            "tour_halt_id": "tour_halt",
            "tour_day_id": "tour_day",
            "person_id": "person",
            "interpreter_request_id": "interpreter_request",
            "moved_to_id": "appointment",
            "letter_id": "letter",
        },
        unique=("tour_halt_id", "queue_number"),
    )
    _one_of("appointment", "tour_halt_id", "counter", "starts_at", state=_TAKES_ITS_TIME)
    _one_of("appointment", "person_id", "day", "starts_at", state=_TAKES_ITS_TIME)
    _one_of("appointment", "tour_halt_id", "counter", state=_IS_CALLED)
    index("appointment", "day", "state")
    for name in (
        "person_id",
        "tour_day_id",
        "interpreter_request_id",
        "moved_to_id",
        "letter_id",
    ):
        index("appointment", name)


def _maybe(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=True) for name in names]


def _one_of(table: str, *columns: str, state: str) -> None:
    where = sa.text(state)
    op.create_index(
        op.f(f"ix_{table}_{'_'.join(columns)}"),
        table,
        list(columns),
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )
