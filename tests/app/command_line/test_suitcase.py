"""Requirements of `nahbar suitcase`: packed, worked in, brought home, and said what it is."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from app.command_line.exits import Exit
from app.command_line.run import run
from app.command_line.suitcase import arguments, packing, returning, showing
from app.mobile_advice.suitcase.opening import open_suitcase
from db import wraps
from db.booking import Appointment
from tests.factories.offices import an_office, opened
from tests.factories.suitcases import PASSPHRASE, a_tour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from app.office import Act

TODAY = datetime.now(UTC).astimezone().date()


class Bureau:
    """An office in a folder, its tour of today, and the files with what opens both."""

    def __init__(self, folder: Path) -> None:
        """Make them."""
        made = an_office(folder / "office")
        self.folder, self._made = made.folder, made
        office = opened(made, clock=lambda: datetime.now(UTC))
        self.appointment = a_tour(office, "Adam", day=TODAY).appointments[0]
        office.close()
        self.key = _private(folder / "key", made.key.hex())
        self.passphrase = _private(folder / "passphrase", PASSPHRASE)
        self.file = folder / "bus.nahbar-suitcase"

    def words(self, step: str, *more: str) -> list[str]:
        """Answer the arguments of a step."""
        files = ("--key-file", self.key, "--passphrase-file", self.passphrase)
        return ["suitcase", step, *map(str, (self.folder, self.file, *files)), *more]

    def act(self, action: Callable[[Act], object]) -> None:
        """Do something in the office."""
        office = opened(self._made, clock=lambda: datetime.now(UTC))
        office.act(action)
        office.close()

    def act_on_the_way(self, action: Callable[[Act], object]) -> None:
        """Do something in the suitcase."""
        bus = open_suitcase(self.file, PASSPHRASE)
        bus.act(action)
        bus.close()


@pytest.fixture
def bureau(tmp_path: Path) -> Iterator[Bureau]:
    """An office whose tour sets off today; passphrases are stretched cheaply."""
    with patch.object(wraps, "MEMORY_KIB", 64), patch.object(wraps, "PASSES", 1):
        yield Bureau(tmp_path)


def test_a_suitcase_is_packed_shown_returned_once_and_wiped(
    bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = _told(capsys, *bureau.words("pack", "--day", TODAY.isoformat()))
    assert (packed["file"], packed["counts"]["person"]) == (str(bureau.file), 1)
    bureau.act_on_the_way(_say(bureau.appointment, "done"))
    shown = _told(capsys, "suitcase", "show", str(bureau.file))
    assert (shown["tour"], shown["changes"], shown["expired"]) == ("Südrunde", 1, False)
    back = _told(capsys, *bureau.words("return"))
    assert (back["outcomes"], back["wiped"]) == ({"changed": 1}, True)
    assert not bureau.file.exists()
    office = ("suitcase", "show", str(bureau.folder), "--key-file", str(bureau.key))
    assert [row["state"] for row in _told(capsys, *office)] == ["returned"]
    assert all(callable(step.run) for step in (packing, returning, showing))


def test_what_both_changed_is_told_field_by_field_and_waits(
    bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    run(bureau.words("pack", "--day", TODAY.isoformat()))
    bureau.act_on_the_way(_say(bureau.appointment, "done"))
    bureau.act(_say(bureau.appointment, "no_show"))
    capsys.readouterr()
    assert run(bureau.words("return", "--json")) == Exit.REFUSED
    (waits,) = json.loads(capsys.readouterr().out)["waits"]
    assert waits["fields"]["state"] == {"suitcase": "done", "office": "no_show"}
    assert bureau.file.exists()
    assert run(bureau.words("return")) == Exit.REFUSED
    assert "stays as it is" in capsys.readouterr().out
    assert _told(capsys, *bureau.words("return", "--keep", "suitcase"))["wiped"]
    bureau.act(_see(bureau.appointment, "done"))


def test_every_step_stands_in_the_help_and_a_day_is_a_date(
    capsys: pytest.CaptureFixture[str],
) -> None:
    top = ArgumentParser(prog="nahbar")
    arguments.add_suitcase(top.add_subparsers())
    with pytest.raises(SystemExit):
        top.parse_args(["suitcase", "--help"])
    said = capsys.readouterr().out
    assert [step for step in ("pack", "return", "show") if f"    {step} " not in said] == []
    assert run(["suitcase", "pack", "office", "bus", "--day", "soon"]) == Exit.USAGE
    assert "is no date" in capsys.readouterr().err


def test_bad_input_gets_one_sentence_and_a_code(
    bureau: Bureau, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    today = ("--day", TODAY.isoformat())
    assert _refused(capsys, bureau.words("pack", "--day", tomorrow), "No tour sets off") == 1
    named = bureau.words("pack", *today, "--tour", "Nordrunde")
    assert _refused(capsys, named, "Südrunde") == Exit.REFUSED
    short = _private(tmp_path / "short", "kurz")
    weak = bureau.words("pack", *today, "--passphrase-file", str(short))
    assert _refused(capsys, weak, "characters") == Exit.WRONG_KEY
    bureau.passphrase.chmod(0o644)
    assert _refused(capsys, bureau.words("pack", *today), "mode 600") == Exit.WRONG_KEY
    bureau.passphrase.unlink()
    assert _refused(capsys, bureau.words("pack", *today), "no key file") == Exit.WRONG_KEY
    asked = ["suitcase", "return", str(bureau.folder), str(bureau.file)]
    asked += ["--key-file", str(bureau.key)]
    assert _refused(capsys, asked, "--passphrase-file") == Exit.WRONG_KEY
    assert _refused(capsys, ["suitcase", "show", str(short)], "not a suitcase") == Exit.UNAVAILABLE
    gone = ["suitcase", "show", str(bureau.file)]
    assert _refused(capsys, gone, "is not there") == Exit.UNAVAILABLE
    assert list(tmp_path.glob("*bus*")) == []


def _told(capsys: pytest.CaptureFixture[str], *given: str) -> Any:  # noqa: ANN401 - any JSON
    code = run([*given, "--json"])
    said = capsys.readouterr()
    assert (code, said.err) == (Exit.DONE, "")
    return json.loads(said.out)


def _refused(capsys: pytest.CaptureFixture[str], given: list[str], words: str) -> int:
    code = run(given)
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert words in said.err
    return code


def _private(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return file


def _say(key: UUID, state: str) -> Callable[[Act], None]:
    def say(act: Act) -> None:
        row = act.session.get(Appointment, key)
        assert row is not None
        row.state = state
        act.session.flush()
        act.touch("booking")

    return say


def _see(key: UUID, state: str) -> Callable[[Act], None]:
    def see(act: Act) -> None:
        row = act.session.get(Appointment, key)
        assert row is not None
        assert row.state == state

    return see
