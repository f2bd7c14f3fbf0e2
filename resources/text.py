"""Words in the user's language: English source text, gettext catalogues, switchable at run time."""

from __future__ import annotations

import gettext
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from app.errors import Problem
from resources import path

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("de", "da", "en")
"""The languages of the window, by ISO 639-1 code."""

_current = "en"


@lru_cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Answer the catalogue of a language; English is the source and needs none."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("nahbar", path("translations"), languages=[language])


def use_language(language: str) -> None:
    """Make a language of `LANGUAGES` the one that `_` answers in."""
    global _current  # noqa: PLW0603 - the one switch of the whole program
    _current = language


def language() -> str:
    """Answer the code of the language in use."""
    return _current


def _(message: str) -> str:
    """Translate a sentence."""
    return catalogue(_current).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that counts; `{count}` is filled in as "20.000" or "20,000"."""
    return catalogue(_current).ngettext(one, many, count).format(count=_grouped(count))


def _grouped(count: int) -> str:
    words = f"{count:,}"
    return words if _current == "en" else words.replace(",", ".")


def pgettext(context: str, message: str) -> str:
    """Translate a word that means different things in different places."""
    return catalogue(_current).pgettext(context, message)


def say(problem: Problem) -> str:
    """Answer a problem's sentence in the language in use, its values filled in.

    A value that is a problem itself, such as the name of a right, is translated as well.
    """
    return _(problem.message).format(**_said(problem.values)) if problem.message else ""


def _said(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: object) -> object:
    if isinstance(value, Problem):
        return say(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return _Day(value.year, value.month, value.day)
    return value


class _Day(date):
    """A date that is written as people write it, unless a sentence says how."""

    def __format__(self, how: str) -> str:
        return super().__format__(how or ("%d %b %Y" if _current == "en" else "%d.%m.%Y"))
