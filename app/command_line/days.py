"""Days as arguments of a command."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date


def read_day(text: str) -> date:
    """Answer a day written as YYYY-MM-DD; raises `ArgumentTypeError` for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no date such as 2026-11-24"
        raise ArgumentTypeError(message) from None
