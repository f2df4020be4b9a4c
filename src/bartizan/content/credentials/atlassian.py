"""Credentials of Atlassian."""

from bartizan.content.credentials.spelling import UUID, after, dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OPSGENIE_KEY = Credential(
    id="secret-opsgenie-key",
    title="Opsgenie API key",
    service="Atlassian",
    severity=Severity.MEDIUM,
    keywords=("opsgenie", "ops_genie", "geniekey"),
    expression=after(r"ops_?genie[\w. -]{0,20}?key|geniekey", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it raises and closes alerts, and with more rights reads the configuration.",
    revoke="Delete it in the settings of the integration.",
    source="https://support.atlassian.com/opsgenie/docs/api-key-management/",
    finds=("OPSGENIE_API_KEY=405d1·2c8-82cb-4e08-a122·-6447a3e826ec",),
    ignores=(
        "OPSG·ENIE_API_KEY=00000000-0000-0000-0000-000000000000",
        "OPSGENIE_API_KEY=958d0·c2a-68f7-42ee-ae40-275cf77",
    ),
)

ATLASSIAN_TOKEN = Credential(
    id="secret-atlassian-token",
    title="Atlassian API token",
    service="Atlassian",
    severity=Severity.HIGH,
    keywords=("atatt3",),
    expression=dashed(r"ATATT3[0-9A-Za-z_=-]{150,250}=[0-9A-F]{8}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it and the mail address acts as the user in Jira, Confluence and the rest.",
    revoke="Revoke it in the account settings under Security, API tokens.",
    also=("atlassian-api-token",),
    source="https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    finds=(
        (
            "JIRA_API_TOKEN=ATATT3xFfGF02GK·0KYODHVxdqPThM6K0TY4HCUvC9hrDU5KdBl1djbkHNMThMAfZNMmHlS1S"
            "821kNnBMqwnBcdJAquK7LMfUYXQ6ta·0masW6ewk7mT4tCv6HkNU3OIOkwWYPhQlpnDkRmbSKhBL2f7_6Hp5dRL7"
            "HF4AzZ60bBb6UhWIpApPfk1AsfB=23B·E2EBC"
        ),
    ),
    ignores=(
        (
            "JIRA_API_TOKEN=ATATT3xFfGF0012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX"
            "YZ0123456789abcdefghijklmnopqr·stuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklm"
            "nopqrstuvwxyzABCDEFGHIJKLMN=012·34567"
        ),
        (
            "JIRA_API_TOKEN=ATATT3xFfGF00yb·_0pf8APet9huODeI3iEDK3hO4dzL5M3VrYKZmeGZuQ-·ORpi3hamuK0r1"
            "lNyslm1F-0ORiiBVj3O2OJoTygat=E54·7"
        ),
    ),
)

ATLASSIAN_OLD_TOKEN = Credential(
    id="secret-atlassian-old-token",
    title="Atlassian API token of the older form",
    service="Atlassian",
    severity=Severity.HIGH,
    keywords=("atlassian", "jira", "confluence"),
    expression=after(r"(?:atlassian|jira|confluence)[\w. -]{0,20}?(?:token|key|password|pass)", "[0-9A-Za-z]{24}"),
    entropy=3.6,
    check="mixed",
    grants="Whoever holds it and the mail address acts as the user in Jira, Confluence and the rest.",
    revoke="Revoke it in the account settings under Security, API tokens.",
    also=("atlassian-api-token",),
    source="https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    finds=("JIRA_API_TOKEN=HNz·45mlbpy6bEv2UoudOMEc6",),
    ignores=(
        "JIRA_API_TOKEN=012·3456789abcdefghijklmn",
        "JIRA_API_TOKEN=WZ4·fSO1p2oYA",
    ),
)

ATLASSIAN_ADMIN_KEY = Credential(
    id="secret-atlassian-admin-key",
    title="Atlassian organization API key",
    service="Atlassian",
    severity=Severity.CRITICAL,
    keywords=("atctt3", "atata"),
    expression=dashed(r"ATATA3[0-9A-Za-z_=-]{100,250}=[0-9A-F]{8}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it manages the users of the organization.",
    revoke="Revoke it in the administration under API keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "ATLASSIAN_ADMIN_KEY=ATATA3xFfGN0PXd·nTj-UAUgcAmkGLYQeBV8h_5DEnHFvVLrNM7wzwK10gjC2H35YUuP"
            "rLzSk0oE8WxozvNuoPbWSnZ·x0hDEZFLB_srlm9gh_0L2GTn31uvhORDS41kKOgBguRk8CxkhG1-rRLh9YIXpU2n"
            "s5RlamG7=B4F·1C00C"
        ),
    ),
    ignores=(
        (
            "ATLASSIAN_ADMIN_KEY=ATATA3xFfGN0012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
            "TUVWXYZ0123456789abcdef·ghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefgh"
            "ijklmnop=012·34567"
        ),
        (
            "ATLASSIAN_ADMIN_KEY=ATATA3xFfGN0iy_·a5cZOfZkX1ym4YNMkZLW-b4gXOFf8U45EgBik·ooFCjLDqSaGB9p"
            "1S46BNW4_MgQvFckoD57T=3E2·1"
        ),
    ),
)

TRELLO_TOKEN = Credential(
    id="secret-trello-token",
    title="Trello token",
    service="Atlassian",
    severity=Severity.MEDIUM,
    keywords=("trello",),
    expression=token(r"ATTA[0-9a-f]{64}[0-9A-F]{8}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it and the key reads and changes the boards of the user.",
    revoke="Revoke it in the account settings.",
    source="https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/",
    finds=("TRELLO_TOKEN=ATTA814·f21af05d4d092018b96d314cd27a1d47·df96c4b930fd5c6d387e4b030069a20A·6BC25",),
    ignores=(
        "TRELLO_TOKEN=ATTA012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef012·34567",
        "TRELLO_TOKEN=ATTAd72·784a7496dbc3de31eadf166c8379509E·7",
    ),
)
