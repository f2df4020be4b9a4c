"""What a request holds does not choose a class, a module or a method."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-class-by-request",
    title="What a request holds does not choose a class, a module or a method",
    severity=Severity.HIGH,
    because=(
        "Whoever chooses what is loaded or called reaches code that was never meant to be: from "
        "reading settings to running commands."
    ),
    fix="Look the name up in a table of what is allowed.",
    cwe=("CWE-470",),
    serves=("injection-prevention",),
    also=("unsafe-reflection", "non-literal-import", "detect-non-literal-require", "UNSAFE_REFLECTION"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"importlib\.import_module|__import__|import_string", python.first(python.TAINTED_TEXT)),
                python.call(
                    r"getattr",
                    python.second(rule.either(python.REQUEST, python.assigned(python.REQUEST))),
                    rule.without(python.first(rule.text("request|self\\.request"))),
                ),
                rule.both(
                    {"kind": "subscript"},
                    rule.field("value", rule.text(r"(?:globals|locals)\(\)")),
                    rule.field("subscript", rule.either(python.REQUEST, python.assigned(python.REQUEST))),
                ),
            ),
            fails=[
                "def f():\n    return importlib.import_module(request.args['module'])\n",
                "def f():\n    name = request.json['action']\n    return getattr(service, name)()\n",
            ],
            passes=[
                "def f():\n    return ACTIONS[request.json['action']]()\n",
                "def f(name):\n    return getattr(service, name)()\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("forName|loadClass", java.at(1, java.TAINTED_TEXT)),
                java.call("getMethod|getDeclaredMethod", java.at(1, java.TAINTED)),
                java.call(
                    "lookup|doLookup",
                    java.on(rule.has_text(r"(?i)context|ctx|jndi|InitialContext")),
                    java.at(1, java.TAINTED_TEXT),
                ),
            ),
            fails=[
                "class A { void f(@RequestParam String name) { Class.forName(name).newInstance(); } }",
                'class A { void f(HttpServletRequest request) { context.lookup(request.getParameter("name")); } }',
            ],
            passes=[
                "class A { void f(@RequestParam String name) { TABLE.get(name).run(); } }",
                "class A { void f(String name) { Class.forName(name); } }",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(r"require|import", javascript.at(1, javascript.TAINTED_TEXT)),
                rule.both(
                    {"kind": "call_expression"},
                    rule.field(
                        "function",
                        rule.both(
                            {"kind": "subscript_expression"},
                            rule.field(
                                "index", rule.either(javascript.REQUEST, javascript.assigned(javascript.REQUEST))
                            ),
                        ),
                    ),
                ),
            ),
            fails=[
                "app.get('/', (req, res) => { const page = require('./pages/' + req.query.page); });",
                "app.post('/', (req, res) => { service[req.body.action](); });",
            ],
            passes=[
                "app.post('/', (req, res) => { actions.get(req.body.action)(); });",
                "const f = (name) => service[name]();",
            ],
        ),
    ],
)
