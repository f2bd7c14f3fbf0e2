"""Requirements of saying once more who one is: only what opens the office is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pytest

from app.admin.rules import NewOffice
from app.errors import Refused
from tests.factories.offices import office_like
from ui.admin.proof import Proof
from ui.desk_contracts import Asked

if TYPE_CHECKING:
    from pathlib import Path

    from ui.admin.office_jobs import OpenOffice

PASSPHRASE = "four plain words again"


@dataclass
class _Open:
    """What a proof asks of an open office."""

    folder: Path
    is_demo: bool = False


def _proof(folder: Path, *, is_demo: bool = False) -> Proof:
    return Proof(cast("OpenOffice", _Open(folder, is_demo)))


def _made(folder: Path, passphrase: str | None) -> Any:  # noqa: ANN401 - what was made
    new = NewOffice("Ballerup", "DK", who="Pia Sand")
    return office_like(folder, new, passphrase=passphrase)


def test_the_passphrase_is_asked_for_and_compared(tmp_path: Path) -> None:
    made = _made(tmp_path / "office", PASSPHRASE)
    proof = _proof(made.folder)

    assert proof.asked() is Asked.PASSPHRASE
    proof.check(PASSPHRASE)
    for wrong in ("", "four plain words", made.recovery_key):
        with pytest.raises(Refused) as refused:
            proof.check(wrong)
        assert [problem.field for problem in refused.value.problems] == ["typed"]


def test_without_a_passphrase_the_recovery_key_is_asked_for(tmp_path: Path) -> None:
    made = _made(tmp_path / "office", None)
    proof = _proof(made.folder)

    assert proof.asked() is Asked.RECOVERY_KEY
    proof.check(made.recovery_key)
    with pytest.raises(Refused):
        proof.check("AAAA-BBBB")


def test_a_demo_office_has_no_secrets(tmp_path: Path) -> None:
    made = _made(tmp_path / "office", None)

    proof = _proof(made.folder, is_demo=True)
    assert proof.asked() is Asked.NOTHING
    proof.check("")
