"""Requirements of the dictionary's paths as SQL: each way of reading asks about the right rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.access.rules import Reads
from db.dictionary import DICTIONARY
from db.erasing import EMPTIED
from db.server.paths import is_new_allowed, names_its_role, predicate
from db.tables import metadata

if TYPE_CHECKING:
    from db.dictionary import TableEntry


@pytest.mark.parametrize("entry", DICTIONARY, ids=lambda entry: entry.table)
def test_rows_about_people_are_never_read_by_everyone(entry: TableEntry) -> None:
    table = metadata.tables[entry.table]
    asked = predicate(table, Reads.KNOWN)

    about = {path for path in entry.whose if path != "subject"} - {
        path for table_name, path in EMPTIED if table_name == entry.table
    }
    assert (asked == "true") is not bool(about)


def test_of_a_pair_both_must_be_known_and_one_visited() -> None:
    pair = metadata.tables["relation"]

    assert predicate(pair, Reads.KNOWN).count("sec_inside.hidden(") == 2
    assert " OR " in predicate(pair, Reads.VISITED)


def test_a_role_is_left_to_the_visits_only_where_nothing_but_visits_opens_a_row() -> None:
    for entry in DICTIONARY:
        table = metadata.tables[entry.table]
        if names_its_role(table, Reads.VISITED) and entry.whose:
            opened = predicate(table, Reads.VISITED)
            assert "sec_inside.visited()" in opened
            assert "EXISTS" not in opened
            assert "IS NULL OR" not in opened


def test_a_role_is_left_to_who_is_hidden_only_where_every_row_is_asked_for_them() -> None:
    assert not names_its_role(metadata.tables["person"], Reads.KNOWN)
    assert not names_its_role(metadata.tables["referral"], Reads.KNOWN)
    assert not names_its_role(metadata.tables["area"], Reads.ALL)
    for entry in DICTIONARY:
        table = metadata.tables[entry.table]
        if names_its_role(table, Reads.KNOWN):
            opened = predicate(table, Reads.KNOWN, "'coordinator'")
            assert "NOT (SELECT sec_inside.hidden(ARRAY['coordinator'])) ?" in opened


def test_nothing_is_nothing_and_all_is_all() -> None:
    note = metadata.tables["note"]

    assert predicate(note, Reads.NOTHING) == "false"
    assert predicate(metadata.tables["area"], Reads.ALL) == "true"


def test_what_is_only_written_is_written_in_ones_own_name() -> None:
    assert "who = (SELECT public.nahbar_me())" in is_new_allowed(
        metadata.tables["export_log"], Reads.NOTHING
    )
