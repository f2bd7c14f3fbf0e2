"""Whether a keyring may be offered on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.keyrings import has_trusted_keyring
from tests.factories.keyrings import Trusted

if TYPE_CHECKING:
    import pytest


def test_a_trusted_keyring_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.admin.keyrings.trusted_backends", lambda: iter([Trusted()]))
    assert has_trusted_keyring()


def test_a_computer_without_one_offers_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.admin.keyrings.trusted_backends", lambda: iter([]))
    assert not has_trusted_keyring()
