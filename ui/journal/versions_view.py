"""What changed in a note: each version with who replaced it and why, differences marked."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.journal.queries import note_versions
from resources.text import _
from ui.journal.note_words import access_words, contact_words, moment, topic_words
from ui.journal.sub_view import SubView
from ui.palette import Role
from ui.style import colour
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from app.journal.queries import NoteRow, VersionRow
    from ui.desk import Desk

_LONGEST_COMPARED = 4_000
"""Words of both texts together; longer ones are shown whole, one after the other."""


class _State(NamedTuple):
    """A note as it stood at one time."""

    heading: str
    facts: str
    words: tuple[str, ...]


class VersionsView(SubView):
    """One text: the present first, each earlier one below; what was added or taken out is said."""

    def __init__(self, desk: Desk, note: NoteRow) -> None:
        """Ask for the versions of `note`."""
        super().__init__(_("What changed in this note"))
        self._note = note
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Versions of the note, newest first"))
        self.body.addWidget(self.text, 1)
        desk.ask(note_versions, note.id).then(self._on_found)

    def _on_found(self, versions: tuple[VersionRow, ...]) -> None:
        states = [_present(self._note), *map(_earlier, versions)]
        cursor = QTextCursor(self.text.document())
        replaced = [*versions, None]
        for (newer, older), version in zip(pairwise([*states, None]), replaced, strict=True):
            if newer is not None:
                _write(cursor, newer, older, version)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setFocus()


def _present(note: NoteRow) -> _State:
    facts = _facts(
        moment(note.happened_at),
        contact_words(note.medium, note.minutes, reached=note.reached),
        topic_words(note.topics),
        access_words(note.access),
    )
    return _State(_("As it stands now"), facts, _words(note.text))


def _earlier(version: VersionRow) -> _State:
    heading = _("Version {number}").format(number=version.number)
    if not version.is_readable:
        return _State(heading, _("This version was not for you to read."), ())
    facts = _facts(
        moment(version.happened_at) if version.happened_at else "",
        contact_words(version.medium, version.minutes, reached=version.reached),
        topic_words(version.topics),
        access_words(version.access),
    )
    return _State(heading, facts, _words(version.text))


def _facts(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _words(text: str) -> tuple[str, ...]:
    """Part a text into words and what stands between them, so that nothing of it is lost."""
    words: list[str] = []
    for line in shown(text).splitlines(keepends=True):
        words += [f"{word} " for word in line.rstrip("\n").split(" ")]
        words[-1] = words[-1][:-1] + ("\n" if line.endswith("\n") else "")
    return tuple(words)


def _write(
    cursor: QTextCursor, newer: _State, older: _State | None, version: VersionRow | None
) -> None:
    cursor.insertText(newer.heading, _format(Role.TEXT, bold=True))
    if version is not None:
        cursor.insertText(f"\n{_replaced(version)}", _format(Role.QUIET))
    cursor.insertText(f"\n{newer.facts}\n", _format(Role.QUIET))
    if older is None or len(newer.words) + len(older.words) > _LONGEST_COMPARED:
        cursor.insertText("".join(newer.words), _format(Role.TEXT))
    else:
        _write_differences(cursor, older.words, newer.words)
    cursor.insertText("\n\n\n", _format(Role.TEXT))


def _replaced(version: VersionRow) -> str:
    words = _("Corrected by {name} on {day}").format(
        name=shown(version.replaced_by), day=moment(version.replaced_at)
    )
    return f"{words}: {shown(version.reason)}" if version.reason else words


def _write_differences(cursor: QTextCursor, older: tuple[str, ...], newer: tuple[str, ...]) -> None:
    """Write the newer text, what was taken out struck through, what was put in underlined."""
    out, put_in = _format(Role.DANGER), _format(Role.DONE)
    out.setFontStrikeOut(True)
    put_in.setFontUnderline(True)
    for kind, a, b, c, d in SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        if kind == "equal":
            cursor.insertText("".join(newer[c:d]), _format(Role.TEXT))
            continue
        cursor.insertText("".join(older[a:b]), out)
        cursor.insertText("".join(newer[c:d]), put_in)


def _format(role: Role, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(role))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
