"""Connections to databases are encrypted."""

from bartizan.content.weaknesses.shapes import rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-database-without-tls",
    title="Connections to databases are encrypted",
    severity=Severity.LOW,
    because="Whoever is on the network reads the password and everything asked and answered.",
    fix=(
        "`sslmode=verify-full`, `useSSL=true&requireSSL=true`, `tls=true`; on one's own machine, say so in a comment."
    ),
    cwe=("CWE-319",),
    serves=("encryption-in-transit",),
    also=("database-sslmode-disable",),
    looks=[
        *(
            Look(
                language=each,
                rule=rule.both(
                    rule.either(*({"kind": kind} for kind in kinds)),
                    rule.either(
                        rule.has_text(r"(?:postgres(?:ql)?://|\bhost=)[^\s\"'`]*?.*\bsslmode=disable"),
                        rule.has_text(r"jdbc:\w+://[^\"]*(?:useSSL=false|sslmode=disable|encrypt=false)"),
                    ),
                    rule.without(rule.has_text(r"localhost|127\.0\.0\.1|host=/|@/")),
                ),
                fails=[fails],
                passes=[fails.replace("disable", "verify-full"), fails.replace("db.example", "localhost")],
            )
            for each, kinds, fails in (
                ("python", ("string",), "url = 'postgresql://app@db.example/shop?sslmode=disable'\n"),
                (
                    "javascript",
                    ("string", "template_string"),
                    "const url = 'postgres://app@db.example/shop?sslmode=disable';",
                ),
                (
                    "go",
                    ("interpreted_string_literal", "raw_string_literal"),
                    'package m\nvar url = "postgres://app@db.example/shop?sslmode=disable"\n',
                ),
                (
                    "java",
                    ("string_literal",),
                    'class A { String url = "jdbc:postgresql://db.example/shop?sslmode=disable"; }',
                ),
            )
        )
    ],
)
