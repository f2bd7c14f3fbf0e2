"""The part of a person's form with the fields that the office defines for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.clients.own_entries import entry_of, field_words, input_for, put_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.custom.rules import FilledField
    from ui.clients.parts_form import PartsForm


class OwnPart:
    """Not there in an office without own fields; closed while nothing stands in them."""

    def __init__(self, form: PartsForm, filled: Sequence[FilledField]) -> None:
        """Ask for each field below what the form asks already."""
        self._form = form
        self._filled = {one.field.id: one for one in filled}
        if not filled:
            return
        form.begin_part(_("Own fields"), is_open=any(one.entry for one in filled))
        for one in filled:
            made = input_for(one.field.details, one.entry)
            form.add(str(one.field.id), field_words(one.field), made, optional=True)
        form.end_section()

    @property
    def is_empty(self) -> bool:
        """Whether the office asks nothing of its own."""
        return not self._filled

    def entries(self) -> dict[UUID, str]:
        """Answer what stands in the fields as it is written down."""
        return {
            key: entry_of(one.field.details, self._form.field(str(key)).input)
            for key, one in self._filled.items()
        }

    def versions(self) -> dict[UUID, int]:
        """Answer with which version each field was opened."""
        return {key: one.version for key, one in self._filled.items()}

    def take(self, filled: Sequence[FilledField]) -> None:
        """Show what others have filled in; a field that is new since then is not shown here."""
        for one in filled:
            if one.field.id in self._filled:
                self._filled[one.field.id] = one
                put_entry(one.field.details, self._form.field(str(one.field.id)).input, one.entry)
