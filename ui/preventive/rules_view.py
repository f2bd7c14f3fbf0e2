"""The rules by which visits are offered: law, source, validity; own ones beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.preventive.queries import office_rules, rule_named
from app.preventive.settling import switch_preventive_rule
from resources.text import _, say
from ui.preventive.rule_form import RuleForm
from ui.preventive.words import law_words, rule_title, valid_words, whom_words
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.fields import CheckField
from ui.widgets.labels import Label, quiet, small, strong
from ui.widgets.loading import StateStack
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.errors import Refused, Unavailable
    from app.preventive.rules import PreventiveRule
    from ui.desk import Desk


class RulesView(ShownStack):
    """Each rule can be switched off; the office's own ones can be changed, too."""

    said = Signal(str, object)
    saved_state = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Build the view; nothing is asked before `refresh`."""
        super().__init__()
        self._desk = desk
        self.form: RuleForm | None = None
        self._rules: tuple[PreventiveRule, ...] = ()
        self._switched: tuple[str, bool] = ("", True)
        self.body = ScrollBody()
        self.body.body.setSpacing(spacing(12))
        self.state = StateStack(self.body)
        self.add_button = plain_button(_("New rule"), "add")
        self.add_button.clicked.connect(self.add)
        self.addWidget(self.state)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask for the rules."""
        self.state.show_loading()
        asked = self._desk.ask(office_rules).then(self._on_rules)
        asked.if_unavailable(self._on_unavailable)

    def flush(self) -> None:
        """Save the draft of a form at once."""
        if self.form is not None:
            self.form.keeper.flush()

    def add(self) -> None:
        """Open the form of a new rule."""
        self._open(None)

    def open_rule(self, code: str) -> None:
        """Open the form of an own rule; "" opens that of a new one."""
        if not code:
            self.add()
            return
        self._desk.ask(rule_named, code).then(self._on_rule_ready)

    def _on_rule_ready(self, rule: PreventiveRule | None) -> None:
        self._open(rule if rule is not None and rule.is_own else None)

    def _on_rules(self, rules: tuple[PreventiveRule, ...]) -> None:
        if rules == self._rules:
            self.state.show_content()
            return
        self._rules = rules
        today = self._desk.local_now.date()
        body = self.body.body
        # The button stays; what is told of the rules is made anew.
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.add_button:
                widget.hide()
                widget.deleteLater()
        body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        now = [rule for rule in rules if rule.holds_on(today)]
        for title, found in (
            (_("Rules of today"), now),
            (_("Rules of other years"), [rule for rule in rules if rule not in now]),
        ):
            if found:
                self.body.add(self._card(title, found))
        self.body.end()
        self.state.show_content()

    def _card(self, title: str, rules: Sequence[PreventiveRule]) -> Card:
        card = Card(title)
        for rule in rules:
            card.add(self._line(rule))
        return card

    def _line(self, rule: PreventiveRule) -> QWidget:
        line = Card()
        top = QHBoxLayout()
        switch = CheckField(_("Is used"))
        switch.setAccessibleName(_("{rule}: is used").format(rule=rule_title(rule)))
        switch.set_value(rule.is_on)
        switch.setProperty("code", rule.code)
        switch.changed.connect(self._on_switched)
        # A tick does not wrap its words: in large type the title needs two lines.
        line.add(strong(rule_title(rule)))
        top.addWidget(switch, 1)
        if rule.is_own:
            change = quiet_button(_("Change rule"), "edit")
            change.setProperty("code", rule.code)
            change.clicked.connect(self._on_change_clicked)
            top.addWidget(change)
        line.add(top)
        line.add(Label(whom_words(rule)))
        line.add(quiet(" · ".join(filter(None, (law_words(rule), valid_words(rule))))))
        if rule.source:
            line.add(small(rule.source).selectable())
        return line

    def _on_switched(self) -> None:
        switch = self.sender()
        code, is_on = switch.property("code"), switch.value()  # type: ignore[attr-defined] # a CheckField
        self._switched = (code, is_on)
        act = self._desk.act(switch_preventive_rule, code, is_on=is_on)
        act.then(self._on_kept).if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_kept(self, _code: str) -> None:
        code, is_on = self._switched
        rule = next((rule for rule in self._rules if rule.code == code), None)
        words = _("{rule} is used.") if is_on else _("{rule} is not used any more.")
        undo = partial(self._switch_back, code, is_on=not is_on)
        self.said.emit(words.format(rule=rule_title(rule, code)), undo)
        self.refresh()

    def _switch_back(self, code: str, *, is_on: bool) -> None:
        act = self._desk.act(switch_preventive_rule, code, is_on=is_on)
        act.then(self._on_switched_back).if_refused(self._on_refused)

    def _on_switched_back(self, _code: str) -> None:
        self.refresh()

    def _on_change_clicked(self) -> None:
        code = self.sender().property("code")
        self._open(next((rule for rule in self._rules if rule.code == code), None))

    def _open(self, rule: PreventiveRule | None) -> None:
        self._close()
        form = self.form = RuleForm(self._desk, rule)
        form.keeper.state_changed.connect(self.saved_state)
        form.saved.connect(self._on_saved)
        form.left.connect(self._close)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.fields.focus_field("title")

    def _close(self) -> None:
        if self.form is not None:
            self.form.keeper.flush()
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self.setCurrentWidget(self.state)

    def _on_saved(self, _code: str) -> None:
        self.said.emit(_("The rule is saved."), None)
        self._close()
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
