"""How it is said what left the office: which list or which data, and in what kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from app.exchange.writing.list_words import LISTS
from app.exchange.writing.rules import SEALED, ExportFormat
from app.referrals.disclosures.rules import WHAT_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.privacy.looking import LeftRow

WITH_PASSWORD = N_("{file}, with a password")
_FORMATS = {form.value: form.label for form in ExportFormat}


def what_left(row: LeftRow, translate: Callable[[str], str]) -> str:
    """Answer which list, or which kinds of data; what is not known stands as it was stored."""
    if not row.to:
        return translate(LISTS[row.what]) if row.what in LISTS else row.what
    kinds = row.what.split(",")
    return ", ".join(translate(WHAT_NAMES[kind]) if kind in WHAT_NAMES else kind for kind in kinds)


def file_left(row: LeftRow, translate: Callable[[str], str]) -> str:
    """Answer in what kind of file a list left the office; "" for what was passed on."""
    form = row.form.removesuffix(SEALED)
    words = translate(_FORMATS[form]) if form in _FORMATS else form
    return translate(WITH_PASSWORD).format(file=words) if row.form.endswith(SEALED) else words
