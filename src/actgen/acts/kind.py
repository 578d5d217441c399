"""A kind of act (вид акта): what is issued, for whom, who signs, which words."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import lru_cache

from pydantic import Field, PrivateAttr

from actgen.acts.points import Outline, Outlines, OwnPoint, Point
from actgen.acts.questions import Question
from actgen.sources import Day, Line, Many, OneOf, Record, Whole, WordCondition, WordText, YesNo


class IssuedFor(Enum):
    """For what an act of a kind is issued: each subject gets a document of its own."""

    SCHOOL = "один на школу"
    PAIR = "на каждую пару"
    MENTOR = "на каждого наставника"
    MENTEE = "на каждого наставляемого"
    PROGRAM = "на каждую программу"
    PERSON = "на каждого человека"
    EVENT = "на каждое событие"


class GrifAction(Enum):
    """What a mark on the first page (гриф) attests; the word is agreed with the kind of document."""

    APPROVE = "утвердить"
    AGREE = "согласовать"
    ADOPT = "принять"
    CONSIDER = "рассмотреть"
    HEED = "учесть мнение"


class Side(Enum):
    """Where on the first page a grif stands."""

    LEFT = "слева"
    RIGHT = "справа"


class DateFrom(Enum):
    """Which record of the data dates an act that the journal does not have."""

    AGREEMENT = "соглашение"
    MENTOR_CONSENT = "согласие"
    MENTEES_CONSENT = "согласие наставляемых"
    PROCESSING_CONSENT = "согласие на обработку"
    PUBLICATION_CONSENT = "согласие на распространение"
    EVENT = "событие"
    START_OF_EVENT = "начало события"
    UNION = "обращение в профсоюз"
    END_OF_YEAR = "конец учебного года"


class OnSite(Enum):
    """Whether an act goes to the school's site."""

    YES = "да"
    NO = "нет"
    IMPERSONAL = "без персональных данных"


class Grif(Record):
    """A mark of approval, agreement or adoption (гриф) on the first page."""

    action: OneOf[GrifAction] = Field(
        alias="действие", description="утвердить, согласовать, принять, рассмотреть, учесть мнение"
    )
    by: Line = Field(
        alias="чем", description="орган, акт (кратко) или роль: педсовет, приказ-о-наставничестве, директор"
    )
    word: Line | None = Field(None, alias="слово", description="собственное слово вместо обычного")
    side: OneOf[Side] | None = Field(None, alias="место", description="слева или справа")


