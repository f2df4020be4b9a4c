"""Credentials of Authress."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AUTHRESS_KEY = Credential(
    id="secret-authress-key",
    title="Authress service client key",
    service="Authress",
    severity=Severity.HIGH,
    keywords=("sc_", ".acc-", ".acc_"),
    expression=dashed(
        r"(?:sc|ext|scauth|authress)_[0-9a-z]{5,30}\.[0-9a-z]{4,6}\.acc[_-][0-9a-z-]{10,32}"
        r"\.[0-9A-Za-z+/_=-]{30,120}"
    ),
    entropy=3.8,
    check="random",
    grants="Whoever holds it acts as the service client.",
    revoke="Delete the key of the service client.",
    also=("authress-service-client-access-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "AUTHRESS_KEY=sc_stq·z3hpgc9pc885b1382.4yt·60.acc-c35·yuhqvvv3t4j.cge·2LmgQFp5rJrLv6d1N-2"
            "gl8pQkp1dQ8·WAvmPWcf-YFyYGzw-CxSMONeb_i"
        ),
    ),
    ignores=(
        (
            "AUTHRESS_KEY=sc_abc·defghijklmnopqrst.abc·de.acc-abc·defghijklmn.012·3456789abcdefghijkl"
            "mnopqrstuvw·xyzABCDEFGHIJKLMNOPQRSTUVWX"
        ),
        "AUTHRESS_KEY=sc_uf4·xv2slo1.h·g.acc-m40·qt5j.bnM·TTV3vnggzUPDKlmpDo_oC23a6uv",
    ),
)
