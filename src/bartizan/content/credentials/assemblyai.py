"""Credentials of AssemblyAI."""

from bartizan.content.credentials.spelling import HEX32, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ASSEMBLYAI_KEY = Credential(
    id="secret-assemblyai-key",
    title="AssemblyAI API key",
    service="AssemblyAI",
    severity=Severity.MEDIUM,
    keywords=("assemblyai", "assembly_ai"),
    expression=keyed("assembly_?ai", HEX32),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Rotate it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ASSEMBLYAI_API_KEY=4d4·f895c8c88fd718a976e24e9559552",),
    ignores=(
        "ASSEMBLYAI_API_KEY=012·3456789abcdef0123456789abcdef",
        "ASSEMBLYAI_API_KEY=3e4·cc6eda2d56817",
        "etag: 423·f3a91b311c8d243764d0280964497",
    ),
)
