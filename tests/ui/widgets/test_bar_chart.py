"""Requirements of charts: every line is told in words, and a withheld one is no length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.bar_chart import Bar, BarChart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_chart_is_told_in_words_and_painted_with_room_for_every_bar(qtbot: QtBot) -> None:
    chart = BarChart("Topics")
    qtbot.addWidget(chart)
    before = chart.sizeHint().height()
    bars = [
        Bar("Housing", "40", 1.0, other_share=0.5, other_figure="earlier 20"),
        Bar("Care", ".", 0.0, is_told=False),
        Bar("Debt", "4", 0.1),
    ]
    chart.show_bars("Contacts by topic", bars)
    assert chart.accessibleName() == "Contacts by topic"
    assert chart.accessibleDescription() == "Housing 40 earlier 20; Care .; Debt 4"
    assert chart.sizeHint().height() > before
    chart.resize(400, chart.sizeHint().height())
    picture = chart.grab().toImage()
    middle = picture.height() // 6
    colours = {picture.pixel(x, middle) for x in range(0, picture.width(), 5)}
    assert len(colours) > 1
