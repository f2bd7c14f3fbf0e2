"""Keys come from a private file, the demo, the keyring or a question; never from elsewhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from app.admin import offices
from app.admin.offices import NewOffice
from app.command_line import keys
from app.command_line.exits import Exit
from app.command_line.run import run
from app.errors import Unavailable
from tests.factories.offices import office_like

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "four unrelated words here"


class _Terminal(io.StringIO):
    """A standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def office(tmp_path: Path) -> offices.CreatedOffice:
    """An office that opens with a passphrase or its recovery key."""
    new = NewOffice(name="Besuchsdienst", country="DE", who="Anna Beispiel")
    return office_like(tmp_path / "office", new, passphrase=PASSPHRASE)


def _key_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "key"
    file.write_text(text)
    file.chmod(mode)
    return file


def _typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal())
    monkeypatch.setattr(keys, "getpass", lambda _question: text)


@pytest.mark.parametrize("kind", ["key", "passphrase", "recovery key"])
def test_a_private_key_file_opens_the_office(
    kind: str, office: offices.CreatedOffice, tmp_path: Path
) -> None:
    texts = {
        "key": office.key.hex(),
        "passphrase": PASSPHRASE,
        "recovery key": office.recovery_key,
    }
    file = _key_file(tmp_path, texts[kind] + "\n")

    assert run(["check", str(office.folder), "--key-file", str(file)]) == Exit.DONE


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_file_that_others_can_read_is_refused(
    mode: int,
    office: offices.CreatedOffice,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = _key_file(tmp_path, office.key.hex(), mode)

    assert run(["check", str(office.folder), "--key-file", str(file)]) == Exit.WRONG_KEY

    said = capsys.readouterr()
    assert said.out == ""
    assert "600" in said.err


@pytest.mark.parametrize("text", ["00" * 32, "a wrong passphrase", "", "\x00\x01"])
def test_a_wrong_key_ends_with_its_own_code(
    text: str,
    office: offices.CreatedOffice,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = _key_file(tmp_path, text)

    assert run(["check", str(office.folder), "--key-file", str(file)]) == Exit.WRONG_KEY
    assert capsys.readouterr().err.count("\n") == 1


def test_a_missing_key_file_is_named(
    office: offices.CreatedOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing"

    assert run(["check", str(office.folder), "--key-file", str(missing)]) == Exit.WRONG_KEY
    assert str(missing) in capsys.readouterr().err


def test_without_a_terminal_nobody_is_asked(
    office: offices.CreatedOffice,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE))

    assert run(["check", str(office.folder)]) == Exit.WRONG_KEY
    assert "--key-file" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["passphrase", "recovery key"])
def test_at_a_terminal_the_key_is_asked_for(
    kind: str, office: offices.CreatedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, PASSPHRASE if kind == "passphrase" else office.recovery_key)

    assert run(["check", str(office.folder)]) == Exit.DONE


def test_a_wrong_answer_is_refused(
    office: offices.CreatedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, "something else")

    assert run(["check", str(office.folder)]) == Exit.WRONG_KEY


def test_the_keyring_is_asked_before_the_person(
    office: offices.CreatedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = offices.WaysIn(keyring=True, passphrase=True, recovery=True, is_demo=False)
    monkeypatch.setattr(offices, "ways_in", lambda _folder: ways)
    monkeypatch.setattr(offices, "key_from_keyring", lambda _folder: office.key)

    assert run(["check", str(office.folder)]) == Exit.DONE


def test_a_silent_keyring_is_named_where_nobody_can_be_asked(
    office: offices.CreatedOffice,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent(_folder: Path) -> bytes:
        raise Unavailable(SILENT)

    ways = offices.WaysIn(keyring=True, passphrase=True, recovery=True, is_demo=False)
    monkeypatch.setattr(offices, "ways_in", lambda _folder: ways)
    monkeypatch.setattr(offices, "key_from_keyring", silent)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    assert run(["check", str(office.folder)]) == Exit.UNAVAILABLE
    assert SILENT in capsys.readouterr().err


SILENT = "The keyring of this computer does not answer."


def test_a_backup_of_a_real_office_is_restored_with_its_passphrase(
    office: offices.CreatedOffice, tmp_path: Path
) -> None:
    file, back = tmp_path / "one.nahbar-backup", tmp_path / "back"
    key_file = _key_file(tmp_path, PASSPHRASE)
    options = ["--key-file", str(key_file)]

    assert run(["backup", str(office.folder), str(file), *options]) == Exit.DONE
    assert run(["restore", str(file), str(back), *options]) == Exit.DONE
    assert run(["check", str(back), *options]) == Exit.DONE
