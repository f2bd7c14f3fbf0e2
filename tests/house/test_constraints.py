"""What is installed is exactly what constraints.txt says, on every system."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT

SYSTEMS = [
    {"sys_platform": platform, "platform_system": system, "os_name": os_name}
    for platform, system, os_name in (
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    )
]
"""What the environment markers of requirements see on the three systems."""

ENGINES = frozenset(
    {"brotli", "cssselect2", "pydyf", "tinycss2", "tinyhtml5", "webencodings", "zopfli"}
)
"""What the engines need that only `make bench` installs; they say so once they are there."""


def _pins() -> dict[str, Requirement]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def _closure(system: dict[str, str]) -> set[str]:
    """Answer the names of everything that the project needs on a system, tests included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = set()
    more = project["optional-dependencies"]
    asked = [*project["dependencies"], *more["dev"], *more["bench"]]
    waiting = [needed for needed in map(Requirement, asked) if _applies(needed, system, "")]
    while waiting:
        wanted = waiting.pop()
        there = _distribution(wanted.name)
        extras = wanted.extras or {""}
        for line in (there.requires or []) if there else []:
            needed = Requirement(line)
            key = canonicalize_name(needed.name)
            if key not in found and any(_applies(needed, system, extra) for extra in extras):
                waiting.append(needed)
        found.add(canonicalize_name(wanted.name))
    return found


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _applies(requirement: Requirement, system: dict[str, str], extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**system, "extra": extra})


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system["sys_platform"])
def test_everything_that_is_needed_is_pinned(system: dict[str, str]) -> None:
    pins = _pins()
    pinned = {name for name, pin in pins.items() if _applies(pin, system, "")}

    assert _closure(system) <= pinned


def test_nothing_is_pinned_that_nobody_needs() -> None:
    needed = set().union(*(_closure(system) for system in SYSTEMS))

    assert set(_pins()) - needed <= {"setuptools"} | ENGINES


def test_what_is_installed_is_what_is_pinned() -> None:
    wrong = {
        name: found.version
        for name, pin in _pins().items()
        if name != "setuptools"
        and _applies(pin, {}, "")
        and (found := _distribution(name)) is not None
        and not pin.specifier.contains(found.version)
    }

    assert not wrong


def test_pins_are_names_and_versions_only() -> None:
    pin = re.compile(r'[\w.-]+==[\w.]+(; (sys_platform|python_version) (==|<) "[\w.]+")?')
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not line.startswith("#") and not pin.fullmatch(line)] == []


def test_the_window_system_is_the_version_that_does_not_abort() -> None:
    assert str(_pins()["pyside6-essentials"].specifier) == "==6.11.3"
