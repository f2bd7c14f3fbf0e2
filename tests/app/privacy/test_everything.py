"""Requirements of "everything we hold": no table is forgotten, linked cards are one person."""

from __future__ import annotations

import ast
import json
import re
import zipfile
from enum import EnumType
from functools import cache
from io import BytesIO
from itertools import pairwise
from pkgutil import resolve_name
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.errors import Refused
from app.privacy.answering import answer_request
from app.privacy.code_words import CODE_LISTS, CODE_WORDS
from app.privacy.everything import everything_on
from app.privacy.looking import ANSWER, seen
from app.privacy.rules.columns import COLUMN_WORDS, TECHNICAL
from db.belongings import about_people
from db.visiting import Visit
from tests.factories.access import member, restricted
from tests.factories.clients import add_client, add_note
from tests.factories.every_table import fill_every_table
from tests.factories.linking import link
from tests.factories.matches import active_volunteer
from tests.factories.visits import visit_planned
from tests.forms.reading import seen as printed
from tests.house.sources import program

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office

MARK = "Kanarienvogel"


@pytest.fixture
def erna(office: Office) -> UUID:
    """Erna, about whom something stands in every table."""
    erna, other = add_client(office, languages=("de",)), add_client(office, given_name="Ali")
    office.act(fill_every_table, erna, other, MARK)
    return erna


def _tables() -> set[str]:
    return {entry.table for entry, _table in about_people()}


def test_every_table_that_mentions_a_person_is_in_the_answer(office: Office, erna: UUID) -> None:
    found = office.ask(everything_on, erna)

    assert found is not None
    assert {held.table for held in found.tables} == _tables()


def test_every_column_has_plain_words_or_says_nothing_to_anyone() -> None:
    columns = {column.name for _entry, table in about_people() for column in table.c}

    assert columns == {*COLUMN_WORDS, *TECHNICAL} & columns
    assert not set(COLUMN_WORDS) & TECHNICAL
    assert not (set(COLUMN_WORDS) | TECHNICAL) - columns


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_the_answer_is_paper_a_file_for_programs_and_files(
    office: Office, erna: UUID, language: str
) -> None:
    answer = office.act(answer_request, erna, language, with_files=True).value

    assert any("Krüger" in piece.text for piece in printed(answer.pdf))
    data = json.loads(answer.data)
    assert {table["table"] for table in data["tables"]} >= _tables() - {"look"}
    for table in data["tables"]:
        for item in table["items"]:
            assert set(item) == {"values", "source", "recipients", "deleted_on"}
    with zipfile.ZipFile(BytesIO(answer.packed())) as archive:
        names = archive.namelist()
    assert names[:2] == ["answer.pdf", "answer.json"]
    assert len(names) == 5
    assert all(".." not in name and "\\" not in name for name in names)


def test_an_answer_is_noted_as_a_look(office: Office) -> None:
    erna = add_client(office)
    office.act(answer_request, erna, "de")

    (look,) = office.ask(seen, erna).looks
    assert (look.who, look.what) == ("Anna Beispiel", ANSWER)


def test_linked_cards_are_answered_as_one(office: Office) -> None:
    erna, double = add_client(office), add_client(office)
    add_note(office, double, "On the other card")
    link(office, erna, double)

    for asked in (erna, double):
        found = office.ask(everything_on, asked)
        assert found is not None
        assert found.person_id == erna
        assert len(found.rows("person")) == 2
        assert [row["text"] for row in found.rows("note")] == ["On the other card"]


def test_who_visits_is_told_of_the_visits_and_not_of_the_visited(office: Office) -> None:
    gerda = add_client(office, given_name="Gerda", family_name="Geheim")
    berta = active_volunteer(office, "Berta Sand")
    visit = visit_planned(office, gerda, visitor="Berta Sand")
    office.act(_make_hers, visit, berta)
    answer = office.ask(everything_on, berta)
    assert answer is not None
    (row,) = answer.rows("visit")
    assert row["planned_start"] is not None
    assert not {"note", "next_note", "place_note", "client_id", "id"} & set(row)
    assert gerda not in answer.names
    hers = office.ask(everything_on, gerda)
    assert hers is not None
    (whole,) = hers.rows("visit")
    assert whole["client_id"] == gerda


def _make_hers(act: Act, visit_id: UUID, visitor_id: UUID) -> None:
    visit = act.session.get_one(Visit, visit_id)
    visit.visitor_id, visit.note = visitor_id, "Gerda weinte."


def test_an_answer_needs_its_right_and_names_nobody_unknown(office: Office) -> None:
    erna = add_client(office)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    member(office, "Doris Schutz", Role.DPO)
    restricted(office, erna)

    office.work_as("Zoe Amt")
    with pytest.raises(Refused, match="does not allow"):
        office.act(answer_request, erna, "de")
    office.work_as("Doris Schutz")
    for person in (erna, uuid4()):
        with pytest.raises(Refused, match="no longer in the office"):
            office.act(answer_request, person, "de")
    office.work_as("Anna Beispiel")
    restricted(office, erna, "Doris Schutz")
    office.work_as("Doris Schutz")
    assert office.act(answer_request, erna, "de").value.name == "Erna Krüger"


def test_the_same_answer_is_the_same_file(office: Office, erna: UUID) -> None:
    office.act(answer_request, erna, "da")
    answers = [office.act(answer_request, erna, "da").value for _again in range(2)]

    assert answers[0].pdf[:20] == answers[1].pdf[:20]
    assert [name for name, _content in answers[0].files] == [name for name, _c in answers[1].files]


def test_every_code_in_a_column_has_words() -> None:
    """A column whose description names an enum would otherwise be told in codes."""
    wordless = [
        f"{table.name}.{column.name}: {code}"
        for _entry, table in about_people()
        for column in table.c
        if column.name in COLUMN_WORDS
        for code in _codes(table.name, column.name)
        if code
        and code not in CODE_WORDS.get(f"{table.name}.{column.name}", {})
        and f"{table.name}.{column.name}" not in CODE_LISTS
    ]

    assert not wordless


def _codes(table: str, column: str) -> tuple[str, ...]:
    named = _said_of().get(f"{table}.{column}", "")
    found = re.search(r"`(app\.[\w.]+)\.([A-Z]\w+)`", named)
    kind = resolve_name(f"{found[1]}:{found[2]}") if found else None
    return tuple(map(str, kind)) if isinstance(kind, EnumType) else ()


@cache
def _said_of() -> dict[str, str]:
    """Answer what the models say of their columns."""
    return {
        f"{_table_of(model)}.{line.target.id}": said.value.value
        for source in program()
        if str(source.path).startswith("db/")
        for model in source.tree.body
        if isinstance(model, ast.ClassDef) and _table_of(model)
        for line, said in pairwise(model.body)
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }


def _table_of(model: ast.ClassDef) -> str:
    return next(
        (
            line.value.value
            for line in model.body
            if isinstance(line, ast.Assign)
            and isinstance(line.value, ast.Constant)
            and isinstance(line.value.value, str)
            and ast.unparse(line.targets[0]) == "__tablename__"
        ),
        "",
    )
