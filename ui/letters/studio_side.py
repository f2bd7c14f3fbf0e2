"""What stands beside the editor of a template: page, hints, blocks, versions and readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from resources.text import _, say
from ui.letters.studio_blocks import BlocksView
from ui.letters.studio_feedback import FeedbackView
from ui.letters.studio_hints import HintsView
from ui.letters.studio_versions import VersionsView
from ui.style import spacing
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page_preview import PagePreview
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from app.errors import Unavailable
    from app.letters.studio.rows import StudioSheet, StudioText
    from ui.desk import Desk

_HINTS = 1


class StudioSide(QWidget):
    """Tabs; the page comes first."""

    said = Signal(str)
    changed_text = Signal()
    """The office keeps another version of the text than the one opened."""

    def __init__(self, desk: Desk, opened: StudioText, parent: QWidget | None = None) -> None:
        """Begin with what is opened."""
        super().__init__(parent)
        self.preview = PagePreview()
        self.page = StateStack(self.preview)
        self.hints, self.blocks = HintsView(), BlocksView()
        self.versions = VersionsView(desk, opened)
        self.feedback = FeedbackView(desk, opened)
        self.tabs = Tabs(_("Beside the text"))
        for tab, name in (
            (self.page, _("Page")),
            (self.hints, _("Hints")),
            (self.blocks, _("Building blocks")),
            (self.versions, _("Versions")),
            (self.feedback, _("Readers")),
        ):
            self.tabs.addTab(tab, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.tabs)
        for part in (self.versions, self.feedback):
            part.said.connect(self.said)
            part.changed_text.connect(self.changed_text)

    def show_sheet(self, sheet: StudioSheet) -> None:
        """Show the page and the hints of what is typed."""
        if sheet.pdf is None:
            sentence = _("The page is shown here as soon as nothing is wrong with the text.")
            self.page.show_empty(EmptyState(sentence, icon="letters"))
        else:
            self.preview.show_pdf(sheet.pdf)
            self.page.show_content()
        self.hints.show_hints(sheet.text, sheet.findings, sheet.report)
        count = len(sheet.findings)
        hints = _("Hints")
        self.tabs.setTabText(_HINTS, f"{hints} ({count})" if count else hints)

    def show_text(self, opened: StudioText) -> None:
        """Show versions and feedback as the office knows them now."""
        self.versions.show_text(opened)
        self.feedback.show_text(opened)

    def show_trouble(self, trouble: Refused | Unavailable) -> None:
        """Say why there is no page."""
        if isinstance(trouble, Refused):
            sentence = " ".join(say(problem) for problem in trouble.problems)
        else:
            sentence = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        self.page.show_empty(EmptyState(sentence, icon="warning"))
