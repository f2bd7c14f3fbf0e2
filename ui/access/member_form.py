"""The form of one colleague: name, role, and whether they still work here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access.actions import add_member, save_member
from app.access.rules import ROLE_LABELS, MemberDetails, Role
from app.access.rules.login import LONGEST_LOGIN, proposed_login
from app.server.logins import give_login, reset_password, welcome_member
from resources.text import _, say
from ui.access.login_view import LoginView
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import heading

if TYPE_CHECKING:
    from app.access.queries import MemberRow
    from app.errors import Refused, Unavailable
    from app.server.logins import GivenLogin
    from ui.desk import Desk, Pending


class MemberForm(QStackedWidget):
    """Empty until somebody is chosen or added."""

    saved = Signal(str)
    """The colleague's name."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._desk = desk
        self._id: UUID = uuid4()
        self._version = 0
        self.is_shared = False
        """Whether colleagues come with a login of a server."""
        self._known_login = ""
        self._head = heading("")
        self.form = Form()
        self.name, self.is_active = TextField(), CheckField(_("Works here"))
        self.login = TextField(LONGEST_LOGIN)
        self.password_button = plain_button(_("Set a new password"), "key")
        self.given = LoginView()
        self.role: ChoiceField[str] = ChoiceField(
            [(role.value, _(ROLE_LABELS[role])) for role in Role]
        )
        self._trouble = Banner("danger", "")
        self._trouble.hide()
        self.save_button = primary_button(_("Save colleague"))
        self.cancel_button = plain_button(_("Cancel"))
        self._nobody = EmptyState(_("Choose a colleague to change the role."), icon="person")
        self.addWidget(self._nobody)
        self._content = self._build()
        self.addWidget(self._content)
        self.addWidget(self.given)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.password_button.clicked.connect(self.set_password)
        self.given.closed.connect(self._on_told)
        self.name.changed.connect(self._on_name)
        self.show_logins(is_shared=False)

    def _build(self) -> QWidget:
        names = _("As it stands in Nahbar’s settings on the colleague’s computer.")
        self.form.add("name", _("Name"), self.name, hint=names)
        self.form.add("role", _("Role"), self.role)
        left = _("Who has left keeps the name on what was done, and may do nothing any more.")
        login = _("With it and a password the colleague joins this office; it cannot change later.")
        self.form.add("login", _("Login"), self.login, hint=login)
        self.form.add("is_active", _("Works here"), self.is_active, hint=left)
        card = Card()
        card.add(self._head)
        card.add(self._trouble)
        card.add(self.form)
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        row.addWidget(self.password_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        card.add(row)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        return content

    @property
    def is_open(self) -> bool:
        """Whether somebody is being added or changed."""
        return self.currentWidget() in {self._content, self.given}

    def show_logins(self, *, is_shared: bool) -> None:
        """Ask for logins, or not, where nobody needs one."""
        self.is_shared = is_shared
        self.form.field("login").setVisible(is_shared)
        self.password_button.setVisible(is_shared and bool(self._known_login))

    def set_password(self) -> None:
        """Give the colleague a new password, and show it."""
        self._told(self._desk.act(reset_password, self._id))

    def begin_new(self, name: str, *, is_first: bool) -> None:
        """Show an empty form; the first colleague is an administrator."""
        role = Role.ADMINISTRATOR if is_first else Role.COORDINATOR
        self._begin(_("New colleague"), uuid4(), 0, MemberDetails(name, role), "")

    def begin_change(self, row: MemberRow) -> None:
        """Show a colleague's form."""
        details = MemberDetails(row.name, row.role, row.is_active)
        self._begin(
            _("Change {name}").format(name=row.name), row.id, row.version, details, row.login
        )

    def save(self) -> None:
        """Save; problems are shown beside the fields."""
        if not self.save_button.isEnabled() or not self.form.check():
            return
        self.save_button.setEnabled(False)
        details = MemberDetails(self.name.value(), self.role.value(), self.is_active.value())
        if self.is_shared and not self._version:
            self._told(
                self._desk.act(welcome_member, self._id, details, self.login.value().strip())
            )
            return
        if self._version:
            pending = self._desk.act(save_member, self._id, self._version, details)
        else:
            pending = self._desk.act(add_member, self._id, details)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _begin(
        self, head: str, key: UUID, version: int, details: MemberDetails, login: str
    ) -> None:
        self._id, self._version, self._known_login = key, version, login
        self.login.set_value(login)
        self.login.setReadOnly(bool(login))
        self.show_logins(is_shared=self.is_shared)
        self._head.setText(head)
        self._trouble.hide()
        self.form.clear_problems()
        self.name.set_value(details.name)
        self.role.set_value(Role(details.role).value)
        self.is_active.set_value(details.is_active)
        self.form.field("is_active").setVisible(bool(version))
        self.save_button.setEnabled(True)
        self.setCurrentWidget(self._content)

    def _told(self, pending: Pending[GivenLogin]) -> None:
        pending.then(self._on_given).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_given(self, given: GivenLogin) -> None:
        self.given.show_login(given)
        self.setCurrentWidget(self.given)

    def _on_told(self) -> None:
        self.setCurrentWidget(self._nobody)
        self.saved.emit(self.name.value().strip())

    def _on_name(self) -> None:
        if self.is_shared and not self._version and not self.login.isModified():
            self.login.set_value(proposed_login(self.name.value()))

    def _on_saved(self, _id: UUID) -> None:
        typed = self.login.value().strip()
        if self.is_shared and typed and not self._known_login:
            self._told(self._desk.act(give_login, self._id, typed))
            return
        self.setCurrentWidget(self._nobody)
        self.saved.emit(self.name.value().strip())

    def _on_refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.save_button.setEnabled(True)
        self._trouble.set_text(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
        self._trouble.show()

    def _on_cancel(self) -> None:
        self.setCurrentWidget(self._nobody)
        self.left.emit()
