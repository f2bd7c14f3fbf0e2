"""What is said about a file that cannot be read, and how much of one is read at most."""

from __future__ import annotations

from app.errors import N_, Problem, Refused

MEGABYTE = 1024 * 1024
MOST_BYTES = 2_000 * MEGABYTE
"""A whole federal state; it is read line by line."""
MOST_ADDRESSES = 500_000
"""That are kept: a large city has 200,000."""
MOST_COLUMNS = 100
LONGEST_CELL = 2_000
MOST_WRONG = 500
"""Rows that are listed; more are only counted."""

NO_FILE = N_("There is no file {file}.")
NOT_READABLE = N_("The file {file} cannot be read: {reason}.")
NO_PLAIN_FILE = N_("{file} is a folder or a device, not a file.")
EMPTY = N_("The file {file} is empty.")
TOO_LARGE = N_("The file {file} is too large: it has {size} MB, and at most {most} MB are read.")
PACKED = N_("{file} is packed. Please unpack it first and choose the text file within it.")
NOT_TEXT = N_("The file {file} is not a text file with one address in each line.")
NOT_CSV = N_("Line {line} cannot be read: {reason}.")
TOO_MANY = N_(
    "The file has more than {most} addresses of these towns. Please name the towns or postal "
    "codes that you need."
)
NOTHING = N_("No address of this file can be used.")
STOPPED = N_("The import was stopped. Nothing was imported.")
BROKEN_OFF = N_("Reading the file {file} ended too early: it is damaged or too large.")


def refusal(message: str, **values: object) -> Refused:
    """Answer the refusal of a file, shown beside the place where it was chosen."""
    return Refused(Problem(message, "file", values))
