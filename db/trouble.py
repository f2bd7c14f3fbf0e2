"""Turns the errors of database and disk into sentences, or lets a programming error stay one."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as cipher

from app.errors import N_, Unavailable
from db.server_trouble import of_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.exc import DBAPIError

LOCKED = N_("Another program is using the office file.")
FULL = N_("The disk is full. Nothing was saved.")
FULL_REMEDY = N_("Free some space and try again. What you typed is kept.")
READ_ONLY = N_("The office can only be read: its file or folder is write-protected.")
READ_ONLY_REMEDY = N_("Ask the person who looks after the computer for write access to the folder.")
UNREACHABLE = N_("The office file cannot be reached.")
UNREACHABLE_REMEDY = N_("Check the disk or the cable, then try again.")

_KNOWN = (
    (
        ("database is locked", "database table is locked", "lock timeout"),
        LOCKED,
        N_("Wait a moment and try again. What you typed is kept."),
    ),
    (("database or disk is full", "disk full", "no space left"), FULL, FULL_REMEDY),
    (("readonly database", "read-only"), READ_ONLY, READ_ONLY_REMEDY),
    (
        ("malformed", "not a database", "corrupt"),
        N_("The office file is damaged."),
        N_("Restore the newest backup. The damaged file is kept."),
    ),
    (("disk i/o error", "unable to open database"), UNREACHABLE, UNREACHABLE_REMEDY),
)
_FULL_CODES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ALMOST_FULL = 1_000_000
"""Free bytes below which a disk that fails is called full."""
_READ_ONLY_CODES = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def as_unavailable(error: DBAPIError) -> Exception:
    """Answer the plain sentence for a trouble of the machine, or the error itself for a bug."""
    if hasattr(error.orig, "sqlstate"):
        return of_server(error.orig) or error
    return _known(str(error.orig)) or error


@contextmanager
def plain_trouble(folder: Path | None = None) -> Iterator[None]:
    """Let troubles of disk and database leave this block as `Unavailable`; bugs stay bugs.

    With `folder`, in which the block writes, the sentence says why it cannot be reached.
    """
    try:
        yield
    except cipher.Error as error:
        raise _nearer(_known(str(error)) or error, folder) from error
    except OSError as error:
        raise _of_the_disk(error) from error
    except Exception as error:
        # Who joins an office writes files before all that asks databases is imported.
        from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - see above

        if not isinstance(error, DBAPIError):
            raise
        raise _nearer(as_unavailable(error), folder) from error


def nearer_cause(trouble: Unavailable, folder: Path) -> Unavailable:
    """Answer why a file in `folder` cannot be reached, where the database did not say."""
    if trouble.problem.message != UNREACHABLE or not folder.is_dir():
        return trouble
    if not os.access(folder, os.W_OK):
        return Unavailable(READ_ONLY, READ_ONLY_REMEDY)
    if shutil.disk_usage(folder).free < _ALMOST_FULL:
        return Unavailable(FULL, FULL_REMEDY)
    return trouble


def _nearer(error: Exception, folder: Path | None) -> Exception:
    if folder is None or not isinstance(error, Unavailable):
        return error
    return nearer_cause(error, folder)


def _known(said: str) -> Unavailable | None:
    text = said.lower()
    for signs, message, remedy in _KNOWN:
        if any(sign in text for sign in signs):
            return Unavailable(message, remedy)
    return None


def _of_the_disk(error: OSError) -> Unavailable:
    if error.errno in _FULL_CODES:
        return Unavailable(FULL, FULL_REMEDY)
    if error.errno in _READ_ONLY_CODES:
        return Unavailable(READ_ONLY, READ_ONLY_REMEDY)
    return Unavailable(UNREACHABLE, UNREACHABLE_REMEDY)
