"""What the template studio keeps: versions, feedback of readers, the office's terms and targets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from app.errors import N_, Problem
from app.letters.composing.rules import TONGUES
from app.letters.readability.rules import BOUNDS, fits
from app.letters.readability.rules import LANGUAGES as MEASURED
from app.letters.rules.markup import TemplateText, read_template
from app.letters.rules.states import STATE_LABELS, VersionState
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

LONGEST_TERM = 80
"""Characters of a word to avoid, and of what to say instead."""
KEPT_STATES = (VersionState.CURRENT, VersionState.IN_TRANSLATION, VersionState.MACHINE)
"""What can be said of a version; that one is outdated is reckoned."""

NOT_A_LANGUAGE = N_("Templates cannot be written in this language.")
NOT_A_STATE = N_("Please choose one of the entries offered.")
NOT_A_RESULT = N_("Please say how the text was understood.")
NOT_MEASURED = N_("Words to avoid are known in German, Danish and English.")
TERM_TAKEN = N_("This word is on the list already.")
SAME_WORD = N_("Write another word than the one to avoid.")
IN_FUTURE = N_("Feedback cannot come from a day that lies ahead.")
NO_DAY = N_("Please say on which day the text was tried.")
BAD_TARGET = N_("Please enter a number from {least} to {most}.")

_SPACE = UUID("6d0f5a43-5a0c-5f6e-9d5b-6e61686261f2")


class TextStatus(StrEnum):
    """How far a text is, in one word."""

    CURRENT = "current"
    NOT_REVIEWED = "not_reviewed"
    OUTDATED = "outdated"
    IN_TRANSLATION = "in_translation"
    MACHINE = "machine"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        if self is TextStatus.NOT_REVIEWED:
            return N_("Not reviewed by a native speaker")
        return STATE_LABELS[VersionState(self.value)]


def status_of(state: VersionState, *, is_reviewed: bool) -> TextStatus:
    """Answer how far a text is; that nobody has read it counts only when nothing is worse."""
    if state is VersionState.CURRENT and not is_reviewed:
        return TextStatus.NOT_REVIEWED
    return TextStatus(state.value)


class Understanding(StrEnum):
    """How readers understood a text."""

    UNDERSTOOD = "understood"
    PARTLY = "partly"
    NOT_UNDERSTOOD = "not understood"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _RESULTS[self]


_RESULTS = {
    Understanding.UNDERSTOOD: N_("Understood"),
    Understanding.PARTLY: N_("Partly understood"),
    Understanding.NOT_UNDERSTOOD: N_("Not understood"),
}


@dataclass(frozen=True, slots=True)
class VersionText:
    """What the editor holds: the text of a template in one language, and how far it is."""

    language: str
    text: str
    state: str = VersionState.CURRENT


@dataclass(frozen=True, slots=True)
class Feedback:
    """What readers said about a text; `tested_by` is a group or place, never a client's name."""

    tested_by: str
    tested_on: date | None
    result: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermText:
    """A word that the office avoids; `better` "" lets a word pass that the program marks."""

    language: str
    word: str
    better: str = ""


def check_version(version: VersionText) -> tuple[Problem, ...]:
    """Answer what is wrong with a text: fields "language", "text" with its lines, "state"."""
    problems = []
    if version.language not in TONGUES:
        problems.append(Problem(NOT_A_LANGUAGE, "language"))
    if version.state not in KEPT_STATES:
        problems.append(Problem(NOT_A_STATE, "state"))
    problems += check_text(version.text, "text", longest=NOTE_LENGTH, required=True, lines=True)
    read = read_template(version.text)
    if not problems and not isinstance(read, TemplateText):
        problems += read
    return tuple(problems)


def check_new(title: str, language: str) -> tuple[Problem, ...]:
    """Answer what stands against a new template: fields "title" and "language"."""
    problems = check_text(title, "title", longest=NAME_LENGTH, required=True)
    known = language in TONGUES
    return (*problems, *(() if known else (Problem(NOT_A_LANGUAGE, "language"),)))


def check_feedback(feedback: Feedback, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with feedback, naming its fields."""
    problems = [*check_text(feedback.tested_by, "tested_by", longest=NAME_LENGTH, required=True)]
    problems += check_text(feedback.note, "note", longest=NOTE_LENGTH, lines=True)
    if feedback.tested_on is None:
        problems.append(Problem(NO_DAY, "tested_on"))
    elif feedback.tested_on > today:
        problems.append(Problem(IN_FUTURE, "tested_on"))
    if feedback.result not in set(Understanding):
        problems.append(Problem(NOT_A_RESULT, "result"))
    return tuple(problems)


def check_term(term: TermText) -> tuple[Problem, ...]:
    """Answer what is wrong with a term, naming its fields."""
    problems = [*check_text(term.word, "word", longest=LONGEST_TERM, required=True)]
    problems += check_text(term.better, "better", longest=LONGEST_TERM)
    if term.language not in MEASURED:
        problems.append(Problem(NOT_MEASURED, "language"))
    if term.word.strip() and term.word.strip().casefold() == term.better.strip().casefold():
        problems.append(Problem(SAME_WORD, "better"))
    return tuple(problems)


def check_targets(chosen: Mapping[str, int | None]) -> tuple[Problem, ...]:
    """Answer which targets are missing or out of bounds, each by its name."""
    return tuple(
        Problem(BAD_TARGET, name, {"least": least, "most": most})
        for name, (least, most) in BOUNDS.items()
        if not fits(chosen.get(name), least, most)
    )


def text_key(code: str, language: str) -> UUID:
    """Answer the key by which drafts know a text that may have no record yet."""
    return uuid5(_SPACE, f"{code} {language}")
