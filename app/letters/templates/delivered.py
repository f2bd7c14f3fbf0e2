"""The templates that the program carries; no office is needed to read them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.errors import Problem, Refused
from app.letters.rules import NO_SUCH_TEMPLATE
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import TemplateText, read_template
from app.letters.templates.rules import NOT_IN_LANGUAGE, TITLES, DeliveredTemplate, Kind
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = (
    "de", "da", "en", "tr", "pl", "ru", "uk", "ar", "ro", "el", "fa", "kmr", "ckb",
)  # fmt: skip
"""The languages that letters have common words in."""

_NAME = re.compile(r"^\[([a-z.]+)\]$", re.MULTILINE)
_BLOCKS = ("greeting", "closing")


@lru_cache
def delivered_templates() -> tuple[DeliveredTemplate, ...]:
    """Answer every template in the order in which they are offered."""
    return tuple(_template(code) for code in TITLES)


def delivered_template(code: str) -> DeliveredTemplate:
    """Answer one template; raises `Refused` beside "template" when there is none."""
    for template in delivered_templates():
        if template.code == code:
            return template
    raise Refused(Problem(NO_SUCH_TEMPLATE, "template", {"name": code}))


def delivered_source(code: str, language: str) -> str:
    """Answer a text as it is written, in the markup of templates.

    Raises `Refused` beside "template" or "language" when there is none.
    """
    if language not in delivered_template(code).languages:
        raise Refused(Problem(NOT_IN_LANGUAGE, "language"))
    return read_text("letters", "templates", code, f"{language}.txt")


@lru_cache(maxsize=256)
def delivered_text(code: str, language: str) -> TemplateText:
    """Answer a text as it was read.

    Raises `Refused` as `delivered_source` does, or with what is wrong in the text.
    """
    read = read_template(delivered_source(code, language))
    if isinstance(read, TemplateText):
        return read
    raise Refused(*read)


@lru_cache
def common_words(language: str) -> Mapping[str, str]:
    """Answer what all letters say in a language by name, such as "info.phone" or "binding.de".

    Raises `Refused` beside "language" when there is none.
    """
    if language not in LANGUAGES:
        raise Refused(Problem(NOT_IN_LANGUAGE, "language"))
    _, *parts = _NAME.split(read_text("letters", "common", f"{language}.txt"))
    texts = (text.strip() for text in parts[1::2])
    return MappingProxyType(dict(zip(parts[::2], texts, strict=True)))


@lru_cache
def common_text(language: str) -> TemplateText:
    """Answer the greetings and the closing of all letters, as a template has them.

    Raises `Refused` as `common_words` does, or with what is wrong in the text.
    """
    words = common_words(language).items()
    source = "\n".join(f"[{name}]\n{text}" for name, text in words if name.startswith(_BLOCKS))
    read = read_template(source, required=())
    if isinstance(read, TemplateText):
        return read
    raise Refused(*read)


@lru_cache
def example_values(language: str) -> Mapping[str, str]:
    """Answer an invented value for each field, for the preview of a template in a language.

    Raises `Refused` as `common_words` does.
    """
    where = common_words(language)["where.home"]
    own: dict[str, str] = tomllib.loads(read_text("letters", "common", f"examples_{language}.toml"))
    usual = {code: field.example for code, field in FIELDS.items()}
    return MappingProxyType({**usual, "place": where, **own})


def _template(code: str) -> DeliveredTemplate:
    table: dict[str, Any] = tomllib.loads(read_text("letters", "templates", code, "template.toml"))
    translations = table.get("translations", {})
    return DeliveredTemplate(
        code=code,
        kind=Kind(table["kind"]),
        source=table["source"],
        written_in=tuple(table["written_in"]),
        translations=MappingProxyType(
            {language: state["reviewed"] for language, state in translations.items()}
        ),
        needs=tuple(table["needs"]),
        blocks=tuple(table["blocks"]),
        legal=MappingProxyType(table.get("legal", {})),
        mass_needs_basis=table["mass_needs_basis"],
    )
