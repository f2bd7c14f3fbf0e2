"""Everything that can be done with the files of an office: make, open, key, back up, restore."""

from __future__ import annotations

from app.admin.creating import create_office, rotate_key
from app.admin.local_office import LocalOffice
from app.admin.opening import open_office
from app.admin.rules import (
    BackupFacts,
    BackupReason,
    CheckReport,
    CreatedOffice,
    Damaged,
    NewOffice,
    WaysIn,
)
from app.admin.saving import (
    back_up,
    back_up_if_due,
    backups,
    check_office,
    newest_backup,
    restore,
    verify_backup,
)
from app.admin.ways_in import (
    change_passphrase,
    check_recovery_key,
    forget_in_keyring,
    key_from_file,
    key_from_keyring,
    key_from_passphrase,
    key_from_recovery,
    new_recovery_key,
    remember_in_keyring,
    ways_in,
)

__all__ = [
    "BackupFacts",
    "BackupReason",
    "CheckReport",
    "CreatedOffice",
    "Damaged",
    "LocalOffice",
    "NewOffice",
    "WaysIn",
    "back_up",
    "back_up_if_due",
    "backups",
    "change_passphrase",
    "check_office",
    "check_recovery_key",
    "create_office",
    "forget_in_keyring",
    "key_from_file",
    "key_from_keyring",
    "key_from_passphrase",
    "key_from_recovery",
    "new_recovery_key",
    "newest_backup",
    "open_office",
    "remember_in_keyring",
    "restore",
    "rotate_key",
    "verify_backup",
    "ways_in",
]
