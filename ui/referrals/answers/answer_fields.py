"""The fields of an answer: class, sentences, locked words, and what the other side will see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.consent.rules import check_answer as check_consent
from app.referrals.answers.carried import LANGUAGES, answer_texts
from app.referrals.answers.desk import check_answer, shown_answer
from app.referrals.answers.rules import (
    AnswerChannel,
    AnswerForm,
    DisclosureClass,
    block_words,
    first_blocks,
)
from resources.text import _, say
from ui import formats
from ui.referrals.answers.sentences_field import SentencesField
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import Label, quiet
from ui.widgets.short_text_field import ShortTextField
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from app.referrals.answers.desk import AnswerDesk

_OWN = "free_text"


class AnswerFields(Form):
    """Offers what the class allows; every change shows anew what will be seen."""

    previewed = Signal(str)
    """What the other side will see, whenever it changed."""

    def __init__(self, desk: AnswerDesk) -> None:
        """Begin with a receipt in the language of the office."""
        super().__init__()
        self.desk = desk
        self.told: ChoiceField[str] = ChoiceField(
            [(one.value, _(one.label)) for one in DisclosureClass]
        )
        self.channel: ChoiceField[str] = ChoiceField(
            [(one.value, _(one.label)) for one in AnswerChannel]
        )
        self.language: ChoiceField[str] = ChoiceField(list(LANGUAGES.items()))
        self.recipient, self.own = TextField(), ShortTextField(4)
        self.sentences = SentencesField()
        self.meaning = quiet("")
        self.holds, self.lacks = StatusLabel("", "done"), Banner("attention", "")
        self.forbidden = Banner("danger", "")
        self.preview = Label("").selectable()
        self._arrange()
        self.language.set_value(desk.language)
        self.channel.set_value(AnswerChannel.LETTER if desk.address else AnswerChannel.PHONE)
        for choice in (self.told, self.language):
            choice.changed.connect(self._on_class_changed)
        for field in (self.channel, self.recipient, self.own, self.sentences):
            field.changed.connect(self._show)
        self._on_class_changed()
        self.keep()

    def value(self) -> AnswerForm:
        """Answer what the fields say."""
        return AnswerForm(
            disclosure_class=self.told.value(),
            channel=self.channel.value(),
            language=self.language.value(),
            blocks=self.sentences.value(),
            free_text=self.own.value() if self._is_open() else "",
            recipient=self.recipient.value(),
        )

    def _arrange(self) -> None:
        self.add("disclosure_class", _("How much is told"), self.told)
        for part in (self.meaning, self.holds, self.lacks):
            self.add_widget(part)
        self.begin_row()
        self.add("channel", _("Way of answering"), self.channel)
        self.add("language", _("Language"), self.language)
        self.end_row()
        self.add("blocks", _("Sentences"), self.sentences)
        lock = _("Open only with a consent of the resident that names this recipient.")
        self.add(_OWN, _("Own words"), self.own, hint=lock, optional=True)
        who = _("Empty is {name}.").format(name=self.desk.recipient)
        self.add("recipient", _("To whom"), self.recipient, hint=who, optional=True)
        self.add_widget(self.forbidden)
        seen = Card(_("What the other side will see, word by word"))
        seen.add(self.preview)
        self.add_widget(seen)

    def _is_open(self) -> bool:
        return DisclosureClass(self.told.value()).is_free and self.desk.is_open

    def _on_class_changed(self) -> None:
        """Offer the sentences of the class in the language, those of a first answer ticked."""
        told, texts = self.told.value(), answer_texts(self.language.value())
        sentences = block_words(texts, told, self.desk.frame(texts.language))
        self.sentences.offer(list(sentences), first_blocks(texts, told))

    def _show(self) -> None:
        form = self.value()
        told = DisclosureClass(form.disclosure_class)
        self.meaning.setText(_(told.hint))
        self.field(_OWN).input.set_read_only(not self._is_open())
        self._show_consent(told)
        problems = check_answer(self.desk, form)
        leaks = [problem for problem in problems if problem.field in {_OWN, "recipient"}]
        self.forbidden.set_text("\n".join(map(say, leaks)))
        self.forbidden.setVisible(bool(leaks))
        text = shown_answer(self.desk, form)
        self.preview.setText(text)
        self.previewed.emit(text)

    def _show_consent(self, told: DisclosureClass) -> None:
        answer, name = self.desk.consent, self.desk.recipient
        holds = told.needs_consent and answer.holds
        if holds and answer.since:
            day = formats.show_day(answer.since)
            words = _("The resident agreed on {day}: {scope}")
            self.holds.set_status(words.format(day=day, scope=answer.scope), "done")
        if told.needs_consent and not holds:
            lacking = check_consent(answer, _("The resident"), name)
            self.lacks.set_text(" ".join(map(say, lacking)))
        self.holds.setVisible(holds)
        self.lacks.setVisible(told.needs_consent and not holds)
