"""The rules of the style sheet, with roles and lengths as `$names`; widgets name their `kind`."""

from __future__ import annotations

_TEXT = """
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[kind="window"] { background: $window; }
QWidget[kind="surface"] { background: $surface; }
QToolTip { background: $raised; color: $text; border: 1px solid $control_line; padding: $gap4; }
QLabel { background: transparent; }
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="small"] { color: $quiet; font-size: $small_size; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="heading"] { font-weight: 600; font-size: $heading_size; }
QLabel[kind="title"] { font-weight: 600; font-size: $title_size; }
QLabel[kind="display"] { font-weight: 600; font-size: $display_size; }
QLabel[kind="label"] { font-weight: 600; }
QLabel[kind="problem"] { color: $danger; }
QLabel[tone="done"] { color: $done; }
QLabel[tone="attention"] { color: $attention; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="primary"] { color: $primary; }
"""

_BUTTONS = """
QPushButton, QToolButton { border-radius: 6px; outline: none; }
QPushButton {
    min-height: $px30; padding: 0 $gap16; border: 1px solid $control_line; background: $surface;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $quiet; border-color: $line; background: $window; }
QPushButton[kind="primary"] {
    background: $primary; color: $on_primary; border-color: $primary; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:disabled { background: $line; color: $quiet; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_tint; }
QPushButton[kind="quiet"] {
    border-color: transparent; background: transparent; color: $primary; padding: 0 $gap8;
}
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:disabled { color: $quiet; }
QPushButton[kind="section"] {
    border-color: transparent; background: transparent; padding: 0 $gap8 0 $gap4;
    min-height: $px28; text-align: left; font-weight: 600; font-size: $heading_size;
}
QPushButton[kind="section"]:hover { background: $hover; }
QPushButton[kind="problem_line"] {
    border-color: transparent; background: transparent; color: $danger; padding: 0 $gap4;
    min-height: $px28; text-align: left;
}
QPushButton[kind="problem_line"]:hover { background: $hover; }
QPushButton[kind="chip"] {
    min-height: $px28; padding: 0 $gap12; border-radius: $chip_radius;
    border: 1px solid $control_line; background: transparent;
}
QPushButton[kind="chip"]:hover { background: $hover; }
QPushButton[kind="chip"]:checked {
    background: $primary; color: $on_primary; border-color: $primary; font-weight: 600;
}
QToolButton { border: 1px solid transparent; background: transparent; padding: $gap4; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $line; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator {
    image: url($down); width: $px12; height: $px12; right: $gap4;
    subcontrol-origin: padding; subcontrol-position: center right;
}
"""

_FIELDS = """
QLineEdit, QComboBox, QPlainTextEdit {
    background: $surface; border: 1px solid $control_line; border-radius: 6px;
    padding: 0 $gap8; selection-background-color: $primary; selection-color: $on_primary;
    placeholder-text-color: $quiet;
}
QLineEdit, QComboBox { min-height: $px30; }
QPlainTextEdit { padding: $gap4; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: $quiet; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: $primary; }
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {
    border: 2px solid $danger;
}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"], QComboBox:disabled, QLineEdit:disabled {
    background: $raised; border-color: $line; color: $text;
}
QLineEdit[kind="search"] { border-radius: $search_radius; padding: 0 $gap8; }
QComboBox::drop-down { border: none; width: $px28; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView[kind="popup"] {
    background: $surface; border: 1px solid $control_line; outline: none; padding: $gap4;
    selection-background-color: $selection; selection-color: $on_selection;
}
QListView[kind="popup"]::item, QComboBox QAbstractItemView::item {
    min-height: $px28; padding: 0 $gap8; border-radius: 4px;
}
QListView[kind="popup"]::item:selected, QComboBox QAbstractItemView::item:selected {
    background: $selection; color: $on_selection;
}
QCheckBox, QRadioButton {
    spacing: $gap8; min-height: $px28; padding-right: $gap4; background: transparent;
}
QCheckBox::indicator, QRadioButton::indicator {
    width: $px18; height: $px18; border: 1px solid $control_line; background: $surface;
}
QListView[kind="ticks"]::item { min-height: $px28; padding: 0 $gap4; }
QListView[kind="ticks"]::item:selected { background: $selection; color: $on_selection; }
QListView::indicator {
    width: $px18; height: $px18; border: 1px solid $control_line; background: $surface;
    border-radius: 4px;
}
QListView::indicator:checked { background: $primary; border-color: $primary; image: url($check); }
QListView::indicator:disabled { background: $raised; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: $radio_radius; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $primary; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary; image: url($check); }
QRadioButton::indicator:checked {
    background: $primary; border-color: $primary; image: url($dot);
}
"""

