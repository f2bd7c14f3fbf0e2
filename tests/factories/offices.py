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
    made = _pattern()
    shutil.copytree(made.folder, folder)
    return CreatedOffice(folder, made.key, made.recovery_key)


def opened(made: CreatedOffice, **ways: Any) -> LocalOffice:  # noqa: ANN401 - any way to open
    """Open an office as Anna at the time of all tests; the test must close it."""
    known: dict[str, Any] = {"who": "Anna Beispiel", "clock": lambda: NOW}
    return open_office(made.folder, made.key, **(known | ways))


@lru_cache
def _pattern() -> CreatedOffice:
    folder = Path(tempfile.mkdtemp(prefix="nahbar-pattern-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return create_office(
        folder / "office",
        office_values(),
        passphrase=PASSPHRASE,
        use_keyring=False,
        clock=lambda: NOW,
    )
