"""Credentials of Code Climate."""

from bartizan.content.credentials.spelling import HEX64, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CODECLIMATE_TOKEN = Credential(
    id="secret-codeclimate-token",
    title="Code Climate reporter id",
    service="Code Climate",
    severity=Severity.LOW,
    keywords=("cc_test_reporter_id", "codeclimate"),
    expression=after(r"cc_test_reporter_id|codeclimate_repo_token", HEX64),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it uploads coverage reports for the repository.",
    revoke="Regenerate it in the settings of the repository.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CC_TEST_REPORTER_ID=418·49d67799cbca0eae05d180d74b354b14·e0227a736ad8263a6b192987dee37",),
    ignores=(
        "CC_TEST_REPORTER_ID=012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "CC_TEST_REPORTER_ID=ae6·b8a55ea6346d593fe0bf1cbdde00f",
    ),
)
