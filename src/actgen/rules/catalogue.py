"""Every rule, one line each, in code order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from types import ModuleType
from typing import Protocol, TypeVar

from actgen.diagnostics import Diagnostic
from actgen.plan import Choice
from actgen.rules.acts import Acts
from actgen.rules.finished import Finished
from actgen.rules.plan import (
    s101_number_used_twice,
    s102_numbers_out_of_order,
    s103_annex_number_differs,
    s104_annex_not_mentioned,
    s105_mention_without_annex,
    s106_no_control_point,
    s107_consent_after_order,
    s108_pair_starts_before_order,
    s109_basis_after_act,
    s110_norm_not_in_force,
    s111_no_article_351_8,
    s112_unpaid_mentoring,
    s113_wrong_article,
    s114_title_without_about,
    s115_approving_word_with_order,
    s116_signed_without_number,
    s117_annex_signed_before_order,
    s118_reader_not_on_sheet,
    s119_minutes_of_no_grif,
    s120_grif_without_minutes,
    s121_point_never_holds,
    s122_pay_in_wrong_series,
    s123_in_force_before_approval,
    s124_deadline_before_act,
    s125_mentor_without_consent,
    s126_mentor_without_agreement,
    s127_agreement_after_order,
    s128_mentees_without_consent,
    s129_pay_differs_from_agreements,
    s130_no_way_to_end_early,
    s131_mentor_bound_to_notice,
    s132_consent_inside_another_document,
    s133_private_document_on_site,
    s134_published_before_issued,
    s135_published_late,
    s136_published_as_picture,
    s137_teacher_burdened_with_papers,
    s138_former_act_in_force,
    s139_grif_word_disagrees,
    s140_order_before_union_term,
    s141_number_squeezed_in,
    s142_mentoring_of_students_cited,
    s143_concept_not_named,
    s144_date_styles_mixed,
    s145_pair_without_program,
    s170_inherited_point_changed,
)
from actgen.rules.printed import Printed
from actgen.rules.returned import (
    v101_foreign_document,
    v102_text_differs,
    v103_tracked_changes,
    v104_comments_left,
    v105_unseen_text,
    v106_foreign_content,
    v107_signature_broken,
    v108_not_covered,
    v109_signature_not_checked,
    v110_certificate_out_of_term,
    v111_signed_file_changed,
)
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule
from actgen.rules.school import (
    d101_mentor_is_mentee,
    d102_pair_ends_before_it_starts,
    d103_acquainted_before_act,
    d104_minutes_after_act,
    d105_minutes_too_old,
    d106_dated_on_day_off,
    d107_consent_after_start,
    d108_mentees_consent_after_start,
    d109_program_term_outside_policy,
    d110_activity_outside_term,
    d111_pair_outside_school_year,
    d112_stage_before_its_ground,
    d113_minutes_without_number,
    d114_act_outside_school_year,
    d115_hired_after_pair_starts,
    d116_dismissed_before_pair_ends,
    d117_too_many_mentees,
    d118_young_mentee_is_experienced,
    d119_program_of_no_pair,
    d120_program_of_two_pairs,
    d121_pair_written_twice,
    d122_head_not_in_office,
    d123_head_is_no_head,
    d124_organisation_names_differ,
    d125_municipality_named_twice,
    d126_requisite_checksum,
    d127_page_outside_standard,
    d128_dismissed_before_hired,
    d129_reader_not_on_staff,
    d130_reader_named_twice,
    d131_unknown_body,
    d132_roadmap_of_another_year,
    d133_stage_without_term,
    d134_stage_number_used_twice,
    d135_month_of_which_year,
    d136_job_function_without_source,
    d137_agreement_beside_job_function,
    d138_agreement_without_form,
    d139_agreement_number_used_twice,
    d140_agreement_after_start,
    d141_agreement_without_pay,
    d142_notice_too_short,
    d143_event_before_its_paper,
    d144_event_outside_term,
    d145_replaced_by_own_people,
    d146_consent_ends_before_given,
    d147_publication_consent_incomplete,
    d148_new_mentor_agreed_late,
    d149_absent_during_pair,
    d150_head_absent,
    d151_mentor_not_in_bank,
    d152_value_in_typographic_quotes,
    d153_result_out_of_time,
    d154_candidate_named_twice,
    d155_union_answered_before_asked,
    d170_left_to_fill_in,
)
from actgen.rules.text import (
    w101_left_unfilled,
    w102_look_alike_letter,
    w103_punctuation_doubled,
    w104_empty_place,
    w105_date_style,
    w106_no_such_day,
    w107_school_year_style,
    w108_another_school_year,
    w109_initials_apart,
    w110_person_spelled_differently,
    w111_organisation_spelled_differently,
    w112_lapsed_norm_in_text,
    w113_norm_cited_wrongly,
    w114_first_page_numbered,
    w115_annex_mark_differs,
    w116_word_repeated,
    w117_order_without_command,
    w120_named_on_site_without_consent,
    w121_private_data_on_site,
    w122_signature_mark_unsigned,
    w123_name_in_wrong_case,
    w124_position_differs,
    w125_foreign_signs,
    w126_words_glued,
    w127_lapsed_standard_in_text,
    w128_margins_too_narrow,
    w130_signature_alone,
    w131_blank_page,
)
from actgen.school import School
from actgen.sources import Absent, Record

SCHOOL_RULES: tuple[ModuleType, ...] = (
    d101_mentor_is_mentee,
    d102_pair_ends_before_it_starts,
    d103_acquainted_before_act,
    d104_minutes_after_act,
    d105_minutes_too_old,
    d106_dated_on_day_off,
    d107_consent_after_start,
    d108_mentees_consent_after_start,
    d109_program_term_outside_policy,
    d110_activity_outside_term,
    d111_pair_outside_school_year,
    d112_stage_before_its_ground,
    d113_minutes_without_number,
    d114_act_outside_school_year,
    d115_hired_after_pair_starts,
    d116_dismissed_before_pair_ends,
    d117_too_many_mentees,
    d118_young_mentee_is_experienced,
    d119_program_of_no_pair,
    d120_program_of_two_pairs,
    d121_pair_written_twice,
    d122_head_not_in_office,
    d123_head_is_no_head,
    d124_organisation_names_differ,
    d125_municipality_named_twice,
    d126_requisite_checksum,
    d127_page_outside_standard,
    d128_dismissed_before_hired,
    d129_reader_not_on_staff,
    d130_reader_named_twice,
    d131_unknown_body,
    d132_roadmap_of_another_year,
    d133_stage_without_term,
    d134_stage_number_used_twice,
    d135_month_of_which_year,
    d136_job_function_without_source,
    d137_agreement_beside_job_function,
    d138_agreement_without_form,
    d139_agreement_number_used_twice,
    d140_agreement_after_start,
    d141_agreement_without_pay,
    d142_notice_too_short,
    d143_event_before_its_paper,
    d144_event_outside_term,
    d145_replaced_by_own_people,
    d146_consent_ends_before_given,
    d147_publication_consent_incomplete,
    d148_new_mentor_agreed_late,
    d149_absent_during_pair,
    d150_head_absent,
    d151_mentor_not_in_bank,
    d152_value_in_typographic_quotes,
    d153_result_out_of_time,
    d154_candidate_named_twice,
    d155_union_answered_before_asked,
    d170_left_to_fill_in,
)

PLAN_RULES: tuple[ModuleType, ...] = (
    s101_number_used_twice,
    s102_numbers_out_of_order,
    s103_annex_number_differs,
    s104_annex_not_mentioned,
    s105_mention_without_annex,
    s106_no_control_point,
    s107_consent_after_order,
    s108_pair_starts_before_order,
    s109_basis_after_act,
    s110_norm_not_in_force,
    s111_no_article_351_8,
    s112_unpaid_mentoring,
    s113_wrong_article,
    s114_title_without_about,
    s115_approving_word_with_order,
    s116_signed_without_number,
    s117_annex_signed_before_order,
    s118_reader_not_on_sheet,
    s119_minutes_of_no_grif,
    s120_grif_without_minutes,
    s121_point_never_holds,
    s122_pay_in_wrong_series,
    s123_in_force_before_approval,
    s124_deadline_before_act,
    s125_mentor_without_consent,
    s126_mentor_without_agreement,
    s127_agreement_after_order,
    s128_mentees_without_consent,
    s129_pay_differs_from_agreements,
    s130_no_way_to_end_early,
    s131_mentor_bound_to_notice,
    s132_consent_inside_another_document,
    s133_private_document_on_site,
    s134_published_before_issued,
    s135_published_late,
    s136_published_as_picture,
    s137_teacher_burdened_with_papers,
    s138_former_act_in_force,
    s139_grif_word_disagrees,
    s140_order_before_union_term,
    s141_number_squeezed_in,
    s142_mentoring_of_students_cited,
    s143_concept_not_named,
    s144_date_styles_mixed,
    s145_pair_without_program,
    s170_inherited_point_changed,
)

TEXT_RULES: tuple[ModuleType, ...] = (
    w101_left_unfilled,
    w102_look_alike_letter,
    w103_punctuation_doubled,
    w104_empty_place,
    w105_date_style,
    w106_no_such_day,
    w107_school_year_style,
    w108_another_school_year,
    w109_initials_apart,
    w110_person_spelled_differently,
    w111_organisation_spelled_differently,
    w112_lapsed_norm_in_text,
    w113_norm_cited_wrongly,
    w114_first_page_numbered,
    w115_annex_mark_differs,
    w116_word_repeated,
    w117_order_without_command,
    w120_named_on_site_without_consent,
    w121_private_data_on_site,
    w122_signature_mark_unsigned,
    w123_name_in_wrong_case,
    w124_position_differs,
    w125_foreign_signs,
    w126_words_glued,
    w127_lapsed_standard_in_text,
    w128_margins_too_narrow,
)

PRINTED_RULES: tuple[ModuleType, ...] = (
    w130_signature_alone,
    w131_blank_page,
)

RETURNED_RULES: tuple[ModuleType, ...] = (
    v101_foreign_document,
    v102_text_differs,
    v103_tracked_changes,
    v104_comments_left,
    v105_unseen_text,
    v106_foreign_content,
    v107_signature_broken,
    v108_not_covered,
    v109_signature_not_checked,
    v110_certificate_out_of_term,
    v111_signed_file_changed,
)


class Reducible(Protocol):
    """What can be asked again without a record whose field is absent."""

    def without(self, record: Record) -> Reducible:
        """Return the same less the record and what rests on it."""


R = TypeVar("R", bound=Reducible)


def modules() -> tuple[ModuleType, ...]:
    """Return the module of every rule in code order."""
    return (*SCHOOL_RULES, *PLAN_RULES, *TEXT_RULES, *PRINTED_RULES, *RETURNED_RULES)


def rules() -> tuple[Rule, ...]:
    """Return every rule in code order."""
    return tuple(module.RULE for module in modules())


def page(code: str) -> str | None:
    """Return the Russian page of a rule, or None for a code that is no rule's."""
    for module in modules():
        if module.RULE.code == code:
            package, _, name = module.__name__.rpartition(".")
            return files(package).joinpath(f"{name}.md").read_text(encoding="utf-8")
    return None


