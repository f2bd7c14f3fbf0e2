"""What may stand in a text field, whichever feature it belongs to."""

from __future__ import annotations

from unicodedata import category

from app.errors import N_, Problem

NAME_LENGTH = 200
"""Longest name, street or other single line, in characters."""
NOTE_LENGTH = 20_000
"""Longest note, in characters."""

MISSING = N_("Please fill this in.")
TOO_LONG = N_("This is too long: {count} characters, and at most {longest} fit.")
ONE_LINE = N_("This must be a single line. Please take out the line break or tab.")
NOT_STORABLE = N_(
    "This contains an invisible character that cannot be saved ({character} at place "
    "{position}). Please delete it and type that part again."
)

_BREAKS = frozenset("\n\t")
_LINE_BREAKS = frozenset("\n\t\r\x0b\x0c\x85\u2028\u2029")


def full_name(given_name: str, family_name: str) -> str:
    """Answer a name as it is spoken: given name first, no spare spaces."""
    return f"{given_name.strip()} {family_name.strip()}".strip()


def check_text(
    value: str, field: str, *, longest: int, required: bool = False, lines: bool = False
) -> tuple[Problem, ...]:
    """Answer what is wrong with a text, at most one problem, naming `field`.

    `longest` counts characters (code points). `required` asks for at least one visible
    character. `lines` allows line breaks and tabs. Everything else that Unicode knows is
    welcome, except control characters and lone surrogates, which no file can keep.
    """
    if required and is_blank(value):
        return (Problem(MISSING, field),)
    if len(value) > longest:
        return (Problem(TOO_LONG, field, {"count": len(value), "longest": longest}),)
    if not lines and any(character in _LINE_BREAKS for character in value):
        return (Problem(ONE_LINE, field),)
    for position, character in enumerate(value, start=1):
        if _cannot_be_kept(character):
            values = {"character": f"U+{ord(character):04X}", "position": position}
            return (Problem(NOT_STORABLE, field, values),)
    return ()


def is_blank(value: str) -> bool:
    """Answer whether nothing of a text can be seen."""
    return all(character.isspace() or category(character) == "Cf" for character in value)


def _cannot_be_kept(character: str) -> bool:
    return character not in _BREAKS and category(character) in {"Cc", "Cs"}
