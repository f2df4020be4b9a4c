"""Tokens of Bitbucket."""

from bartizan.content.credentials.spelling import dashed, keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BITBUCKET_APP_PASSWORD = Credential(
    id="secret-bitbucket-app-password",
    title="Bitbucket app password",
    service="Bitbucket",
    severity=Severity.HIGH,
    keywords=("atbb",),
    expression=token(r"ATBB[0-9A-Za-z_-]{24}[0-9A-F]{8}"),
    entropy=3.0,
    check="random",
    grants=("Whoever holds it, and the user name, reads or pushes code and changes pipelines, within its scopes."),
    revoke="Revoke it in the personal settings under App passwords.",
    source="https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
    finds=("https:·//harbour:ATBBfet·3EaBkHChJDqrKZGT40P5c74E·C3A95@bitbucket.org/harbour/lights.git",),
    ignores=(
        "https:·//harbour:ATBB012·3456789abcdefghijklmn012·34567@bitbucket.org/harbour/lights.git",
        "https:·//harbour:ATBBuM6·8kSyvTKXd50D·0@bitbucket.org/harbour/lights.git",
    ),
)

BITBUCKET_ACCESS_TOKEN = Credential(
    id="secret-bitbucket-access-token",
    title="Bitbucket repository access token",
    service="Bitbucket",
    severity=Severity.HIGH,
    keywords=("atctt3",),
    expression=dashed(r"ATCTT3xFf[0-9A-Za-z_=-]{100,300}=[0-9A-F]{8}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads or pushes the code of a repository, project or workspace.",
    revoke="Revoke it in the settings of the repository, project or workspace.",
    source="https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/",
    finds=(
        (
            "BITBUCKET_TOKEN=ATCTT3xFfGN06MS·s3mL3ukn0PrLh_AkwtS5Pzow3IFLym02hqw-2wfIRhuFPX48huyn5ioF"
            "Fcn0GCGOtfoDmbHOm5IcTBe7·Q5j0aZjDvdXwNF-iRTiX-CTzoyL7vs-ksyvL6GiujnZTfxwEu7_gbGAFlYqyo9j"
            "XRFa-KTX5Q3iuY=48C·7FAB0"
        ),
    ),
    ignores=(
        (
            "BITBUCKET_TOKEN=ATCTT3xFfGN0012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
            "XYZ0123456789abcdefghijk·lmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijkl"
            "mnopqrstuvwxyz=012·34567"
        ),
        (
            "BITBUCKET_TOKEN=ATCTT3xFfGN0tpg·xUAjY0RmMgz89_rayKyttMlYH7NKmf-iUemDroUj·bHgxbILuyJmcBmh"
            "iPYU2i4Ez_sP6lhKANIPvG=860·E"
        ),
    ),
)

BITBUCKET_CLIENT_SECRET = Credential(
    id="secret-bitbucket-client-secret",
    title="Bitbucket OAuth consumer secret",
    service="Bitbucket",
    severity=Severity.HIGH,
    keywords=("bitbucket",),
    expression=keyed("bitbucket", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it gets tokens in the name of an OAuth consumer of a workspace.",
    revoke="Delete the consumer in the workspace settings and make a new one.",
    also=("bitbucket-client-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BITBUCKET_CLIENT_SECRET=hA6·D8XQlPXIJWCOsxJCDCMUfW0h1Htk8",),
    ignores=(
        "BITBUCKET_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "BITBUCKET_CLIENT_SECRET=UwT·yuL4F619X0FR2",
        "etag: wJH·mlkwrqZ06914zR4uMeqYC6eAxF5cc",
    ),
)
