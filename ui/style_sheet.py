"""The one style sheet of the program, generated from the colours by role and the font scale."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from resources import path
from ui.fonts import BASE_SIZE
from ui.palette import Role
from ui.style_rules import RULES

if TYPE_CHECKING:
    from ui.palette import Colours

_TYPE_STEPS = {"small": 0.9, "heading": 1.15, "title": 1.4, "display": 1.8}
_LENGTHS = (1, 2, 4, 6, 8, 10, 12, 16, 18, 20, 24, 28, 30, 32, 40, 44)
_RADII = {"chip_radius": 14, "search_radius": 15, "radio_radius": 9}
"""Half the height of what is round: Qt ignores a radius that is larger."""


def style_sheet(colours: Colours, scale: float) -> str:
    """Answer the style sheet of a theme; `scale` is 1.0 to 2.0."""
    names = {role.value: value for role, value in colours.items()}
    names |= {f"{step}_size": f"{BASE_SIZE * scale * by:.2f}pt" for step, by in _TYPE_STEPS.items()}
    names |= {f"px{pixels}": f"{round(pixels * scale)}px" for pixels in _LENGTHS}
    names |= {f"gap{pixels}": f"{round(pixels * (1 + (scale - 1) / 2))}px" for pixels in _LENGTHS}
    for name, pixels in _RADII.items():
        names[name] = f"{int(pixels * scale) + 1}px"
    mark = "light" if colours[Role.ON_PRIMARY] == "#FFFFFF" else "dark"
    for name in ("check", "dot", "left", "right", "down"):
        names[name] = path("icons", "marks", f"{name}_{mark}.svg").as_posix()
    return Template(RULES).substitute(names)
