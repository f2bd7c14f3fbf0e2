"""The form of a restriction: why, which colleagues, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.access.rules import Named, Restriction
from resources.text import _, say
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.fields import CheckField, DateField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from app.errors import Problem


class RestrictionForm(QWidget):
    """One row for each colleague on the list."""

    members_wanted = Signal()
    """There is no list of colleagues yet."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Begin without colleagues; `today` completes what is typed as a day."""
        super().__init__(parent)
        self._today = today
        self._form: Form | None = None
        self._rows: dict[str, tuple[CheckField, DateField]] = {}
        self.reason = TextField()
        self._problem = Label("", "problem")
        self._nobody = Banner(
            "hint",
            _("Put your colleagues on the list first: only they can be named here."),
            _("Colleagues and rights"),
        )
        self._nobody.acted.connect(self.members_wanted)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(8))
        self._layout.addWidget(self._nobody)
        self._layout.addWidget(self._problem)
        self._problem.hide()

    def show_restriction(
        self, restriction: Restriction, colleagues: Sequence[str], who: str
    ) -> None:
        """Fill the form; the person at work is ticked at first."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._rows, self.reason = {}, TextField()
        self.show_problems(())
        self._nobody.setVisible(not colleagues)
        self._form = form = Form()
        form.add("reason", _("Reason"), self.reason, hint=_("Such as “mother of a colleague”."))
        self.reason.set_value(restriction.reason)
        named = {one.who: one.until for one in restriction.named} or {who: None}
        for name in colleagues:
            self._add(form, name, is_named=name in named, until=named.get(name))
        self._layout.insertWidget(1, form)
        # Not before: a form without a parent would be a window for a moment.
        form.setVisible(bool(colleagues))

    def _add(self, form: Form, name: str, *, is_named: bool, until: date | None) -> None:
        check, end = CheckField(name), DateField(today=self._today)
        check.set_value(is_named)
        end.set_value(until)
        self._rows[name] = (check, end)
        form.begin_row()
        form.add(f"named.{name}", name, check, stretch=3)
        words = _("Last day for {name}").format(name=name)
        form.add(f"until.{name}", words, end, optional=True, stretch=2)
        form.end_row()

    def value(self) -> Restriction:
        """Answer what the form says."""
        named = (
            Named(name, end.value()) for name, (check, end) in self._rows.items() if check.value()
        )
        return Restriction(self.reason.value(), tuple(named))

    def check(self) -> bool:
        """Answer whether everything typed can be understood."""
        return self._form is not None and self._form.check()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems beside the reason, and those of the names below them."""
        found = tuple(problems)
        if self._form is not None:
            self._form.show_problems(problem for problem in found if problem.field == "reason")
        words = " ".join(say(problem) for problem in found if problem.field != "reason")
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
