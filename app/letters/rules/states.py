"""How far a version of a template is, and on which ways a letter leaves."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class VersionState(StrEnum):
    """How far the text of a template in one language is."""

    CURRENT = "current"
    OUTDATED = "outdated"
    """Its source was changed since; reckoned, never stored."""
    IN_TRANSLATION = "in_translation"
    MACHINE = "machine"
    """Translated by a machine and checked by nobody."""


STATE_LABELS = {
    VersionState.CURRENT: N_("Current"),
    VersionState.OUTDATED: N_("Outdated"),
    VersionState.IN_TRANSLATION: N_("In translation"),
    VersionState.MACHINE: N_("Machine translation"),
}
"""The words for each state, translated where they are shown."""


class Channel(StrEnum):
    """On which way a letter left."""

    NONE = ""
    """Kept only, or printed by hand: nobody said how it left."""
    POST = "post"
    EMAIL = "email"
    DIGITAL_POST = "digital_post"


CHANNEL_LABELS = {
    Channel.NONE: N_("Not said"),
    Channel.POST: N_("By post"),
    Channel.EMAIL: N_("By e-mail"),
    Channel.DIGITAL_POST: N_("Digital Post"),
}
"""The words for each way, translated where they are shown."""
