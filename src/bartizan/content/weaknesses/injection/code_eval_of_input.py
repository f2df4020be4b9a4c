"""What comes from outside is not evaluated as code."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-eval-of-input",
    title="What comes from outside is not evaluated as code",
    severity=Severity.CRITICAL,
    because=(
        "Evaluating a text runs it with all rights of the program: whoever decides any part of the text runs anything."
    ),
    fix=(
        "Parse what you expect: `ast.literal_eval` or `json.loads` in Python, `JSON.parse` in "
        "JavaScript, a table of allowed names to functions, a real expression parser."
    ),
    cwe=("CWE-95", "CWE-94"),
    serves=("injection-prevention",),
    also=(
        "B307",
        "B102",
        "no-eval",
        "no-new-func",
        "detect-eval-with-expression",
        "eval-detected",
        "exec-detected",
        "SCRIPT_ENGINE_INJECTION",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(
                    r"eval|exec|builtins\.(?:eval|exec)|compile",
                    python.first(
                        rule.either(
                            python.TAINTED_TEXT,
                            python.call(
                                r"input|raw_input|(?:self\.)?(?:sock|conn|socket|request|ws|websocket)\.(?:recv|read"
                                r"|receive)\w*|sys\.stdin\.\w+"
                            ),
                            python.assigned(python.call("input|raw_input")),
                        )
                    ),
                )
            ),
            fails=[
                "def f():\n    return eval(request.args['sum'])\n",
                "def f():\n    code = request.form.get('code')\n    exec(code)\n",
                "print(eval(input()))\n",
            ],
            passes=[
                "def f():\n    return ast.literal_eval(request.args['sum'])\n",
                "model.eval()\n",
                "eval('1 + 1')\n",
                "def f():\n    exec(compile(source, path, 'exec'))\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    (
                        r"eval|(?:window|globalThis|global)\.eval|vm\.(?:runInThisContext|runInNewContext"
                        r"|runInContext)|setTimeout|setInterval"
                    ),
                    javascript.at(
                        1,
                        rule.either(
                            javascript.REQUEST,
                            rule.both(javascript.assigned(javascript.REQUEST)),
                            rule.both(
                                javascript.BUILT,
                                rule.holding(
                                    rule.either(javascript.REQUEST, javascript.assigned(javascript.REQUEST, "$PART"))
                                ),
                            ),
                            rule.has_text(
                                r"^(?:decodeURI(?:Component)?\()?(?:window\.|document\.)?location\.(?:hash|search|href)"
                            ),
                        ),
                    ),
                ),
                javascript.new(
                    "Function|vm\\.Script",
                    javascript.argument(
                        rule.either(
                            javascript.REQUEST,
                            javascript.assigned(javascript.REQUEST),
                            rule.both(javascript.BUILT, rule.holding(javascript.REQUEST)),
                        )
                    ),
                ),
            ),
            fails=[
                "app.get('/', (req, res) => res.send(eval(req.query.sum)));",
                "const f = (req) => { const code = req.body.code; return new Function(code)(); };",
                "eval(location.hash.slice(1));",
            ],
            passes=[
                "app.get('/', (req, res) => res.send(JSON.parse(req.query.sum)));",
                "setTimeout(() => f(req.query.x), 10);",
                "const f = (req) => { const ms = 5; setTimeout(ms); };",
            ],
        ),
        Look(
            language="java",
            rule=java.call(
                "eval",
                java.at(1, rule.either(java.TAINTED_TEXT)),
                java.imports(r"javax\.script|groovy|org\.mozilla\.javascript|org\.graalvm"),
            ),
            fails=[
                (
                    "import javax.script.ScriptEngine;\n"
                    "class A { void f(HttpServletRequest request) { "
                    'engine.eval(request.getParameter("sum")); } }'
                )
            ],
            passes=['import javax.script.ScriptEngine;\nclass A { void f() { engine.eval("1 + 1"); } }'],
        ),
    ],
)
