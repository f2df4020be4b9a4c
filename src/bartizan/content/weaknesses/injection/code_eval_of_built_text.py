"""Code is not put together from text and evaluated."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-eval-of-built-text",
    title="Code is not put together from text and evaluated",
    severity=Severity.HIGH,
    because=(
        "Whatever is put into the text becomes code: a quotation mark in a name is enough, "
        "whether an attacker or a colleague chose it."
    ),
    fix="Use the language: `getattr`, a dictionary of functions, closures, `JSON.parse`.",
    cwe=("CWE-95",),
    serves=("injection-prevention",),
    also=("B307", "B102", "no-eval", "no-implied-eval", "no-new-func", "detect-eval-with-expression", "eval-detected"),
    looks=[
        Look(
            language="python",
            rule=python.call(
                r"eval|exec", python.first(rule.both(python.BUILT, rule.without(rule.holding(python.tainted("$PART")))))
            ),
            fails=["eval(f'handlers.{name}')\n", "exec('import ' + module)\n"],
            passes=["eval('a + b')\n", "getattr(handlers, name)\n", "frame.eval(f'{a} + {b}')\n"],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"eval|(?:window|globalThis)\.eval",
                    javascript.at(1, rule.both(javascript.BUILT, rule.without(rule.holding(javascript.REQUEST)))),
                ),
                javascript.call(r"(?:window\.)?set(?:Timeout|Interval)", javascript.at(1, javascript.BUILT)),
            ),
            fails=["eval('handlers.' + name);", "setTimeout(`run(${id})`, 100);"],
            passes=["handlers[name]();", "setTimeout(() => run(id), 100);", "eval('1 + 1');"],
        ),
    ],
)
