"""The command verify: is this file what was built, and is its signature whole."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE, ENVIRONMENT, FOUND
from actgen.cli.options import add_text_or_json
from actgen.diagnostics.printing import as_data

if TYPE_CHECKING:
    from actgen.certificates import SignatureCheck
    from actgen.workflow import Verified


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument(
        "files", nargs="*", metavar="ФАЙЛ", type=Path, help="DOCX или PDF; без файлов — всё подписанное из журнала"
    )
    parser.add_argument(
        "--sig", "--подпись", dest="sig", metavar="ФАЙЛ", type=Path, help="отсоединённая подпись (.sig)"
    )
    add_text_or_json(parser)


def run(request: argparse.Namespace) -> int:
    """Print what is known of each file, and what nobody here can know."""
    from actgen.workflow import verify_files  # noqa: PLC0415

    found = verify_files(request.project, request.files, request.sig)
    if request.format == "json":
        say_json({"files": [_as_data(one) for one in found]})
    elif not found:
        say("Подписанных файлов в журнале нет. Записать: actgen sign ВИД ФАЙЛ")
    else:
        for one in found:
            for line in _lines(one):
                say(line)
    if any(one.has_errors for one in found):
        return FOUND
    return ENVIRONMENT if any(one.lacks_package for one in found) else DONE


def _lines(one: Verified) -> Iterator[str]:
    from actgen.workflow import NOT_JUDGED  # noqa: PLC0415

    returned = one.returned
    yield f"{returned.file}"
    if one.source:
        yield f"  документ: {returned.title} ({one.source})"
    if not one.has_text:
        yield "  текст: не проверено, в PDF нет текста (скан)"
    elif one.source and not returned.changed and not returned.differences and one.digest is not None:
        yield "  текст: тот же"
    elif one.source and not returned.differences and one.key is not None:
        yield "  текст: тот же (по страницам PDF)"
    if one.filled:
        yield f"  вписано: {'; '.join(one.filled)}"
    for signature in returned.signatures:
        yield f"  подпись {signature.kind}: {_verdict(signature)}"
        if signature.outside:
            yield f"    не под подписью по устройству Word: {', '.join(signature.outside)}"
    if not returned.signatures and one.key is not None:
        yield "  электронной подписи нет"
    for found in one.diagnostics:
        weight = "ошибка" if found.is_error else "предупреждение"
        yield f"  {weight} {found.code}: {found.message}"
        yield f"     подсказка: {found.hint}"
    if returned.signatures:
        yield f"  не проверено: {', '.join(NOT_JUDGED)}"
    yield "  ИТОГ: " + ("не тот файл или не та подпись" if one.has_errors else "расхождений не найдено")


def _verdict(signature: SignatureCheck) -> str:
    said = signature.state.value
    if signature.reason:
        said += f" ({signature.reason})"
    if signature.certificate is not None:
        certificate = signature.certificate
        said += f"; {certificate.owner}, сертификат {certificate.serial}, выдал {certificate.issuer}"
        said += f", с {certificate.since:%d.%m.%Y} по {certificate.until:%d.%m.%Y}"
    if signature.signed_at is not None:
        said += f"; время по компьютеру подписавшего {signature.signed_at:%d.%m.%Y %H:%M}"
    return said


def _as_data(one: Verified) -> dict[str, object]:
    from actgen.workflow import NOT_JUDGED  # noqa: PLC0415

    return {
        "file": one.returned.file,
        "kind": one.key[0] if one.key else None,
        "subject": one.key[1] if one.key else None,
        "compared_with": one.source or None,
        "is_same": not one.has_errors,
        "text_sha256": one.digest,
        "filled": list(one.filled),
        "signatures": [_signature_data(signature) for signature in one.returned.signatures],
        "not_checked": list(NOT_JUDGED) if one.returned.signatures else [],
        "diagnostics": [as_data(found) for found in one.diagnostics],
    }


def _signature_data(signature: SignatureCheck) -> dict[str, object]:
    certificate = signature.certificate
    return {
        "where": signature.kind,
        "state": signature.state.name.lower(),
        "reason": signature.reason or None,
        "owner": certificate.owner if certificate else None,
        "issuer": certificate.issuer if certificate else None,
        "serial": certificate.serial if certificate else None,
        "since": certificate.since.isoformat() if certificate else None,
        "until": certificate.until.isoformat() if certificate else None,
        "signed_at": signature.signed_at.isoformat() if signature.signed_at else None,
        "uncovered": list(signature.uncovered),
        "outside": list(signature.outside),
    }
