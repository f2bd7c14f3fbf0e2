"""What can be done with areas: load a municipality's list, choose the ones in use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.areas.code_lists import AREA_LISTS, area_list
from app.errors import N_, Problem, Refused
from db.areas import Area

if TYPE_CHECKING:
    from app.office import Act

UNKNOWN_LIST = N_("There is no such list of areas.")
UNKNOWN_AREA = N_("This area is no longer in the office.")


def load_area_list(act: Act, list_id: str) -> int:
    """Load a carried list, all areas in use, and answer how many areas are new.

    Loaded again it renames and reorders what is there and keeps what is in use.
    """
    if list_id not in AREA_LISTS:
        raise Refused(Problem(UNKNOWN_LIST))
    stored = select(Area).where(Area.code_list == list_id)
    known = {area.code: area for area in act.session.scalars(stored)}
    listed = area_list(list_id).areas
    for position, entry in enumerate(listed):
        area = known.get(entry.code) or Area(code_list=list_id, code=entry.code)
        area.parent_code, area.level = entry.parent, entry.level
        area.name, area.position = entry.name, position
        act.session.add(area)
    act.touch("areas")
    return len(listed) - len(known.keys() & {entry.code for entry in listed})


def choose_areas(act: Act, area_ids: tuple[UUID, ...], *, in_use: bool) -> int:
    """Say of areas whether the office works there; answers how many changed.

    Clients keep an area that is no longer in use.
    """
    changed = 0
    for area_id in area_ids:
        area = act.session.get(Area, area_id)
        if area is None:
            raise Refused(Problem(UNKNOWN_AREA))
        if area.in_use != in_use:
            area.in_use = in_use
            act.touch("areas", area_id)
            changed += 1
    return changed