class ActKind(Record):
    """What the school issues: one file of `acts/` and the template of the same name."""

    title: Line = Field(alias="название", description="название для имени файла и ссылок: О закреплении пар")
    heading: WordText | None = Field(None, alias="заголовок", description="заголовок, как его печатать")
    document_kind: Line = Field(alias="вид_документа", description="приказ, положение, дорожная карта, программа")
    short: Line | None = Field(None, alias="кратко", description="короткое имя для команд и ссылок: приказ-о-парах")
    issued_for: OneOf[IssuedFor] = Field(
        IssuedFor.SCHOOL, alias="издаётся", description="один на школу, на каждую пару, на каждого наставника …"
    )
    events: Many[Line] = Field(
        (),
        alias="событие",
        description="виды событий: для «на каждое событие» — какие; для «на каждую пару» и «наставляемого» — "
        "ещё и после какого: замена наставника",
    )
    people_list: Line | None = Field(None, alias="список", description="для «на каждого человека»: какой список людей")
    series: Line | None = Field(None, alias="серия", description="серия номеров журнала")
    signers: Many[Line] = Field((), alias="подписывает", description="роль или роли")
    has_seal: YesNo = Field(False, alias="печать", description="да — у первой подписи место печати, «М.П.»")
    order: Whole = Field(alias="порядок", description="место в комплекте и в печати")
    needed: WordCondition | None = Field(None, alias="нужно", description="условие в словах; без него — всегда")
    bases: Many[Line] = Field((), alias="основания", description="акты, на которых основан")
    annexes: Many[Line] = Field((), alias="приложения", description="акты-приложения")
    grifs: Many[Grif] = Field((), alias="грифы", description="грифы первой страницы")
    acquainted: Many[Line] = Field((), alias="знакомятся", description="кто знакомится")
    visas: Many[Line] = Field((), alias="визы", description="кто визирует")
    judged_on: Day | None = Field(None, alias="на_дату", description="дата, пока нет записи в журнале")
    date_from: OneOf[DateFrom] | None = Field(
        None,
        alias="дата_из",
        description="что даёт дату без журнала: соглашение, согласие, событие, конец учебного года",
    )
    since: Day | None = Field(None, alias="с", description="вид есть для актов с этой даты")
    until: Day | None = Field(None, alias="по", description="вид есть для актов по эту дату включительно")
    copies: Whole = Field(1, alias="экземпляров", description="сколько экземпляров подписывают")
    on_site: OneOf[OnSite] | None = Field(
        None, alias="на_сайт", description="идёт ли на сайт: да, нет, без персональных данных"
    )
    is_blank: YesNo = Field(False, alias="бланк", description="да — часть заполняют от руки, номера у него нет")
    stages: Many[Line] = Field((), alias="этапы", description="каким этапам дорожной карты служит: условия")
    retention: Line | None = Field(None, alias="хранение", description="сколько хранится: 50 лет")
    preamble: WordText | None = Field(None, alias="преамбула", description="текст до «ПРИКАЗЫВАЮ:»")
    points: Many[Point] = Field((), alias="пункты", description="пункты, вложенные друг в друга")
    questions: Many[Question] = Field((), alias="вопросы", description="вопросы анкеты")

    _stem: str = PrivateAttr("")
    _file: str = PrivateAttr("")
    _own_points: tuple[OwnPoint, ...] = PrivateAttr(())
    _outlines: Outlines | None = PrivateAttr(None)

    def holds_on(self, day: date) -> bool:
        """Return whether an act dated `day` may be of this kind, its condition apart."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def stem(self) -> str:
        """The file's name without `.yaml`: `order-on-pairs`."""
        stem: str = self._private["_stem"]
        return stem

    @property
    def file(self) -> str:
        """The file that says so, relative to the project."""
        return self._file

    @property
    def own_points(self) -> tuple[OwnPoint, ...]:
        """What `data/points.yaml` of the school replaced, dropped and added in it."""
        return self._own_points

    def outline_on(self, day: date) -> Outline:
        """Return the points that an act of that day has when every condition is met, numbered.

        They are numbered once: schools on common acts share them.
        """
        known = self._outlines
        if known is None or known.points is not self.points:
            known = self._outlines = Outlines(self.points)
        return known.on(day)

    @property
    def word(self) -> str:
        """The name of the kind in words: `приказ_о_парах`."""
        return self.names[-1].replace("-", "_").replace(" ", "_")

    @property
    def full_title(self) -> str:
        """The title with its kind of document before it, as lists print it: «Положение о системе наставничества»."""
        if self.document_kind.casefold() in self.title.casefold():
            return self.title
        kind = self.document_kind[:1].upper() + self.document_kind[1:]
        return f"{kind} {self.title[:1].lower()}{self.title[1:]}"

    @property
    def names(self) -> tuple[str, ...]:
        """How a command, a journal or another act may call it."""
        return (self.stem, *((self.short,) if self.has("short") and self.short else ()))

    def is_called(self, name: str) -> bool:
        """Return whether a command, a journal or another act means this kind by that name."""
        wanted = fold_kind_name(name)
        return any(fold_kind_name(own) == wanted for own in self.names)


@lru_cache(maxsize=4096)
def fold_kind_name(name: str) -> str:
    """Return the name of a kind for comparing: small letters, a hyphen for a blank or an underscore.

    >>> fold_kind_name("Приказ_о парах")
    'приказ-о-парах'
    """
    return name.strip().casefold().replace("_", "-").replace(" ", "-")
