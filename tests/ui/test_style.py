"""The look: contrast of every theme, a type scale, spacing, no colour without a role."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from ui import style
from ui.fonts import base_font, load_companion_fonts, load_first_fonts, with_even_digits
from ui.palette import THEMES, Role, qt_palette
from ui.style_rules import RULES
from ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

GROUNDS = (Role.WINDOW, Role.SURFACE, Role.RAISED, Role.HOVER)
WORDS = (Role.TEXT, Role.QUIET, Role.PRIMARY, Role.ATTENTION, Role.DANGER, Role.DONE)
TEXT_PAIRS = (
    *product(WORDS, GROUNDS),
    (Role.ON_PRIMARY, Role.PRIMARY),
    (Role.ON_PRIMARY, Role.PRIMARY_HOVER),
    (Role.ON_SELECTION, Role.SELECTION),
    (Role.TEXT, Role.PRIMARY_TINT),
    (Role.PRIMARY, Role.PRIMARY_TINT),
    (Role.TEXT, Role.ATTENTION_TINT),
    (Role.ATTENTION, Role.ATTENTION_TINT),
    (Role.TEXT, Role.DANGER_TINT),
    (Role.DANGER, Role.DANGER_TINT),
    (Role.TEXT, Role.DONE_TINT),
    (Role.DONE, Role.DONE_TINT),
    (Role.SURFACE, Role.ATTENTION),
    (Role.WINDOW, Role.TEXT),
)
"""Everything that is written on something, among them badge and toast."""
CONTROLS = (Role.CONTROL_LINE, Role.PRIMARY, Role.FOCUS, Role.DANGER, Role.ATTENTION)
CONTROL_PAIRS = tuple(product(CONTROLS, (Role.WINDOW, Role.SURFACE, Role.RAISED)))


@pytest.fixture(autouse=True)
def _usual_look(qapp: QApplication) -> Iterator[None]:
    yield
    style.apply(qapp, "light")


def luminance(colour: str) -> float:
    """Answer the relative luminance of a colour (WCAG 2.2)."""
    named = QColor(colour)
    parts = (named.redF(), named.greenF(), named.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: str, other: str) -> float:
    """Answer the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guideline_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_has_a_contrast_of_four_and_a_half(theme: str) -> None:
    colours = THEMES[theme]
    weak = {
        (word, ground): round(contrast(colours[word], colours[ground]), 2)
        for word, ground in TEXT_PAIRS
        if contrast(colours[word], colours[ground]) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_all_controls_have_a_contrast_of_three(theme: str) -> None:
    colours = THEMES[theme]
    weak = {
        (line, ground): round(contrast(colours[line], colours[ground]), 2)
        for line, ground in CONTROL_PAIRS
        if contrast(colours[line], colours[ground]) < 3
    }
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_every_role(theme: str) -> None:
    assert set(THEMES[theme]) == set(Role)
    assert qt_palette(THEMES[theme]).color(QPalette.ColorRole.Window).isValid()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_leaves_no_name_open(theme: str, scale: float) -> None:
    assert "$" not in style_sheet(THEMES[theme], scale)


def test_no_colour_is_named_in_the_rules() -> None:
    assert "#" not in RULES.replace("QWidget#qt_calendar_navigationbar", "")


def test_a_theme_is_applied_at_once(qapp: QApplication) -> None:
    style.apply(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(THEMES["dark"][Role.WINDOW])
    assert style.colour(Role.TEXT) == QColor(THEMES["dark"][Role.TEXT])


def test_the_system_theme_is_light_or_dark(qapp: QApplication) -> None:
    style.apply(qapp, "system")
    assert style.look().colours in (THEMES["light"], THEMES["dark"])


def test_an_unknown_theme_is_light(qapp: QApplication) -> None:
    style.apply(qapp, "pink")
    assert style.look().colours is THEMES["light"]


@pytest.mark.parametrize(("asked", "given"), [(100, 1.0), (200, 2.0), (10, 1.0), (999, 2.0)])
def test_text_is_scaled_between_one_and_two(qapp: QApplication, asked: int, given: float) -> None:
    style.apply(qapp, "light", asked)
    assert style.look().scale == given
    assert qapp.font().pointSizeF() == pytest.approx(10.5 * given)
    assert style.font_size(1.4) == pytest.approx(10.5 * 1.4 * given)


def test_heights_grow_with_the_font_and_gaps_half_as_fast(qapp: QApplication) -> None:
    style.apply(qapp, "light", 200)
    assert style.length(32) == 64
    assert style.spacing(16) == 24
    assert style.margins(16) == (24, 24, 24, 24)


@pytest.mark.parametrize(("density", "height"), [("compact", 28), ("normal", 36), ("roomy", 44)])
def test_rows_are_as_high_as_the_density_says(
    qapp: QApplication, density: str, height: int
) -> None:
    style.apply(qapp, "light", 100, density)
    assert style.row_height() == height
    assert style.row_height(2) == height + 12


def test_numbers_in_tables_have_one_width(qapp: QApplication) -> None:
    load_first_fonts()
    font = with_even_digits(base_font(1.0))
    assert font.featureTags()
    assert font.families()[0] == "Noto Sans"


def test_the_companion_fonts_are_found(qapp: QApplication) -> None:
    load_companion_fonts()
    load_companion_fonts()
