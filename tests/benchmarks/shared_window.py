"""The program itself, started with a shared office, until its first page shows data.

The keyring of a measuring machine is not asked: the password comes from the environment.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.__main__ import bring_window

bring_window()  # before anything else of Qt, as the program itself does

from app.server import joining  # noqa: E402 - see above
from tests.benchmarks.program_window import main  # noqa: E402 - see above

PASSWORD = "NAHBAR_BENCH_PASSWORD"


def _remembered(place: Path) -> joining.Credentials:
    login = joining.read_profile_file(place).login
    return joining.Credentials(login, os.environ[PASSWORD])


if __name__ == "__main__":
    joining.credentials_from_keyring = _remembered
    sys.exit(main(Path(sys.argv[1])))
