"""Runs the real program as the observer does, and loses its power in the middle of a return.

`python -m tests.stories.cut_cable NOTES OFFICE` ends without a word once some rows of a suitcase
are brought and the next one is half written.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from app.__main__ import main
from app.mobile_advice.suitcase import returning
from tests.stories.observer import Observer
from ui.start import application

WHOLE_ROWS = 3
"""Rows that are brought before the power goes."""
_brought: list[object] = []
_keep_receipt = returning._keep_receipt


def _keep_or_die(*given: Any) -> None:  # noqa: ANN401 - what the receipt is made of
    if len(_brought) == WHOLE_ROWS:
        os.kill(os.getpid(), signal.SIGKILL)
    _brought.append(given)
    _keep_receipt(*given)


if __name__ == "__main__":
    setattr(returning, "_keep_receipt", _keep_or_die)  # noqa: B010 - in its place for once
    observer = Observer(application(), Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
