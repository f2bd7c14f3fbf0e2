"""Requirements of the chain of audit lines: whoever changes one shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.areas.actions import load_area_list
from db.audit_chain import LocalChain, check_local_chain, seal_all

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from app.office import Office

TAMPERING = {
    "a change": "UPDATE audit_line SET who = 'Somebody else' WHERE number = 2",
    "a removal": "DELETE FROM audit_line WHERE number = 2",
    "another order": "UPDATE audit_line SET number = 5 - number WHERE number IN (2)",
}


@pytest.fixture
def lines(office: Office) -> Office:
    """An office with four audit lines."""
    for code_list in ("duesseldorf", "ballerup") * 2:
        office.act(load_area_list, code_list)
    return office


def test_every_act_lengthens_the_chain(lines: Office) -> None:
    found = lines.ask(check_local_chain)

    assert (found.lines, found.broken, found.unsealed) == (4, None, 0)
    assert len(found.end_hash) == 64


@pytest.mark.parametrize("name", list(TAMPERING))
def test_tampering_shows_at_the_line(name: str, lines: Office, engine: Engine) -> None:
    if name == "another order":
        statements = ["DELETE FROM audit_line WHERE number = 3", TAMPERING[name]]
    else:
        statements = [TAMPERING[name]]
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))

    assert lines.ask(check_local_chain).broken == 2


def test_a_line_that_another_program_added_is_counted(lines: Office, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE audit_line SET number = NULL WHERE number = 4"))

    found = lines.ask(check_local_chain)

    assert (found.lines, found.unsealed) == (3, 1)


def test_lines_of_an_older_program_are_chained_in_order(lines: Office, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE audit_line SET number = NULL, hash = ''"))
        sealed, after = _sealed(connection)

    assert sealed == 4
    assert after.broken is None
    assert after.lines == 4
    assert lines.ask(check_local_chain) == after


def _sealed(connection: Connection) -> tuple[int, LocalChain]:
    return seal_all(connection), check_local_chain(connection)
