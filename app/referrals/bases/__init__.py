"""On what data about a person may be passed on: laws and consent, by country and day."""

from app.referrals.bases.carried import bases, sentences
from app.referrals.bases.rules import Basis, basis_of, check_basis, offered

__all__ = ["Basis", "bases", "basis_of", "check_basis", "offered", "sentences"]
