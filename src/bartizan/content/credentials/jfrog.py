"""Credentials of JFrog."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

JFROG_KEY = Credential(
    id="secret-jfrog-key",
    title="JFrog Artifactory API key",
    service="JFrog",
    severity=Severity.CRITICAL,
    keywords=("akcp",),
    expression=token(r"AKCp[0-9A-Za-z]{65,75}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it reads and often replaces the packages and images of the server.",
    revoke="Revoke it in the user profile.",
    also=("artifactory-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("X-JFrog-Art-Api: AKCp8pRG·nQO7ljXGvrCQczLZw26xvVeP3MJL6eHn4V·q3FHu3iZtqhlGnnhHbRzAEzK5Vya9G5",),
    ignores=(
        "X-JFrog-Art-Api: AKCp8012·3456789abcdefghijklmnopqrstuvwxyzA·BCDEFGHIJKLMNOPQRSTUVWXYZ012345",
        "X-JFrog-Art-Api: AKCp8KPh·A4ffxzCDLGsyWUKjfGBQ89kKd7CtTde",
    ),
)

JFROG_REFERENCE_TOKEN = Credential(
    id="secret-jfrog-reference-token",
    title="JFrog reference token",
    service="JFrog",
    severity=Severity.CRITICAL,
    keywords=("cmvmdgtu",),
    expression=token(r"cmVmdGtu[0-9A-Za-z]{56}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it acts with the scope of the access token it stands for.",
    revoke="Revoke it under Access Tokens in the administration.",
    also=("artifactory-reference-token",),
    source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
    finds=("ARTIFACTORY_TOKEN=cmVm·dGtu9Ae·t7w31RWznuu8pncLTHZPIqCKu18T·6gvUUtIUTg131tzPXIMzodcXs",),
    ignores=(
        "ARTIFACTORY_TOKEN=cmVm·dGtu012·3456789abcdefghijklmnopqrstu·vwxyzABCDEFGHIJKLMNOPQRST",
        "ARTIFACTORY_TOKEN=cmVm·dGtubji·Kg4Ed1d37kHWJtxgvMq7GfGbD",
    ),
)

JFROG_ACCESS_TOKEN = Credential(
    id="secret-jfrog-access-token",
    title="JFrog access token",
    service="JFrog",
    severity=Severity.CRITICAL,
    keywords=("eyj",),
    expression=token(r"eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}"),
    entropy=3.0,
    check="jwt-jfrog",
    grants="Whoever holds it acts with its scope on the platform: often that of an administrator.",
    revoke="Revoke it under Access Tokens in the administration.",
    source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
    finds=(
        (
            "JF_ACCESS_TOKEN=ey·J2ZXIiOiIyIiwidHlwIjoiSldUIiwiYWxnIjoiUlMyNTYiLCJraWQiOiJxN2gxIn0.ey·"
            "JzdWIiOiJqZmFjQDAxaHgvdXNlcnMva2VlcGVyIiwic2NwIjoiYXBwbGllZC1wZXJtaXNzaW9ucy9hZG1pbiIsIm"
            "F1ZCI6IipAKiIsImlzcyI6ImpmYWNAMDFoeCIsImlhdCI6MTcxMjM0NTY3OH0.KpB01NaKu-ni-KQ9-4U9aMchqr"
            "KjLAvc3vQggpltxfXLSpSwjcJh6M_oeKV1PRAX5aCDO0yYJdU3fNzLIXEwmP"
        ),
    ),
    ignores=("JF_ACCESS_TOKEN=e·yJ2ZXIiOiIyIn0.eyJzdWIiOiIifQ.short",),
)
