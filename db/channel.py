"""Where a shared office tells its changes; by itself, as every window listens from its start."""

from __future__ import annotations

CHANNEL = "nahbar"
"""Anyone on the server may listen and speak there."""
UPGRADED = "alembic_version"
"""The table that is told when the office was brought to another version of the program."""
