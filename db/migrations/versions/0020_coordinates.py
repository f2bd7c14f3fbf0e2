"""Addresses have a place on the map."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import (
    country,
    days,
    drop,
    index,
    instant,
    keys,
    make,
    numbers,
    sorted_text,
    text,
)

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    make(
        "address_file",
        text("name", "sha256", "who", "source"),
        numbers("rows"),
        instant("imported_at"),
        days("valid_on"),
    )
    make(
        "address_point",
        sorted_text("street_key", "house_number", "postal_code", "city_key"),
        country(),
        [sa.Column(name, sa.Float(), nullable=False) for name in ("latitude", "longitude")],
        keys("file_id"),
        to={"file_id": "address_file"},
        primary=("street_key", "house_number", "postal_code", "city_key", "country"),
        is_record=False,
    )
    index("address_point", "file_id")
    make(
        "area_outline",
        keys("area_id"),
        text("outline", "source"),
        to={"area_id": "area"},
        unique=("area_id",),
    )


def downgrade() -> None:
    """Remove the tables."""
    drop("area_outline", "address_point", "address_file")
