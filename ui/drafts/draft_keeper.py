"""Keeps what is typed into a form as a draft, a moment after the last key, and brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.drafts.actions import add_to_draft, discard_draft, save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from resources.text import _, say
from ui.drafts.draft_notice import DraftNotice
from ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from app.drafts.queries import DraftTexts
    from app.errors import Refused, Unavailable
    from app.office import Act
    from ui.desk import Desk

QUIET_MS = 2000
"""A draft is saved when nothing was typed for this long, in milliseconds,"""
AT_LATEST_MS = 5000
"""and while somebody types without a pause, this long after the first change."""


class TypedForm(Protocol):
    """A form whose inputs can be read as texts and put back."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when something was typed or chosen."""

    def texts(self) -> dict[str, str]:
        """Answer what stands in each input."""

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put texts back into the inputs."""


class DraftKeeper(QObject):
    """Saves a form's texts as they change; shows so in `saved`, and a found draft in `notice`.

    Fill the form first, then call `begin`. Call `hold` when the form is being saved, `go_on`
    when that was refused, `finish` when it was saved (its action has dropped the draft).
    """

    state_changed = Signal(str)
    """"saving", "saved" or "", as `Page.saved_state` passes it on."""

    def __init__(
        self,
        desk: Desk,
        form: TypedForm,
        form_name: str,
        subject: str = "",
        title: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Watch a form; `title` is what My day calls its draft, such as the client's name."""
        super().__init__(parent)
        self.notice = DraftNotice()
        self.saved = SavedState()
        self.title = title
        self._desk, self._form = desk, form
        self._name, self._subject = form_name, subject
        self._as_filled: dict[str, str] = {}
        self._as_kept: dict[str, str] = {}
        self._is_watching = False
        self._has_looked = self._is_looking = False
        self._quiet = self._timer(QUIET_MS)
        self._at_latest = self._timer(AT_LATEST_MS)
        self.notice.discard_wanted.connect(self._on_discard_wanted)
        self.notice.undo_wanted.connect(self._on_undo_wanted)

    def begin(self, filled: Mapping[str, str] | None = None) -> None:
        """Take the form as it is filled now, and bring back a draft if there is one.

        `filled` says how it was filled when somebody may have typed already.
        """
        self._as_filled = self._as_kept = self._form.texts() if filled is None else dict(filled)
        self._form.changed.connect(self._on_changed)
        self._is_watching = True
        self._look_for_draft()

    def flush(self) -> None:
        """Save the draft at once, if something changed since it was saved last."""
        self._stop_timers()
        if not self._has_looked:
            self._flush_unseen()
            return
        texts = self._form.texts()
        if not self._is_watching or texts == self._as_kept:
            return
        self._as_kept = texts
        if texts == self._as_filled:
            pending = self._desk.act(discard_draft, self._name, self._subject)
            pending.then(self._on_dropped).if_unavailable(self._on_trouble)
            return
        self._send(save_draft, texts)

    def hold(self) -> None:
        """Keep quiet while the form itself is being saved."""
        self._stop_timers()
        self._is_watching = False

    def go_on(self) -> None:
        """Watch again: the form could not be saved."""
        self._is_watching = True
        self._on_changed()

    def finish(self) -> None:
        """Forget everything: the form was saved, and its draft is gone with it."""
        self.hold()
        self.notice.clear()
        self._say("")

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def _stop_timers(self) -> None:
        self._quiet.stop()
        self._at_latest.stop()

    def _flush_unseen(self) -> None:
        """Add what was typed to a draft not seen yet: the form may be gone before it comes."""
        self._look_for_draft()
        texts = self._form.texts().items()
        mine = {name: text for name, text in texts if text != self._as_filled.get(name)}
        if self._is_watching and mine:
            self._send(add_to_draft, mine)

    def _send(self, action: Callable[[Act, Drafted], datetime], texts: Mapping[str, str]) -> None:
        self._say("saving")
        drafted = Drafted(self._name, self._subject, texts, self.title)
        pending = self._desk.act(action, drafted).then(self._on_saved)
        pending.if_unavailable(self._on_trouble).if_refused(self._on_refused)

    def _look_for_draft(self) -> None:
        """Ask for an older draft first, so that no save can overwrite it unseen."""
        if self._is_looking:
            return
        self._is_looking = True
        pending = self._desk.ask(draft, self._name, self._subject, self._desk.who)
        pending.then(self._on_found).if_unavailable(self._on_not_found)

    def _on_not_found(self, trouble: Unavailable) -> None:
        self._is_looking = False
        self._on_trouble(trouble)

    def _on_found(self, found: DraftTexts | None) -> None:
        self._has_looked, self._is_looking = True, False
        self.notice.clear_trouble()
        if found is not None:
            typed_already = self._form.texts()
            untouched = {
                name: text
                for name, text in found.texts.items()
                if typed_already.get(name) == self._as_filled.get(name)
            }
            self._form.restore(untouched)
            # What was typed before the draft came is not in it yet.
            self._as_kept = self._form.texts() | {
                name: text for name, text in found.texts.items() if name not in untouched
            }
            self.notice.show_restored(found.saved_at.astimezone(), self._desk.local_now)
            self._show_saved(found.saved_at)
        self._on_changed()

    def _on_changed(self) -> None:
        if not self._is_watching or self._form.texts() == self._as_kept:
            return
        self._quiet.start()
        if not self._at_latest.isActive():
            self._at_latest.start()

    def _on_saved(self, at: datetime) -> None:
        self.notice.clear_trouble()
        self._show_saved(at)

    def _on_dropped(self, _nothing: None) -> None:
        self._say("")

    def _on_refused(self, refused: Refused) -> None:
        self._keep_trying(" ".join(say(problem) for problem in refused.problems))

    def _on_trouble(self, trouble: Unavailable) -> None:
        self._keep_trying(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _keep_trying(self, sentence: str) -> None:
        """Say plainly that the draft is not kept, and try again while the form is open."""
        words = _("What you type is not kept at the moment. {reason}").format(reason=sentence)
        self.notice.show_trouble(words)
        self._as_kept = {}
        self.saved.show_failed()
        self.state_changed.emit("")
        if self._is_watching:
            self._at_latest.start()

    def _show_saved(self, at: datetime) -> None:
        self.saved.show_saved(at.astimezone())
        self.state_changed.emit("saved")

    def _say(self, state: str) -> None:
        if state == "saving":
            self.saved.show_saving()
        else:
            self.saved.clear()
        self.state_changed.emit(state)

    def _on_discard_wanted(self) -> None:
        self.notice.show_discarded(self._form.texts())
        self._form.restore(self._as_filled)
        self.flush()

    def _on_undo_wanted(self, texts: Mapping[str, str]) -> None:
        self._form.restore(texts)
        self.notice.clear()
        self.flush()
