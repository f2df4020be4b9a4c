"""Templates are files of the project, never text from a request."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-template-injection",
    title="Templates are files of the project, never text from a request",
    severity=Severity.HIGH,
    because=(
        "A template is a program: whoever writes it reads the application's secrets and mostly "
        "runs commands on the server."
    ),
    fix="Keep templates in files and hand what varies over as variables: `render_template('page.html', name=name)`.",
    cwe=("CWE-1336", "CWE-94"),
    serves=("injection-prevention",),
    also=("render-template-string", "TEMPLATE_INJECTION_FREEMARKER", "TEMPLATE_INJECTION_VELOCITY", "SPEL_INJECTION"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r"(?:flask\.)?render_template_string|(?:\w+\.)?from_string|(?:jinja2\.|mako\.template\."
                        r"|string\.)?Template"
                    ),
                    python.first(
                        rule.either(
                            python.BUILT,
                            python.TAINTED_TEXT,
                            python.assigned(rule.both(python.BUILT, rule.holding(python.tainted("$PART")))),
                        )
                    ),
                    rule.without(rule.begins("string\\.")),
                )
            ),
            fails=[
                "def f():\n    return render_template_string('<h1>' + request.args['name'] + '</h1>')\n",
                "def f(name):\n    return render_template_string(f'<h1>{name}</h1>')\n",
                (
                    "def f():\n"
                    "    page = '<h1>%s</h1>' % request.args['name']\n"
                    "    return render_template_string(page)\n"
                ),
            ],
            passes=[
                "def f(name):\n    return render_template_string('<h1>{{ name }}</h1>', name=name)\n",
                "render_template('page.html', name=request.args['name'])\n",
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                (
                    r"(?:pug|jade|ejs|handlebars|Handlebars|nunjucks|mustache|Mustache|dot|doT|_|lodash|swig"
                    r"|eta|Eta|env)\.(?:compile|render|renderString|template|precompile)"
                ),
                javascript.at(1, javascript.TAINTED_TEXT),
            ),
            fails=[
                "app.get('/', (req, res) => res.send(pug.render('h1 ' + req.query.name)));",
                "const f = (req) => { const page = req.body.page; return ejs.render(page, {}); };",
            ],
            passes=["app.get('/', (req, res) => res.send(pug.render(page, { name: req.query.name })));"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("parseExpression", java.at(1, rule.either(java.TAINTED_TEXT, java.BUILT))),
                java.call(
                    "evaluate", java.on(rule.text("Velocity|velocityEngine|engine")), java.argument(java.TAINTED_TEXT)
                ),
                java.new("Template", java.argument(java.new("StringReader", java.argument(java.TAINTED_TEXT)))),
                java.call(
                    "createValueExpression|getValue", java.argument(rule.both(java.BUILT, rule.has_text(r"[#$]\{")))
                ),
            ),
            fails=[
                "class A { void f(@RequestParam String e) { parser.parseExpression(e).getValue(); } }",
                'class A { void f(String name) { parser.parseExpression("user." + name); } }',
            ],
            passes=['class A { void f() { parser.parseExpression("user.name"); } }'],
        ),
    ],
)
