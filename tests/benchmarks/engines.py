"""Other engines that draw the same letter; each is imported where it is used: none need be there.

An engine draws letters of given numbers into one PDF, in the process where it is asked.
"""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from forms.letters.composed import render
from resources import path
from tests.benchmarks import same_letter as text
from tests.benchmarks.office_suite import LibreOffice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FONTS = ("NotoSans-Regular", "NotoSans-SemiBold")
_MM = 72 / 25.4
_A4 = (210 * _MM, 297 * _MM)


class Engine(Protocol):
    """Something that makes PDF."""

    title: str

    def why_not(self) -> str:
        """Answer why it cannot be measured here, "" when it can."""

    def draw(self, numbers: Sequence[int]) -> bytes:
        """Draw letters into one document."""


class Nahbar:
    """This program: tagged PDF/UA-1 and PDF/A-2a."""

    title = "Nahbar"

    def why_not(self) -> str:
        """It is there."""
        return ""

    def draw(self, numbers: Sequence[int]) -> bytes:
        """Draw letters, each a document; answer the last."""
        return [render(text.letter(number)) for number in numbers][-1]


class Bare:
    """reportlab alone: no tags, no shaping, no archive."""

    title = "bare reportlab, untagged"

    def why_not(self) -> str:
        """The program itself needs it."""
        return ""

    def draw(self, numbers: Sequence[int]) -> bytes:
        """Draw letters into one document."""
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - measured on its own

        _register_fonts()
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=_A4, invariant=True)
        for number in numbers:
            for line in _lines(number):
                _print(canvas, *line)
            for at in (33.5, 276.0):
                canvas.line(25 * _MM, _A4[1] - at * _MM, 190 * _MM, _A4[1] - at * _MM)
            canvas.showPage()
        canvas.save()
        return stream.getvalue()


def _print(canvas: Any, x: float, y: float, words: str, size: float, bold: bool) -> None:  # noqa: ANN401, FBT001 - no types
    canvas.setFont(_FONTS[bold], size)
    canvas.drawString(x * _MM, _A4[1] - y * _MM, words)


def _lines(number: int) -> Iterator[tuple[float, float, str, float, bool]]:
    """Answer the lines of a letter as this program breaks them: place, words, size, weight."""
    from reportlab.lib.utils import simpleSplit  # noqa: PLC0415 - as above

    yield 25, 22, text.OFFICE, 15, True
    yield 25, 28.5, text.DEPARTMENT, 10, False
    yield 25, 48.6, text.RETURN_LINE, 8, False
    for at, line in enumerate(text.recipient(number)):
        yield 25, 66.3 + at * 4.5, line, 11, False
    for at, (label, value) in enumerate(text.INFORMATION):
        yield 125, 53 + at * 9.6, label, 8, False
        yield 125, 57.2 + at * 9.6, value, 9.5, False
    yield 25, 280.5, text.FOOT, 8, False
    yield 25, 103, text.TITLE, 14, True
    y = 113.0
    for words in text.before(number):
        yield 25, y, words, 12, False
        y += 9.3
    for label, value in text.FACTS:
        yield 25, y, label, 12, False
        yield 78, y, value, 12, True
        y += 5.7
    for words in text.AFTER:
        y += 3.6
        for line in simpleSplit(words, _FONTS[0], 12, 165 * _MM):
            yield 25, y, line, 12, False
            y += 5.7


@cache
def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - as above
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - as above

    for name in _FONTS:
        pdfmetrics.registerFont(TTFont(name, str(path("fonts", f"{name}.ttf"))))


class Typst:
    """Typst, with the tags of PDF/UA-1."""

    title = "Typst, PDF/UA-1"

    def why_not(self) -> str:
        """Answer whether its package is missing."""
        return "" if find_spec("typst") else "the package typst is not installed"

    def draw(self, numbers: Sequence[int]) -> bytes:
        """Draw letters into one document."""
        pages = "\n#pagebreak()\n".join(_typst_page(number) for number in numbers)
        source = f"{_TYPST_HEAD}\n{pages}".encode()
        return bytes(_typst().compile(source, format="pdf", pdf_standards="ua-1"))


@cache
def _typst() -> Any:  # noqa: ANN401 - not there for everybody
    import typst  # noqa: PLC0415 - not there for everybody

    return typst.Compiler(font_paths=[str(path("fonts"))], ignore_system_fonts=True)


