"""What the window says of a restore that was tried."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.admin.drill import is_drill_due
from resources.text import _, ngettext
from ui import formats

if TYPE_CHECKING:
    from app.admin.drill import Drill
    from ui.admin.remark import Remark


def say_last(state: Remark, drill: Drill | None) -> None:
    """Say when a restore was tried last, and whether that is long ago."""
    if drill is None:
        state.say(_("A restore was never tried."), "attention")
        return
    now = datetime.now(UTC)
    words = _("Last tried {ago}: the backup of {made} holds {holds}.")
    ago = formats.show_ago(drill.at, now)
    made = formats.show_datetime(drill.backup_at.astimezone())
    parts = [words.format(ago=ago, made=made, holds=holds(drill))]
    if drill.with_recovery_key:
        parts.append(_("The recovery key opened it."))
    if not drill.chain_is_whole:
        parts.append(_("Its audit lines do not fit one after the other."))
    is_well = drill.chain_is_whole and not is_drill_due(drill, now)
    state.say(" ".join(parts), "done" if is_well else "attention")


def holds(drill: Drill) -> str:
    """Answer what a backup holds."""
    return ", ".join(
        (
            ngettext("{count} person", "{count} people", drill.people),
            ngettext("{count} visit", "{count} visits", drill.visits),
            ngettext("{count} note", "{count} notes", drill.notes),
            ngettext("{count} letter", "{count} letters", drill.letters),
        )
    )
