"""Regular expressions are matched in bounded time."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-exponential-regex",
    title="Regular expressions are matched in bounded time",
    severity=Severity.MEDIUM,
    because=(
        "A repetition of a repetition is tried in every way before it fails: a text of thirty "
        "letters stops the process."
    ),
    fix="Take one of the two repetitions away, or match in linear time (RE2).",
    cwe=("CWE-1333",),
    serves=("denial-of-service-protection",),
    also=("detect-unsafe-regex", "detect-redos", "REDOS", "regex_dos"),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                rule.both(
                    {"kind": "regex"},
                    rule.has_text(r"\((?:\?:)?(?:\\[wdsWDS]|\.|\[(?:\\.|[^\]\\])+\]|[a-zA-Z0-9])[+*]\)[+*]"),
                ),
                javascript.new(
                    "RegExp",
                    javascript.at(
                        1,
                        rule.both(
                            javascript.STRING,
                            rule.has_text(r"\((?:\?:)?(?:\\[wdsWDS]|\.|\[(?:\\.|[^\]\\])+\]|[a-zA-Z0-9])[+*]\)[+*]"),
                        ),
                    ),
                ),
            ),
            fails=["const word = /^(\\w+)+$/;", "const list = /^([a-z]+)*$/;"],
            passes=["const word = /^\\w+$/;", "const version = /^\\d+(\\.\\d+)*$/;"],
        ),
        Look(
            language="python",
            rule=python.call(
                r"re\.(?:compile|match|search|fullmatch|findall|finditer|sub|split)",
                python.first(
                    rule.both(
                        python.LITERAL,
                        rule.has_text(r"\((?:\?:)?(?:\\[wdsWDS]|\.|\[(?:\\.|[^\]\\])+\]|[a-zA-Z0-9])[+*]\)[+*]"),
                    )
                ),
            ),
            fails=["re.match(r'^(\\w+)+$', text)\n"],
            passes=["re.match(r'^\\w+$', text)\n", "re.match(r'^\\d+(\\.\\d+)*$', text)\n"],
        ),
        Look(
            language="java",
            rule=java.call(
                "compile|matches|replaceAll|split",
                java.argument(
                    rule.both(
                        java.LITERAL,
                        rule.has_text(r"\((?:\?:)?(?:\\\\[wdsWDS]|\.|\[(?:\\.|[^\]\\])+\]|[a-zA-Z0-9])[+*]\)[+*]"),
                    )
                ),
            ),
            fails=['class A { void f() { Pattern.compile("^([a-z]+)*$"); } }'],
            passes=['class A { void f() { Pattern.compile("^[a-z]+$"); } }'],
        ),
    ],
)
