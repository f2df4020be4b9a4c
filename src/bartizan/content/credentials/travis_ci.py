"""Credentials of Travis CI."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TRAVIS_TOKEN = Credential(
    id="secret-travis-token",
    title="Travis CI API token",
    service="Travis CI",
    severity=Severity.HIGH,
    keywords=("travis",),
    expression=keyed("travis(?:[_-]?ci)?", "[0-9A-Za-z_-]{22}"),
    entropy=3.3,
    check="mixed",
    grants="Whoever holds it starts builds and reads their settings.",
    revoke="Regenerate it in the settings of the profile.",
    also=("travisci-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TRAVIS_API_TOKEN=D5V·KZmMptrG_15ZYV-YAs9",),
    ignores=(
        "TRAVIS_API_TOKEN=012·3456789abcdefghijkl",
        "TRAVIS_API_TOKEN=BeS·5uOjuirU",
        "etag: yih·MlBGUIVn4MaG1PL-Yw7",
    ),
)
