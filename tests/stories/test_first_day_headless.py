"""`make run` on a machine without a display: the real program does the first day by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

NAHBAR = str(Path(sys.executable).with_name("nahbar"))
PNG = b"\x89PNG\r\n\x1a\n"


def _without_a_display(folder: Path) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [NAHBAR],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a display")
def test_the_first_day_without_a_display_prints_its_paths_and_can_be_repeated(
    tmp_path: Path,
) -> None:
    for _run in range(2):
        done = _without_a_display(tmp_path)

        assert (done.returncode, done.stderr) == (0, "")
        paths = [tmp_path / line for line in done.stdout.splitlines()[1:]]
        office, sheet, letter, window = paths
        assert (office / "office.db").is_file()
        assert "Erika Muster" in _text(sheet)
        assert "Erika Muster" in _text(letter)
        assert window.read_bytes().startswith(PNG)
        assert all(path.is_relative_to(tmp_path / "build" / "demo") for path in paths)
