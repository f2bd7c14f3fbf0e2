"""Composing an answer: fixed sentences of a class, and locked words unless a consent opens them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.referrals.answers.rules.words import AnswerChannel, DisclosureClass
from app.text_rules import NAME_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

LONGEST_ANSWER = 2_000
"""Characters that may be typed besides the fixed sentences."""

NOT_OFFERED = N_("Please choose one of the entries offered.")
NOTHING_CHOSEN = N_("Please choose at least one sentence.")
OUTSIDE_CLASS = N_(
    "\u201c{text}\u201d does not belong to \u201c{name}\u201d: {law}. Source: {source}"
)
IS_LOCKED = N_(
    "Your own words are locked: they need a valid consent of the person that names {recipient}. "
    "{law}. Source: {source}"
)
NO_PERSON = N_(
    "Without knowing whom the enquiry is about there is no consent. Choose a class that tells "
    "nothing about anybody. {law}. Source: {source}"
)
NO_RECIPIENT = N_("Please say who is answered.")
NO_ADDRESS = N_("There is no address for a letter. Fill it in, or answer by phone or mail.")


@dataclass(frozen=True, slots=True)
class Block:
    """One fixed sentence that an answer may have."""

    code: str
    classes: frozenset[str]
    is_first: bool
    """Whether it is ticked as the form opens."""
    leads: bool
    """Whether it is said before what was typed."""
    text: str
    """With the fields {day} and {emergency}."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything an answer may say in one language."""

    language: str
    subject: str
    greeting: str
    closing: str
    reference: str
    blocks: tuple[Block, ...]
    valid_from: date

    def of_class(self, disclosure_class: str) -> tuple[Block, ...]:
        """Answer the sentences of a class, in their order."""
        return tuple(block for block in self.blocks if disclosure_class in block.classes)


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What was chosen for an answer."""

    disclosure_class: str = DisclosureClass.RECEIPT
    channel: str = AnswerChannel.LETTER
    language: str = ""
    blocks: tuple[str, ...] = ()
    """Codes of the sentences; always said in the order in which they are carried."""
    free_text: str = ""
    recipient: str = ""
    """Who is answered, in words; "" is the institution of the enquiry."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an answer says besides: nothing of it hangs on whom the enquiry is about."""

    number: str
    values: Mapping[str, str]
    """For the fields of blocks."""
    who: str
    office: str


def first_blocks(texts: Texts, disclosure_class: str) -> tuple[str, ...]:
    """Answer the sentences that a form opens with."""
    return tuple(block.code for block in texts.of_class(disclosure_class) if block.is_first)


def check_form(
    form: AnswerForm, texts: Texts, law: str, source: str, *, is_open: bool, recipient: str
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a form, apart from what its free text says.

    `is_open` is whether a consent of the person names the recipient; `law` and `source` are
    those of the country's rule about answers.
    """
    if form.disclosure_class not in set(DisclosureClass):
        return (Problem(NOT_OFFERED, "disclosure_class"),)
    if form.channel not in set(AnswerChannel):
        return (Problem(NOT_OFFERED, "channel"),)
    rule = {"law": law, "source": source, "recipient": recipient}
    return (
        *_check_blocks(form, texts, rule),
        *_check_free(form, rule, is_open=is_open),
        *check_text(form.recipient, "recipient", longest=NAME_LENGTH),
    )


def shown(form: AnswerForm, texts: Texts, frame: Frame) -> str:
    """Answer every word that the recipient reads or hears, a blank line between paragraphs."""
    return "\n\n".join(
        (
            texts.reference.format(number=frame.number),
            texts.greeting,
            *body(form, texts, frame),
            "\n".join(filter(None, (texts.closing, frame.who, frame.office))),
        )
    )


def body(form: AnswerForm, texts: Texts, frame: Frame) -> tuple[str, ...]:
    """Answer the paragraphs between greeting and closing."""
    chosen = [block for block in texts.of_class(form.disclosure_class) if block.code in form.blocks]
    before = [_filled(block, frame) for block in chosen if block.leads]
    after = [_filled(block, frame) for block in chosen if not block.leads]
    typed = form.free_text.strip() if DisclosureClass(form.disclosure_class).is_free else ""
    own = (part.strip() for part in typed.split("\n\n") if part.strip())
    return (*before, *own, *after)


def block_words(texts: Texts, disclosure_class: str, frame: Frame) -> Sequence[tuple[str, str]]:
    """Answer the codes and filled sentences that a class offers."""
    return [(block.code, _filled(block, frame)) for block in texts.of_class(disclosure_class)]


def _filled(block: Block, frame: Frame) -> str:
    return block.text.format(**frame.values)


def _check_blocks(
    form: AnswerForm, texts: Texts, rule: Mapping[str, object]
) -> tuple[Problem, ...]:
    offered = {block.code for block in texts.of_class(form.disclosure_class)}
    words = {block.code: block.text for block in texts.blocks}
    name = Problem(DisclosureClass(form.disclosure_class).label)
    wrong = [code for code in form.blocks if code not in offered]
    if wrong:
        return tuple(
            Problem(OUTSIDE_CLASS, "blocks", {**rule, "text": words.get(code, code), "name": name})
            for code in wrong
        )
    return () if form.blocks else (Problem(NOTHING_CHOSEN, "blocks"),)


def _check_free(
    form: AnswerForm, rule: Mapping[str, object], *, is_open: bool
) -> tuple[Problem, ...]:
    needs = DisclosureClass(form.disclosure_class).needs_consent
    if needs and not is_open:
        return (Problem(IS_LOCKED, "disclosure_class", rule),)
    if is_blank(form.free_text):
        return ()
    if not DisclosureClass(form.disclosure_class).is_free:
        return (Problem(IS_LOCKED, "free_text", rule),)
    return check_text(form.free_text, "free_text", longest=LONGEST_ANSWER, lines=True)
