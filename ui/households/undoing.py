"""What can be taken back around a person: a refusal, a move, the end of a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.households.actions import ask_again, come_back, end_relation
from resources.text import _

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import SignalInstance

    from app.households.rows import MemberRow, RelationRow
    from ui.desk import Desk


class RefusalSaid(QObject):
    """Says that people do not live together; undo lets the program ask again."""

    def __init__(self, desk: Desk, said: SignalInstance, parent: QObject) -> None:
        """Wait for the answer of `refuse_household`."""
        super().__init__(parent)
        self._desk, self._said = desk, said
        self._refusals: tuple[UUID, ...] = ()

    def on_done(self, refusals: tuple[UUID, ...]) -> None:
        """Say so."""
        self._refusals = refusals
        self._said.emit(_("Remembered: they do not live together."), self.undo)

    def undo(self) -> None:
        """Ask again."""
        self._desk.act(ask_again, self._refusals)


class LeavingSaid(QObject):
    """Says that somebody moved out; undo brings the person back."""

    def __init__(
        self, desk: Desk, member: MemberRow, said: SignalInstance, parent: QObject
    ) -> None:
        """Wait for the answer of `leave_household`."""
        super().__init__(parent)
        self._desk, self._member, self._said = desk, member, said
        self._version = member.version

    def on_done(self, version: int) -> None:
        """Say so."""
        self._version = version
        sentence = _("{name} has moved out.").format(name=self._member.name)
        self._said.emit(sentence, self.undo)

    def undo(self) -> None:
        """Let the person live there again."""
        self._desk.act(come_back, self._member.id, self._version)


class EndingSaid(QObject):
    """Says that a relation ended, or holds again; undo goes back to the day there was."""

    def __init__(self, desk: Desk, row: RelationRow, said: SignalInstance, parent: QObject) -> None:
        """Wait for the answer of `end_relation`."""
        super().__init__(parent)
        self._desk, self._row, self._said = desk, row, said
        self._version = row.version

    def on_ended(self, version: int) -> None:
        """Say that the relation ended."""
        self._say(version, _("The relation to {name} has ended."))

    def on_begun(self, version: int) -> None:
        """Say that the relation holds again."""
        self._say(version, _("The relation to {name} holds again."))

    def undo(self) -> None:
        """Go back to the last day that there was."""
        self._desk.act(end_relation, self._row.id, self._version, self._row.valid_until)

    def _say(self, version: int, sentence: str) -> None:
        self._version = version
        self._said.emit(sentence.format(name=self._row.other_name), self.undo)
