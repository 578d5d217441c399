"""The work of the year (работа года) beside the pairs: training, events, indicators, report, publication."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from actgen.school.references import PersonRef
from actgen.sources import Day, Identifier, Line, Many, OneOf, OneOfOrOther, Prose, Record, Whole, YesNo


class TrainingForm(Enum):
    """How mentors learn; a school may write a form of its own."""

    CONSULTATION = "консультация"
    EXCHANGE = "обмен опытом"
    COURSES = "курсы"


class Training(Record):
    """One line of the plan by which mentors are trained (обучение наставников)."""

    what: Prose = Field(alias="что", description="тема занятия")
    form: OneOfOrOther[TrainingForm] = Field(alias="форма", description="консультация, обмен опытом, курсы или своя")
    term: Line = Field(alias="срок", description="месяц или дата: октябрь")
    leader: Line | None = Field(None, alias="кто", description="кто проводит: имя, роль или организация")
    participants: Many[PersonRef] = Field((), alias="участники", description="кто учится; без списка — все наставники")
    hours: Whole | None = Field(None, alias="часов", description="сколько академических часов")


class YearEvent(Record):
    """An event of the year: the final meeting, a contest, a round table."""

    what: Prose = Field(alias="что", description="мероприятие: круглый стол по итогам года")
    day: Day | None = Field(None, alias="дата", description="когда проведено или будет проведено")
    where: Line | None = Field(None, alias="место", description="где")


class OwnIndicator(Record):
    """An indicator that the school adds to the computed ones, or the plan of a computed one of the same name."""

    title: Line = Field(alias="название", description="показатель: Открытые уроки наставляемых")
    planned: Line | None = Field(None, alias="план", description="сколько намечено")
    actual: Line | None = Field(None, alias="факт", description="сколько вышло")
    unit: Line | None = Field(None, alias="единица", description="чел., ед., %")


class Minutes(Record):
    """Minutes (протокол) of a body."""

    body: Identifier = Field(alias="орган", description="ид органа из data/school.yaml: педсовет")
    number: Line | None = Field(None, alias="номер", description="номер протокола")
    day: Day | None = Field(None, alias="дата", description="дата заседания")
    present: Whole | None = Field(None, alias="присутствовали", description="сколько человек")
    heard: Many[Prose] = Field((), alias="слушали", description="о чём говорили, по одному в строке")
    decided: Many[Prose] = Field((), alias="решили", description="что решили, по одному в строке")
    chair: PersonRef | None = Field(None, alias="председатель", description="кто председательствовал")
    secretary: PersonRef | None = Field(None, alias="секретарь", description="кто вёл протокол")


class FounderReport(Record):
    """What the report to the founder (отчёт учредителю) says beside its figures."""

    addressee: Many[Line] = Field((), alias="кому", description="адресат в дательном падеже, строками")
    executor: PersonRef | None = Field(None, alias="исполнитель", description="кто готовил отчёт; обычно куратор")
    conclusions: Many[Prose] = Field((), alias="выводы", description="выводы, по одному в строке")
    proposals: Many[Prose] = Field((), alias="предложения", description="предложения, по одному в строке")


class Publication(Record):
    """What is known of a file that stands on the site."""

    document: Line = Field(alias="документ", description="вид акта: положение")
    file: Line | None = Field(None, alias="файл", description="имя файла или адрес страницы")
    facts: Prose | None = Field(None, alias="сведения", description="что указать рядом с файлом")
    day: Day | None = Field(None, alias="дата", description="дата размещения")
    is_signed: YesNo | None = Field(
        None, alias="эп", description="подписан ли файл электронной подписью руководителя: да или нет"
    )


class SchoolProgram(Record):
    """What is the school's own in its mentoring program (программа наставничества организации)."""

    period: Line | None = Field(None, alias="период", description="на какие годы: 2026–2029 годы")
    grounds: Prose | None = Field(None, alias="актуальность", description="почему программа нужна этой организации")
    results: Many[Prose] = Field((), alias="результаты", description="ожидаемые результаты, по одному в строке")


class UnionAnswer(Enum):
    """What the elected body of the union answered to a draft (ст. 372 ТК РФ)."""

    AGREED = "согласен"
    DISAGREED = "не согласен"
    SILENT = "не поступило"


class UnionOpinion(Record):
    """How the opinion of the trade union on the drafts of the year was asked for."""

    sent_on: Day | None = Field(None, alias="направлено", description="дата, когда направлен проект")
    answered_on: Day | None = Field(None, alias="ответ", description="дата ответа")
    answer: OneOf[UnionAnswer] | None = Field(
        None, alias="мнение", description="согласен, не согласен или не поступило"
    )
    number: Line | None = Field(None, alias="номер", description="номер протокола, которым выражено мнение")


class RepealedAct(Record):
    """A former act that ceases to be in force."""

    document_kind: Line = Field(alias="вид", description="положение, приказ, программа")
    title: Line = Field(alias="название", description="название, как в самом акте: О наставничестве")
    number: Line | None = Field(None, alias="номер", description="номер приказа, которым утверждён, или его самого")
    day: Day | None = Field(None, alias="дата", description="дата того же приказа")


class Amendment(Record):
    """A new wording of one point of an act."""

    act: Line = Field(alias="акт", description="какой акт изменяется: положение")
    point: Line = Field(alias="пункт", description="номер пункта: 3.2")
    wording: Prose = Field(alias="редакция", description="новый текст пункта, без номера")


class YearWork(Record):
    """The whole of `data/year.yaml`."""

    repealed: Many[RepealedAct] = Field((), alias="утрачивают_силу", description="акты, которые утрачивают силу")
    amendments: Many[Amendment] = Field((), alias="изменения", description="изменения в действующие акты")
    union: UnionOpinion | None = Field(None, alias="профсоюз", description="учёт мнения профсоюза")
    trainings: Many[Training] = Field((), alias="обучение", description="обучение наставников")
    events: Many[YearEvent] = Field((), alias="мероприятия", description="мероприятия года")
    indicators: Many[OwnIndicator] = Field((), alias="показатели", description="собственные показатели и планы")
    minutes: Many[Minutes] = Field((), alias="протоколы", description="протоколы органов")
    report: FounderReport | None = Field(None, alias="отчёт", description="отчёт учредителю")
    publications: Many[Publication] = Field((), alias="публикация", description="что уже размещено на сайте")
    school_program: SchoolProgram | None = Field(
        None, alias="программа_организации", description="собственное в программе наставничества организации"
    )

    @property
    def is_kept(self) -> bool:
        """Whether the file is there and says anything."""
        return any(self.is_written(field.alias or name) for name, field in type(self).model_fields.items())
