"""Requirements of what is changed and removed past the program: versions, closed files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.errors import Conflict, Refused
from db.belongings import about_people
from db.erasing import erase
from tests.factories.journal import note_written
from tests.factories.visits import visit_planned
from tests.server.direct import (
    BENT,
    KARIN,
    ZOE,
    add,
    by_owner,
    run_as,
    state_of,
)
from tests.server.shared import COLLEAGUES

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act
    from tests.server.shared import SharedOffice


@pytest.fixture(scope="module")
def erna(shared: SharedOffice) -> UUID:
    """Somebody whom Bent visits, with a note."""
    karin = shared.office(KARIN)
    erna = add(karin)
    visit_planned(karin, erna, visitor=BENT)
    note_written(karin, erna, text="All is well")
    return erna


def test_a_change_that_does_not_count_the_version_is_refused(
    shared: SharedOffice, erna: UUID
) -> None:
    assert state_of(shared, ZOE, f"UPDATE person SET hint = 'x' WHERE id = '{erna}'") == "40001"

    def sneak(act: Act) -> None:
        act.session.execute(text("UPDATE person SET hint = 'x' WHERE id = :id"), {"id": erna})

    with pytest.raises(Conflict):
        shared.office(ZOE).act(sneak)


def test_what_a_colleague_removes_is_kept_where_only_the_guard_reads(
    shared: SharedOffice, erna: UUID
) -> None:
    zoe = shared.office(ZOE)
    note = note_written(zoe, erna, text="A wrong word")
    run_as(shared, ZOE, f"DELETE FROM note WHERE id = '{note}'")

    kept = by_owner(
        shared,
        "SELECT held->>'text' FROM sec.removed WHERE held->>'id' = :id AND :erna = ANY (people)",
        id=str(note),
        erna=erna,
    )
    assert kept == "A wrong word"
    for name in COLLEAGUES:
        assert state_of(shared, name, "SELECT * FROM sec.removed") == "42501"
        assert state_of(shared, name, f"DELETE FROM person WHERE id = '{erna}'") == "42501"


def test_erasing_takes_everything_and_is_a_right(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    otto = add(karin, given_name="Otto", hint="Kanarienvogel")
    note = note_written(karin, otto, text="Kanarienvogel")
    run_as(shared, KARIN, f"DELETE FROM note WHERE id = '{note}'")

    def go(act: Act) -> dict[str, int]:
        return erase(act.session.connection(), [otto])

    with pytest.raises(Refused):
        karin.act(go)
    counts = shared.office("Dora Schutz").act(go).value

    assert counts["person"] == 1
    with shared.owner.connect() as connection:
        for table in (*(table.name for _entry, table in about_people()), "sec.removed"):
            assert not _holds(connection, table), table


def _holds(connection: Connection, table: str) -> bool:
    found = text(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%Kanarienvogel%'")
    return bool(connection.execute(found).scalar())


def test_closed_files_are_only_read(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    dead = add(karin, given_name="Dead")
    run_as(
        shared,
        KARIN,
        f"UPDATE person SET status = 'deceased', version = version + 1 WHERE id = '{dead}'",
    )
    planned = (
        "INSERT INTO visit (id, version, client_id, visitor, planned_start, planned_end, place,"
        " place_note, status, not_held_reason, note) VALUES (gen_random_uuid(), 1,"
        f" '{dead}', 'x', now(), now(), 'home', '', 'planned', '', '')"
    )
    assert state_of(shared, KARIN, planned) == "NB001"
    assert state_of(shared, KARIN, "UPDATE letter SET subject = 'x'") == "42501"
    assert state_of(shared, KARIN, "UPDATE note_version SET fields = 'x'") == "42501"
