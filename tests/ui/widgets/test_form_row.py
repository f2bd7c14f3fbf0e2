"""Fields that stand side by side in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.fields import TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_inputs_stand_on_one_line_however_long_their_labels_are(qtbot: QtBot) -> None:
    form, first, second = Form(), TextField(), TextField()
    qtbot.addWidget(form)
    form.begin_row()
    form.add("day", "Day", first, hint="Until the day before, everything stays.")
    form.add("months", "A proof holds for so many months, 0 stands for good", second)
    form.end_row()
    form.resize(360, 240)
    form.show()

    def tops() -> list[int]:
        return [field.mapTo(form, field.rect().topLeft()).y() for field in (first, second)]

    qtbot.waitUntil(lambda: tops()[0] == tops()[1])
    narrow = tops()[0]
    form.resize(1200, 240)
    qtbot.waitUntil(lambda: tops()[0] == tops()[1] < narrow)
