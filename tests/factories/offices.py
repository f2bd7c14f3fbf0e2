"""Makes offices in folders: copies of one that is made once, because making takes a while."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.admin.offices import create_office, open_office
from app.admin.rules import CreatedOffice, NewOffice
from tests.conftest import NOW

if TYPE_CHECKING:
    from app.admin.local_office import LocalOffice

PASSPHRASE = "vier Wörter für Anna"
KNOWN: dict[str, Any] = {
    "name": "Besuchsdienst Garath",
    "country": "DE",
    "who": "Anna Beispiel",
    "street": "Frankfurter Straße 229",
    "postal_code": "40595",
    "city": "Düsseldorf",
    "email": "garath@example.org",
}


def office_values(**fields: Any) -> NewOffice:  # noqa: ANN401 - any field of the form
    """Answer the form of a new office; `fields` say what a test wants otherwise."""
    return NewOffice(**(KNOWN | fields))


def an_office(folder: Path) -> CreatedOffice:
    """Put a closed office with a passphrase into a folder that does not exist yet."""
    return _copied(_pattern(), folder)


def office_like(
    folder: Path, new: NewOffice, *, passphrase: str | None = None, is_demo: bool = False
) -> CreatedOffice:
    """Put a closed office into a folder that does not exist yet, as `create_office` makes it now.

    Of each kind one is made; all of a kind have its key.
    """
    return _copied(_made_now(new, passphrase, is_demo=is_demo), folder)


def _copied(made: CreatedOffice, folder: Path) -> CreatedOffice:
    shutil.copytree(made.folder, folder)
    return CreatedOffice(folder, made.key, made.recovery_key)


def opened(made: CreatedOffice, **ways: Any) -> LocalOffice:  # noqa: ANN401 - any way to open
    """Open an office as Anna at the time of all tests; the test must close it."""
    known: dict[str, Any] = {"who": "Anna Beispiel", "clock": lambda: NOW}
    return open_office(made.folder, made.key, **(known | ways))


def _place() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="nahbar-pattern-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "office"


@lru_cache
def _made_now(new: NewOffice, passphrase: str | None, *, is_demo: bool) -> CreatedOffice:
    return create_office(_place(), new, passphrase=passphrase, use_keyring=False, is_demo=is_demo)


@lru_cache
def _pattern() -> CreatedOffice:
    return create_office(
        _place(),
        office_values(),
        passphrase=PASSPHRASE,
        use_keyring=False,
        clock=lambda: NOW,
    )
