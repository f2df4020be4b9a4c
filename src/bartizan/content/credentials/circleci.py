"""Credentials of CircleCI."""

from bartizan.content.credentials.spelling import HEX40, keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CIRCLECI_TOKEN = Credential(
    id="secret-circleci-token",
    title="CircleCI API token",
    service="CircleCI",
    severity=Severity.HIGH,
    keywords=("ccipat_", "ccipr_j"),
    expression=token(r"CCIP(?:AT|RJ)_[0-9A-Za-z]{15,30}_[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants=(
        "Whoever holds it starts builds, reads their logs, and with a personal token changes settings and contexts."
    ),
    revoke="Revoke it under Personal API Tokens, and rotate what the builds could read.",
    source="https://circleci.com/docs/managing-api-tokens/",
    finds=("CIRCLE_TOKEN=CCIPAT_onv·BEhGp1tLptRFYr8zuEe_8f2·0953d81c37eeaae1e162·4a29a46f7fdc101d1",),
    ignores=(
        "CIRCLE_TOKEN=CCIPAT_012·3456789abcdefghijkl_012·3456789abcdef0123456·789abcdef01234567",
        "CIRCLE_TOKEN=CCIPAT_o0R·McSXiKnt_80e·70af611955790012e",
    ),
)

CIRCLECI_OLD_TOKEN = Credential(
    id="secret-circleci-old-token",
    title="CircleCI API token of the older form",
    service="CircleCI",
    severity=Severity.HIGH,
    keywords=("circle",),
    expression=keyed("circle(?:[_-]?ci)?", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it starts builds, reads their logs, and often changes settings.",
    revoke="Revoke it under Personal API Tokens, and rotate what the builds could read.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CIRCLE_TOKEN: 158·d2580f4caab3e94919ee·84f93cf1612ad2ff6",),
    ignores=(
        "CIRCLE_TOKEN: 012·3456789abcdef0123456·789abcdef01234567",
        "CIRCLE_TOKEN: bfc·58615f0c9517b6c7f",
        "etag: ce8·2cfef44ff9002238e579·1a4e94839c4e9d0af",
    ),
)
