"""The window is painted before anything slow is imported, and My day before all other pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from app.admin.offices import create_office, open_office
from tests.factories.clients import add_client
from tests.factories.offices import office_values
from tests.factories.visits import visit_planned
from tests.house.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

UNTIL_PAINTED = """
import json, os, sys
from app.settings import load
from ui.start import Milestones, run

def painted():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

milestones = Milestones()
milestones.painted.connect(painted)
run(load(), None, milestones)
"""

UNTIL_SETTLED = """
import json, os, sys
from pathlib import Path
from app.settings import load
from ui.start import Milestones, run

reached = {}

def filled():
    from PySide6.QtWidgets import QApplication
    from ui.my_day.day_line import DayLine
    seen = [line for line in QApplication.allWidgets() if isinstance(line, DayLine)]
    assert any(line.isVisible() for line in seen), "the first data is a line of My day"
    reached["filled"] = sorted(sys.modules)

def settled():
    reached["settled"] = sorted(sys.modules)
    print(json.dumps(reached), flush=True)
    os._exit(0)

milestones = Milestones()
milestones.filled.connect(filled)
milestones.settled.connect(settled)
run(load(), Path(sys.argv[1]), milestones)
"""

NOT_FOR_THE_FIRST_LINES = (
    *("alembic", "babel", "forms", "keyring", "openpyxl", "phonenumbers", "pikepdf", "PIL"),
    *("psycopg", "pypdfium2", "rapidfuzz", "reportlab", "uharfbuzz", "vobject", "xlsxwriter"),
    *("sqlalchemy.dialects.postgresql", "sqlalchemy.ext.asyncio", "sqlalchemy.ext.hybrid"),
    *("app.clients", "app.consent", "app.demo", "app.exchange", "app.households"),
    *("app.institutions", "app.journal", "app.letters", "app.my_day.queries", "app.privacy"),
    *("db.consent", "db.exchange", "db.journal", "db.letters", "db.tables", "db.word_index"),
    *("ui.clients", "ui.journal", "ui.letters", "ui.my_day.forgotten_view", "ui.widgets.table"),
)
"""What is imported once the first visits and tasks are seen, or when somebody wants it."""

FEATURES_OF_THE_FIRST_LINES = {
    *("app.access", "app.admin", "app.codes", "app.my_day", "app.server", "app.tasks"),
    *("app.visiting", "ui.admin", "ui.codes", "ui.drafts", "ui.escalation", "ui.exchange"),
    *("ui.frame", "ui.my_day", "ui.sharing", "ui.tasks", "ui.visiting", "ui.widgets"),
}
"""Nothing of any other feature is needed before the first visits and tasks are seen."""

NOT_FOR_MY_DAY = (
    *("alembic", "asyncio", "babel", "email", "forms", "greenlet", "holidays", "icalendar"),
    *("keyring", "lxml", "openpyxl", "phonenumbers", "pikepdf", "PIL", "psycopg", "pypdfium2"),
    *("pyvrp", "rapidfuzz", "reportlab", "ssl", "uharfbuzz", "vobject", "xlsxwriter"),
    *("db.psp", "db.tables", "sqlalchemy.dialects.postgresql", "sqlalchemy.ext.asyncio"),
    *("app.clients.actions", "app.consent.actions", "app.demo", "app.exchange"),
    *("app.institutions.actions", "app.journal.actions", "app.letters.composing.actions"),
    *("app.letters.mass", "app.matches.actions", "app.matches.queries.candidates"),
    *("app.mobile_advice.booking.actions", "app.mobile_advice.planning", "app.privacy"),
    *("app.mobile_advice.tours.actions", "app.referrals.psp", "app.visiting.series.actions"),
    *("ui.clients", "ui.journal", "ui.letters", "ui.matches", "ui.mobile_advice"),
    *("ui.referrals", "ui.widgets.table"),
)
"""What all of My day shows is asked in questions; what its buttons do is imported by them."""
MOST_MODULES = 760
"""Modules of anybody once My day is whole; each costs memory in every window that stands open."""

SLOW = (
    *("alembic", "babel", "cryptography", "forms", "keyring", "phonenumbers", "pikepdf"),
    *("PIL", "pypdfium2", "reportlab", "sqlalchemy", "sqlcipher3", "uharfbuzz"),
)
QUICK = {
    "PySide6",
    "platformdirs",
    "shiboken6",
    "shibokensupport",
    "signature_bootstrap",
    "tomli_w",
}
"""The only third-party packages that the first picture may need."""
HOUSE = {"app", "db", "forms", "resources", "ui"}


def _said(code: str, home: Path, *arguments: object) -> Any:  # noqa: ANN401 - as JSON has it
    """Start the program in a process of its own; answer what it said it had imported."""
    environment = {**os.environ, "NAHBAR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@lru_cache
def _loaded(home: Path) -> frozenset[str]:
    """Answer what is imported when the window is painted for the first time."""
    return frozenset(_said(UNTIL_PAINTED, home))


@pytest.fixture
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Modules that are loaded when the window is painted for the first time."""
    return _loaded(tmp_path_factory.getbasetemp() / "first-paint")


