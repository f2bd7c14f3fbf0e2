"""Makes the facts of papers: plain values, as they come from the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app.areas.rules.spots import Spot
from app.letters.composing.compose import Words, compose
from app.letters.composing.templates import TemplateRow
from app.letters.rules.fields import FIELDS
from app.letters.templates.delivered import (
    common_text,
    common_words,
    delivered_template,
    delivered_text,
)
from app.mobile_advice.tours.public.facts import public_words
from forms.consent.consent_form import ConsentPaper
from forms.consent.data_sheet import DataSheet, SheetNote
from forms.dates import clock_times, long_day, plain_day
from forms.letterhead import Sender
from forms.letters.composed import ComposedLetter
from forms.lists.list_paper import ListPaper
from forms.mobile_advice.day_pack import DayPack, PackMate
from forms.mobile_advice.day_pack_rows import (
    DueSoon,
    Offer,
    PackAppointment,
    PackLanguage,
    PackStop,
    Surroundings,
)
from forms.mobile_advice.figures_paper import FigureRow, FiguresPaper, FigureTable
from forms.mobile_advice.timetable_facts import PublicHalt, PublicStop, PublicTimetable
from forms.mobile_advice.tour_map import MapStop, TourMap
from forms.privacy.answer_paper import AnswerItem, AnswerPaper, AnswerPart
from forms.referrals.disclosure_register import DisclosureRegister, RegisterItem
from forms.referrals.psp_paper import PspEntry, PspPaper, PspSection
from forms.visiting.candidate_card import CandidateCard
from forms.visiting.phone_list import PhoneList, Reached, VisitorPhones
from forms.visiting.visit_sheet import VisitSheet
from forms.visiting.week_plan import PlannedDay, PlannedVisit, WeekPlan

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


def appointment(given: str = "Erna", family: str = "Krüger", **facts: Any) -> ComposedLetter:  # noqa: ANN401 - any fact
    """Answer a German letter to Erna Krüger about a visit, or as `facts` say.

    Facts are the parts of the letter, or values of its fields; raises `Refused` as writing does.
    """
    told: dict[str, Any] = {
        "language": "de",
        "country": "DE",
        "sender": SENDER,
        "recipient": (f"{given} {family}", "Ricarda-Huch-Straße 12", "40595 Düsseldorf"),
        "salutation": "ms",
        "visitor": "Karin Vogt",
        "place": "home",
        "place_note": "",
    } | facts
    common, sender = common_words(told["language"]), told["sender"]
    first = told.get("first") or compose(_appointment_words(given, family, told), _APPOINTMENT)
    return ComposedLetter(
        sender=sender,
        recipient=told["recipient"],
        first=first,
        size=told.get("size", "normal"),
        layout=told.get("layout", "dk" if told["country"] == "DK" else "din_b"),
        annotations=told.get("annotations", ()),
        logo=told.get("logo"),
        information=(
            (common["info.date"], plain_day(date(2026, 11, 23), told["language"])),
            (common["info.contact"], sender.contact),
            (common["info.phone"], sender.phone),
            (common["info.email"], sender.email),
        ),
        page=common["page"],
    )


def _appointment_words(given: str, family: str, told: dict[str, Any]) -> Words:
    language, sender, common = told["language"], told["sender"], common_words(told["language"])
    is_named = told["salutation"] in {"ms", "mr"} and bool(family)
    return Words(
        language=language,
        text=delivered_text("appointment", language),
        values={
            **dict.fromkeys(FIELDS, ""),
            "name": f"{given} {family}".strip(),
            "family_name": family,
            "visitor": told["visitor"],
            "visit_day": long_day(date(2026, 11, 24), language),
            "visit_time": clock_times(_START, _START + timedelta(hours=1), language),
            "place": told["place_note"].strip() or common[f"where.{told['place']}"],
            "phone": sender.phone,
            "contact": sender.contact,
            "department": sender.department or sender.name,
        },
        common=common_text(language),
        salutation=told["salutation"] if is_named else "none",
        place=told["place"],
    )


_START = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time
_FOUND = delivered_template("appointment")
_APPOINTMENT = TemplateRow(
    _FOUND.code,
    _FOUND.title,
    _FOUND.kind,
    frozenset(_FOUND.needs),
    frozenset(_FOUND.blocks),
    _FOUND.legal,
    _FOUND.mass_needs_basis,
    _FOUND.source,
)


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


def candidate_card(**facts: Any) -> CandidateCard:  # noqa: ANN401 - any fact
    """Answer the facts of a German card about somebody who waits, or as `facts` say."""
    usual = CandidateCard(
        language="de",
        sender=SENDER,
        day=date(2026, 11, 23),
        decade=80,
        district="Garath",
        spoken=("de", "tr"),
        visits=("Besuche zu Hause", "Jede Woche", "60 Minuten"),
        interests=("Musik und Singen", "Garten und Blumen"),
        home=("Katze",),
        times=("Di. 10:00–12:00", "Do. 14:00–16:00"),
    )
    return replace(usual, **facts)


def week_plan(name: str = "Erna Krüger", count: int = 2, **facts: Any) -> WeekPlan:  # noqa: ANN401 - any fact
    """Answer a German plan of a Monday with `count` visits and a holiday, or as `facts` say."""
    start = datetime(2026, 11, 23, 14, 30)  # noqa: DTZ001 - local wall-clock time
    visit = PlannedVisit(
        start,
        start + timedelta(hours=1),
        name,
        "Karin Vogt",
        "home",
        "Zweite Klingel von unten",
        ("Ricarda-Huch-Straße 12", "40595 Düsseldorf"),
        phone="0211 1234567",
    )
    days = (
        PlannedDay(start.date(), visits=(visit,) * count),
        PlannedDay(date(2026, 12, 25), "Erster Weihnachtstag"),
    )
    usual = WeekPlan("de", "Besuchsdienst Düsseldorf", days, start, "Petra Schneider")
    return replace(usual, **facts)


def figures_paper(name: str = "Erna Krüger", count: int = 60, **facts: Any) -> FiguresPaper:  # noqa: ANN401 - any fact
    """Answer a German paper of `count` lines of figures, one of them withheld."""
    lines = (
        *(FigureRow((f"{name} {at}", str(at), "."), at / count) for at in range(count)),
        FigureRow(("Zusammen", "1.770", "60"), is_strong=True),
    )
    usual = FiguresPaper(
        "de",
        "Statistik der Beratung",
        "Petra Schneider",
        ("Amt für Soziales", "01.10.2026 bis 30.11.2026"),
        (
            FigureTable("Themen", ("", "Kontakte", "Personen"), (123.0, 26.0, 26.0), lines),
            FigureTable("Wohnort", ("", ""), (149.0, 26.0), (), note="Zu wenige Kontakte."),
        ),
        "Wie die Zahlen zu lesen sind",
        ("Zahlen unter 3 werden zurückgehalten.", "Summen sind die wahren."),
        "Kleine Zahlen sind zurückgehalten.",
        "Seite {number} von {count}",
    )
    return replace(usual, **facts)


def timetable(name: str = "Garath, Markt", **facts: Any) -> PublicTimetable:  # noqa: ANN401 - any fact
    """Answer a German timetable of one stop: ordinary, cancelled, moved and unsure days."""
    start, hours = datetime(2026, 11, 24, 9, 30), timedelta(hours=2)  # noqa: DTZ001 - local time
    days = [start + timedelta(days=7 * week) for week in range(6)]
    halts = (
        *(PublicHalt(day, day + hours) for day in days[:2]),
        PublicHalt(days[2], days[2] + hours, is_cancelled=True),
        PublicHalt(days[3], days[3] + hours, instead_of=date(2026, 12, 14)),
        *(PublicHalt(day, day + hours, is_confirmed=False) for day in days[4:]),
    )
    spoken = tuple((tag, "Deutsch, Türkisch") for tag in public_words())
    stop = PublicStop(name, ("vor der Bücherei",), "ramp", "Foyer", spoken, halts)
    usual = PublicTimetable(
        "Amt für Soziales", "0211 899-8999", "zentrum plus auf Rädern", (stop,), ("de",),
        public_words(), date(2026, 11, 23),
    )  # fmt: skip
    return replace(usual, **facts)


def day_pack(name: str = "Erna Krüger", **facts: Any) -> DayPack:  # noqa: ANN401 - any fact
    """Answer a German pack of two stops and a visit at home, or as `facts` say."""
    garath, urdenbach = Spot(51.142, 6.899), Spot(51.152, 6.872)
    mine = PackAppointment(
        "09:50", name, "0211 1234567", "Bescheid, Ausweis", ("Türkisch",), "Ayşe Demir, zugesagt"
    )
    stops = (
        PackStop(
            1, "Garath, Markt", "09:30–11:30", address="Fritz-Erler-Straße 21, 40595 Düsseldorf",
            meeting_point="Vor der Bücherei", access="yes", power="yes", toilet="In der Bücherei",
            permit="66/12-2026, bis 31.12.2026", contact="Frau Holz, 0211 7654321",
            bad_weather="Foyer der Bücherei", appointments=(mine,),
            due=Surroundings(
                (DueSoon(date(2026, 11, 30), name, "Düsselpass verlängern"),),
                date(2026, 12, 22), more=3,
            ),
            offers=(Offer("zentrum plus Garath", "Fritz-Erler-Straße 21", "Mo–Fr 10–14"),),
        ),
        PackStop(2, name, "12:00–12:45", is_home=True, is_protected=True),
        PackStop(3, "Urdenbach", "13:30–15:00", access="ramp", power="no"),
    )  # fmt: skip
    usual = DayPack(
        "de", "zentrum plus auf Rädern", "Süden", date(2026, 11, 24), stops,
        (PackLanguage("Türkisch", 1, ("Termin", "Einladung")), PackLanguage("Deutsch", 2)),
        datetime(2026, 11, 23, 16, 0),  # noqa: DTZ001 - local wall-clock time
        "Petra Schneider", "Beratungsbus (D-ZP 55)", "Rampe, Laptop, Drucker",
        (PackMate("Karin Vogt", "driver", "", ("Deutsch", "Türkisch")),),
        map=TourMap((MapStop(1, garath), MapStop(3, urdenbach)), office=Spot(51.16, 6.88)),
    )  # fmt: skip
    return replace(usual, **facts)


def phone_list(name: str = "Erna Krüger", count: int = 2, **facts: Any) -> PhoneList:  # noqa: ANN401 - any fact
    """Answer a German list of a visitor with `count` people, and of one without."""
    person = Reached(name, ("0211 1234567", "0151 7654321"))
    usual = PhoneList(
        "de",
        Reached("Besuchsdienst Düsseldorf", ("0211 899-8999",)),
        (
            VisitorPhones(Reached("Karin Vogt", ("0211 777",)), (person,) * count),
            VisitorPhones(Reached("Omid Rahimi"), ()),
        ),
        datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        "Petra Schneider",
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


def disclosure_register(count: int = 2, **facts: Any) -> DisclosureRegister:  # noqa: ANN401 - any fact
    """Answer the register of Erna Krüger with `count` lines, or as `facts` say."""
    item = RegisterItem(
        when=datetime(2026, 11, 20, 14, 5),  # noqa: DTZ001 - local wall-clock time
        way="Weitergegebene Sache",
        what="Name, Adresse",
        recipient="Amt für Soziales",
        purpose="An eine andere Stelle verweisen",
        basis="Einwilligung der Person: § 67b Abs. 2 SGB X",
        who="Karin Vogt",
    )
    usual = DisclosureRegister(
        language="de",
        office="Landeshauptstadt Düsseldorf",
        name="Erna Krüger",
        when=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        who="Petra Schneider",
        items=(item,) * count,
    )
    return replace(usual, **facts)


def psp_paper(kind: str = "extract", name: str = "Jens Holm", **facts: Any) -> PspPaper:  # noqa: ANN401 - any fact
    """Answer a paper of a conference about `name`, or as `facts` say."""
    fact = PspEntry(
        (
            ("Angabe", "Holt seit drei Wochen keine Post mehr."),
            ("Von", "Kommune"),
            ("Rechtsgrundlage", "retsplejeloven § 115, stk. 1, nr. 2, og stk. 2"),
            ("Letzter Tag", "22.1.2027"),
        ),
        ("Polizei: Ruft vorher an, bis 30.11.2026",),
    )
    usual = PspPaper(
        kind=kind,
        language="de",
        office="Ballerup Kommune",
        group="PSP Ballerup",
        about="23.11.2026 09:00",
        recipient="Polizei",
        purpose="retsplejeloven § 115, stk. 2, 2. pkt.",
        when=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        who="Pia Sand",
        sections=(PspSection(f"2026-001 · {name}", ("Kurz gesagt.",), (fact,) * 12),),
    )
    return replace(usual, **facts)
