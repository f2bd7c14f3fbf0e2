"""Language, theme, size and lock of the window; each choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _, ngettext
from ui.admin.sub_page import SubPage
from ui.journal.spelling_card import SpellingCard
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField, Input, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.settings import Settings

SCALES = (100, 110, 125, 150, 175, 200)
LOCK_MINUTES = (1, 2, 5, 10, 15)


class SettingsPage(SubPage):
    """A form without a save button: what is chosen is in force and kept."""

    chosen = Signal(str, object)
    """The name of a setting, and its new value."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Show `settings`."""
        super().__init__(_("Settings"), _("For you on this computer."), parent)
        self._fields: dict[str, Input] = {}
        self._add_window_card(settings)
        self._add_person_card(settings)
        self.body.add(SpellingCard())
        self.body.end()

    def _add_window_card(self, settings: Settings) -> None:
        form = Form()
        self._choice(
            form,
            "language",
            _("Language"),
            settings.language,
            [("de", "Deutsch"), ("da", "Dansk"), ("en", "English")],
        )
        self._choice(
            form,
            "theme",
            _("Colours"),
            settings.theme,
            [
                ("system", _("As the computer has it")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ],
        )
        self._choice(
            form,
            "font_scale",
            _("Text size"),
            settings.font_scale,
            [(scale, _("{percent} %").format(percent=scale)) for scale in SCALES],
        )
        self._choice(
            form,
            "density",
            _("Line spacing"),
            settings.density,
            [("compact", _("Compact")), ("normal", _("Normal")), ("roomy", _("Roomy"))],
        )
        card = Card(_("Window"))
        card.add(form)
        self.body.add(card)

    def _add_person_card(self, settings: Settings) -> None:
        form = Form()
        self.who = TextField()
        self.who.set_value(settings.who)
        self.who.editingFinished.connect(self._on_who_finished)
        form.add("who", _("Your own name"), self.who, hint=_("It stands beside what you record."))
        self._choice(
            form,
            "lock_after_minutes",
            _("Lock when nobody is there for"),
            settings.lock_after_minutes,
            [
                (minutes, ngettext("{count} minute", "{count} minutes", minutes))
                for minutes in LOCK_MINUTES
            ],
        )
        card = Card(_("You"))
        card.add(form)
        self.body.add(card)

    def _choice(
        self, form: Form, name: str, label: str, value: object, options: list[tuple[object, str]]
    ) -> None:
        field = _Choice(name, options, value)
        field.settled.connect(self.chosen)
        form.add(name, label, field)
        self._fields[name] = field

    def field(self, name: str) -> Input:
        """Answer the input of a setting by its name in `Settings`."""
        return self._fields[name]

    def _on_who_finished(self) -> None:
        if self.who.value().strip():
            self.chosen.emit("who", self.who.value().strip())


class _Choice(ChoiceField[object]):
    """A choice that knows which setting it is."""

    settled = Signal(str, object)

    def __init__(self, name: str, options: list[tuple[object, str]], value: object) -> None:
        known = value in [offered for offered, _words in options]
        super().__init__(options if known else [*options, (value, str(value))])
        self._name = name
        self.set_value(value)
        self.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.settled.emit(self._name, self.value())
