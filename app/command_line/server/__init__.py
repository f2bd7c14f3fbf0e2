"""`nahbar server`: sets up and looks after the server of a shared office."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from app.command_line.answer import Answer


def run(arguments: Namespace) -> Answer:
    """Carry out one step; raises `Refused` or `Unavailable` as the step does."""
    step = import_module(f"{__name__}.{arguments.step.replace('-', '_')}")
    answer: Answer = step.run(arguments)
    return answer
