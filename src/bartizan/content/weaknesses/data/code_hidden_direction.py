"""Code reads in the order in which it is written."""

from bartizan.content.weaknesses.shapes import rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-hidden-direction",
    title="Code reads in the order in which it is written",
    severity=Severity.HIGH,
    because="Characters that turn the direction of writing make a reviewer see other code than what is run.",
    fix="Remove them, or write them as escapes (`\\u202e`).",
    cwe=("CWE-1007",),
    serves=("change-review",),
    also=("B613", "G116", "detect-bidi-characters"),
    looks=[
        *(
            Look(
                language=each,
                rule=rule.both(
                    rule.either(*({"kind": kind} for kind in kinds)),
                    rule.has_text("\u202a|\u202b|\u202d|\u202e|\u2066|\u2067|\u2068"),
                ),
                fails=[fails],
                passes=[fails.replace("\u202e", "")],
            )
            for each, kinds, fails in (
                ("python", ("comment", "string"), "level = 'user' # \u202e admin\n"),
                ("javascript", ("comment", "string", "template_string"), "const level = 'user\u202e';"),
                (
                    "go",
                    ("comment", "interpreted_string_literal", "raw_string_literal"),
                    'package m\nvar level = "user\u202e"\n',
                ),
                (
                    "java",
                    ("line_comment", "block_comment", "string_literal"),
                    'class A { String level = "user\u202e"; }',
                ),
            )
        )
    ],
)
