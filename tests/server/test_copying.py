"""Requirements of copying tables to a server and from it that no whole move shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.lines import BETWEEN, NOTHING
from db.owner import owner_driver
from db.server.colleagues import bring_members
from db.server.copying import Strange, Target, copied_tables
from db.server.fetching import sees_all
from db.server.moved import in_the_way, moves, prepare
from db.tables import metadata
from tests.server.moving import NewServer

if TYPE_CHECKING:
    from tests.server.cluster import Cluster


class _Nobody:
    """An office without colleagues of its own, in which Petra left a draft."""

    def rows(self, question: str) -> list[tuple[object, ...]]:
        """Answer the owners of drafts, and nothing else."""
        return [("Petra Weber",)] if "draft" in question else []


def test_a_table_comes_after_those_that_it_points_to() -> None:
    place = {table.name: number for number, table in enumerate(copied_tables())}

    assert place.keys() == metadata.tables.keys() - {"member"}
    late = [
        key
        for table in copied_tables()
        for key in table.foreign_keys
        if place[key.column.table.name] > place[table.name]
    ]
    assert late == []


@pytest.mark.parametrize("text", [f"a{BETWEEN}b", f"a{NOTHING}b\0"])
def test_a_row_that_cannot_be_written_as_a_line_is_named(text: str) -> None:
    table = metadata.tables["own_word"]
    line = BETWEEN.join(["x"] * (len(table.c) - 1) + [text])

    with pytest.raises(Strange) as strange:
        Target(None, "").bring(table, [(7, line)])

    assert (strange.value.table, strange.value.row) == ("own_word", 7)


def test_a_server_that_was_just_set_up_has_nothing_in_the_way(
    debian_server: Cluster, debian_pattern: str
) -> None:
    server = NewServer(debian_server, debian_pattern)
    with server.driver() as driver, server.driver() as second:
        assert prepare(driver)
        assert not prepare(second)
        assert moves(driver) == []
        assert in_the_way(driver) == []
        with driver.transaction():
            assert bring_members(driver, _Nobody()) == (("Petra Weber", "volunteer"),)  # type: ignore[arg-type]  # rows are all it asks for
        assert sees_all(driver)
    anna = server.address.replace("user=postgres", f"user={server.login('Anna Beispiel')}")
    with owner_driver(anna) as driver:
        assert not sees_all(driver)
    server.close()
