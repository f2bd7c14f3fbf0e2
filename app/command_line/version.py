"""`nahbar --version`."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser
from importlib.metadata import version


class ShowVersion(Action):
    """Prints the version; it is looked up only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        """Print and end."""
        sys.stdout.write(f"nahbar {version('nahbar')}\n")
        parser.exit()
