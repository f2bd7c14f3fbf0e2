"""What each verb does, what it tells programs, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from app.admin.offices import key_from_file, open_office
from app.command_line import backup, check, letter, restore
from app.command_line import demo as demo_verb
from app.command_line.exits import Exit
from app.command_line.run import run
from db.journal import Note
from db.letters import Letter
from db.visiting import Visit
from db.word_index import drop_words

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act

VERBS = (backup, check, demo_verb, letter, restore)


def _told(capsys: pytest.CaptureFixture[str], *given: object) -> dict[str, Any]:
    """Run a verb that must succeed and answer its JSON."""
    code = run([*map(str, given), "--json"])
    said = capsys.readouterr()
    assert (code, said.err) == (Exit.DONE, "")
    told: dict[str, Any] = json.loads(said.out)
    return told


def _refused(capsys: pytest.CaptureFixture[str], *given: object) -> tuple[int, str]:
    """Run a verb that must fail and answer its code and its one line."""
    code = run([*map(str, given)])
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return code, said.err


def _coming_client(connection: Connection) -> UUID:
    planned = select(Visit.client_id).where(Visit.status == "planned")
    latest = planned.order_by(Visit.planned_start.desc()).limit(1)
    return connection.execute(latest).scalar_one()


def _client_with_a_visit(folder: Path) -> UUID:
    office = open_office(folder, key_from_file(folder / "demo.key"), who="Test")
    try:
        return office.ask(_coming_client)
    finally:
        office.close()


def _letters(folder: Path) -> int:
    office = open_office(folder, key_from_file(folder / "demo.key"), who="Test")
    try:
        return len(office.ask(lambda connection: connection.execute(select(Letter.id)).all()))
    finally:
        office.close()


def test_every_verb_has_a_module() -> None:
    assert all(callable(verb.run) for verb in VERBS)


def test_demo_tells_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(capsys, "demo", tmp_path / "new", "--clients", 5, "--seed", 3)

    assert told["office"] == str(tmp_path / "new")
    assert told["demo"] is True
    assert (told["country"], told["seed"], told["clients"]) == ("DE", 3, 5)
    assert {type(told[name]) for name in ("visits", "notes", "letters")} == {int}


def test_the_same_seed_tells_the_same_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = (
        _told(capsys, "demo", tmp_path / name, "--clients", 5, "--today", "2026-11-23")
        for name in ("one", "two")
    )

    assert {**one, "office": ""} == {**two, "office": ""}


def test_demo_leaves_a_taken_folder_alone(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _refused(capsys, "demo", demo)

    assert code == Exit.REFUSED
    assert "already" in said


def test_check_tells_schema_integrity_and_counts(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _told(capsys, "check", demo)

    assert told["ok"] is told["integrity_ok"] is told["cipher_ok"] is True
    assert told["schema_is_current"] is True
    assert told["counts"]["person"] > 10
    assert told["damaged_pages"] == []


def test_check_takes_the_database_file_for_its_folder(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _told(capsys, "check", demo / "office.db")["counts"]["person"] > 10


def test_check_says_in_lines_what_it_found(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(demo)]) == Exit.DONE

    assert "office: 1\n" in capsys.readouterr().out


def _lose_words(act: Act) -> None:
    serial = act.session.scalars(select(Note.serial).order_by(Note.serial)).first()
    drop_words(act.session.connection(), [serial or 0])


def test_check_finds_and_repairs_what_a_search_would_not_find(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(demo, key_from_file(demo / "demo.key"), who="Test")
    office.act(_lose_words)
    office.close()

    assert run(["check", str(demo)]) == Exit.REFUSED
    assert "one note is not found; repair with --repair-search" in capsys.readouterr().out
    told = _told(capsys, "check", demo, "--repair-search")
    assert (told["ok"], told["unfound_notes"]) == (True, 0)


def test_a_damaged_office_fails_the_check(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = demo / "office.db"
    content = bytearray(database.read_bytes())
    content[20 * 4096 + 100 : 20 * 4096 + 200] = bytes(100)
    database.write_bytes(content)

    code = run(["check", str(demo), "--json"])

    assert code == Exit.REFUSED
    assert json.loads(capsys.readouterr().out)["damaged_pages"] == [21]


def test_a_damaged_first_page_fails_the_check(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = demo / "office.db"
    content = database.read_bytes()
    database.write_bytes(bytes(4096) + content[4096:])

    code, said = _refused(capsys, "check", demo)

    assert code == Exit.REFUSED
    assert "damaged" in said


@pytest.mark.parametrize("verb", ["check", "backup"])
def test_a_missing_office_is_not_made(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [verb, tmp_path / "nowhere", *([tmp_path / "file"] if verb == "backup" else [])]

    code, said = _refused(capsys, *given)

    assert code == Exit.UNAVAILABLE
    assert str(tmp_path / "nowhere") in said
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_written_and_comes_back(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept" / "office.nahbar-backup"

    saved = _told(capsys, "backup", demo, file)
    back = _told(capsys, "restore", file, tmp_path / "back", "--key-file", demo / "demo.key")

    assert saved["file"] == str(file)
    assert saved["bytes"] == file.stat().st_size
    assert back["counts"] == saved["counts"]
    assert _told(capsys, "check", tmp_path / "back")["counts"]["person"] > 10


def test_a_truncated_backup_is_refused_before_anything_is_touched(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "office.nahbar-backup"
    _told(capsys, "backup", demo, file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    before = (demo / "office.db").read_bytes()

    code, _said = _refused(capsys, "restore", file, demo)

    assert code == Exit.UNAVAILABLE
    assert (demo / "office.db").read_bytes() == before


def test_a_missing_backup_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = _refused(capsys, "restore", tmp_path / "none", tmp_path / "new")

    assert code == Exit.UNAVAILABLE
    assert str(tmp_path / "none") in said
    assert not (tmp_path / "new").exists()


def test_a_letter_is_kept_in_the_history_and_saved(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client, out, before = _client_with_a_visit(demo), tmp_path / "letter.pdf", _letters(demo)
    options = ("--client", client, "--template", "appointment", "--lang", "da", "--out", out)

    told = _told(capsys, "letter", demo, *options)

    assert out.read_bytes().startswith(b"%PDF")
    assert (told["file"], told["client"], told["language"]) == (str(out), str(client), "da")
    assert told["bytes"] == out.stat().st_size
    assert _letters(demo) == before + 1


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"--template": "love"}, Exit.REFUSED),
        ({"--lang": "fr"}, Exit.REFUSED),
        ({"--client": "00000000-0000-4000-8000-000000000000"}, Exit.REFUSED),
        ({"--out": "no/such/folder/letter.pdf"}, Exit.UNAVAILABLE),
    ],
)
def test_a_letter_that_cannot_be_written_is_not_kept(
    changed: dict[str, str], code: Exit, demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _letters(demo)
    out = demo.parent / "letter.pdf"
    options = {
        "--client": str(_client_with_a_visit(demo)),
        "--template": "appointment",
        "--lang": "de",
        "--out": str(out),
    } | changed

    found, _said = _refused(
        capsys, "letter", demo, *(part for pair in options.items() for part in pair)
    )

    assert found == code
    assert not out.exists()
    assert _letters(demo) == before


def test_an_office_in_use_says_so(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = _client_with_a_visit(demo)
    office = open_office(demo, key_from_file(demo / "demo.key"), who="Somebody Else")
    options = ("--client", client, "--template", "appointment", "--lang", "de")
    try:
        code, said = _refused(capsys, "letter", demo, *options, "--out", tmp_path / "letter.pdf")
    finally:
        office.close()

    assert code == Exit.UNAVAILABLE
    assert "Somebody Else" in said


def test_errors_are_said_in_the_language_of_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.command_line.run.language_here", lambda: "de")
    monkeypatch.setattr(
        "app.command_line.run.say", lambda problem: f"auf Deutsch: {problem.message}"
    )

    _code, said = _refused(capsys, "check", tmp_path)

    assert "auf Deutsch" in said
