"""`make translate`: collects the sentences, updates the .po files, compiles the .mo files."""

from __future__ import annotations

from tests.tools.catalogues import TRANSLATED, as_mo, as_po, collect, faults, po_file, read


def translate() -> None:
    """Bring every catalogue up to date and say how many sentences are left to translate."""
    template = collect()
    for language in TRANSLATED:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
        file = po_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_po(catalogue))
        catalogue = read(language)
        file.with_suffix(".mo").write_bytes(as_mo(catalogue))
        left = len(list(faults(language, template, catalogue)))
        print(f"{language}: {len(template)} sentences, {left} to translate or repair")


if __name__ == "__main__":
    translate()
