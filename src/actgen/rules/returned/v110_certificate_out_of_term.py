"""V110: a signature made outside of the term of its certificate."""

from collections.abc import Iterator

from actgen.certificates import SignatureState
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V110", Severity.WARNING, "подписано вне срока сертификата")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such signature; its time is what the signer's computer said."""
    for signature in returned.signatures:
        certificate, moment = signature.certificate, signature.signed_at
        is_outside = signature.state is SignatureState.FITS and signature.was_valid_then is False
        if is_outside and certificate is not None and moment is not None:
            yield RULE.at(
                returned.place,
                f"подписано {moment:%d.%m.%Y}, а сертификат действует с {certificate.since:%d.%m.%Y} "
                f"по {certificate.until:%d.%m.%Y}: {certificate.owner}",
                hint="подпишите заново действующим сертификатом",
            )
