"""Checks a MeMo 1.2 message against the documented structure: order, number and form of parts.

Written from the model description and the full example at digitaliser.dk ("MeMo"); what the
program never writes (attention data, forwarding, further documents) has its place here too, so
that it stands where it belongs if it ever comes.
"""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

SECURE = "https:/" + "/"
MEMO = f"{{{SECURE}DigitalPost.dk/MeMo-1}}"
CORE = f"{{{SECURE}data.gov.dk/model/core/}}"
_UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89aAbB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
_FORMS = {
    "messageType": "DIGITALPOST|NEMSMS",
    "messageUUID": _UUID,
    "reservationUUID": _UUID,
    "notification": "(?s:.{1,150})",
    "reply": "true|false",
    "mandatory": "true|false",
    "legalNotification": "true|false",
    "doNotDeliverUntilDate": r"\d{4}-\d\d-\d\d",
    "replyByDateTime": _MOMENT,
    "createdDateTime": _MOMENT,
    "startDateTime": _MOMENT,
    "endDateTime": _MOMENT,
    "idType": "CPR|CVR",
    "senderID": r"\d{8}|\d{10}",
    "recipientID": r"\d{8}|\d{10}",
    "cprNumber": r"\d{10}",
    "language": "[a-z]{2}",
    "filename": r".+\.pdf",
    "encodingFormat": "application/pdf",
    "content": "[A-Za-z0-9+/]+={0,2}",
    "actionCode": "AFTALE|BETALING|SELVBETJENING|INFORMATION|UNDERSKRIV|BEKRAEFT|FORBEREDELSE"
    "|TILMELDING",
    "url": rf"{SECURE}\S{{1,248}}",
}
_TEXT = "(?s:.{1,256})"
_ORDER = {
    "Message": "MessageHeader MessageBody?",
    "MessageHeader": "messageType messageUUID messageID? messageCode? label notification? "
    "additionalNotification? reply? replyByDateTime? doNotDeliverUntilDate? mandatory "
    "legalNotification postType? Sender Recipient ContentData? ForwardData? ReplyData*",
    "Sender": "senderID idType idTypeLabel? label AttentionData? ContactPoint? Representative?",
    "Recipient": "recipientID idType idTypeLabel? label? AttentionData? ContactPoint?",
    "ContentData": "CPRdata? CVRdata? MotorVehicle? PropertyNumber? CaseID? KLEdata? FORMdata? "
    "ProductionUnit? Education? Address? UnstructuredAddress? AdditionalContentData*",
    "CPRdata": "cprNumber name",
    "CaseID": "caseID caseSystem",
    "MessageBody": "createdDateTime MainDocument AdditionalDocument* TechnicalDocument*",
    "MainDocument": "mainDocumentID? label? File+ Action*",
    "File": "encodingFormat filename language content",
    "Action": "label actionCode startDateTime? endDateTime? Reservation? EntryPoint?",
    "Reservation": "description reservationUUID abstract location startDateTime endDateTime "
    "organizerMail? organizerName?",
    "EntryPoint": "url",
}
_OF_CORE = {"CPRdata", "cprNumber", "name"}


@dataclass(frozen=True, slots=True)
class Step:
    """A part that may follow, and how often."""

    name: str
    least: int
    most: float


def opened(content: bytes) -> ET.Element:
    """Read a message."""
    root: ET.Element = fromstring(content)
    return root


def failures(content: bytes) -> list[str]:
    """Answer what does not agree with the documented structure."""
    root = opened(content)
    found = [] if root.tag == f"{MEMO}Message" else [f"root is {root.tag}"]
    if root.attrib != {"memoVersion": "1.2"}:
        found.append(f"attributes {root.attrib}")
    return [*found, *_below(root), *_rules(root)]


def _below(element: ET.Element) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    if element.tag != f"{CORE if name in _OF_CORE else MEMO}{name}":
        yield f"{element.tag}: wrong namespace"
    if name not in _ORDER:
        text = element.text or ""
        if len(element) or not re.fullmatch(_FORMS.get(name, _TEXT), text):
            yield f"{name}: {text[:40]!r}"
        return
    names = [part.tag.rpartition("}")[2] for part in element]
    yield from _out_of_order(name, names)
    for part in element:
        yield from _below(part)


def _out_of_order(name: str, names: list[str]) -> Iterator[str]:
    counted = [(each, len(list(same))) for each, same in groupby(names)]
    for step in _steps(_ORDER[name]):
        count = 0
        if counted and counted[0][0] == step.name:
            count = counted.pop(0)[1]
        if not step.least <= count <= step.most:
            yield f"{name}: {count} times {step.name}"
    if counted:
        yield f"{name}: {counted[0][0]} is out of place"


def _steps(order: str) -> Iterator[Step]:
    for word in order.split():
        name = word.rstrip("?*+")
        many = word[-1] in "*+"
        yield Step(name, int(word[-1] not in "?*"), float("inf") if many else 1)


def _rules(root: ET.Element) -> Iterator[str]:
    """Answer what the parts have against each other."""
    kind = root.findtext(f"{MEMO}MessageHeader/{MEMO}messageType")
    body = root.find(f"{MEMO}MessageBody")
    if (kind == "NEMSMS") == (body is not None):
        yield f"{kind} and its body"
    if kind == "NEMSMS" and root.find(f".//{MEMO}notification") is None:
        yield "a text message without a text"
    for action in root.iter(f"{MEMO}Action"):
        is_meeting = action.findtext(f"{MEMO}actionCode") == "AFTALE"
        needed = "Reservation" if is_meeting else "EntryPoint"
        if action.find(f"{MEMO}{needed}") is None:
            yield f"an action without {needed}"
    for content in root.iter(f"{MEMO}content"):
        if not b64decode(content.text or "", validate=True).startswith(b"%PDF-"):
            yield "a document that is no PDF"
