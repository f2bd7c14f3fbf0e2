"""All inputs in one place: `from ui.widgets.fields import TextField, DateField`."""

from __future__ import annotations

from ui.widgets.check_field import CheckField, TriStateField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.input import Input
from ui.widgets.long_text_field import LongTextField
from ui.widgets.suggest_field import SuggestField
from ui.widgets.text_field import PasswordField, TextField
from ui.widgets.time_field import TimeField

__all__ = [
    "CheckField",
    "ChoiceField",
    "DateField",
    "Input",
    "LongTextField",
    "PasswordField",
    "SuggestField",
    "TextField",
    "TimeField",
    "TriStateField",
]
