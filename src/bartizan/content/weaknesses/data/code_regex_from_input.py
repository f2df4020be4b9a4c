"""Regular expressions are not made of what a request holds."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-regex-from-input",
    title="Regular expressions are not made of what a request holds",
    severity=Severity.MEDIUM,
    because="An expression like `(a+)+$` takes longer than anyone waits: one request stops the service.",
    fix="Escape the value (`re.escape`, `_.escapeRegExp`, `Pattern.quote`), or match in linear time (RE2).",
    cwe=("CWE-1333", "CWE-400"),
    serves=("denial-of-service-protection",),
    also=("detect-non-literal-regexp", "regex-injection", "REDOS"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(
                    r"re\.(?:compile|match|search|fullmatch|findall|finditer|sub|split)",
                    python.first(python.TAINTED_TEXT),
                ),
                rule.without(rule.has_text(r"re\.escape")),
            ),
            fails=["def f():\n    return re.search(request.args['pattern'], text)\n"],
            passes=[
                "def f():\n    return re.search(re.escape(request.args['pattern']), text)\n",
                "def f():\n    return re.search('a+', request.args['text'])\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.new(
                    "RegExp", javascript.at(1, javascript.TAINTED_TEXT), rule.without(rule.has_text("(?i)escape"))
                ),
                javascript.call(
                    "RegExp", javascript.at(1, javascript.TAINTED_TEXT), rule.without(rule.has_text("(?i)escape"))
                ),
            ),
            fails=["app.get('/', (req, res) => { const found = new RegExp(req.query.q, 'i'); });"],
            passes=[
                "app.get('/', (req, res) => { const found = new RegExp(escapeRegExp(req.query.q)); });",
                "const f = (name) => new RegExp(`^${name}$`);",
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("compile|matches", java.on(rule.text("Pattern")), java.at(1, java.TAINTED_TEXT)),
                java.call("matches", java.on(rule.without(rule.text("Pattern"))), java.at(1, java.TAINTED)),
            ),
            fails=["class A { void f(@RequestParam String q) { Pattern.compile(q); } }"],
            passes=[
                "class A { void f(@RequestParam String q) { Pattern.compile(Pattern.quote(q)); } }",
                "class A { void f(@RequestParam String q) { PATTERN.matcher(q).matches(); } }",
            ],
        ),
    ],
)
