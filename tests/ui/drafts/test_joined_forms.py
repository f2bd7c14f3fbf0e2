"""Two forms of one screen are compared as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.drafts.joined_forms import JoinedForms
from ui.widgets.fields import TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_text_goes_into_its_own_form(qtbot: QtBot) -> None:
    one, two = Form(), Form()
    for form in (one, two):
        qtbot.addWidget(form)
    one.add("text", "Text", TextField())
    two.add("place", "Place", TextField())
    both = JoinedForms(one, two)
    both.restore({"text": "A", "place": "B"})
    assert both.texts() == {"text": "A", "place": "B"}
    assert (both.field("place").label, two.texts()) == ("Place", {"place": "B"})
