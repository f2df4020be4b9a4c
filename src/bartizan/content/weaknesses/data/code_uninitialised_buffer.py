"""Memory is cleared before it is handed out."""

from bartizan.content.weaknesses.shapes import javascript, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-uninitialised-buffer",
    title="Memory is cleared before it is handed out",
    severity=Severity.LOW,
    because=(
        "`new Buffer(n)` and `Buffer.allocUnsafe(n)` hold what was in memory before: keys and other people's requests."
    ),
    fix="`Buffer.alloc(n)`, `Buffer.from(data)`.",
    cwe=("CWE-908", "CWE-1188"),
    serves=("data-minimisation",),
    also=("detect-new-buffer", "detect-buffer-noassert"),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                javascript.new("Buffer"),
                javascript.call(
                    r"(?:res|response|reply|socket|ws)\.(?:send|write|end)",
                    javascript.argument(rule.begins(r"Buffer\.allocUnsafe\(")),
                ),
            ),
            fails=["const copy = new Buffer(size);"],
            passes=["const copy = Buffer.alloc(size);", "const copy = Buffer.from(text);"],
        ),
    ],
)
