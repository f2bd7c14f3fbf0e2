"""Where an exported file goes: the system asks, with a name that says what it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.exchange.writing.sealed_file import ARCHIVE
from resources.text import _

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.exchange.writing.rules import ExportWish

_LONGEST_NAME = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\ud800-\udfff]')


def file_name(title: str, day: date, ending: str) -> str:
    """Answer a name that every system takes: "People 2026-11-23.xlsx"."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST_NAME].strip(" .")
    return f"{plain or 'Nahbar'} {day.isoformat()}{ending}"


def ask_where_to_export(parent: QWidget, title: str, day: date, wish: ExportWish) -> Path | None:
    """Ask for a file's place; None when the user changed their mind."""
    ending = ARCHIVE if wish.is_sealed else f".{wish.format.value}"
    words = _("Archive with a password") if wish.is_sealed else _(wish.format.label)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _filter = QFileDialog.getSaveFileName(
        parent,
        _("Export list"),
        str(Path(folder) / file_name(title, day, ending)),
        f"{words} (*{ending})",
    )
    if not chosen:
        return None
    file = Path(chosen)
    known = file.suffix.lower() == ending
    return file if known else file.with_name(f"{file.name}{ending}")
