"""Requirements of the configuration in the window: compared first, then taken over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.configuration.queries import configuration_file
from tests.factories.configured import WHOLE_POOL
from ui.configuration.configuration_page import ConfigurationPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_a_file_is_compared_and_taken_over(
    qtbot: QtBot, office: Office, desk: Desk, tmp_path: Path
) -> None:
    page = ConfigurationPage(desk)
    qtbot.addWidget(page)
    file = tmp_path / "other.json"
    codes = {"topics/heat": {"de": "", "da": "", "en": "Heat", "offered": True, "place": 0}}
    found = json.loads(office.ask(configuration_file)) | {"codes": codes}
    file.write_text(json.dumps(found))

    page.compare(file)
    qtbot.waitUntil(page.take_button.isEnabled)
    model = page.table.model()
    assert [model.index(0, at).data() for at in range(4)] == ["Heat", "–", "Heat", "is added"]
    page.take_button.click()
    qtbot.waitUntil(lambda: page.state.currentIndex() > 2)

    page.save(tmp_path / "mine.json")
    qtbot.waitUntil((tmp_path / "mine.json").exists)
    assert json.loads((tmp_path / "mine.json").read_text())["codes"] == codes


def test_another_file_is_refused_in_a_sentence(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = ConfigurationPage(desk)
    qtbot.addWidget(page)
    (tmp_path / "x.json").write_text("no")

    before = page.state.currentWidget()
    page.compare(tmp_path / "x.json")
    qtbot.waitUntil(lambda: page.state.currentWidget() is not before)
    page.compare(tmp_path / "missing.json")

    qtbot.waitUntil(lambda: page.state.currentIndex() == 2)


def test_the_words_of_a_row_never_cover_the_list(qtbot: QtBot, desk: Desk) -> None:
    page = ConfigurationPage(desk)
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    page.show_content(_long_pool())
    qtbot.waitUntil(page.take_button.isEnabled)
    page.table.choose_first()
    page.resize(500, page.minimumSizeHint().height())
    qtbot.waitUntil(lambda: page.whole.height() >= page.whole.heightForWidth(page.whole.width()))
    assert page.foot.geometry().top() > page.state.geometry().bottom()


def _long_pool() -> bytes:
    pool = WHOLE_POOL | {"funding_rule": "Schools and offices. " * 25}
    found = {"format": "nahbar-configuration", "version": 1, "pools": {"Pool": pool}}
    return json.dumps(found).encode()
