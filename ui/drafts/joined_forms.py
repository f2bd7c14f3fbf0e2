"""Several forms of one screen, compared and restored as if they were one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.widgets.form import Form
    from ui.widgets.form_field import FormField


class JoinedForms:
    """The names of their fields differ."""

    def __init__(self, *forms: Form) -> None:
        """Join forms that are filled already."""
        self._forms = forms

    def texts(self) -> dict[str, str]:
        """Answer what stands in each input of each form."""
        return {name: text for form in self._forms for name, text in form.texts().items()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put texts back, each into its own form."""
        for form in self._forms:
            form.restore(texts)

    def field(self, name: str) -> FormField:
        """Answer a field of the form that has it."""
        return next(form for form in self._forms if name in form.texts()).field(name)
