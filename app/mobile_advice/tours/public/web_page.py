"""The public timetable as one HTML page: no script, nothing from elsewhere, readable by all."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from app.exchange.writing.harmless import storable
from forms.dates import long_day, plain_day
from forms.letters.setting import RIGHT_TO_LEFT
from forms.mobile_advice.timetable_setting import intro_of, public_times, remark, title_of, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.mobile_advice.timetable_facts import PublicHalt, PublicStop, PublicTimetable

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 48rem; padding: 1rem;
  color: #22272b; background: #ffffff; }
h1, h2 { line-height: 1.2; }
h1 { color: #0b5c63; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem;
  border-bottom: 1px solid #767b80; font-weight: 400; }
thead th { font-weight: 600; }
a:focus { outline: 3px solid #0b5c63; outline-offset: 2px; }
.off { text-decoration: line-through; }
@media (prefers-color-scheme: dark) {
  body { color: #eceeef; background: #1c2022; }
  h1 { color: #6cc3c9; }
}
@media print { body { max-width: none; } }
"""


def web_page(facts: PublicTimetable) -> bytes:
    """Answer the page in UTF-8; the first language is the document's."""
    first = facts.languages[0]
    title = title_of(facts, first)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(first)}" dir="{_direction(first)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        *_navigation(facts),
        "<main>",
        *(line for language in facts.languages for line in _section(facts, language)),
        "</main>",
        f"<footer><p>{_text(facts.office)}</p></footer>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _navigation(facts: PublicTimetable) -> Iterator[str]:
    """Answer links to each language, where there are several."""
    if len(facts.languages) < 2:  # noqa: PLR2004 - one language needs no way to another
        return
    yield "<nav>"
    yield "<ul>"
    for language in facts.languages:
        words = _text(facts.words[language]["title"])
        yield f'<li><a href="#{escape(language)}" {_marks(language)}>{words}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _section(facts: PublicTimetable, language: str) -> Iterator[str]:
    words = dict(facts.words[language])
    yield f'<section id="{escape(language)}" {_marks(language)}>'
    yield f"<h1>{_text(title_of(facts, language))}</h1>"
    for line in intro_of(facts, language):
        yield f"<p>{_text(line)}</p>"
    for stop in facts.stops:
        yield from _stop(stop, words, language)
    if not facts.stops:
        yield f"<p>{_text(words['nothing'])}</p>"
    made = words["as_of"].format(day=plain_day(facts.made_on, language))
    yield f"<p>{_text(made)}</p>"
    yield "</section>"


def _stop(stop: PublicStop, words: dict[str, str], language: str) -> Iterator[str]:
    yield f"<h2>{_text(stop.name)}</h2>"
    for line in told_of(stop, words, language):
        yield f"<p>{_text(line)}</p>"
    yield "<table>"
    yield f"<caption>{_text(stop.name)}</caption>"
    heads = "".join(f'<th scope="col">{_text(words[one])}</th>' for one in ("day", "time"))
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for halt in stop.halts:
        yield _row(halt, words, language)
    yield "</tbody>"
    yield "</table>"


def _row(halt: PublicHalt, words: dict[str, str], language: str) -> str:
    day = _text(long_day(halt.start.date(), language))
    times, said = _text(public_times(halt, language)), _text(remark(halt, words, language))
    if halt.is_cancelled:
        cell = f'<span class="off">{times}</span> {said}'
    else:
        cell = f"{times} {said}".strip()
    return f'<tr><th scope="row">{day}</th><td>{cell}</td></tr>'


def _marks(language: str) -> str:
    return f'lang="{escape(language)}" dir="{_direction(language)}"'


def _direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _text(words: str) -> str:
    """Answer words that no browser reads as anything else."""
    return escape(storable(words))
