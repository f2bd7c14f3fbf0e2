"""What a legal basis carries: which way of passing on, to whom, from which day on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NO_BASIS = N_("Please say on what legal basis, or by whose consent, this is passed on.")
NOT_FOR_THIS = N_("{law} does not carry this. Please choose another basis. Source: {source}")
NOT_TO_THEM = N_("{law} gives no way to this kind of institution. Source: {source}")

CONSENT, GENERAL = "consent", "general"
"""The codes of the two bases that the program itself decides about."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One legal basis of a country."""

    code: str
    title: str
    """English, translated where it is shown."""
    law: str
    """Sections as they are cited, never translated."""
    kinds: frozenset[str]
    """Ways of passing on that it carries: "assign", "refer", "transfer", "answer"."""
    not_to: frozenset[str]
    """Kinds of institutions that it never reaches, see `InstitutionKind`."""
    needs_consent: bool
    valid_from: date
    valid_until: date | None
    source: str

    def holds(self, on: date) -> bool:
        """Answer whether it is the law on a day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


def offered(every: Iterable[Basis], kind: str, on: date) -> tuple[Basis, ...]:
    """Answer what may be chosen for a way of passing on, on a day."""
    return tuple(basis for basis in every if kind in basis.kinds and basis.holds(on))


def basis_of(every: Iterable[Basis], code: str) -> Basis | None:
    """Answer a basis by its code."""
    return next((basis for basis in every if basis.code == code), None)


def check_basis(
    every: Iterable[Basis], code: str, kind: str, institution_kind: str, on: date
) -> tuple[Problem, ...]:
    """Answer why a basis does not carry what is to be passed on; names rule and source.

    `institution_kind` is "" for a colleague of the same office.
    """
    basis = basis_of(every, code)
    if basis is None:
        return (Problem(NO_BASIS, "basis"),)
    values = {"law": basis.law, "source": basis.source}
    if kind not in basis.kinds or not basis.holds(on):
        return (Problem(NOT_FOR_THIS, "basis", values),)
    if institution_kind in basis.not_to:
        return (Problem(NOT_TO_THEM, "basis", values),)
    return ()
