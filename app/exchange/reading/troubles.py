"""What is said about a file that cannot be read, one sentence each."""

from __future__ import annotations

from app.errors import N_, Problem, Refused

NO_FILE = N_("There is no file {file}.")
NO_PLAIN_FILE = N_("{file} is a folder or a device, not a file.")
NOT_READABLE = N_("The file {file} cannot be read: {reason}.")
EMPTY = N_("The file {file} is empty.")
NO_ROWS = N_("The file {file} has a first line with headings, but nothing below it.")
TOO_LARGE = N_("The file {file} is too large: it has {size} MB, and at most {most} MB are read.")
TOO_SLOW = N_(
    "Reading the file {file} took longer than {seconds} seconds, so it was stopped. "
    "Please save the list as CSV, or in smaller parts."
)
TOO_MUCH_MEMORY = N_(
    "Reading the file {file} took more than {most} MB of memory, so it was stopped. "
    "Please save the list as CSV, or in smaller parts."
)
NOT_UNDERSTOOD = N_(
    "The file {file} cannot be read: it is damaged, or reading it takes too much memory."
)

TOO_MANY_ROWS = N_("The file has more than {most} rows. Please divide it into smaller parts.")
TOO_MANY_COLUMNS = N_(
    "Line {line} has {count} columns, and at most {most} are read. "
    "Perhaps this is not a list of people."
)
CELL_TOO_LONG = N_(
    "Line {line}, column {column}: {count} characters stand in one cell, and at most {longest} "
    "fit. Perhaps a quotation mark is missing."
)
TOO_MUCH_TEXT = N_("The file holds more than {most} characters. Please divide it.")

NOT_TEXT = N_(
    "The file {file} is not a CSV file, Excel workbook (.xlsx) or contact file (.vcf): "
    "it is no text at all."
)
NOT_ENCODED = N_(
    "The file {file} is not text in UTF-8, UTF-16 or Windows-1252. Please save it as CSV in UTF-8."
)
NOT_CSV = N_("Line {line} is not CSV: {reason}.")

OLD_WORKBOOK = N_(
    "The file {file} is protected by a password or in the old Excel format. "
    "Please save it as .xlsx without a password, or as CSV."
)
NO_WORKBOOK = N_("The file {file} is an archive, but not an Excel workbook (.xlsx).")
DAMAGED_WORKBOOK = N_("The workbook {file} is damaged: its parts cannot be unpacked.")
UNSAFE_PART = N_(
    "The workbook {file} was refused: a part is named {part}, which could be written outside of it."
)
TWICE = N_("The workbook {file} was refused: two of its parts are named {part}.")
LOCKED_PART = N_("The workbook {file} is protected by a password. Please save it without one.")
TOO_MANY_PARTS = N_("The workbook {file} was refused: it has {count} parts, at most {most} fit.")
UNPACKS_TOO_LARGE = N_(
    "The workbook {file} was refused: unpacked it has {size} MB, and at most {most} MB are read."
)
PACKED_TOO_TIGHT = N_(
    "The workbook {file} was refused: its part {part} unpacks to {ratio} times its size, "
    "as only harmful files do."
)
ENTITIES = N_("The workbook {file} was refused: it defines XML entities, as only harmful files do.")
NO_SHEET = N_("The workbook {file} has no sheet with rows.")

CALENDAR = N_("The file {file} is a calendar, not a list of people.")
NO_CARDS = N_("The file {file} holds no contact with a name.")
NESTED_CARDS = N_("Line {line}: a contact begins inside another one, so the file was refused.")
UNFINISHED_CARD = N_("The contact that begins in line {line} does not end.")
TOO_MANY_LINES = N_("The contact that begins in line {line} has more than {most} lines.")


def refusal(message: str, **values: object) -> Refused:
    """Answer the refusal of a file, shown beside the place where it was chosen."""
    return Refused(Problem(message, "file", values))
