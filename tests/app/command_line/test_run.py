"""Trouble becomes one sentence and a code; a bug stays one."""

from __future__ import annotations

import io
import json

import pytest

from app.command_line.answer import Answer
from app.command_line.exits import Exit, exit_of
from app.command_line.person import language_here, who_works_here
from app.command_line.run import answered
from app.errors import Conflict, Problem, Refused, Unavailable
from app.settings import Settings, save


def _raising(error: BaseException) -> int:
    def work() -> Answer:
        raise error

    return answered(work)


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Refused(Problem("No.", "clients")), Exit.REFUSED),
        (Conflict(Problem("Changed.")), Exit.REFUSED),
        (Refused(Problem("No.", "recovery_key")), Exit.WRONG_KEY),
        (Unavailable("The disk is full."), Exit.UNAVAILABLE),
    ],
)
def test_each_trouble_has_its_code(
    trouble: Refused | Unavailable, code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of(trouble) == code
    assert _raising(trouble) == code
    assert capsys.readouterr().err.count("\n") == 1


def test_values_stand_in_the_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    _raising(Unavailable("No office in {folder}.", folder="there"))

    assert capsys.readouterr().err == "nahbar: No office in there.\n"


def test_a_bug_shows_where_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    assert _raising(ZeroDivisionError("oops")) == Exit.BUG

    said = capsys.readouterr().err
    assert "mistake in the program" in said
    assert "Traceback" in said


def test_an_interruption_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert _raising(KeyboardInterrupt()) == Exit.INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_an_answer_is_lines_for_people_and_json_for_programs() -> None:
    answer = Answer({"name": "Ærø"}, ("Done.", "Well."))

    assert answer.text(as_json=False) == "Done.\nWell.\n"
    assert json.loads(answer.text(as_json=True)) == {"name": "Ærø"}


def test_a_name_that_the_terminal_cannot_show_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    monkeypatch.setattr("sys.stdout", shown)

    assert answered(lambda: Answer({}, ("Ærø \udcff",))) == Exit.DONE

    shown.seek(0)
    assert shown.read() == "\\xc6r\\xf8 \\udcff\n"


def test_name_and_language_come_from_the_settings() -> None:
    save(Settings(language="da", who="Lone Holm"))

    assert (language_here(), who_works_here()) == ("da", "Lone Holm")


def test_without_settings_the_machine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("de_DE", "UTF-8"))
    assert language_here() == "de"

    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language_here() == "en"
    assert who_works_here()