def check_school(school: School, among: Iterable[ModuleType] = SCHOOL_RULES) -> Iterator[Diagnostic]:
    """Yield what the rules find in the data.

    A rule that meets an absent field is asked again without the record at fault: one error hides no other.
    """
    for module in among:
        yield from _without_the_broken(module.check, school)


def check_acts(choice: Choice, among: Iterable[ModuleType] = PLAN_RULES) -> Iterator[Diagnostic]:
    """Yield what the rules find in the set of documents that were chosen; broken records as above."""
    acts = Acts.of(choice)
    for module in among:
        yield from _without_the_broken(module.check, acts)


def check_texts(finished: Finished, among: Iterable[ModuleType] = TEXT_RULES) -> Iterator[Diagnostic]:
    """Yield what the rules find in finished documents, before they are written."""
    for module in among:
        yield from module.check(finished)


def check_printed(printed: Printed, among: Iterable[ModuleType] = PRINTED_RULES) -> Iterator[Diagnostic]:
    """Yield what the rules find in documents as they come out of the printer."""
    for module in among:
        yield from module.check(printed)


def printed_codes() -> frozenset[str]:
    """Return the codes of the rules that are asked only of printed documents."""
    return frozenset(module.RULE.code for module in PRINTED_RULES)


def check_returned(returned: ReturnedFile, among: Iterable[ModuleType] = RETURNED_RULES) -> Iterator[Diagnostic]:
    """Yield what the rules find in a file that came back."""
    for module in among:
        yield from module.check(returned)


def _without_the_broken(check: Callable[[R], Iterator[Diagnostic]], asked: R) -> list[Diagnostic]:
    removed: list[Record] = []
    while True:
        try:
            return list(check(asked))
        except Absent as absent:
            if any(absent.record is record for record in removed):
                return []  # it stands where it cannot be left out, as the settings do
            removed.append(absent.record)
            asked = asked.without(absent.record)  # type: ignore[assignment]
