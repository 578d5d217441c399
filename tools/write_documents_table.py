"""Write `docs/documents.md`: every shipped kind of act, for whom, when, who signs, on what basis.

Run: `python tools/write_documents_table.py`; the page is made of `acts/` and of nothing else but the words below,
which say in plain Russian what a condition (`нужно`) asks for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]

from actgen.acts import ActKind, ActKinds, GrifAction, IssuedFor, read_kinds  # noqa: E402
from actgen.language import Case  # noqa: E402
from actgen.norms import norms  # noqa: E402
from actgen.school.roadmap import StageKind  # noqa: E402
from actgen.sources import read_yaml  # noqa: E402

ACTS = ROOT / "acts"
ROADMAP = ROOT / "data" / "roadmap.yaml"
PAGE = ROOT / "docs" / "documents.md"

CONDITIONS: Mapping[str, str] = {
    "дорожная_карта.есть": "когда есть data/roadmap.yaml",
    "пары": "есть пары",
    "выплаты": "есть соглашения с выплатами",
    "изменения": "в `year.yaml` есть «изменения»",
    "обучение": "в `year.yaml` есть «обучение»",
    "утрачивают_силу": "в `year.yaml` есть «утрачивают_силу»",
    "отчёт.есть": "в `year.yaml` есть «отчёт»",
    "новые_сотрудники": "есть принятые после 1 сентября",
    "банк.есть": "есть `bank.yaml`",
    "банк.наставники": "в банке есть наставники",
    "банк.наставляемые": "в банке есть наставляемые",
    "банк.подбор": "в банке есть и наставники, и наставляемые",
    "показатели.есть": "есть работа года или итоги пар",
    "итоги.есть": "у пар есть «итог»",
    "публикация.есть": "есть что размещать на сайте",
    "выписка.есть and год.первый >= 2025": "положение принял орган",
    "профсоюз.есть and обращение.есть": "есть профсоюз и обращение к нему",
    "событие.новый_наставник.есть": "назван новый наставник",
    "not событие.наставник_заменён": "наставника никто не заменил",
    "человек.согласия.обработка.есть": "у человека есть такое согласие",
    "человек.согласия.распространение.есть": "у человека есть такое согласие",
    'соглашение.есть and пара.основание == "соглашение"': "у пары есть «соглашение»",
    'программа_организации.есть or организация.вид in ["дошкольная образовательная организация", '
    '"организация дополнительного образования"]': "детский сад, допобразование; у других — раздел в `year.yaml`",
}
"""What `нужно` asks for; a condition that is not here is an error of the tool, so that none stays unexplained."""

GRIFS: Mapping[GrifAction, str] = {
    GrifAction.APPROVE: "утверждает",
    GrifAction.AGREE: "согласует",
    GrifAction.ADOPT: "принимает",
    GrifAction.CONSIDER: "рассматривает",
    GrifAction.HEED: "высказывает мнение",
}

HEAD = """\
# Какие документы печатает actgen

Страницу пишет `tools/write_documents_table.py` по файлам папки `acts`; руками её не правят.
Документ печатается, когда его просят данные: пустая ячейка «Когда» значит «всегда».
Основание — нормы, на которые ссылается текст вида, и акты школы, реквизиты которых он печатает.
«С 01.03.2025» — вид или пункт действует для актов с этой даты.

"""

_NORM = re.compile(r"норма\.(\w+)\.")
_NEEDED = re.compile(r"^нужно:(?: *>-?\n((?:  .*\n)+)| *(.+)\n)", re.MULTILINE)


def shipped_kinds() -> ActKinds:
    """Return the kinds of `acts/`, in the order in which a set is printed."""
    texts = {path.stem: (f"acts/{path.name}", _text(path.stem)) for path in sorted(ACTS.glob("*.yaml"))}
    return read_kinds(texts).value


def page() -> str:
    """Return the whole page."""
    kinds = shipped_kinds()
    return HEAD + _table(kinds) + "\n## Девять этапов дорожной карты\n\n" + _stages(kinds)


def kinds_of_stage(kinds: Iterable[ActKind], stage: StageKind) -> list[ActKind]:
    """Return the kinds that serve a stage of the roadmap."""
    return [kind for kind in kinds if stage.value in kind.stages]


def _table(kinds: ActKinds) -> str:
    rows = [
        ("№", "Документ", "Для кого", "Когда", "Кто подписывает", "Основание"),
        ("---", "---", "---", "---", "---", "---"),
        *(
            (str(number), _title(kind), _issued_for(kind), _when(kind), _signers(kind, kinds), _basis(kind, kinds))
            for number, kind in enumerate(kinds, start=1)
        ),
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def stage_titles() -> Mapping[str, str]:
    """Return how the roadmap of the seed calls each stage, with its number."""
    values = read_yaml("data/roadmap.yaml", ROADMAP.read_text(encoding="utf-8")).value
    stages = values["этапы"] if values is not None else []
    return {stage["вид"]: f"{number}. {stage['название']}" for number, stage in enumerate(stages, start=1)}


def _stages(kinds: ActKinds) -> str:
    titles = stage_titles()
    rows = [("Этап подлинной карты", "В актах", "Документы"), ("---", "---", "---")]
    rows += [
        (titles[stage.value], stage.value, "; ".join(f"`{kind.stem}`" for kind in kinds_of_stage(kinds, stage)))
        for stage in StageKind
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _title(kind: ActKind) -> str:
    return f"{kind.full_title}<br>`{kind.stem}`"


def _short(kind: ActKind) -> str:
    return (kind.short or kind.stem).replace("-", " ")


def _issued_for(kind: ActKind) -> str:
    text = kind.issued_for.value
    events = ", ".join(kind.events)
    if kind.issued_for is IssuedFor.EVENT:
        return f"{text}: {events}"
    return f"{text}; снова — {events}" if events else text


def _when(kind: ActKind) -> str:
    needed = CONDITIONS[_condition(kind)] if kind.needed is not None else ""
    since = f"с {kind.since:%d.%m.%Y}" if kind.since else ""
    return "; ".join(part for part in (needed, since) if part)


def _condition(kind: ActKind) -> str:
    found = _NEEDED.search(_text(kind.stem))
    if found is None:
        raise ValueError(f"no condition is written in acts/{kind.stem}.yaml")
    return " ".join((found[1] or found[2]).split())


def _signers(kind: ActKind, kinds: ActKinds) -> str:
    signers = ", ".join(name.replace("_", " ") for name in kind.signers)
    grifs = [f"{GRIFS[grif.action]} {_by(grif.by, kinds)}" for grif in kind.grifs]
    return "; ".join(part for part in (signers, *grifs) if part) or "—"


def _by(name: str, kinds: ActKinds) -> str:
    act = kinds.named(name)
    return name if act is None else _short(act)


def _basis(kind: ActKind, kinds: ActKinds) -> str:
    cited = dict.fromkeys(_NORM.findall(_text(kind.stem)))
    acts = [kinds.named(name) for name in kind.bases]
    names = [norms()[key].named(Case.NOMINATIVE) for key in cited]
    return "; ".join([*names, *(_short(act) for act in acts if act is not None)]) or "—"


def _text(stem: str) -> str:
    return (ACTS / f"{stem}.yaml").read_text(encoding="utf-8")


if __name__ == "__main__":
    PAGE.write_bytes(page().encode())
