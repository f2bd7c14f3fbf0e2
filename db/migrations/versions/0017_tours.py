"""The bus has stops, tours and a timetable."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import country, days, drop, flags, index, keys, make, numbers, text

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_ON_DAY = {"tour_day_id": "tour_day"}


def upgrade() -> None:
    """Make the tables."""
    _make_stops()
    _make_tours()
    _make_days()


def downgrade() -> None:
    """Remove the tables."""
    drop("crew", "tour_halt", "tour_day", "tour_crew", "timetable", "tour_stop", "tour")
    drop("vehicle", "stop")


def _make_stops() -> None:
    make(
        "stop",
        text("name", "kind", "street", "house_number", "postal_code", "city", "meeting_point"),
        country(),
        keys("area_id", "institution_id", nullable=True),
        [sa.Column(name, sa.Float(), nullable=True) for name in ("latitude", "longitude")],
        text("access", "toilet", "permit_number", "contact_name", "contact_phone"),
        [sa.Column("has_power", sa.Boolean(), nullable=True)],
        flags("needs_permit", "is_active"),
        days("permit_until"),
        text("bad_weather", "opens", "note"),
        numbers("counters"),
        to={"area_id": "area", "institution_id": "institution"},
    )
    index("stop", "area_id")
    index("stop", "institution_id")
    make("vehicle", text("name", "plate", "equipment", "note"), numbers("seats"),
         flags("is_active"))  # fmt: skip


def _make_tours() -> None:
    make(
        "tour",
        text("name", "languages", "note"),
        keys("vehicle_id", nullable=True),
        numbers("slot_minutes"),
        flags("is_active"),
        [sa.Column("made_until", sa.Date(), nullable=False)],
        to={"vehicle_id": "vehicle"},
    )
    index("tour", "vehicle_id")
    index("tour", "made_until")
    make("tour_stop", keys("tour_id", "stop_id"), numbers("position", "from_time", "until_time"),
         to={"tour_id": "tour", "stop_id": "stop"})  # fmt: skip
    index("tour_stop", "tour_id", "position")
    index("tour_stop", "stop_id")
    make(
        "timetable",
        keys("tour_id"),
        text("rhythm", "on_holidays", "dates"),
        _maybe("weekday", "nth"),
        [sa.Column("starts_on", sa.Date(), nullable=False)],
        days("until"),
        to={"tour_id": "tour"},
    )
    index("timetable", "tour_id")
    _make_crew("tour_crew", "tour_id", "tour")


def _make_days() -> None:
    make(
        "tour_day",
        keys("tour_id"),
        [sa.Column("day", sa.Date(), nullable=False)],
        days("occurs_on", "confirmed_on"),
        flags("is_fixed"),
        keys("vehicle_id", nullable=True),
        text("state", "confirmed_by", "reason", "note"),
        _maybe("kilometres"),
        to={"tour_id": "tour", "vehicle_id": "vehicle"},
        unique=("tour_id", "day"),
    )
    index("tour_day", "day", "state")
    index("tour_day", "vehicle_id")
    make(
        "tour_halt",
        keys("tour_day_id", "stop_id"),
        numbers("position", "from_time", "until_time", "counters"),
        text("state", "reason"),
        to={**_ON_DAY, "stop_id": "stop"},
    )
    index("tour_halt", "tour_day_id", "position")
    index("tour_halt", "stop_id")
    _make_crew("crew", "tour_day_id", "tour_day", "from_time", "until_time")


def _make_crew(table: str, key: str, target: str, *times: str) -> None:
    make(
        table,
        keys(key),
        numbers("position"),
        keys("person_id", nullable=True),
        text("name", "duty", "languages"),
        _maybe(*times),
        to={key: target, "person_id": "person"},
    )
    index(table, key, "position")
    index(table, "person_id")


def _maybe(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=True) for name in names]
