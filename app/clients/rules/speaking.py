"""How well somebody speaks a language, and in which form the person can read a letter."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class LanguageLevel(StrEnum):
    """How well a language is spoken; what nobody asked is not known."""

    UNKNOWN = ""
    NATIVE = "native"
    FLUENT = "fluent"
    GOOD = "good"
    SOME = "some"


LEVEL_LABELS = {
    LanguageLevel.UNKNOWN: N_("Level not known"),
    LanguageLevel.NATIVE: N_("Native"),
    LanguageLevel.FLUENT: N_("Fluent"),
    LanguageLevel.GOOD: N_("Good"),
    LanguageLevel.SOME: N_("A little"),
}
"""The words for each level, translated where they are shown."""


class LetterFormat(StrEnum):
    """An accessible form of letters that somebody has asked for (EN 301 549, DIN 1450)."""

    ORDINARY = ""
    LARGE_16 = "large_16"
    LARGE_18 = "large_18"
    E_DOCUMENT = "e_document"
    READ_ALOUD = "read_aloud"
    BRAILLE = "braille"


FORMAT_LABELS = {
    LetterFormat.ORDINARY: N_("Ordinary print"),
    LetterFormat.LARGE_16: N_("Large print, 16 point"),
    LetterFormat.LARGE_18: N_("Large print, 18 point"),
    LetterFormat.E_DOCUMENT: N_("Accessible e-document"),
    LetterFormat.READ_ALOUD: N_("Read aloud"),
    LetterFormat.BRAILLE: N_("Braille"),
}
"""The words for each form, translated where they are shown."""
