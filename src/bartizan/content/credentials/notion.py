"""Credentials of Notion."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NOTION_TOKEN = Credential(
    id="secret-notion-token",
    title="Notion integration token",
    service="Notion",
    severity=Severity.HIGH,
    keywords=("ntn_", "secret_"),
    expression=token(r"ntn_[0-9]{11}[0-9A-Za-z]{35}|secret_[0-9A-Za-z]{43}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it reads and changes the pages shared with the integration.",
    revoke="Refresh the token in the settings of the integration.",
    also=("notion-api-token",),
    source="https://developers.notion.com/docs/authorization",
    finds=(
        "NOTION_TOKEN=ntn_567·50737699j74·dk9JtJXfMAUOLddwLXcfVfGnNqNEQtSk",
        "NOTION_KEY=secret_jV8·rHR4YUaTpr9yfAPC7dIj0·0Xwg4jYrMpPgwWa1Kco",
    ),
    ignores=(
        "NOTION_TOKEN=ntn_123·45678901012·3456789abcdefghijklmnopqrstuvwxy",
        "NOTION_TOKEN=ntn_407·59aTc·dvxz1X7JiUfLJU",
    ),
)
