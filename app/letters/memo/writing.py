"""A Danish Digital Post message as a MeMo 1.2 file: a header, and the letter as its document.

The order of the elements is part of the format: digitaliser.dk, "MeMo" (model description and
full example). Both `mandatory` and `legalNotification` (service of process) are said to be
false: the letters of an office are neither.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from app.letters.memo.config import namespace, word
from app.letters.memo.rules import MessageType, stamp
from forms.bidi import cleaned

if TYPE_CHECKING:
    from app.letters.memo.rules import Appointment, Message

NAMESPACE, CORE = namespace("memo"), namespace("core")
VERSION = "1.2"
CASE_SYSTEM = "Nahbar"

ET.register_namespace("memo", NAMESPACE)  # SF1601 asks for this very prefix
ET.register_namespace("grd", CORE)


def render_message(message: Message) -> bytes:
    """Answer a message as XML in UTF-8; the same message is the same bytes."""
    root = ET.Element(f"{{{NAMESPACE}}}Message", {"memoVersion": VERSION})
    _add_header(root, message)
    if message.kind is MessageType.DIGITAL_POST:
        _add_body(root, message)
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _add_header(root: ET.Element, message: Message) -> None:
    is_post = message.kind is MessageType.DIGITAL_POST
    header = _part(root, "MessageHeader")
    _say(header, "messageType", message.kind.value)
    _say(header, "messageUUID", str(message.uuid))
    _say(header, "label", message.label)
    _say(header, "notification", message.notification)
    if is_post:
        _say(header, "reply", _truth(is_true=message.may_reply))
        _say(header, "replyByDateTime", stamp(message.reply_by) if message.reply_by else "")
    _say(header, "doNotDeliverUntilDate", str(message.not_before or ""))
    _say(header, "mandatory", _truth(is_true=False))
    _say(header, "legalNotification", _truth(is_true=False))
    _add_people(header, message)
    if is_post:
        _add_content(header, message)


def _add_people(header: ET.Element, message: Message) -> None:
    sender = _part(header, "Sender")
    _say(sender, "senderID", message.cvr)
    _say(sender, "idType", "CVR")
    _say(sender, "label", message.sender)
    recipient = _part(header, "Recipient")
    _say(recipient, "recipientID", message.cpr)
    _say(recipient, "idType", "CPR")
    _say(recipient, "label", message.recipient)


def _add_content(header: ET.Element, message: Message) -> None:
    """Say whom and which case the letter is about."""
    content = _part(header, "ContentData")
    person = _part(content, "CPRdata", CORE)
    _say(person, "cprNumber", message.cpr, CORE)
    _say(person, "name", message.recipient, CORE)
    if message.case_number:
        case = _part(content, "CaseID")
        _say(case, "caseID", message.case_number)
        _say(case, "caseSystem", CASE_SYSTEM)


def _add_body(root: ET.Element, message: Message) -> None:
    body = _part(root, "MessageBody")
    _say(body, "createdDateTime", stamp(message.created))
    main = _part(body, "MainDocument")
    _say(main, "label", message.label)
    file = _part(main, "File")
    _say(file, "encodingFormat", "application/pdf")
    _say(file, "filename", message.file_name)
    _say(file, "language", message.language)
    _say(file, "content", b64encode(message.pdf).decode("ascii"))
    if message.appointment is not None:
        _add_appointment(main, message.appointment)
    if message.page:
        _add_answer(main, message)


def _add_appointment(main: ET.Element, appointment: Appointment) -> None:
    action = _part(main, "Action")
    _say(action, "label", word("appointment"))
    _say(action, "actionCode", "AFTALE")
    reservation = _part(action, "Reservation")
    _say(reservation, "description", appointment.title)
    _say(reservation, "reservationUUID", str(appointment.uuid))
    _say(reservation, "abstract", appointment.title)
    _say(reservation, "location", appointment.place)
    _say(reservation, "startDateTime", stamp(appointment.start))
    _say(reservation, "endDateTime", stamp(appointment.end))
    _say(reservation, "organizerMail", appointment.email)
    _say(reservation, "organizerName", appointment.organizer)


def _add_answer(main: ET.Element, message: Message) -> None:
    """Offer the page where people answer, until the last day for it."""
    action = _part(main, "Action")
    _say(action, "label", word("answer"))
    _say(action, "actionCode", "SELVBETJENING")
    if message.reply_by:
        _say(action, "startDateTime", stamp(message.created))
        _say(action, "endDateTime", stamp(message.reply_by))
    entry = _part(action, "EntryPoint")
    _say(entry, "url", message.page)


def _part(parent: ET.Element, name: str, namespace: str = NAMESPACE) -> ET.Element:
    return ET.SubElement(parent, f"{{{namespace}}}{name}")


def _say(parent: ET.Element, name: str, text: str, namespace: str = NAMESPACE) -> None:
    """Add an element with a text; one that says nothing is left out."""
    if said := cleaned(text):
        _part(parent, name, namespace).text = said


def _truth(*, is_true: bool) -> str:
    return "true" if is_true else "false"
