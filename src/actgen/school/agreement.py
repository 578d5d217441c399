"""The agreement on mentoring (дополнительное соглашение к трудовому договору) and what it pays."""

from __future__ import annotations

from pydantic import Field

from actgen.sources import Day, Line, Many, Money, Percent, Prose, Record, Whole


class Payment(Record):
    """What the mentor is paid: a sum of money, or a share of something named."""

    amount: Money | None = Field(None, alias="сумма", description="сумма в рублях: 5 000")
    percent: Percent | None = Field(None, alias="процент", description="процент, если выплата не суммой: 15")
    percent_of: Line = Field("должностного оклада", alias="от", description="от чего процент: должностного оклада")
    period: Line = Field("ежемесячно", alias="период", description="как часто платят: ежемесячно")
    source: Line | None = Field(None, alias="источник", description="из каких средств: фонд оплаты труда")
    basis: Prose | None = Field(
        None, alias="основание", description="акт, по которому платят: Положение об оплате труда"
    )

    @property
    def is_set(self) -> bool:
        """Whether its size is given; nothing is no size."""
        return bool(self.amount or self.percent)


class Agreement(Record):
    """Content, term, form and pay of a mentor's work, agreed before it begins.

    Source: ст. 351.8 ТК РФ, in force since 01.03.2025. Its term is that of the pair.
    """

    number: Line | None = Field(None, alias="номер", description="номер соглашения: 1/26")
    day: Day | None = Field(None, alias="дата", description="дата соглашения")
    duties: Many[Prose] = Field(alias="содержание", description="что делает наставник, по одному делу в строке")
    work_form: Line | None = Field(None, alias="формы_работы", description="форма работы: очно, по месту работы")
    weekly_hours: Whole | None = Field(None, alias="часов", description="часов в неделю")
    payment: Payment | None = Field(None, alias="выплата", description="размер и условия выплаты")
    contract: Line | None = Field(None, alias="трудовой_договор", description="к какому договору: от 01.09.2020 № 15")
