"""The words of consent: for what, what was said, and how it was said."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Purpose(StrEnum):
    """What a person is asked to agree to; each is asked and answered by itself."""

    SERVICE = "service"
    """That somebody visits or advises her at all."""
    KEEPING = "keeping"
    """That the office keeps her data."""
    PASSING_ON = "passing_on"
    """That the office passes data on to one named body."""
    PICTURES = "pictures"
    MAILINGS = "mailings"
    """Invitations and other post that belongs to no visit."""

    @property
    def needs_recipient(self) -> bool:
        """Whether an answer is about one named recipient."""
        return self is Purpose.PASSING_ON


PURPOSE_LABELS: Mapping[Purpose, str] = MappingProxyType(
    {
        Purpose.SERVICE: N_("Visits and advice"),
        Purpose.KEEPING: N_("Keeping personal data"),
        Purpose.PASSING_ON: N_("Passing data on"),
        Purpose.PICTURES: N_("Taking and showing pictures"),
        Purpose.MAILINGS: N_("Invitations and other mail"),
    }
)
"""The words for each purpose, translated where they are shown."""


class ConsentState(StrEnum):
    """What a person said last."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


STATE_LABELS: Mapping[ConsentState, str] = MappingProxyType(
    {
        ConsentState.GIVEN: N_("Given"),
        ConsentState.REFUSED: N_("Refused"),
        ConsentState.WITHDRAWN: N_("Withdrawn"),
    }
)
"""The words for each state, translated where they are shown."""


class ConsentForm(StrEnum):
    """How a person said so."""

    WRITTEN = "written"
    WITNESS = "witness"
    """Spoken, with somebody else present."""
    SPOKEN = "spoken"
    PHONE = "phone"
    INTERPRETER = "interpreter"
    GUARDIAN = "guardian"
    """By the legal guardian, within the tasks given by a court (§ 1815 BGB, værgemålsloven § 5)."""


FORM_LABELS: Mapping[ConsentForm, str] = MappingProxyType(
    {
        ConsentForm.WRITTEN: N_("In writing, signed"),
        ConsentForm.WITNESS: N_("Spoken, with a witness"),
        ConsentForm.SPOKEN: N_("Spoken, between the two of us"),
        ConsentForm.PHONE: N_("By phone"),
        ConsentForm.INTERPRETER: N_("Spoken, through an interpreter"),
        ConsentForm.GUARDIAN: N_("By the legal guardian"),
    }
)
"""The words for each way, translated where they are shown."""

OWN_FORMS = tuple(form for form in ConsentForm if form is not ConsentForm.GUARDIAN)
"""The ways in which a person speaks for herself."""