@pytest.mark.parametrize("package", SLOW)
def test_nothing_slow_is_loaded_at_the_first_paint(package: str, loaded: frozenset[str]) -> None:
    assert not [name for name in loaded if name.split(".", maxsplit=1)[0] == package]


def test_a_shared_office_opens_without_what_guards_it_on_the_server() -> None:
    code = "import sys, app.server.shared_office; print('db.tables' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_use_cases_are_loaded_after_the_first_paint(loaded: frozenset[str]) -> None:
    early = [
        name
        for name in loaded
        if name.startswith("app.") and name.endswith((".actions", ".queries", ".office"))
    ]

    assert not early


def test_only_qt_and_little_else_is_loaded_at_the_first_paint(loaded: frozenset[str]) -> None:
    packages = {name.split(".", maxsplit=1)[0] for name in loaded}
    installed_beside = {
        name
        for name in packages - set(sys.stdlib_module_names) - HOUSE
        if not name.startswith(("_", "sitecustomize"))
    }

    assert installed_beside <= QUICK


@lru_cache
def _reached(folder: Path) -> dict[str, list[str]]:
    """Answer what is imported when the first lines of My day, and when all of it, are painted."""
    made = create_office(
        folder / "office", office_values(), passphrase=None, use_keyring=False, is_demo=True
    )
    office = open_office(made.folder, made.key, who="Anna")
    visit_planned(office, add_client(office), date.today())  # noqa: DTZ011 - the program's own day
    office.close()
    reached: dict[str, list[str]] = _said(UNTIL_SETTLED, folder / "home", made.folder)
    return reached


@pytest.fixture
def reached(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Modules that are loaded at the milestones of a start with an office."""
    return _reached(tmp_path_factory.getbasetemp() / "first-data")


def _found(names: Iterable[str], unwanted: Iterable[str]) -> list[str]:
    return [
        name
        for name in names
        if any(name == early or name.startswith(f"{early}.") for early in unwanted)
    ]


def test_the_first_lines_of_my_day_wait_for_nothing_that_they_do_not_show(
    reached: dict[str, list[str]],
) -> None:
    assert not _found(reached["filled"], NOT_FOR_THE_FIRST_LINES)


def test_no_other_feature_is_imported_before_the_first_lines(
    reached: dict[str, list[str]],
) -> None:
    packages = {".".join(name.split(".")[:2]) for name in reached["filled"] if name.count(".") > 1}
    features = {name for name in packages if name.startswith(("app.", "ui."))}

    assert features <= FEATURES_OF_THE_FIRST_LINES


def test_all_of_my_day_brings_no_acts_no_paper_and_no_other_page(
    reached: dict[str, list[str]],
) -> None:
    assert not _found(reached["settled"], NOT_FOR_MY_DAY)


def test_a_window_that_stands_open_holds_few_modules(reached: dict[str, list[str]]) -> None:
    assert len(reached["settled"]) <= MOST_MODULES
