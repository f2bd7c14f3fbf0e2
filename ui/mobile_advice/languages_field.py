"""Several languages in a form: typed by name, each with a comma behind it."""

from __future__ import annotations

from app.clients.languages import language_name, spoken_languages
from resources.text import _, language
from ui.widgets.text_field import TextField


class LanguagesField(TextField):
    """Its value is tags; a name that no list knows is asked about."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(400)
        self.setPlaceholderText(_("Such as: Arabic, Turkish"))

    def tags(self) -> tuple[str, ...] | None:
        """Answer the tags of the names; None where one is not known."""
        known = {name.casefold(): tag for tag, name in spoken_languages(language())}
        known |= {tag.casefold(): tag for tag, _name in spoken_languages(language())}
        names = [part.strip().casefold() for part in self.text().split(",") if part.strip()]
        if not all(name in known for name in names):
            return None
        return tuple(dict.fromkeys(known[name] for name in names))

    def value(self) -> tuple[str, ...]:  # type: ignore[override] # tags instead of the line
        """Answer the tags; none while a name is not known."""
        return self.tags() or ()

    def set_value(self, value: tuple[str, ...]) -> None:  # type: ignore[override] # as above
        """Show languages by name."""
        super().set_value(", ".join(language_name(tag, language()) for tag in value))

    def is_valid(self) -> bool:
        """Answer whether every name is known."""
        return self.tags() is not None

    def trouble(self) -> str:
        """Answer a sentence when a name is not known."""
        return "" if self.is_valid() else _("Write languages by name, with a comma between them.")
