"""Makes the facts of papers: plain values, as they come from the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from forms.consent.consent_form import ConsentPaper
from forms.consent.data_sheet import DataSheet, SheetNote
from forms.letterhead import Sender
from forms.letters.appointment import AppointmentLetter
from forms.lists.list_paper import ListPaper
from forms.privacy.answer_paper import AnswerItem, AnswerPaper, AnswerPart
from forms.visiting.visit_sheet import VisitSheet

SENDER = Sender(
    name="Landeshauptstadt Düsseldorf",
    department="Amt für Soziales · Besuchsdienst",
    street="Willi-Becker-Allee 7",
    postal_code="40227",
    city="Düsseldorf",
    phone="0211 899-8999",
    email="besuchsdienst@example.org",
    contact="Petra Schneider",
)


def appointment(given: str = "Erna", family: str = "Krüger", **facts: Any) -> AppointmentLetter:  # noqa: ANN401 - any fact
    """Answer the facts of a German letter to Erna Krüger, or as `facts` say."""
    usual = AppointmentLetter(
        language="de",
        country="DE",
        sender=SENDER,
        recipient=(f"{given} {family}", "Ricarda-Huch-Straße 12", "40595 Düsseldorf"),
        salutation="ms",
        given_name=given,
        family_name=family,
        written_on=date(2026, 11, 23),
        visitor="Karin Vogt",
        start=datetime(2026, 11, 24, 14, 30),  # noqa: DTZ001 - local wall-clock time
        end=datetime(2026, 11, 24, 15, 30),  # noqa: DTZ001 - local wall-clock time
        place="home",
    )
    return replace(usual, **facts)


def visit_sheet(**facts: Any) -> VisitSheet:  # noqa: ANN401 - any fact
    """Answer the facts of a German sheet for a visit to Erna Krüger, or as `facts` say."""
    usual = VisitSheet(
        language="de",
        sender=SENDER,
        visitor="Karin Vogt",
        start=datetime(2026, 11, 24, 14, 30),  # noqa: DTZ001 - local wall-clock time
        end=datetime(2026, 11, 24, 15, 30),  # noqa: DTZ001 - local wall-clock time
        name="Erna Krüger",
        address=("Ricarda-Huch-Straße 12", "40595 Düsseldorf"),
        phones=("0211 1234567",),
        place="home",
        place_note="Second bell from below",
        hint="Always call the niece first",
        spoken=("de", "kmr"),
    )
    return replace(usual, **facts)


def list_paper(count: int = 3, **facts: Any) -> ListPaper:  # noqa: ANN401 - any fact
    """Answer the facts of a German list of people, or as `facts` say."""
    person = ("Krüger, Erna", date(1934, 5, 6), 92, "+49 211 1234567", None, "Deutsch")
    usual = ListPaper(
        language="de",
        title="Menschen",
        columns=("Name", "Geburtsdatum", "Alter", "Telefon", "Bezirk", "Sprachen"),
        rows=(person,) * count,
        when=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        who="Petra Schneider",
        selection="Nur Menschen, die allein leben",
    )
    return replace(usual, **facts)


def consent_paper(**facts: Any) -> ConsentPaper:  # noqa: ANN401 - any fact
    """Answer the facts of a German form of consent for Erna Krüger, or as `facts` say."""
    usual = ConsentPaper(
        language="de",
        sender=SENDER,
        name="Erna Krüger",
        birth="24.11.1938",
        purposes=("keeping", "passing_on"),
        recipient="zentrum plus Garath",
        scope="Name, Telefon und was für die Hilfe wichtig ist",
        expires_on=date(2027, 11, 30),
    )
    return replace(usual, **facts)


def data_sheet(**facts: Any) -> DataSheet:  # noqa: ANN401 - any fact
    """Answer the facts of a German data sheet about Erna Krüger, or as `facts` say."""
    usual = DataSheet(
        language="de",
        sender=SENDER,
        recipient="zentrum plus Garath",
        purpose="Begleitung zum Mittagstisch",
        made_on=date(2026, 11, 23),
        who="Karin Vogt",
        name="Erna Krüger",
        agreed_on=date(2026, 10, 1),
        contact=(
            ("name", "Erna Krüger"),
            ("address", "Ricarda-Huch-Straße 12, 40595 Düsseldorf"),
            ("phone", "0211 1234567"),
        ),
        card=(("birth", "24.11.1938"), ("languages", "Deutsch, Kurdisch")),
        notes=(SheetNote(date(2026, 11, 20), "Karin Vogt", "Geht gern zum Mittagstisch."),),
    )
    return replace(usual, **facts)


def answer_paper(count: int = 2, **facts: Any) -> AnswerPaper:  # noqa: ANN401 - any fact
    """Answer the facts of an answer about Erna Krüger with `count` notes, or as `facts` say."""
    note = AnswerItem((("Wann", "23.11.2026 10:00"), ("Text", "Am Telefon gesprochen. " * 12)))
    card = AnswerItem((("Vorname", "Erna"), ("Familienname", "Krüger"), ("Straße", "Am Markt")))
    usual = AnswerPaper(
        language="de",
        office="Landeshauptstadt Düsseldorf",
        name="Erna Krüger",
        when=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        who="Petra Schneider",
        recipients=("24.11.2026: ein Brief an die Person: Ihr Besuch",),
        parts=(
            AnswerPart("Menschen", "Eingetragen von Petra Schneider", "", "", (card,)),
            AnswerPart(
                "Notizen", "Eingetragen von Karin Vogt", "Siehe oben", "1.1.2030", (note,) * count
            ),
        ),
    )
    return replace(usual, **facts)
