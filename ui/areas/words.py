"""How areas are said on screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext

if TYPE_CHECKING:
    from app.areas.queries import AreaRow


def area_name(area: AreaRow) -> str:
    """Answer the name of an area; a district without a name is told by its number."""
    return area.name or _("District {number}").format(number=area.code)


def area_words(area: AreaRow, people: int) -> str:
    """Answer the name of an area and how many people live there: "Garath (12)"."""
    name = area_name(area)
    return f"{name} ({people})" if people else name


def use_words(used: int, areas: int) -> str:
    """Answer how many areas of a list are in use."""
    return ngettext("{count} area in use", "{count} areas in use", used) + (
        "" if used == areas else " · " + ngettext("{count} is not", "{count} are not", areas - used)
    )
