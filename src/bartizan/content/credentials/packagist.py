"""Credentials of Packagist."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PACKAGIST_TOKEN = Credential(
    id="secret-packagist-token",
    title="Packagist API token",
    service="Packagist",
    severity=Severity.HIGH,
    keywords=("packagist_",),
    expression=token(r"packagist_[ou][ur]t_[0-9a-f]{68}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads or changes the packages of an organisation.",
    revoke="Revoke it in the settings of the organisation.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("packagist_out_61a·c340cca6e7716c7d1bbcd762e562cbbacb·a948ea03cf088eff4434a3f1ed6ceff",),
    ignores=(
        "packagist_out_012·3456789abcdef0123456789abcdef01234·56789abcdef0123456789abcdef0123",
        "packagist_out_c1a·4f33cbb61f3c4aeccd9c35ce741ef60",
    ),
)
