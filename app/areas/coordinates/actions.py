"""What can be done with coordinates: take an address file in, and take it out again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite

from app.access.actions import need_right
from app.access.rules import Right
from app.errors import N_, Problem, Refused
from app.text_rules import check_text
from db.coordinates import AddressFile, AddressPoint

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.areas.coordinates.reading import ReadFile, Watch
    from app.office import Act

GONE = N_("This address file is no longer in the office.")
LONGEST_SOURCE = 300

_STRIKE_FILE = delete(AddressPoint).where(AddressPoint.file_id == bindparam("file"))


def import_addresses(
    act: Act, found: ReadFile, source: str, valid_on: date | None, watch: Watch
) -> UUID:
    """Keep the addresses of a file, all of them or none; they replace what was known of them.

    Raises `Refused` without the right to import, or when `watch` was stopped.
    """
    need_right(act, Right.IMPORT)
    if problems := check_text(source, "source", longest=LONGEST_SOURCE):
        raise Refused(*problems)
    row = AddressFile(
        name=found.name, sha256=found.sha256, rows=found.count, imported_at=act.now,
        who=act.who, source=source.strip(), valid_on=valid_on,
    )  # fmt: skip
    act.session.add(row)
    act.session.flush()
    watch.done, watch.all = 0, found.count
    connection = act.session.connection()
    adding = _adding(connection)
    for parcel in found.parcels:
        watch.look()
        rows = [
            {
                "street_key": street, "house_number": number, "postal_code": postal,
                "city_key": city, "country": found.country, "latitude": latitude,
                "longitude": longitude, "file_id": row.id,
            }
            for street, number, postal, city, latitude, longitude in json.loads(parcel)
        ]  # fmt: skip
        connection.execute(adding, rows)
        watch.done += len(rows)
    act.touch("areas", row.id)
    return row.id


def remove_address_file(act: Act, file_id: UUID) -> str:
    """Take a file and its addresses out again; answer its name."""
    need_right(act, Right.IMPORT)
    row = act.session.get(AddressFile, file_id)
    if row is None:
        raise Refused(Problem(GONE))
    act.session.connection().execute(_STRIKE_FILE, {"file": file_id})
    act.session.delete(row)
    act.touch("areas", file_id)
    return row.name


def _adding(connection: Connection) -> sqlite.Insert | postgresql.Insert:
    """Answer what writes an address, in place of what an older file said of it."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    adding = insert(AddressPoint)
    told = {name: adding.excluded[name] for name in ("latitude", "longitude", "file_id")}
    keys = [column.name for column in AddressPoint.__table__.primary_key]
    return adding.on_conflict_do_update(index_elements=keys, set_=told)
