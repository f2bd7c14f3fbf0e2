"""The floors hold, and each of the six contracts is seen to fail on a planted violation."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINT = Path(sys.executable).parent / "lint-imports"
FLOORS = ("app", "db", "forms", "resources", "ui")


@dataclass(frozen=True, slots=True)
class Plant:
    """A violation: files that are added to the program, and the contract that forbids them."""

    contract: str
    sentence: str
    files: dict[str, str]


PLANTS = (
    Plant(
        "screens",
        "Screens stand on use cases only",
        {"ui/planted.py": "import db.base"},
    ),
    Plant(
        "qt",
        "Nothing below the screens knows Qt",
        {"app/planted.py": "from PySide6.QtCore import QObject"},
    ),
    Plant(
        "ground",
        "Tables and paper stand on rules only",
        {
            "app/planted/__init__.py": "",
            "app/planted/actions.py": "",
            "forms/planted.py": "import app.planted.actions",
        },
    ),
    Plant(
        "apart",
        "Tables and paper do not know each other",
        {"forms/planted.py": "import db.base"},
    ),
    Plant(
        "pure",
        "Rules are pure",
        {"app/planted/__init__.py": "", "app/planted/rules.py": "import sqlalchemy"},
    ),
    Plant(
        "cycles",
        "No cycles among features",
        {
            "app/planted/__init__.py": "",
            "app/planted/queries.py": "import app.planted_too.queries",
            "app/planted_too/__init__.py": "",
            "app/planted_too/queries.py": "import app.planted.queries",
        },
    ),
)


def _lint(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [LINT, "--no-cache", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def test_every_contract_is_kept() -> None:
    code, said = _lint(ROOT)

    assert code == 0, said
    assert f"{len(PLANTS)} kept, 0 broken" in said


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.contract)
def test_a_planted_violation_breaks_its_contract(plant: Plant, tmp_path: Path) -> None:
    only_code = shutil.ignore_patterns("*.ttf", "*.svg", "*.mo", "*.po", "__pycache__")
    for floor in (*FLOORS, "tests/tools"):
        shutil.copytree(ROOT / floor, tmp_path / floor, ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, text in plant.files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    code, said = _lint(tmp_path, "--contract", plant.contract)

    assert code == 1, said
    assert plant.sentence in said
    assert "planted" in said
    assert "0 kept, 1 broken" in said
