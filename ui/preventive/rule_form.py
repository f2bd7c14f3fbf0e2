"""The form of a rule of the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.preventive.queries import rule_named
from app.preventive.rules import ANY_RISK, REPEATS_LABELS, RISK_LABELS, OwnRule, Repeats
from app.preventive.settling import RULE_FORM, save_preventive_rule
from app.text_rules import NAME_LENGTH
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.preventive.rules import PreventiveRule
    from ui.desk import Desk, Pending


_NUMBERS = ("least_age", "most_age", "after_days")


class RuleFields(PartsForm):
    """What is asked follows how often the rule asks for a visit."""

    def __init__(self, rule: PreventiveRule | None, today: date) -> None:
        """Begin with a rule, or a new one that holds from today on."""
        super().__init__()
        self.put("title", _("Name of the rule"), TextField(NAME_LENGTH))
        repeats = [(code.value, _(words)) for code, words in REPEATS_LABELS.items()]
        self.put("repeats", _("How often"), ChoiceField(repeats))
        risks = [(code.value, _(words)) for code, words in RISK_LABELS.items()]
        self.put("risk_code", _("Risk"), ChoiceField([(ANY_RISK, _("Any risk")), *risks]))
        self.begin_row()
        self.put("least_age", _("Age from"), NumberField())
        self.put("most_age", _("Age to (optional)"), NumberField())
        self.put("after_days", _("Days after it"), NumberField())
        self.end_row()
        self.put("lives_alone", "", CheckField(_("Only for people who live alone")))
        self.begin_row()
        self.put("valid_from", _("Valid from"), DateField())
        self.put("valid_until", _("Valid until (optional)"), DateField())
        self.end_row()
        self.put("law", _("Law or decision (optional)"), TextField(NAME_LENGTH))
        self.put("source", _("Where it can be read (optional)"), TextField(NAME_LENGTH))
        self._fill(rule, today)
        self.inputs["repeats"].changed.connect(self._on_repeats_changed)
        self._on_repeats_changed()
        self.keep()

    def value(self) -> OwnRule:
        """Answer what the fields say; what is not asked says nothing."""
        known: dict[str, Any] = {
            name: field.number() if name in _NUMBERS else field.value()
            for name, field in self.inputs.items()
            if not self.field(name).isHidden()
        }
        return OwnRule(**known)

    def _fill(self, rule: PreventiveRule | None, today: date) -> None:
        self.inputs["valid_from"].set_value(today)
        self.inputs["after_days"].set_number(0)
        if rule is None:
            return
        for name, field in self.inputs.items():
            if name in _NUMBERS:
                field.set_number(getattr(rule, name))
            elif name not in {"risk_code", "repeats"}:
                field.set_value(getattr(rule, name))
        self.inputs["repeats"].set_value(rule.repeats.value)
        one = rule.risks[0].value if len(rule.risks) == 1 else ANY_RISK
        self.inputs["risk_code"].set_value(one)

    def _on_repeats_changed(self) -> None:
        repeats = self.inputs["repeats"].value()
        self.field("risk_code").setVisible(repeats == Repeats.NEED)
        self.field("lives_alone").setVisible(repeats != Repeats.NEED)
        self.field("most_age").setVisible(repeats != Repeats.ONCE)


class RuleForm(KeptForm):
    """The form of an own rule, new or known."""

    def __init__(
        self, desk: Desk, rule: PreventiveRule | None, parent: QWidget | None = None
    ) -> None:
        """Change a rule, or begin a new one."""
        super().__init__(desk, parent)
        self._code = rule.code if rule else str(uuid4())
        self._version = rule.version if rule else 0
        self._draft = rule.code if rule else ""
        self.content = RuleFields(rule, desk.local_now.date())
        heading = rule.title if rule else _("New rule")
        self.arrange(self.content, heading, _("Save rule"), RULE_FORM, self._draft, heading)

    def send(self) -> Pending[str]:
        """Save the rule."""
        rule = self.content.value()
        return self.desk.act(save_preventive_rule, self._code, self._version, rule, self._draft)

    def ask_newer(self) -> Pending[PreventiveRule | None]:
        """Ask for the rule as others left it."""
        return self.desk.ask(rule_named, self._code)

    def take(self, newer: PreventiveRule) -> None:
        """Change the rule as others left it."""
        self._version = newer.version
