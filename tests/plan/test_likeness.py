"""Positions and requests are compared by what they say, not by words that everybody uses."""

from __future__ import annotations

import pytest

from actgen.plan.likeness import is_answered, is_same_work

TEACHER = "педагог дополнительного образования"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("учитель математики", "преподаватель математики"),
        ("учитель математики и информатики", "учитель математики"),
        ("учитель (математика)", "учитель математики"),
        ("учитель русского и английского языка", "учитель английского языка"),
        ("старший воспитатель", "воспитатель"),
        ("воспитатель группы раннего возраста", "воспитатель"),
        ("музыкальный руководитель", "музыкальный руководитель"),
        ("мастер производственного обучения", "старший мастер производственного обучения"),
        (f"{TEACHER} (театр)", f"{TEACHER} (театр, пение)"),
    ],
)
def test_two_who_teach_or_do_the_same_work_alike(first: str, second: str) -> None:
    assert is_same_work(first, second)
    assert is_same_work(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("учитель русского языка и литературы", "учитель английского языка"),
        ("учитель истории и обществознания", "учитель физики и астрономии"),
        ("учитель физики", "учитель физической культуры"),
        ("учитель начальных классов", "учитель математики"),
        ("учитель математики", "учитель-логопед"),
        ("учитель математики", "учитель"),
        ("воспитатель", "учитель истории"),
        ("заместитель директора по воспитательной работе", "заместитель директора по учебно-воспитательной работе"),
        (f"{TEACHER} (театр)", f"{TEACHER} (футбол)"),
        (f"{TEACHER} (театр)", TEACHER),
        ("мастер производственного обучения", "преподаватель специальных дисциплин"),
    ],
)
def test_two_who_share_only_common_words_do_not(first: str, second: str) -> None:
    assert not is_same_work(first, second)
    assert not is_same_work(second, first)


@pytest.mark.parametrize(
    ("request_text", "competence"),
    [
        ("анализ урока", "планирование и анализ урока"),
        ("анализ собственного урока", "планирование и анализ урока"),
        ("дисциплина на занятии", "дисциплина на уроке"),
        ("оценивание", "оценивание результатов"),
        ("работа с текстом на уроке", "работа с текстом"),
        ("лабораторных работ", "лабораторные работы"),
        ("работа с детьми", "работа с детьми"),
    ],
)
def test_a_competence_about_the_same_answers_a_request(request_text: str, competence: str) -> None:
    assert is_answered(request_text, competence)


@pytest.mark.parametrize(
    ("request_text", "competence"),
    [
        ("анализ урока", "безопасность на уроке физкультуры"),
        ("анализ урока", "анализ результатов"),
        ("школьное самоуправление", "школьные соревнования"),
        ("лабораторные работы", "цифровая лаборатория"),
        ("планирование учебного дня", "планирование и анализ урока"),
        ("подготовка к аттестации", "подготовка к экзаменам"),
        ("работа с родителями и детьми", "работа с детьми младшего возраста"),
        ("", ""),
    ],
)
def test_a_common_word_is_no_answer(request_text: str, competence: str) -> None:
    assert not is_answered(request_text, competence)
