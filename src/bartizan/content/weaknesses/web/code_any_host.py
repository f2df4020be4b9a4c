"""A site answers only to its own names."""

from bartizan.content.weaknesses.shapes import rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-any-host",
    title="A site answers only to its own names",
    severity=Severity.LOW,
    because="The name in a request ends up in links: a link to reset a password then leads to the attacker's site.",
    fix="List the names in `ALLOWED_HOSTS`.",
    cwe=("CWE-644", "CWE-20"),
    serves=("http-hardening",),
    also=("django-allowed-hosts-wildcard",),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                {"kind": "assignment"},
                rule.field("left", rule.text("ALLOWED_HOSTS")),
                rule.field("right", rule.text(r"""[\[(]\s*["']\*["'],?\s*[\])]""")),
            ),
            fails=["ALLOWED_HOSTS = ['*']\n"],
            passes=["ALLOWED_HOSTS = ['shop.example']\n", "ALLOWED_HOSTS = []\n"],
        ),
    ],
)
