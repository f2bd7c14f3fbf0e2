"""Every table has a name for people, an owner and a rule for its end."""

from __future__ import annotations

import pytest

from db.dictionary import DICTIONARY, TableEntry
from db.tables import metadata
from resources.text import LANGUAGES, catalogue

ENTRIES = [pytest.param(entry, id=entry.table) for entry in DICTIONARY]


def test_every_table_of_the_schema_stands_in_the_dictionary() -> None:
    assert [entry.table for entry in DICTIONARY] == sorted(metadata.tables)


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_table_has_a_name_in_every_language(entry: TableEntry, language: str) -> None:
    translated = catalogue(language).gettext(entry.title)

    assert entry.title
    assert translated
    assert translated != entry.title


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_table_names_each_column_that_leads_to_a_person(entry: TableEntry) -> None:
    table = metadata.tables[entry.table]
    leads_to_a_person = {
        column.name
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname == "person.id"
    }

    assert leads_to_a_person <= set(entry.whose)


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_table_that_hangs_on_a_persons_record_leads_there(entry: TableEntry) -> None:
    personal = {other.table for other in DICTIONARY if other.whose}
    hangs_on = {
        key.column.table.name
        for column in metadata.tables[entry.table].columns
        for key in column.foreign_keys
    }

    assert entry.whose or not hangs_on & (personal - {"member"})


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_leads_to_a_person_is_there(entry: TableEntry) -> None:
    columns = metadata.tables[entry.table].columns

    for path in entry.whose:
        near, _, far = path.partition(".")
        column, _, pointing = near.partition("<")
        assert column in columns
        if pointing:
            assert far in metadata.tables[pointing].columns
        elif far:
            (key,) = columns[column].foreign_keys
            assert far in key.column.table.columns


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_is_about_a_person_ends_with_the_persons_file(entry: TableEntry) -> None:
    if entry.whose and entry.whose != ("subject",):
        assert entry.retention in {"case", "search"}
    else:
        assert entry.retention not in {"case", "search"}
