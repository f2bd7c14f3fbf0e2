"""Requirements of the rights in words: each table is told as the table of rights has it."""

from __future__ import annotations

import pytest

from app.access.rules import TABLE_RIGHTS, Reads, Role, Verb
from app.access.rules.login import check_login, proposed_login
from app.access.telling import READS_WORDS, rights_of


@pytest.mark.parametrize("role", list(Role))
def test_every_table_is_told_for_every_role(role: Role) -> None:
    told = rights_of(role)

    assert {row.table for row in told} == set(TABLE_RIGHTS)
    for row in told:
        rights = TABLE_RIGHTS[row.table]
        assert row.reads is rights.reads(role)
        assert row.adds is (role in rights.writers(Verb.INSERT))
        assert row.deletes is (role in rights.writers(Verb.DELETE))


def test_every_way_of_reading_has_words() -> None:
    assert set(READS_WORDS) == set(Reads)


def test_what_is_changed_in_part_is_told_so() -> None:
    volunteer = {row.table: row for row in rights_of(Role.VOLUNTEER)}

    assert volunteer["person"].changes
    assert volunteer["person"].some_columns
    assert not volunteer["letter"].changes


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Petra Møller", "petra_moeller"),
        ("Jürgen Groß-Çelik", "juergen_gross_celik"),
        ("Иван", ""),
        ("X", ""),
    ],
)
def test_a_login_is_proposed_from_the_name(name: str, login: str) -> None:
    assert proposed_login(name) == login
    assert not login or not check_login(login)
