"""Programs are started without a shell."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-shell-true",
    title="Programs are started without a shell",
    severity=Severity.MEDIUM,
    because=(
        "With a shell in between, any part of the command that ever comes from outside becomes "
        "code, and names with blanks or quotes break it even when nobody means harm."
    ),
    fix="Give a list of arguments and leave `shell=True` out.",
    cwe=("CWE-78",),
    serves=("injection-prevention",),
    also=("B602", "B604", "subprocess-shell-true"),
    looks=[
        Look(
            language="python",
            rule=python.call(
                r"(?:subprocess\.|sp\.)?(?:run|call|check_call|check_output|Popen)",
                python.keyword("shell", python.TRUE),
                python.first(
                    rule.both(
                        rule.either(
                            {"kind": "identifier"},
                            {"kind": "attribute"},
                            {"kind": "subscript"},
                            {"kind": "call"},
                            {"kind": "list"},
                        ),
                        rule.without(rule.either(python.CONSTANT_NAME, python.BUILT_TEXT, python.TAINTED)),
                    )
                ),
            ),
            fails=[
                "def f(command):\n    subprocess.run(command, shell=True)\n",
                "subprocess.Popen(' '.join(words), shell=True)\n",
            ],
            passes=[
                "subprocess.run(command)\n",
                "subprocess.run('ls | wc', shell=True)\n",
                "subprocess.run(COMMAND, shell=True)\n",
            ],
        ),
    ],
)
