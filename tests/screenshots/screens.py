"""The screens that are rendered; a feature adds a line when it adds a screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from app.admin.rules import WaysIn
from app.visiting.calendar.rules import CalendarKind
from tests.screenshots import booking, people_scenes, studio
from tests.screenshots.administration import (
    show_chain,
    show_codes,
    show_differences,
    show_filling_in,
    show_given_login,
    show_new_member,
    show_own_fields,
    show_rights_of_data,
)
from tests.screenshots.advising import (
    add_assumption,
    choose_small_numbers,
    count_contacts,
    note_call_back,
    record_advice,
    show_assumptions,
    show_calls,
    show_costs,
    show_records,
    show_residence,
    show_statistics,
)
from tests.screenshots.enquiring import (
    begin_help,
    close_enquiry,
    note_case_step,
    open_case,
    record_enquiry,
    show_cases,
    show_child_enquiry,
    show_closed_enquiry,
    show_enquiries,
)
from tests.screenshots.exports import ask_columns, show_export, show_filters, show_view
from tests.screenshots.exports import show_columns as show_people_columns
from tests.screenshots.gallery import make_gallery
from tests.screenshots.imports import show_columns, show_held, show_result, show_review
from tests.screenshots.journal import show_found_notes, show_journal_paper, show_note_details
from tests.screenshots.matching import (
    change_requirement,
    keep_apart,
    note_call,
    plan_everybody,
    show_candidate_card,
    show_funnel,
    show_left_over,
    show_requirements,
    show_waiting,
)
from tests.screenshots.money import add_claim, plan_day, show_expenses, show_year
from tests.screenshots.planning import (
    show_best_order,
    show_coordinates,
    show_day_pack,
    show_planning,
)
from tests.screenshots.preventive import (
    accept_visit,
    add_rule,
    answer_later,
    show_due,
    show_figures,
    show_rules,
    write_wave,
)
from tests.screenshots.psp import (
    add_fact,
    enter_group,
    hold_meeting,
    raise_person,
    show_case,
    show_extract,
    show_group,
    show_group_figures,
    show_groups,
    show_looks,
)
from tests.screenshots.referring import (
    answer_enquiry,
    answer_matter,
    hand_over,
    preview_answer,
    show_handing_over,
    show_register,
)
from tests.screenshots.returning import (
    change_series,
    pause_series,
    plan_series,
    show_series,
    show_substitutes,
)
from tests.screenshots.suitcases import pack_suitcase, return_suitcase, show_suitcases
from tests.screenshots.touring import (
    add_stop,
    cancel_tour_day,
    change_tour,
    change_tour_day,
    show_cancelled_day,
    show_stops,
    show_timetable,
    show_tour_day,
    show_tours,
    show_vehicles,
)
from tests.screenshots.visiting import (
    change_volunteer,
    change_wish,
    end_match,
    note_step,
    prove,
    record_danger,
    show_calendar,
    show_closed_concern,
    show_concern,
    show_matching,
    show_volunteers,
    show_week_plan,
)
from ui.admin.lock_screen import LockScreen
from ui.admin.new_office import NewOfficeSteps
from ui.clients.clients_page import ClientsPage
from ui.crash_window import CrashWindow
from ui.institutions.institutions_page import InstitutionsPage
from ui.intake.requests_page import RequestsPage
from ui.letters.letter_composer import LetterComposer
from ui.letters.mass_writer import MassWriter
from ui.tasks.task_table import TaskTable
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

USUAL_SIZE = (1366, 768)
_INVENTED_KEY = "5TZJM9-5WKWXE-Z4ZQRE-S42JPZ-8E8QS2-X300VD"


@dataclass(frozen=True, slots=True)
class Screen:
    """A name for the file, and how the screen is brought about on the stage."""

    name: str
    show: Callable[[Stage], QWidget]
    size: tuple[int, int] = USUAL_SIZE


def _place(word: str, doing: str = "") -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        return stage.go_to(Place(word, None, doing))

    return show


def _client(stage: Stage) -> QWidget:
    return stage.go_to(Place("clients", stage.client_id))


def _client_edit(stage: Stage) -> QWidget:
    return stage.go_to(Place("clients", stage.client_id, "edit"))


def _client_tab(at: int) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = _client(stage)
        stage.settle()
        for tabs in window.findChildren(QTabWidget):
            tabs.setCurrentIndex(at % tabs.count())
        return window

    return show


def _request(doing: str = "") -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("intake", None, "waiting"))
        stage.settle()
        (page,) = window.findChildren(RequestsPage)
        return stage.go_to(Place("intake", page.list.rows()[0].id, doing))

    return show


def _consent(doing: str) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("clients"))
        stage.settle()
        (page,) = window.findChildren(ClientsPage)
        return stage.go_to(Place("clients", page.list.rows()[0].id, doing))

    return show


def _institution(stage: Stage) -> QWidget:
    window = stage.go_to(Place("institutions"))
    stage.settle()
    (page,) = window.findChildren(InstitutionsPage)
    return stage.go_to(Place("institutions", page.list.rows()[1].id))


def _plan_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.client_id, "plan"))


def _task(stage: Stage) -> QWidget:
    window = stage.go_to(Place("tasks"))
    stage.settle()
    for table in window.findChildren(TaskTable):
        table.choose_first()
    return window


def _visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.visit_id))


def _record_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.visit_id, "record"))


def _write_letter(stage: Stage) -> QWidget:
    return stage.go_to(Place("letters", stage.visit_id, "write"))


def _write_to_list(stage: Stage) -> QWidget:
    """Begin a mailing to everybody."""
    window = stage.go_to(Place("letters", None, "mass kind=clients"))
    stage.settle()
    for mass in window.findChildren(MassWriter):
        mass.fields.template.set_value("mobile_advice_invitation")
    stage.settle()
    return window


def _compose_letter(template: str, second: str = "") -> Callable[[Stage], QWidget]:
    """Begin a letter to a person, perhaps in two languages."""

    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("letters", stage.client_id, f"compose {template}"))
        stage.settle()
        for composer in window.findChildren(LetterComposer):
            composer.fields.restore({"benefit": "Wohngeld", "file_number": "50/12-3456"})
            if second:
                composer.looks.second.set_value(second)
                composer.looks.arrangement.set_value("columns")
        stage.settle()
        return window

    return show


def _search(stage: Stage) -> QWidget:
    window = stage.go_to(Place("my_day"))
    stage.window.focus_search()
    stage.window.frame.top.search.setText("sch")
    return window


def _locked(stage: Stage) -> QWidget:
    stage.house.lock()
    return stage.window


def _first_start(stage: Stage) -> QWidget:
    stage.house.show_beginnings()
    return stage.window


def _join(stage: Stage) -> QWidget:
    stage.house.show_joining()
    return stage.window


def _unlock_shared(stage: Stage) -> QWidget:
    screen = LockScreen("Besuchsdienst Düsseldorf")
    ways = WaysIn(
        keyring=False, passphrase=True, recovery=False, is_demo=False, is_shared=True, login="erika"
    )
    screen.show_ways(ways)
    stage.house.cover.show_screen(screen)
    return stage.window


def _unlock(stage: Stage) -> QWidget:
    screen = LockScreen("Besuchsdienst Düsseldorf")
    screen.show_ways(WaysIn(keyring=False, passphrase=True, recovery=True, is_demo=False))
    stage.house.cover.show_screen(screen)
    return stage.window


def _new_office(step: int) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        steps = NewOfficeSteps(Path("offices"), "Anna Beispiel", _INVENTED_KEY, keyring=True)
        steps.setCurrentIndex(step)
        stage.house.cover.show_screen(steps)
        steps.begin()
        return stage.window

    return show


def _crash(_stage: Stage) -> QWidget:
    report = "Traceback (most recent call last):\n" + "  an invented line\n" * 12 + "KeyError: 'x'"
    return CrashWindow(report)


SCREENS = (
    Screen("widgets", make_gallery),
    Screen("my_day", _place("my_day")),
    Screen("my_day_small", _place("my_day"), (1024, 768)),
    Screen("forgotten", _place("my_day", "forgotten")),
    Screen("search", _search),
    Screen("clients", _place("clients")),
    Screen("clients_columns", show_people_columns),
    Screen("clients_columns_small", show_people_columns, (1024, 768)),
    Screen("clients_filter", show_filters),
    Screen("clients_filter_small", show_filters, (1024, 768)),
    Screen("columns", ask_columns, (460, 500)),
    Screen("export", show_export, (560, 700)),
    Screen("client", _client),
    Screen("client_small", _client, (1024, 768)),
    Screen("client_notes", _client_tab(1)),
    Screen("client_visits", _client_tab(2)),
    Screen("client_letters", _client_tab(3)),
    Screen("client_privacy", people_scenes.show_privacy),
    Screen("client_twin", people_scenes.show_twin),
    Screen("duplicates", people_scenes.show_duplicates),
    Screen("duplicates_by_hand", people_scenes.show_by_hand),
    Screen("duplicates_by_hand_small", people_scenes.show_by_hand, (1024, 768)),
    Screen("duplicates_small", people_scenes.show_duplicates, (1024, 768)),
    Screen("members", people_scenes.show_members),
    Screen("rights", people_scenes.show_rights),
    Screen("rights_data", show_rights_of_data),
    Screen("member_new", show_new_member),
    Screen("login_given", show_given_login),
    Screen("keeping", people_scenes.show_keeping),
    Screen("keeping_periods", people_scenes.show_periods),
    Screen("audit", _place("audit")),
    Screen("audit_small", _place("audit"), (1024, 768)),
    Screen("audit_chain", show_chain),
    Screen("codes", show_codes),
    Screen("codes_small", show_codes, (1024, 768)),
    Screen("custom", show_own_fields),
    Screen("custom_small", show_own_fields, (1024, 768)),
    Screen("client_own_fields", show_filling_in),
    Screen("configuration", show_differences),
    Screen("client_new", _place("clients", "new")),
    Screen("client_edit", _client_edit),
    Screen("households", _place("households")),
    Screen("households_small", _place("households"), (1024, 768)),
    *(Screen(f"visits_{kind}", show_calendar(kind)) for kind in CalendarKind),
    *(Screen(f"visits_{kind}_small", show_calendar(kind), (1024, 768)) for kind in CalendarKind),
    Screen("visits_week_open", show_calendar(CalendarKind.WEEK, with_visit=True)),
    Screen("week_plan", show_week_plan, (760, 640)),
    Screen("visit", _visit),
    Screen("visit_plan", _plan_visit),
    Screen("visit_record", _record_visit),
    Screen("visit_danger", record_danger),
    Screen("visit_danger_small", record_danger, (1024, 768)),
    Screen("visit_notes", _place("visit_notes")),
    Screen("visit_notes_small", _place("visit_notes"), (1024, 768)),
    Screen("concern", show_concern),
    Screen("concern_small", show_concern, (1024, 768)),
    Screen("concern_step", note_step),
    Screen("concern_closed", show_closed_concern),
    Screen("concern_chain", _place("concerns", "steps")),
    Screen("tasks", _place("tasks")),
    Screen("tasks_small", _place("tasks", "open"), (1024, 768)),
    Screen("tasks_columns", show_view("tasks", ("title", "assignee", "due_on"))),
    Screen("task", _task),
    Screen("task_new", _place("tasks", "new")),
    Screen("handover", _place("tasks", "handover")),
    Screen("letters", _place("letters")),
    Screen("letters_to_list", _write_to_list),
    Screen("letter_runs", _place("letters", "runs")),
    Screen("letter_runs_small", _place("letters", "runs"), (1024, 768)),
    Screen("letter_composer", _compose_letter("decision")),
    Screen("letter_bilingual", _compose_letter("appointment", second="tr")),
    Screen("templates", studio.show_list(0)),
    Screen("templates_small", studio.show_list(0), (1024, 768)),
    Screen("template_terms", studio.show_list(1)),
    Screen("template_targets", studio.show_list(2)),
    Screen("template_page", studio.show_editor(0)),
    Screen("template_page_small", studio.show_editor(0), (1024, 768)),
    Screen("template_hints", studio.show_editor(1, studio.HARD)),
    Screen("template_blocks", studio.show_editor(2, studio.HARD + "{wer}\n")),
    Screen("template_versions", studio.show_editor(3)),
    Screen("template_readers", studio.show_editor(4)),
    Screen("letter_write", _write_letter),
    Screen("letter_write_small", _write_letter, (1024, 768)),
    Screen("requests", _place("intake")),
    Screen("request", _request()),
    Screen("request_small", _request(), (1024, 768)),
    Screen("waiting_list", _place("intake", "waiting")),
    Screen("requests_columns", show_view("intake", ("person", "days", "step", "source"))),
    Screen("request_new", _place("intake", "new")),
    Screen("request_decide", _request("decide")),
    Screen("request_talk", _request("edit")),
    Screen("request_figures", _place("intake", "figures")),
    Screen("client_consent", _consent("consent")),
    Screen("client_consent_small", _consent("consent"), (1024, 768)),
    Screen("client_consent_new", _consent("new_consent")),
    Screen("client_pass_on", _consent("pass_on")),
    Screen("institutions", _place("institutions")),
    Screen("institution", _institution),
    Screen("institutions_columns", show_view("institutions", ("name", "kind", "city"))),
    Screen("institution_small", _institution, (1024, 768)),
    Screen("institution_new", _place("institutions", "new")),
    Screen("find_notes", show_found_notes),
    Screen("find_notes_small", show_found_notes, (1024, 768)),
    Screen("snippets", _place("snippets", "new")),
    Screen("client_note_details", show_note_details),
    Screen("client_note_paper", show_journal_paper),
    Screen("more", _place("more")),
    Screen("settings", _place("settings")),
    Screen("backups", _place("backups")),
    Screen("areas", _place("areas")),
    Screen("import", _place("import")),
    Screen("import_columns", show_columns),
    Screen("import_columns_small", show_columns, (1024, 768)),
    Screen("import_review", show_review),
    Screen("import_result", show_result),
    Screen("import_held", show_held),
    Screen("import_held_small", show_held, (1024, 768)),
    Screen("office", _place("office")),
    Screen("security", _place("security")),
    Screen("enquiries", show_enquiries),
    Screen("enquiries_small", show_enquiries, (1024, 768)),
    Screen("enquiry_new", record_enquiry),
    Screen("enquiry_child", show_child_enquiry),
    Screen("enquiry_closed", show_closed_enquiry),
    Screen("enquiry_follow", begin_help),
    Screen("enquiry_close", close_enquiry),
    Screen("housing_cases", show_cases),
    Screen("housing_case_new", open_case),
    Screen("housing_case_step", note_case_step),
    Screen("suitcase", show_suitcases),
    Screen("suitcase_pack", pack_suitcase),
    Screen("suitcase_return", return_suitcase),
    Screen("timetable", show_timetable),
    Screen("timetable_small", show_timetable, (1024, 768)),
    Screen("tour_day", show_tour_day),
    Screen("tour_day_cancelled", show_cancelled_day),
    Screen("tour_day_change", change_tour_day),
    Screen("tour_day_cancel", cancel_tour_day),
    Screen("stops", show_stops),
    Screen("stops_small", show_stops, (1024, 768)),
    Screen("stop_new", add_stop),
    Screen("tours", show_tours),
    Screen("tour_change", change_tour),
    Screen("vehicles", show_vehicles),
    Screen("planning", show_planning),
    Screen("planning_small", show_planning, (1024, 768)),
    Screen("planning_best", show_best_order),
    Screen("day_pack", show_day_pack, (760, 640)),
    Screen("coordinates", show_coordinates, (560, 480)),
    Screen("advice", show_records),
    Screen("advice_small", show_records, (1024, 768)),
    Screen("advice_new", record_advice),
    Screen("advice_tally", count_contacts),
    Screen("advice_tally_small", count_contacts, (1024, 768)),
    Screen("advice_calls", show_calls),
    Screen("advice_call_new", note_call_back),
    Screen("advice_statistics", show_statistics),
    Screen("advice_statistics_small", show_statistics, (1024, 768)),
    Screen("advice_residence", show_residence),
    Screen("advice_small_numbers", choose_small_numbers),
    Screen("advice_costs", show_costs),
    Screen("advice_assumptions", show_assumptions),
    Screen("advice_assumption", add_assumption),
    Screen("psp_groups", show_groups),
    Screen("psp_enter", enter_group),
    Screen("psp_group", show_group),
    Screen("psp_looks", show_looks),
    Screen("psp_figures", show_group_figures),
    Screen("psp_raise", raise_person),
    Screen("psp_case", show_case),
    Screen("psp_fact", add_fact),
    Screen("psp_meeting", hold_meeting),
    Screen("psp_extract", show_extract),
    Screen("preventive", show_due),
    Screen("preventive_small", show_due, (1024, 768)),
    Screen("preventive_accept", accept_visit),
    Screen("preventive_later", answer_later),
    Screen("preventive_letters", write_wave),
    Screen("preventive_figures", show_figures),
    Screen("preventive_rules", show_rules),
    Screen("preventive_rule", add_rule),
    Screen("series", show_series),
    Screen("series_small", show_series, (1024, 768)),
    Screen("series_plan", plan_series),
    Screen("series_change", change_series),
    Screen("series_pause", pause_series),
    Screen("substitutes", show_substitutes),
    Screen("volunteers", show_volunteers),
    Screen("volunteer_edit", change_volunteer),
    Screen("volunteer_proof", prove),
    Screen("matching", show_matching),
    Screen("appointments", booking.show_halt),
    Screen("appointments_small", booking.show_halt, (1024, 768)),
    Screen("appointment_book", booking.book_appointment),
    Screen("appointment_waiting", booking.show_waiting),
    Screen("appointment_reminders", booking.show_reminders),
    Screen("appointment_letters", booking.write_reminders),
    Screen("mediators", booking.show_requests),
    Screen("mediators_small", booking.show_requests, (1024, 768)),
    Screen("mediator_request", booking.ask_for_mediator),
    Screen("mediator_pools", booking.show_pools),
    Screen("day_plan", plan_day),
    Screen("expenses", show_expenses),
    Screen("expense_form", add_claim),
    Screen("volunteer_year", show_year),
    Screen("match_plan", plan_everybody),
    Screen("match_plan_small", plan_everybody, (1024, 768)),
    Screen("match_left_over", show_left_over),
    Screen("match_funnel", show_funnel),
    Screen("match_waiting", show_waiting),
    Screen("match_call", note_call),
    Screen("match_apart", keep_apart),
    Screen("match_card", show_candidate_card),
    Screen("requirements", show_requirements),
    Screen("requirements_small", show_requirements, (1024, 768)),
    Screen("requirement", change_requirement),
    Screen("matching_wish", change_wish),
    Screen("matching_step", end_match),
    Screen("enquiry_answer", answer_enquiry),
    Screen("enquiry_answer_preview", preview_answer),
    Screen("handing_over", show_handing_over),
    Screen("handing_over_small", show_handing_over, (1024, 768)),
    Screen("hand_over", hand_over),
    Screen("hand_over_small", hand_over, (1024, 768)),
    Screen("handing_answer", answer_matter),
    Screen("register", show_register),
    Screen("register_small", show_register, (1024, 768)),
    Screen("about", _place("about")),
    Screen("locked", _locked),
    Screen("first_start", _first_start),
    Screen("join", _join),
    Screen("unlock", _unlock),
    Screen("unlock_shared", _unlock_shared),
    Screen("new_office", _new_office(0)),
    Screen("new_office_letterhead", _new_office(1)),
    Screen("new_office_protection", _new_office(2)),
    Screen("new_office_recovery_key", _new_office(3)),
    Screen("new_office_retype", _new_office(4)),
    Screen("crash", _crash, (760, 560)),
)
"""In the order they are rendered; what closes the office comes last."""
