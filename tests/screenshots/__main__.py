"""`python -m tests.screenshots`: renders every screen in every look to build/screenshots/."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.admin.saving import back_up
from app.demo.actions import build_demo
from app.demo.rules import DemoPlan
from app.settings import Settings
from tests.screenshots.screens import SCREENS, Screen
from tests.screenshots.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

THEMES = ("light", "dark")
LANGUAGES = ("de", "da", "en")
SCALES = (100, 200)
BUILD = Path("build/screenshots")


def main(arguments: Sequence[str]) -> int:
    """Render what is asked for, or everything; answer how many screens failed."""
    wanted = _wanted(arguments)
    out: Path = wanted.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    os.environ["NAHBAR_HOME"] = str(out / "home")
    app = QApplication([])
    today = datetime.now(UTC).astimezone().date()
    office = _office(out, today, wanted.clients)
    screens = [screen for screen in SCREENS if not wanted.only or screen.name in wanted.only]
    failed = 0
    for theme, language, scale in product(wanted.theme, wanted.language, wanted.scale):
        settings = Settings(language=language, theme=theme, font_scale=scale)
        stage = Stage(app, settings, office, today)
        for screen in screens:
            failed += not _render(
                stage, screen, out / f"{screen.name}-{theme}-{language}-{scale}.png"
            )
        stage.close()
    sys.stdout.write(f"{len(screens)} screens in {out}\n")
    return failed


def _wanted(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    names = [screen.name for screen in SCREENS]
    parser.add_argument("--only", nargs="*", choices=names, default=[])
    parser.add_argument("--theme", nargs="*", default=THEMES)
    parser.add_argument("--language", nargs="*", default=LANGUAGES)
    parser.add_argument("--scale", nargs="*", type=int, default=SCALES)
    parser.add_argument("--clients", type=int, default=300)
    parser.add_argument("--out", type=Path, default=BUILD)
    return parser.parse_args(arguments)


def _office(out: Path, today: date, clients: int) -> Path:
    """Answer the demo office of the day, made once a day, with a backup to be shown."""
    folder = out / f"office-{today:%Y-%m-%d}-{clients}"
    if not folder.exists():
        build_demo(folder, DemoPlan(today=today, clients=clients))
        back_up(folder, bytes.fromhex((folder / "demo.key").read_text()))
    return folder


def _render(stage: Stage, screen: Screen, file: Path) -> bool:
    stage.window.resize(*screen.size)
    try:
        widget = screen.show(stage)
    except Exception as error:  # noqa: BLE001 - the other screens are wanted all the same
        sys.stderr.write(f"{screen.name}: {error!r}\n")
        return False
    widget.resize(*screen.size)
    stage.settle()
    return widget.grab().save(str(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
