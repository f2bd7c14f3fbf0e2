"""The rules of areas: what an area is, how addresses are compared, how a map is drawn."""

from app.areas.rules.areas import AreaLevel, AreaList, ListedArea, read_area_list

__all__ = ["AreaLevel", "AreaList", "ListedArea", "read_area_list"]