_TYPST_HEAD = f"""
#set document(title: "{text.TITLE}", author: "{text.OFFICE}")
#set text(font: "Noto Sans", lang: "de", size: 12pt)
#set par(spacing: 3.6mm, leading: 0.6em)
#set table(stroke: none, inset: (x: 0pt, y: 2pt))
#show heading: set text(size: 14pt, weight: 600)
#set page("a4", margin: (left: 25mm, right: 20mm, top: 15mm, bottom: 20mm),
  footer: text(size: 8pt)[{text.FOOT.replace("@", chr(92) + "@")}])
"""


def _typst_page(number: int) -> str:
    facts = ", ".join(f"[{label}], [*{value}*]" for label, value in text.FACTS)
    places = "\\ ".join(text.recipient(number))
    information = "\\ ".join(f"#text(8pt)[{a}]\\ {b}" for a, b in text.INFORMATION)
    paragraphs = "\n\n".join
    return f"""
#text(15pt, weight: 600)[{text.OFFICE}]

#text(10pt)[{text.DEPARTMENT}]
#line(length: 100%)
#place(top + left, dy: 32mm)[#text(8pt)[{text.RETURN_LINE}]]
#place(top + left, dy: 48mm)[#text(11pt)[{places}]]
#place(top + left, dx: 100mm, dy: 35mm)[#text(9.5pt)[{information}]]
#v(63mm)
= {text.TITLE}

{paragraphs(text.before(number))}

#table(columns: (53mm, auto), {facts})

{paragraphs(text.AFTER)}
"""


class WeasyPrint:
    """WeasyPrint, with the tags of PDF/UA-1."""

    title = "WeasyPrint, PDF/UA-1"

    def why_not(self) -> str:
        """Answer whether it or the libraries that it calls are missing."""
        try:
            import weasyprint  # noqa: F401, PLC0415 - not there for everybody
        except (ImportError, OSError) as error:
            return str(error).splitlines()[0]
        return ""

    def draw(self, numbers: Sequence[int]) -> bytes:
        """Draw letters into one document."""
        import weasyprint  # noqa: PLC0415 - as above

        pages = "".join(_page_of_html(number) for number in numbers)
        whole = f'<html lang="de"><head>{_HTML_HEAD}</head><body>{pages}</body></html>'
        return bytes(weasyprint.HTML(string=whole).write_pdf(pdf_variant="pdf/ua-1"))


def _face(name: str, weight: int) -> str:
    file = path("fonts", f"{name}.ttf").as_uri()
    return f"@font-face {{font-family: N; font-weight: {weight}; src: url('{file}')}}"


_HTML_HEAD = f"""<title>{text.TITLE}</title><meta name="author" content="{text.OFFICE}"><style>
{_face(_FONTS[0], 400)} {_face(_FONTS[1], 600)}
@page {{size: A4; margin: 15mm 20mm 20mm 25mm; @bottom-left {{content: "{
    text.FOOT
}"; font: 8pt N}}}}
body {{font: 12pt N; margin: 0}} article {{break-after: page; position: relative}}
h1 {{font-size: 14pt; margin: 62mm 0 3mm}} th {{text-align: left; font-weight: 400; width: 53mm}}
b, td {{font-weight: 600}} p {{margin: 0 0 3.6mm}} header {{border-bottom: 1pt solid}}
.r {{position: absolute; top: 32mm; font-size: 8pt}}
.a {{position: absolute; top: 48mm; font-size: 11pt}}
.i {{position: absolute; top: 35mm; left: 100mm; font-size: 9.5pt}}
</style>"""


def _page_of_html(number: int) -> str:
    said = [f"<p>{escape(words)}</p>" for words in text.before(number)]
    rows = "".join(f"<tr><th scope=row>{a}</th><td>{b}</td></tr>" for a, b in text.FACTS)
    after = "".join(f"<p>{escape(words)}</p>" for words in text.AFTER)
    information = "<br>".join(f"{a}<br>{b}" for a, b in text.INFORMATION)
    return (
        f"<article><header><b>{text.OFFICE}</b><br>{text.DEPARTMENT}</header>"
        f"<p class=r>{text.RETURN_LINE}</p><p class=a>{'<br>'.join(text.recipient(number))}</p>"
        f"<p class=i>{information}</p><h1>{text.TITLE}</h1>{''.join(said)}"
        f"<table>{rows}</table>{after}</article>"
    )


ENGINES: dict[str, Engine] = {
    "nahbar": Nahbar(),
    "reportlab": Bare(),
    "typst": Typst(),
    "weasyprint": WeasyPrint(),
    "libreoffice": LibreOffice(),
}


def draw(engine: str, numbers: Sequence[int]) -> int:
    """Draw letters in this process; answer how many bytes they are."""
    return len(ENGINES[engine].draw(numbers))
