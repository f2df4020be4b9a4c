"""Credentials of ReadMe."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

README_KEY = Credential(
    id="secret-readme-key",
    title="ReadMe API key",
    service="ReadMe",
    severity=Severity.MEDIUM,
    keywords=("rdme_",),
    expression=token(r"rdme_[0-9a-z]{70}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it changes the documentation of the project.",
    revoke="Delete it under API Keys.",
    also=("readme-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("README_API_KEY=rdme_4ez·utgfcyllg714jh6f6iqbwtnytmv2ownzkqi·0gen3aey984s11qebi7wohaftraedej2",),
    ignores=(
        "README_API_KEY=rdme_abc·defghijklmnopqrstuvwxyz0123456789ab·cdefghijklmnopqrstuvwxyz01234567",
        "README_API_KEY=rdme_yx2·z1tyti604d5yqnibg31xz5qjn0bw2lb7",
    ),
)
