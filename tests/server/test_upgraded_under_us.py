"""An upgrade while windows are open: those of the older version leave, and nothing is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from app.server.listening import OTHER_SCHEMA
from app.settings import data_folder
from db.owner import owner_connection
from db.schema import MIGRATIONS, NEWER
from db.shared_schema import migrate_shared
from db.tables import SCHEMA_HEAD
from tests.server.office import OMAR
from tests.server.test_two_windows import LONG, Window, _form, _impatient, erna, way
from tests.ui.admin.doors import screen
from ui.admin.lock_screen import LockScreen
from ui.admin.trouble_page import TroublePage
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.server.office import JointOffice
    from tests.server.test_two_windows import Way

__all__ = ["_impatient", "erna", "way"]
_LATER = f'''
"""A later version."""
revision = "9999"
down_revision = "{SCHEMA_HEAD}"
branch_labels = depends_on = None
def upgrade(): pass
def downgrade(): pass
'''


def test_an_upgrade_locks_open_windows_of_the_version_before(
    qapp: QApplication, qtbot: QtBot, joint: JointOffice, way: Way, erna: UUID, tmp_path: Path
) -> None:
    later = shutil.copytree(MIGRATIONS, tmp_path / "later")
    (later / "versions" / "9999_later.py").write_text(_LATER, encoding="utf-8")
    window = Window(qapp, way(OMAR), OMAR)
    try:
        qtbot.waitUntil(lambda: window.is_open, timeout=LONG)
        form = _form(qtbot, window, erna)
        qtbot.waitUntil(lambda: form.keeper._has_looked, timeout=LONG)
        form.fields.inputs["hint"].set_value("Half typed")
        with owner_connection(joint.address) as connection:
            assert migrate_shared(connection, later) == (SCHEMA_HEAD, "9999")
        lock = screen(qtbot, window.house, LockScreen)
        qtbot.waitUntil(lambda: bool(lock.login.value()), timeout=LONG)
        qtbot.waitUntil(lambda: OTHER_SCHEMA in _words(lock), timeout=LONG)
        lock.password.set_value(OMAR.password)
        lock.go_on()
        trouble = screen(qtbot, window.house, TroublePage)
        assert NEWER in _words(trouble)
    finally:
        window.close()
        with owner_connection(joint.address) as connection:
            connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{SCHEMA_HEAD}'")
    kept = Window(qapp, way(OMAR), OMAR)
    try:
        qtbot.waitUntil(lambda: kept.is_open, timeout=LONG)
        form = _form(qtbot, kept, erna)
        qtbot.waitUntil(lambda: form.fields.inputs["hint"].value() == "Half typed", timeout=LONG)
    finally:
        kept.close()
    assert not list(data_folder().rglob("*.draft"))


def _words(page: LockScreen | TroublePage) -> str:
    return " ".join(label.text() for label in page.findChildren(Label))
