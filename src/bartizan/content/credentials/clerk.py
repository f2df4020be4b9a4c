"""Credentials of Clerk."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CLERK_KEY = Credential(
    id="secret-clerk-key",
    title="Clerk secret key",
    service="Clerk",
    severity=Severity.CRITICAL,
    keywords=("clerk",),
    expression=after(r"clerk[\w. -]{0,16}?(?:secret|api)[\w. -]{0,6}key", "sk_live_[0-9A-Za-z]{40,60}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it manages the users of the application and signs in as them.",
    revoke="Make a new key in the dashboard.",
    source="https://clerk.com/docs/deployments/clerk-environment-variables",
    finds=("CLERK_SECRET_KEY=sk_live_fGo·sVVokqHhTkL7WvgAJ5ro7·WPna4Uu2eCINmqFE1p",),
    ignores=(
        "CLERK_SECRET_KEY=sk_live_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEF",
        "CLERK_SECRET_KEY=sk_live_DcS·XXxIaPIlomw1hagdAA",
    ),
)
