"""Credentials of Anaconda."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ANACONDA_TOKEN = Credential(
    id="secret-anaconda-token",
    title="Anaconda.org token",
    service="Anaconda",
    severity=Severity.HIGH,
    keywords=("anaconda",),
    expression=(
        r"(?i:conda\.anaconda\.org/t/|anaconda[_-]?(?:api[_-]?)?token[\"'\s:=]{1,8})"
        r"(?P<secret>[a-z]{2}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b"
    ),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it downloads private packages, and often uploads.",
    revoke="Revoke it under Settings, Access.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//conda.anaconda.org/t/ha-3e106·6f6-ccda-4bc9-a659·-5e077d458dc7/harbour",),
    ignores=(
        "https:·//conda.anaconda.org/t/ha-00000000-0000-0000-0000-000000000000/harbour",
        "https:·//conda.anaconda.org/t/ha-2d430·0a6-639f-461e-a495-a8c3546/harbour",
    ),
)
