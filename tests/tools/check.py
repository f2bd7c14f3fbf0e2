"""`make check`: lint, types, import contracts, catalogues; says each trouble."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tools.catalogues import TRANSLATED, as_mo, collect, faults, po_file, read

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
COMMANDS = {
    "lint": ("ruff", "check", "--quiet", "."),
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "types": ("mypy", "--no-error-summary"),
    "contracts": ("lint-imports", "--no-logo"),
}
"""What is checked by a command, each silent or short when all is well."""


def run(name: str) -> tuple[int, str]:
    """Run one command of `COMMANDS`; answer its exit code and everything it said."""
    command, *arguments = COMMANDS[name]
    done = subprocess.run(
        [BIN / command, *arguments], cwd=ROOT, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def catalogue_troubles() -> list[str]:
    """Answer one line for each sentence that is not well translated or not compiled."""
    template = collect()
    troubles = []
    for language in TRANSLATED:
        catalogue = read(language)
        troubles += [str(fault) for fault in faults(language, template, catalogue)]
        compiled = po_file(language).with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != as_mo(catalogue):
            troubles.append(f"{language}: the .mo is not the .po's; run `make translate`")
    return troubles


def main() -> int:
    """Run every check; answer the number of those that failed."""
    failed = 0
    for name in COMMANDS:
        code, said = run(name)
        print(f"{name}: {'failed' if code else 'well'}")
        if code:
            print(said)
            failed += 1
    troubles = catalogue_troubles()
    print("catalogues: failed" if troubles else "catalogues: well", *troubles, sep="\n")
    return failed + bool(troubles)


if __name__ == "__main__":
    sys.exit(main())
