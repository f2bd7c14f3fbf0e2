"""What is withheld of figures, and how that is kept from being computed back."""

from app.small_numbers.rules.columns import Protected, protect_column
from app.small_numbers.rules.grids import ProtectedGrid, protect_grid
from app.small_numbers.rules.network import Cell, exposed, secured
from app.small_numbers.rules.safeguard import (
    LEAST_CELLS,
    ROUNDINGS,
    SYMBOLS,
    Safeguard,
    check_safeguard,
    rounded,
)

__all__ = [
    "LEAST_CELLS",
    "ROUNDINGS",
    "SYMBOLS",
    "Cell",
    "Protected",
    "ProtectedGrid",
    "Safeguard",
    "check_safeguard",
    "exposed",
    "protect_column",
    "protect_grid",
    "rounded",
    "secured",
]
