"""Overrides first, the lock next, the grammar last; what was asked can be locked."""

from actgen.language import (
    Case,
    FormKey,
    Forms,
    Gender,
    Kind,
    Layer,
    LockedForm,
    Override,
    decline_name,
    override_index,
)

NBSP = "\N{NO-BREAK SPACE}"
SPARROW = "Воробей Григорий Саввич"
OWN = "Воробея Григория Саввича"


def lock_of(forms: Forms) -> dict[FormKey, LockedForm]:
    return {asked.key: asked.locked for asked in forms.asked()}


def test_a_form_written_by_a_person_wins_without_a_doubt() -> None:
    forms = Forms(override_index([(Kind.NAME, SPARROW, Override({Case.GENITIVE: OWN}))]))

    declined = forms.name(SPARROW, Case.GENITIVE)

    assert (declined.text, declined.doubts, declined.layer) == (OWN, (), Layer.OVERRIDE)


def test_a_form_written_by_a_person_reaches_the_initials() -> None:
    forms = Forms(override_index([(Kind.NAME, SPARROW, Override({Case.GENITIVE: OWN}))]))

    assert forms.short_name(SPARROW, Case.GENITIVE).text == f"Воробея{NBSP}Г.С."
    assert forms.short_name(SPARROW, Case.GENITIVE, surname_leads=False).text == f"Г.С.{NBSP}Воробея"


def test_a_surname_written_by_a_person_reaches_everyone_who_bears_it() -> None:
    entry = Override({Case.DATIVE: "Воробею"}, gender=Gender.MASCULINE)
    forms = Forms(override_index([(Kind.SURNAME, "Воробей", entry)]))

    assert forms.name("Воробей Иван Ильич", Case.DATIVE).text == "Воробею Ивану Ильичу"
    assert forms.name("И.И. Воробей", Case.DATIVE, Gender.MASCULINE).text == "И.И. Воробею"
    assert forms.name("Воробей Ольга Ильинична", Case.DATIVE).text == "Воробей Ольге Ильиничне"
    assert forms.name("Воробей Иван Ильич", Case.DATIVE).doubts == ()


def test_a_frozen_name_stays_in_every_case() -> None:
    forms = Forms(override_index([(Kind.FIRST_NAME, "Асель", Override(is_frozen=True))]))

    assert forms.name("Юсупова Асель Ренатовна", Case.GENITIVE).text == "Юсуповой Асель Ренатовны"
    assert forms.name("Юсупова Асель Ренатовна", Case.GENITIVE).doubts == ()


def test_a_confirmed_form_is_that_of_the_grammar_without_its_doubts() -> None:
    forms = Forms(override_index([(Kind.NAME, SPARROW, Override(is_confirmed=True))]))

    declined = forms.name(SPARROW, Case.GENITIVE)

    assert (declined.text, declined.doubts) == (decline_name(SPARROW, Case.GENITIVE).text, ())


def test_a_confirmed_form_stays_as_it_was_looked_at_whatever_the_grammar_says_later() -> None:
    override = {(Kind.NAME, SPARROW): Override(is_confirmed=True)}
    key = FormKey("фио", SPARROW, "родительный")
    seen = Forms(lock={key: LockedForm("Воробья Григория Саввича", ("L101",))})
    assert seen.name(SPARROW, Case.GENITIVE).doubts

    now = Forms(override, seen.lock)
    declined = now.name(SPARROW, Case.GENITIVE)
    again = Forms(override, lock_of(now)).name(SPARROW, Case.GENITIVE)

    assert (declined.text, declined.doubts, declined.layer) == ("Воробья Григория Саввича", (), Layer.CONFIRMED)
    assert again == declined


def test_what_was_confirmed_is_doubted_again_when_the_entry_is_gone() -> None:
    confirmed = Forms({(Kind.NAME, SPARROW): Override(is_confirmed=True)})
    confirmed.name(SPARROW, Case.GENITIVE)

    declined = Forms(lock=lock_of(confirmed)).name(SPARROW, Case.GENITIVE)

    assert declined == decline_name(SPARROW, Case.GENITIVE)


def test_gender_given_by_a_person_declines_a_name_with_initials() -> None:
    forms = Forms(override_index([(Kind.NAME, "Бондарь О.И.", Override(gender=Gender.MASCULINE))]))

    assert forms.name("Бондарь О.И.", Case.DATIVE).text == "Бондарю О.И."


