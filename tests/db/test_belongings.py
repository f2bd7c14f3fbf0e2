"""Requirements of belongings: every path of the dictionary leads to rows, files stay apart."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from db.belongings import BY_SUBJECT, about_people, belongs, contents, path_clause
from db.tables import metadata


def test_every_path_is_a_clause_over_its_own_table() -> None:
    for entry, table in about_people():
        for path in entry.whose:
            if path != BY_SUBJECT:
                asked = select(table.c[next(iter(table.c.keys()))])
                asked = asked.where(path_clause(entry, path, [uuid4()]))
                sql = str(asked.compile(dialect=sqlite.dialect())).replace('"', "")
                assert f"FROM {table.name}" in sql


def test_drafts_belong_to_nobody_by_a_column() -> None:
    entry = next(entry for entry, _table in about_people() if BY_SUBJECT in entry.whose)

    assert "draft" not in str(belongs(entry, [uuid4()]))


def test_only_files_are_told_by_size() -> None:
    held = {table.name for _entry, table in about_people() if contents(table)}

    assert held == {"answer", "attachment", "letter"}
    assert [column.name for column in contents(metadata.tables["letter"])] == ["pdf"]
