"""Credentials of VirusTotal."""

from bartizan.content.credentials.spelling import HEX64, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

VIRUSTOTAL_KEY = Credential(
    id="secret-virustotal-key",
    title="VirusTotal API key",
    service="VirusTotal",
    severity=Severity.LOW,
    keywords=("virustotal", "vt_api"),
    expression=after(r"virus_?total[\w. -]{0,16}?key|vt_api_?key|x-apikey", HEX64),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it uses up the quota, and with a premium key downloads files.",
    revoke="It can be changed by support only: ask them.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("VIRUSTOTAL_API_KEY=111·6476da97a72c0e48070be9c0026f5bf9·317aa1371666fbf73f744fce26e71",),
    ignores=(
        "VIRUSTOTAL_API_KEY=012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "VIRUSTOTAL_API_KEY=a50·bf479e89a4fdfeef3b6bb8f3c76c5",
    ),
)
