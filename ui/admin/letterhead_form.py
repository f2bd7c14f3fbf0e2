"""The fields of the letterhead: what stands at the top of every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.widgets.form import Form

FIELDS = ("sender", "street", "postal_code", "city", "phone", "email", "contact_name")


class LetterheadFields:
    """Adds the letterhead's fields to a form and answers what was typed."""

    def __init__(self, form: Form) -> None:
        """Put the fields at the end of `form`."""
        self._fields = {name: TextField(max_length=200) for name in FIELDS}
        self._add(form)

    def _add(self, form: Form) -> None:
        fields = self._fields
        form.add(
            "sender",
            _("Department"),
            fields["sender"],
            optional=True,
            hint=_("One line under the name of the office, such as a department."),
        )
        form.add("street", _("Street and number"), fields["street"], optional=True)
        form.begin_row()
        form.add("postal_code", _("Postcode"), fields["postal_code"], optional=True, stretch=2)
        form.add("city", _("Town"), fields["city"], optional=True, stretch=3)
        form.end_row()
        form.begin_row()
        form.add("phone", _("Phone"), fields["phone"], optional=True)
        form.add("email", _("E-mail"), fields["email"], optional=True)
        form.end_row()
        form.add(
            "contact_name",
            _("Contact person"),
            fields["contact_name"],
            optional=True,
            hint=_("Who answers questions about a letter."),
        )

    def values(self) -> dict[str, str]:
        """Answer the typed texts by field name."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show texts by field name."""
        for name, field in self._fields.items():
            field.set_value(values.get(name, ""))
