"""From the texts of `acts/` to kinds of act, and what of them does not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from actgen.acts.kind import ActKind, fold_kind_name
from actgen.acts.points import DEEPEST_LEVEL, Point, every_point
from actgen.acts.questions import LONGEST_SCALE, Question, QuestionKind
from actgen.diagnostics import Diagnostic, Outcome, Place, Related, Severity, closest
from actgen.diagnostics.diagnostic import in_order
from actgen.sources import Mapping as Values
from actgen.sources import believe, read_yaml


@dataclass(frozen=True, slots=True)
class ActKinds:
    """The kinds of act that the school issues, in their order in the set.

    `is_known` is no where the file or the name of a kind could not be believed: an unknown name may then be its own,
    which is no second fault.
    """

    all: tuple[ActKind, ...]
    is_known: bool = True
    _by_name: Mapping[str, ActKind] = field(init=False, repr=False, compare=False)
    _parents: Mapping[str, ActKind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # The first of two kinds with one name has it.
        by_name = {fold_kind_name(name): kind for kind in reversed(self.all) for name in kind.names}
        object.__setattr__(self, "_by_name", by_name)
        annexes = ((self.named(name), kind) for kind in reversed(self.all) for name in vars(kind).get("annexes", ()))
        object.__setattr__(self, "_parents", {annex.stem: kind for annex, kind in annexes if annex is not None})

    def named(self, name: str) -> ActKind | None:
        """Return the kind of that file stem or short name, or None."""
        return self._by_name.get(fold_kind_name(name))

    def nearest(self, name: str) -> str | None:
        """Return the name that was most likely meant by a misspelt one."""
        return closest(name, [own for kind in self.all for own in kind.names])

    def unknown(self, name: str, place: Place, hint: str = "виды актов — имена файлов в папке acts") -> Diagnostic:
        """Return the finding that no kind is called so; `hint` is what to do where none is alike."""
        near = self.nearest(name)
        return Diagnostic(
            "D045",
            Severity.ERROR,
            f"нет вида акта «{name}»" + (f"; похожий: «{near}»" if near else ""),
            place,
            hint=f"исправьте на «{near}»" if near else hint,
        )

    def parent_of(self, kind: ActKind) -> ActKind | None:
        """Return the kind whose annex this one is, or None."""
        return self._parents.get(kind.stem)

    def __iter__(self) -> Iterator[ActKind]:
        return iter(self.all)


def read_kinds(texts: Mapping[str, tuple[str, str]]) -> Outcome[ActKinds]:
    """Return the kinds of act that the texts describe.

    Args:
        texts: By file stem: the path for messages and the text.
    """
    found: list[Diagnostic] = []
    kinds: list[ActKind] = []
    is_known = True
    for stem, (file, text) in sorted(texts.items()):
        values = read_yaml(file, text)
        found.extend(values.diagnostics)
        if not isinstance(values.value, Values) or not values.value:
            is_known = False
            if isinstance(values.value, Values):
                found.append(_empty(file))
            continue
        believed = believe(ActKind, values.value)
        found.extend(believed.diagnostics)
        kind = believed.value
        kind._stem, kind._file = stem, file
        is_known = is_known and kind.has("short")
        kinds.append(kind)
    kinds.sort(key=lambda kind: (vars(kind).get("order", 0), kind.stem))
    result = ActKinds(tuple(kinds), is_known)
    for kind in result:
        found.extend(_broken_points(kind))
        found.extend(_broken_questions(kind))
        found.extend(_broken_references(kind, result))
    return Outcome(result, in_order(found))


def _empty(file: str) -> Diagnostic:
    needed = ", ".join(info.alias or name for name, info in ActKind.model_fields.items() if info.is_required())
    return Diagnostic(
        "D002", Severity.ERROR, f"файл пуст: {file}", Place(file, 1, 1), hint=f"впишите в него ключи: {needed}"
    )


def _broken_points(kind: ActKind) -> Iterator[Diagnostic]:
    first: dict[str, Point] = {}
    points = vars(kind).get("points", ())
    for point in every_point(points):
        code = vars(point).get("code")
        if code and code in first:
            yield Diagnostic(
                "D042",
                Severity.ERROR,
                f"ид пункта повторяется: {code}",
                point.place("ид"),
                hint="дайте пункту другой ид",
                related=(Related(first[code].place("ид"), "первый раз здесь"),),
            )
        elif code:
            first[code] = point
        if _says_nothing(point):
            yield Diagnostic(
                "D043",
                Severity.ERROR,
                f"у пункта нет ни текста, ни заголовка раздела: {code or 'без ид'}",
                point.place(),
                hint="добавьте строку «текст: …» или «раздел: …»",
            )
    yield from _too_deep(points, 1)


def _says_nothing(point: Point) -> bool:
    return point.has("wording") and point.has("section") and point.wording is None and point.section is None


def _too_deep(points: tuple[Point, ...], level: int) -> Iterator[Diagnostic]:
    for point in points:
        if level > DEEPEST_LEVEL:
            yield Diagnostic(
                "D044",
                Severity.ERROR,
                f"пункты вложены глубже, чем допускает ГОСТ: уровней {level}, можно {DEEPEST_LEVEL}",
                point.place(),
                hint="поднимите пункт на уровень выше",
            )
        else:
            yield from _too_deep(vars(point).get("points", ()), level + 1)


def _broken_questions(kind: ActKind) -> Iterator[Diagnostic]:
    first: dict[str, Question] = {}
    for question in vars(kind).get("questions", ()):
        if not question.is_whole:
            continue
        if question.code in first:
            yield Diagnostic(
                "D056",
                Severity.ERROR,
                f"ид вопроса повторяется: {question.code}",
                question.place("ид"),
                hint="дайте вопросу другой ид",
                related=(Related(first[question.code].place("ид"), "первый раз здесь"),),
            )
        first.setdefault(question.code, question)
        yield from _unanswerable(question)


def _unanswerable(question: Question) -> Iterator[Diagnostic]:
    """Yield why a question cannot be printed so that it can be answered."""
    if question.kind in (QuestionKind.CHOICE, QuestionKind.SEVERAL) and len(question.options) < 2:
        yield Diagnostic(
            "D056",
            Severity.ERROR,
            f"у вопроса нет вариантов для выбора: {question.code}",
            question.place("вид"),
            hint="добавьте «варианты:» — не меньше двух",
        )
    if question.kind is QuestionKind.SCALE and not 2 <= len(question.marks) <= LONGEST_SCALE:
        yield Diagnostic(
            "D056",
            Severity.ERROR,
            f"шкала вопроса не печатается: {question.code}, от {question.lowest} до {question.highest}",
            question.place("до"),
            hint=f"делений должно быть от 2 до {LONGEST_SCALE}",
        )


def _broken_references(kind: ActKind, kinds: ActKinds) -> Iterator[Diagnostic]:
    for key, names in (("приложения", vars(kind).get("annexes", ())), ("основания", vars(kind).get("bases", ()))):
        for position, name in enumerate(names):
            if kinds.is_known and kinds.named(name) is None:
                yield kinds.unknown(name, kind.place(key, position), hint="создайте такой файл в папке acts")


def missing_template(kind: ActKind, file: str) -> Diagnostic:
    """Return the finding that a kind of act has no template."""
    return Diagnostic(
        "D046",
        Severity.ERROR,
        f"у вида акта нет шаблона: {file}",
        Place(kind.file, 1, 1),
        hint=f"положите файл Word под именем {file}",
    )
