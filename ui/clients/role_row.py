"""One role in a person's form: what somebody is to the office, since and until when."""

from __future__ import annotations

from app.clients.rules import ROLE_LABELS, Role, RoleSpan
from resources.text import _
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.rows_field import RowForm, RowsField


class RoleRow(RowForm[RoleSpan]):
    """A role with its days; an end is typed, never clicked away."""

    def __init__(self) -> None:
        """Begin as a client."""
        super().__init__()
        self._role = ChoiceField([(role.value, _(ROLE_LABELS[role])) for role in Role])
        self._since, self._until = DateField(), DateField()
        self.begin_row()
        self.add("role", _("Role"), self._role, stretch=3)
        self.add("since", _("Since"), self._since, stretch=2)
        self.add("until", _("Last day"), self._until, stretch=2)
        self.end_row()

    def value(self) -> RoleSpan:
        """Answer what the row says."""
        return RoleSpan(self._role.value(), self._since.value(), self._until.value())

    def fill(self, value: RoleSpan) -> None:
        """Show a role."""
        self._role.set_value(str(value.role))
        self._since.set_value(value.since)
        self._until.set_value(value.until)


def roles_field() -> RowsField[RoleSpan]:
    """Answer the input of all roles."""
    return RowsField(RoleRow, _("Add role"), _("Take this role away; it was never right"))
