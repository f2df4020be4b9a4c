"""Credentials of Postman."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

POSTMAN_KEY = Credential(
    id="secret-postman-key",
    title="Postman API key",
    service="Postman",
    severity=Severity.MEDIUM,
    keywords=("pmak-",),
    expression=token(r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
    entropy=3.0,
    check="random",
    grants=(
        "Whoever holds it reads and changes the collections and environments of the user, with the secrets in them."
    ),
    revoke="Revoke it in the account settings.",
    also=("postman-api-token",),
    source="https://learning.postman.com/docs/developer/postman-api/authentication/",
    finds=("POSTMAN_API_KEY=PMAK-c2f·20bc53ef0dea2e7e24229-23d·aa294207cd98a7d417dd03e85bccc19",),
    ignores=(
        "POSTMAN_API_KEY=PMAK-012·3456789abcdef01234567-012·3456789abcdef0123456789abcdef01",
        "POSTMAN_API_KEY=PMAK-297·059423f55-4bb·69d2c6b0863a5c",
    ),
)
