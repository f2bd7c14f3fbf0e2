"""A demo office of the usual size has something in every table, with few exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.demo.rules import Country
from db.tables import metadata
from tests.app.demo.test_actions import _opened as opened_office
from tests.factories.demos import copied_demo

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

EMPTY = {
    "member": "an office without a list trusts whoever opened it; with one, nobody could try all",
    "person_access": "names colleagues of the list that there is not",
    "draft": "what nobody typed would be offered to be finished",
    "office_setting": "until somebody chooses, what is delivered holds; German ones have a state",
    "requirement": "the delivered ones hold until an office changes them",
    "distance": "ways are reckoned from the districts until an office writes its own down",
    "retention_rule": "an own period needs an own order; the delivered ones hold",
    "deletion": "the office is one year old: nothing may go yet",
    "access_request": "nobody in it is hidden from anybody",
    "psp_extract": "no paper left the invented group",
    "psp_glass": "nobody broke into it",
    "psp_look": "nobody has looked into it yet",
    "suitcase_row": "nothing went along in the suitcases that are shown as returned",
    "suitcase_merge": "and so nothing came back",
    "address_file": "invented homes lie at no official address; stops have coordinates",
    "address_point": "as above",
    "area_outline": "outlines are data of towns, under licences of their own",
    "import_run": "its people came by no file, and no file would be found for it",
    "held_row": "lies where a file was imported",
}
"""The tables in which a demo office has nothing, and why."""


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in metadata.tables.items()
    }


@pytest.mark.parametrize("country", list(Country))
def test_every_table_shows_something(
    country: Country, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = opened_office(copied_demo(tmp_path_factory, tmp_path / "demo", country))
    try:
        counts = office.ask(_counts)
    finally:
        office.close()
    chosen = {"office_setting"} if country is Country.GERMANY else set()
    empty = {name for name, count in counts.items() if not count}
    assert empty == set(EMPTY) - chosen
