"""A whole mailing at once, for whoever has no screen to watch it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Refused
from app.letters.mass.actions import begin_run, keep_letters
from app.letters.mass.rules import check_wish
from app.letters.mass.running import Mailing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from app.letters.mass.rules import RunPlan, RunWish
    from app.office import Office


def send_mailing(
    office: Office,
    run_id: UUID,
    wish: RunWish,
    plan: RunPlan,
    folder: Path,
    today: date,
    progress: Callable[[int, int], object] | None = None,
) -> Mailing:
    """Write, keep and save all letters of a mailing; `progress` is told (done, of).

    The same `run_id` again keeps each letter once. Raises `Refused` when the mailing may not
    go out, `Unavailable` when the disk is full: then no file stays.
    """
    if problems := check_wish(wish):
        raise Refused(*problems)
    mailing = Mailing(wish, plan, folder, today)
    try:
        while not mailing.is_drawn:
            office.ask(mailing.compose)
            done = mailing.draw()
            if progress is not None:
                progress(done, len(plan.groups))
        office.act(begin_run, run_id, wish, plan.left_out)
        for batch in mailing.batches():
            office.act(keep_letters, run_id, wish, batch)
        mailing.finish()
    except BaseException:
        mailing.discard()
        raise
    return mailing
