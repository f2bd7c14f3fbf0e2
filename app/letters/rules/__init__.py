"""What letters are: to whom they may go, and how templates are written."""

from app.letters.rules.sending import (
    ADDRESS_IS_PROTECTED,
    APPOINTMENT,
    IS_PAST,
    LETTER_IS_GONE,
    NO_ADDRESS,
    NO_SUCH_TEMPLATE,
    NO_VISIT_PLANNED,
    NOT_PLANNED,
    VISIT_IS_GONE,
    check_visit,
    file_name,
)

__all__ = [
    "ADDRESS_IS_PROTECTED",
    "APPOINTMENT",
    "IS_PAST",
    "LETTER_IS_GONE",
    "NOT_PLANNED",
    "NO_ADDRESS",
    "NO_SUCH_TEMPLATE",
    "NO_VISIT_PLANNED",
    "VISIT_IS_GONE",
    "check_visit",
    "file_name",
]
