"""What is looked at before a letter is composed: typed texts, remarks, the state of the office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.letters.composing.states import NO_STATE
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import PICTURE_MARK
from app.letters.templates.rules import Kind
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.letters.composing.rules import Choice
    from app.letters.composing.templates import Template
    from app.letters.composing.values import Office

FIELD_IN_TEXT = N_(
    "{title}, line {line}: {{{field}}} is printed as it stands. Fields belong into templates."
)
PICTURE_IN_TEXT = N_(
    "{title}, line {line}: pictures and HTML are printed as the signs that they are written in."
)
FIELD_MARK = re.compile(r"\{([a-z_]+)\}")


def check_typed(typed: Sequence[tuple[str, str]]) -> tuple[Problem, ...]:
    """Answer what of the typed values no letter can keep."""
    return tuple(
        problem
        for code, text in typed
        for problem in check_text(text, code, longest=NOTE_LENGTH, lines=True)
    )


def marks_in(typed: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Name what looks like markup in typed texts: it is printed as it stands, which few want."""
    for code, text in typed:
        for number, line in enumerate(text.splitlines(), start=1):
            known = {"line": number, "title": Problem(FIELDS[code].title)}
            if PICTURE_MARK.search(line):
                yield Problem(PICTURE_IN_TEXT, code, known)
            for field in FIELD_MARK.findall(line):
                yield Problem(FIELD_IN_TEXT, code, known | {"field": field})


def check_frame(choice: Choice) -> tuple[Problem, ...]:
    """Answer what of the annotations and signs no letter can keep."""
    return (
        *check_text(choice.annotations, "annotations", longest=NAME_LENGTH, lines=True),
        *check_text(choice.your_sign, "your_sign", longest=NAME_LENGTH),
        *check_text(choice.our_sign, "our_sign", longest=NAME_LENGTH),
    )


def names_last_day(chosen: Template) -> bool:
    """Answer whether a decision says until which day something can be done against it."""
    texts = (version.text for version in chosen.versions.values())
    is_decision = chosen.row.kind is Kind.DECISION
    return is_decision and any("deadline_day" in text.fields() for text in texts)


def check_state(office: Office, chosen: Template) -> tuple[Problem, ...]:
    """Answer a problem where a last day hangs on holidays of a state that nobody has named."""
    is_open = office.country == "DE" and not office.state and names_last_day(chosen)
    return (Problem(NO_STATE, "federal_state"),) if is_open else ()
