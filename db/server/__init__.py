"""The database's side of a shared office: roles, policies, audit and logins on PostgreSQL."""

from db.server.audit import ChainState, check_chain
from db.server.checking import Finding, check
from db.server.install import install
from db.server.logins import add_login, end_login, set_password, set_role

__all__ = [
    "ChainState",
    "Finding",
    "add_login",
    "check",
    "check_chain",
    "end_login",
    "install",
    "set_password",
    "set_role",
]
