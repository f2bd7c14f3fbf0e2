"""Every table has a name for people, an owner and a rule for its end."""

from __future__ import annotations

import pytest

from db.dictionary import DICTIONARY, OFFICE, TableEntry
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
def test_every_table_says_whose_data_it_holds(entry: TableEntry) -> None:
    table = metadata.tables[entry.table]
    leads_to_a_client = {
        column.name
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname == "client.id"
    }

    if entry.table == "client":
        assert entry.whose == "id"
    elif leads_to_a_client:
        assert entry.whose in leads_to_a_client
    else:
        assert entry.whose == OFFICE or entry.whose in table.columns


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_is_about_a_client_ends_with_the_clients_file(entry: TableEntry) -> None:
    if entry.whose in {"id", "client_id"}:
        assert entry.retention in {"case", "search"}
    else:
        assert entry.retention not in {"case", "search"}
