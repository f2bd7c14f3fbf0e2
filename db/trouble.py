"""Turns the database's errors into sentences, or lets a programming error stay one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Unavailable

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_KNOWN = (
    (
        ("database is locked", "lock timeout"),
        N_("Another program is using the office file."),
        N_("Wait a moment and try again. What you typed is kept."),
    ),
    (
        ("database or disk is full", "disk full", "no space left"),
        N_("The disk is full. Nothing was saved."),
        N_("Free some space and try again. What you typed is kept."),
    ),
    (
        ("readonly database", "read-only"),
        N_("The office can only be read: its file or folder is write-protected."),
        N_("Ask who looks after the computer for write access to the folder."),
    ),
    (
        ("malformed", "not a database", "corrupt"),
        N_("The office file is damaged."),
        N_("Restore the newest backup. The damaged file is kept."),
    ),
    (
        ("disk i/o error", "unable to open database file"),
        N_("The office file cannot be reached."),
        N_("Check the disk or the cable, then try again."),
    ),
    (
        ("connection", "server closed", "could not connect", "terminating"),
        N_("The server cannot be reached."),
        N_("What you typed is kept. Nahbar connects again by itself."),
    ),
)


def as_unavailable(error: DBAPIError) -> Exception:
    """Answer the plain sentence for a trouble of the machine, or the error itself for a bug."""
    text = str(error.orig).lower()
    for signs, message, remedy in _KNOWN:
        if any(sign in text for sign in signs):
            return Unavailable(message, remedy)
    return error