def test_the_lock_is_read_before_the_grammar() -> None:
    key = FormKey("должность", "учитель", "винительный")

    declined = Forms(lock={key: LockedForm("учителку", ("L121",))}).position("учитель", Case.ACCUSATIVE)

    assert (declined.text, declined.layer) == ("учителку", Layer.LOCK)
    assert [doubt.code for doubt in declined.doubts] == ["L121"]


def test_an_override_is_stronger_than_the_lock() -> None:
    key = FormKey("фио", SPARROW, "родительный")
    overrides = override_index([(Kind.SURNAME, "Воробей", Override({Case.GENITIVE: "Воробея"}))])

    forms = Forms(overrides, {key: LockedForm("Воробья Григория Саввича", ("L107",))})

    assert forms.name(SPARROW, Case.GENITIVE).text == OWN


def test_the_lock_made_of_what_was_asked_gives_the_same_forms_again() -> None:
    questions = [("учитель", Case.DATIVE), ("Учитель", Case.DATIVE), ("заведующая", Case.ACCUSATIVE)]
    first = Forms()
    answers = [first.position(text, case).text for text, case in questions]
    first.name(SPARROW, Case.GENITIVE)

    second = Forms(lock=lock_of(first))

    assert [second.position(text, case).text for text, case in questions] == answers
    assert [doubt.code for doubt in second.name(SPARROW, Case.GENITIVE).doubts] == ["L107"]
    assert lock_of(second) == lock_of(first)


def test_a_locked_form_of_an_override_goes_with_the_override() -> None:
    overrides = override_index([(Kind.NAME, SPARROW, Override({Case.GENITIVE: OWN}))])
    first = Forms(overrides)
    first.name(SPARROW, Case.GENITIVE)

    second = Forms(lock=lock_of(first))

    assert second.name(SPARROW, Case.GENITIVE).text == decline_name(SPARROW, Case.GENITIVE).text


def test_the_nominative_is_never_locked() -> None:
    forms = Forms()
    forms.name(SPARROW, Case.NOMINATIVE)

    assert forms.asked() == ()


def test_unused_overrides_and_lines_of_the_lock_are_told() -> None:
    overrides = override_index([(Kind.POSITION, "коуч", Override(is_frozen=True))])
    key = FormKey("должность", "повар", "родительный")

    forms = Forms(overrides, {key: LockedForm("повара")})
    forms.position("учитель", Case.GENITIVE)

    assert forms.unused_overrides() == ((Kind.POSITION, "коуч"),)
    assert forms.unused_lock() == (key,)


def test_blanks_do_not_make_another_name() -> None:
    forms = Forms()

    assert forms.name(f"Белова{NBSP}О.И.", Case.GENITIVE, Gender.FEMININE).text == f"Беловой{NBSP}О.И."
    assert forms.name("Белова О.И.", Case.GENITIVE, Gender.FEMININE).text == "Беловой О.И."
    assert [asked.key.text for asked in forms.asked()] == ["Белова О.И."]
    assert [asked.declined.text for asked in forms.asked()] == ["Беловой О.И."]


def test_a_taught_noun_is_declined_in_every_title_that_it_heads() -> None:
    forms = Forms(override_index([(Kind.WORD, "тьюторант", Override({}, Gender.MASCULINE))]))

    declined = [forms.position(title, Case.GENITIVE) for title in ("тьюторант", "старший тьюторант школы")]

    assert [(one.text, one.doubts, one.layer) for one in declined] == [
        ("тьюторанта", (), Layer.OVERRIDE),
        ("старшего тьюторанта школы", (), Layer.OVERRIDE),
    ]


def test_a_taught_noun_may_give_the_one_form_that_the_dictionary_has_wrong() -> None:
    forms = Forms(override_index([(Kind.WORD, "калькулятор", Override({Case.ACCUSATIVE: "калькулятора"}))]))

    assert forms.position("старший калькулятор", Case.ACCUSATIVE).text == "старшего калькулятора"
    assert forms.position("старший калькулятор", Case.DATIVE).text == "старшему калькулятору"


def test_a_taught_noun_is_stronger_than_the_lock() -> None:
    key = FormKey("должность", "калькулятор", "винительный")
    taught = override_index([(Kind.WORD, "калькулятор", Override({Case.ACCUSATIVE: "калькулятора"}))])

    forms = Forms(taught, {key: LockedForm("калькулятор")})

    assert forms.position("калькулятор", Case.ACCUSATIVE).text == "калькулятора"