_BOXES = """
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="line"] { background: $line; border: none; }
QFrame[kind="popup"] {
    background: $surface; border: 1px solid $control_line; border-radius: 6px;
}
QFrame[kind="summary"] {
    background: $danger_tint; border: 1px solid $danger; border-radius: 6px;
}
QFrame[banner="hint"] {
    background: $primary_tint; border: 1px solid $primary; border-radius: 6px;
}
QFrame[banner="attention"] {
    background: $attention_tint; border: 1px solid $attention; border-radius: 6px;
}
QFrame[banner="danger"] {
    background: $danger_tint; border: 1px solid $danger; border-radius: 6px;
}
QFrame[kind="toast"] { background: $text; border: 1px solid $window; border-radius: 6px; }
QFrame[kind="toast"] QLabel { color: $window; }
QFrame[kind="toast"] QPushButton {
    background: transparent; color: $window; border: 1px solid $window; font-weight: 600;
}
QFrame[kind="toast"] QPushButton:hover { background: $quiet; }
QFrame[kind="toast"] QToolButton:hover { background: $quiet; }
QLabel[kind="chip"] {
    border-radius: 6px; padding: 1px $gap8; background: $hover; color: $text;
    border: 1px solid $line;
}
QLabel[kind="chip"][tone="primary"] { background: $primary_tint; color: $primary; }
QLabel[kind="chip"][tone="done"] { background: $done_tint; color: $done; }
QLabel[kind="chip"][tone="attention"] { background: $attention_tint; color: $attention; }
QLabel[kind="chip"][tone="danger"] { background: $danger_tint; color: $danger; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"] {
    background: transparent; border: none;
}
QScrollBar:vertical { background: transparent; width: $px12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: 0; }
QScrollBar::handle {
    background: $control_line; border-radius: 3px; margin: 3px; min-height: $px24; min-width: $px24;
}
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar {
    border: 1px solid $control_line; border-radius: 6px; background: $surface;
    min-height: $px10; max-height: $px10;
}
QProgressBar::chunk { background: $primary; border-radius: 5px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $hover; }
"""

_VIEWS = """
QTableView, QListView, QTreeView {
    background: $surface; border: 1px solid $line; border-radius: 6px; outline: none;
    selection-background-color: $selection; selection-color: $on_selection;
}
QTableView[kind="bare"], QListView[kind="bare"] { border: none; border-radius: 0; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section {
    background: $raised; color: $quiet; border: none; border-bottom: 1px solid $line;
    padding: $gap6 $gap10; font-weight: 600; font-size: $small_size;
}
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $raised; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    padding: $gap8 $gap12; border: none; border-bottom: 3px solid transparent; color: $quiet;
    min-height: $px20;
}
QTabBar::scroller { width: $px28; }
QTabBar::tear { width: 0; image: none; }
QTabBar QToolButton {
    background: $window; border: none; border-radius: 0; padding: 0; margin: 0 0 $gap4 0;
}
QTabBar QToolButton:hover { background: $hover; }
QTabBar QToolButton::left-arrow { image: url($left); width: $px16; height: $px16; }
QTabBar QToolButton::right-arrow { image: url($right); width: $px16; height: $px16; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $primary; border-bottom-color: $primary; font-weight: 600; }
QMenu {
    background: $surface; border: 1px solid $control_line; border-radius: 6px; padding: $gap4;
}
QMenu::item { padding: $gap6 $gap24 $gap6 $gap12; border-radius: 4px; min-height: $px20; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: $gap4; }
QCalendarWidget QAbstractItemView { border: none; border-radius: 0; outline: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { min-height: $px24; font-weight: 600; padding: $gap4 $gap8; }
QCalendarWidget QSpinBox { min-width: $px44; }
"""

_FRAME = """
QFrame[kind="rail"] { background: $window; border: none; border-right: 1px solid $line; }
QToolButton[kind="rail"] {
    border-radius: 6px; padding: $gap8 $gap10; color: $text; text-align: left;
    border: 1px solid transparent; min-height: $px24;
}
QToolButton[kind="tight_rail"] {
    border-radius: 6px; padding: $gap4 $gap10; color: $text; text-align: left;
    border: 1px solid transparent; min-height: $px20;
}
QToolButton[kind="rail"]:hover, QToolButton[kind="tight_rail"]:hover { background: $hover; }
QToolButton[kind="rail"]:checked, QToolButton[kind="tight_rail"]:checked {
    background: $primary_tint; color: $primary; font-weight: 600;
}
QFrame[kind="top_bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[kind="status_bar"] { background: $window; border: none; border-top: 1px solid $line; }
QFrame[kind="status_bar"] QLabel { font-size: $small_size; }
QFrame[kind="status_bar"] QLabel[tone=""] { color: $quiet; }
QLabel[kind="demo"] {
    background: $attention; color: $surface; border-radius: 6px; padding: 2px $gap10;
    font-weight: 600;
}
QLabel[kind="key"] {
    background: $raised; border: 1px solid $control_line; border-radius: 4px; padding: 1px $gap6;
    font-size: $small_size;
}
"""

RULES = _TEXT + _BUTTONS + _FIELDS + _BOXES + _VIEWS + _FRAME
"""Everything, in the order of the cascade."""
