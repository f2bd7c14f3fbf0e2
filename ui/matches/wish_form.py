"""What somebody wishes of visits, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.actions import WISH_FORM, save_wish
from app.matches.queries import wish_to_edit
from app.matches.rules import FREQUENCY_LABELS, GENDER_WISH_LABELS, LEVEL_LABELS, WishDetails
from app.volunteers.rules import ACTIVITIES, ANIMALS, INTERESTS, Stretch, TraitKind
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.volunteers.week_grid import WeekGrid
from ui.volunteers.words import options
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import CheckField, ChoiceField
from ui.widgets.number_field import NumberField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.matches.queries import WishToEdit
    from ui.desk import Desk, Pending

_CODES = {
    TraitKind.INTEREST: INTERESTS,
    TraitKind.PET: ANIMALS,
    TraitKind.ALLERGY: ANIMALS,
}
_NUMBERS = ("minutes", "wanted", "youngest", "oldest")


class WishFields(PartsForm):
    """Languages and address stand on the person's card and are not asked again."""

    def __init__(self, editing: WishToEdit) -> None:
        """Show the wishes."""
        super().__init__()
        self.begin_row()
        self.put("service_kind", _("Kind of visit"), ChoiceField(options(ACTIVITIES)))
        self.put("frequency", _("How often"), ChoiceField(options(FREQUENCY_LABELS)))
        self.end_row()
        self.begin_row()
        self.put("minutes", _("Minutes of a visit"), NumberField())
        self.put("wanted", _("How many volunteers (1 to 3)"), NumberField())
        self.end_row()
        self._put_codes(TraitKind.INTEREST, _("Interests"))
        self._add_visitor()
        hint = _("Nothing marked means: any time.")
        self.put("hours", _("Times that suit"), WeekGrid(), hint)
        self.put("about", _("Wishes in words"), ShortTextField(2))
        self.put("no_goes", _("What must not be"), ShortTextField(2))
        self.fill(editing)

    def value(self) -> WishDetails:
        """Answer what the fields say."""
        known = {
            name: field.number() if name in _NUMBERS else field.value()
            for name, field in self.inputs.items()
            if name not in set(TraitKind) and name != "hours"
        }
        traits = frozenset(
            (kind.value, code) for kind in _CODES for code in self.inputs[kind].value()
        )
        hours = tuple(tuple(one) for one in self.inputs["hours"].value())
        return WishDetails(**known, traits=traits, hours=hours)

    def fill(self, editing: WishToEdit) -> None:
        """Show other wishes."""
        details = editing.details
        for name, field in self.inputs.items():
            if name in set(TraitKind):
                field.set_value(code for kind, code in details.traits if kind == name)
            elif name == "hours":
                field.set_value(tuple(Stretch(*one) for one in details.hours))
            elif name in _NUMBERS:
                field.set_number(getattr(details, name))
            else:
                field.set_value(getattr(details, name))
        self.keep()

    def _add_visitor(self) -> None:
        self.begin_row()
        wishes = ChoiceField(options(GENDER_WISH_LABELS))
        self.put("gender_wish", _("Wants to be visited"), wishes)
        self.put("least_level", _("The shared language"), ChoiceField(options(LEVEL_LABELS)))
        self.end_row()
        self.begin_row()
        self.put("youngest", _("Youngest age"), NumberField())
        self.put("oldest", _("Oldest age"), NumberField())
        self.end_row()
        self._put_codes(TraitKind.PET, _("Animals in the flat"))
        self._put_codes(TraitKind.ALLERGY, _("Animals that must not come"))
        for name, words in (
            ("smoking_home", _("People smoke in the flat")),
            ("no_smoker", _("Nobody who smokes")),
            ("stairs", _("Stairs lead to the flat")),
            ("dementia", _("Experience with dementia helps")),
        ):
            self.put(name, "", CheckField(words))

    def _put_codes(self, kind: TraitKind, label: str) -> None:
        self.put(kind, label, CodesField(options(_CODES[kind])))


class WishForm(KeptForm):
    """The form of one person's wishes."""

    def __init__(self, desk: Desk, editing: WishToEdit, parent: QWidget | None = None) -> None:
        """Change wishes as they were read."""
        super().__init__(desk, parent)
        self._editing = editing
        self.person_id: UUID = editing.person_id
        self.content = WishFields(editing)
        heading = _("What {name} wishes").format(name=editing.name)
        subject = str(editing.person_id)
        self.arrange(self.content, heading, _("Save wishes"), WISH_FORM, subject, editing.name)

    def send(self) -> Pending[UUID]:
        """Save the wishes."""
        version = self._editing.version
        return self.desk.act(save_wish, self.person_id, version, self.content.value())

    def ask_newer(self) -> Pending[WishToEdit | None]:
        """Ask for the wishes as others left them."""
        return self.desk.ask(wish_to_edit, self.person_id)

    def take(self, newer: WishToEdit) -> None:
        """Show the wishes as others left them."""
        self._editing = newer
        self.content.fill(newer)
