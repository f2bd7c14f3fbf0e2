"""What the stories about people share: an office that is ready, the program, and its forms."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.admin.offices import open_office
from app.admin.rules import NewOffice
from app.settings import Settings, save
from tests.factories.offices import office_like
from tests.stories.desktop import Hands, display
from tests.stories.running import ROOT, Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.admin.local_office import LocalOffice
    from tests.stories.desktop import State

PICTURES = ROOT / "build" / "stories"
_CHANGES = 0.6
"""Seconds after which a key is taken to have changed nothing."""
ANNA = "Anna Beispiel"
OFFICES = {
    "de": NewOffice(
        "Besuchsdienst Garath",
        "DE",
        sender="Amt fuer Soziales",
        street="Musterstr. 1",
        postal_code="40595",
        city="Duesseldorf",
        who=ANNA,
    ),
    "da": NewOffice(
        "Besogsvenner Ballerup",
        "DK",
        sender="Ballerup Kommune",
        street="Hold-an Vej 7",
        postal_code="2750",
        city="Ballerup",
        who=ANNA,
    ),
}
"""An office by the language of its people; what is typed can be typed on any keyboard."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """A display with the files of one story: a home, an office that is ready, its key."""

    display: str
    folder: Path
    office: Path
    key: bytes
    language: str

    @property
    def notes(self) -> Path:
        """The file with what the observer sees."""
        return self.folder / "notes.json"

    def look(self, query: Callable[..., Any]) -> Any:  # noqa: ANN401 - what the query answers
        """Ask the office, which no program may have open now."""
        with self.opened() as office:
            return office.ask(query)

    @contextmanager
    def opened(self) -> Iterator[LocalOffice]:
        """Open the office for a moment, to prepare it or to look into it."""
        office = open_office(self.office, self.key, who=ANNA)
        try:
            yield office
        finally:
            office.close()


@contextmanager
def desktop(folder: Path, language: str) -> Iterator[Desktop]:
    """Answer a display and a closed office in `language`, one of "de" and "da"."""
    settings = Settings(language=language, who=ANNA, is_onboarded=True)
    save(settings, folder / "home" / "config" / "settings.toml")
    made = office_like(folder / "office", OFFICES[language], is_demo=True)
    with display(folder) as name:
        yield Desktop(name, folder, made.folder, made.key, language)


@contextmanager
def program(
    on: Desktop,
    *,
    ends: bool = True,
    unlock: Callable[[Hands], None] | None = None,
    place: Path | None = None,
    runner: str = "tests.stories.observer",
) -> Iterator[Walk]:
    """Run the window with the office open; when not `ends`, it is killed in the end.

    `unlock` opens an office that does not open by itself; `place` is another one than the usual,
    and `runner` another module that runs the program and notes what is seen.
    """
    environment = {
        **os.environ,
        "DISPLAY": on.display,
        "HOME": str(on.folder),
        "NAHBAR_HOME": str(on.folder / "home"),
        "QT_QPA_PLATFORM": "xcb",
    }
    on.notes.unlink(missing_ok=True)
    words = (str(on.notes), str(place or on.office))
    running = Running(runner, words, environment, on.folder / "said")
    try:
        if unlock is not None:
            unlock(Hands(on.display, on.notes, PICTURES / on.language))
        walk = Walk(on, running)
        yield walk
        if ends:
            walk.press("ctrl+q")
            assert running.wait(30) == 0
    finally:
        running.kill()
        running.wait()
    assert (on.folder / "said").read_text(encoding="utf-8") == ""


class Walk(Hands):
    """Hands that know the forms of the program, by the names its code gives them."""

    def __init__(self, on: Desktop, running: Running) -> None:
        """Wait until the office is open in the program that runs."""
        super().__init__(on.display, on.notes, PICTURES / on.language)
        self._running = running
        self._said = on.folder / "said"
        self.language = on.language
        self.wait(lambda state: state["active"] and state["here"] and not state["cover"], "My day")

    def state(self) -> State:
        """Answer what the observer saw last; fail where the program has died."""
        assert self._running.poll() is None, self._said.read_text(encoding="utf-8")
        return super().state()

    def go_to(self, key: str, page: str) -> None:
        """Go to a page of the rail by its key; the keyboard is in the page then."""
        self.press(key)
        self.wait(lambda state: state["here"] and state["here"][0] == page, page)
        self.wait(lambda state: "PageStack" in state["focus"], f"focus in {page}")

    def fill(self, name: str, typed: str) -> None:
        """Tab on to a field and type over what stands in it."""
        self.tab_to(f".{name}")
        if self.state()["value"]:
            self.press("ctrl+a")
        self.type(typed)
        self.wait(
            lambda state: f".{name}" in state["focus"] and typed in state["value"],
            f"{typed} in {name}",
        )

    def choose(self, name: str, value: str) -> None:
        """Tab on to a list of choices and go down it until `value` is chosen."""
        self.tab_to(f".{name}")
        self.choose_here(value)

    def choose_here(self, value: str, most: int = 40) -> None:
        """Go down the choices of the focused field until `value` is chosen."""
        if self.state()["value"] == value:
            return
        for key in ("Home", *["Down"] * most):
            self._press_and_see(key, _CHANGES)
            if self.state()["value"] == value:
                return
        message = f"{value} is not offered; last seen: {self.state()}"
        raise AssertionError(message)

    def _press_and_see(self, key: str, within: float) -> None:
        """Press a key and wait until another value stands there, at most so many seconds."""
        before = self.state()["value"]
        self.press_alone(key)
        self.sees(lambda state: state["value"] != before, within=within)

    def answer_yes(self, name: str) -> None:
        """Tab on to a question with yes, no and not known, and say yes."""
        self.tab_to(f".{name}")
        for key in ("space", "Right", "Right"):
            self.press(key)
            if self.sees(lambda state: state["value"] == "yes", within=0.3):
                return
        message = f"{name} cannot be answered; last seen: {self.state()}"
        raise AssertionError(message)

    def tick(self, name: str) -> None:
        """Tab on to a tick box and tick it."""
        self.tab_to(f".{name}")
        before = self.state()["value"]
        self.press("space")
        self.wait(lambda state: state["value"] != before, f"{name} to be ticked")

    def push(self, *names: str, place_in_row: int | None = None, most: int = 60) -> None:
        """Tab on to a button and press it."""
        self.tab_to(*names, place_in_row=place_in_row, most=most)
        self.press("space")

    def open_part(self, name: str) -> None:
        """Open the part of a form that a field stands in; focus is on the part's first field."""
        self.tab_to(f"._sections.{name}", "._head")
        self.press("space", "Tab")
        self.wait(lambda state: "._head" not in state["focus"], f"the part with {name}")

    def pick(self, typed: str) -> None:
        """Choose in the focused picker the first one whose name begins as typed."""
        self.type(typed)
        self.wait(lambda state: state["popup"], f"somebody called {typed}")
        self.press("Return")
        self.wait(lambda state: not state["popup"], "the choice")

    def choose_file(self, file: Path) -> None:
        """Name a file in the dialog that opens."""
        self.wait(lambda state: state["modal"] == "QFileDialog", "the dialog")
        self.press("ctrl+a")
        self.type(str(file))
        # The first Return may only take what the dialog proposes below the name.
        self.press("Return")
        if not self.sees(lambda state: state["modal"] != "QFileDialog", within=1):
            self.press("Return")
        self.wait(lambda state: state["modal"] != "QFileDialog", "the dialog to close")

    def save(self, feature: str, keys: str = "ctrl+s") -> None:
        """Save what is open; the keyboard must stay in the page."""
        before = len(self.state()["touched"])
        self.press(keys)
        self.changed(feature, before)
        self.stays()

    def changed(self, feature: str, before: int) -> None:
        """Wait for an act that touched a feature, after the first `before` ones."""
        self.wait(
            lambda state: any(feature in one.split("+") for one in state["touched"][before:]),
            f"{feature} to be saved",
        )

    def stays(self) -> None:
        """Fail where the keyboard was lost, or left the page."""
        self.wait(lambda state: "PageStack" in state["focus"], "focus in the page")

    def open_tab(self, shown: str) -> None:
        """Go along the tabs of a card until one shows what is wanted; focus is in the bar."""
        self.tab_to("QTabBar")
        # A slow machine shows a tab late: what was passed by is found on the way back.
        for key, within in (*[("Right", 0.4)] * 10, *[("Left", 1.0)] * 10):
            if self.sees(lambda state: shown in state["shown"], within=within):
                return
            self._press_and_see(key, 1.0)
        message = f"no tab shows {shown}; last seen: {self.state()}"
        raise AssertionError(message)

    def find_person(self, typed: str) -> None:
        """Go to somebody's card with the search of the top bar."""
        self.press("ctrl+k")
        self.wait_for_focus(".search")
        self.press("ctrl+a")
        self.type(typed)
        self.wait(lambda state: state["found"], f"{typed} to be found")
        self.press("Return")
        self.wait(lambda state: state["here"][0] == "clients", "the card")
        self.wait_for_focus("QTabBar")
