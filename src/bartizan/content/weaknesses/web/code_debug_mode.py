"""Services do not run in debug mode."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-debug-mode",
    title="Services do not run in debug mode",
    severity=Severity.HIGH,
    because=(
        "The debugger of Werkzeug runs any Python that a visitor types; error pages of others "
        "show code, settings and secrets."
    ),
    fix='Take the setting from the environment, off unless it is asked for: `debug=os.environ.get("DEBUG") == "1"`.',
    cwe=("CWE-489", "CWE-215"),
    serves=("configuration-baseline",),
    also=("B201", "G108", "debug-enabled", "django-debug", "active-debug-code-printstacktrace", "pprof-debug-exposure"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"(?:app|application|server|self\.app|\w*[aA]pp)\.run",
                    python.keyword("debug|use_debugger", python.TRUE),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.text(r"(?:app|application)\.(?:debug|config\[[\"']DEBUG[\"']\])")),
                    rule.field("right", python.TRUE),
                ),
                python.call(
                    r"(?:FastAPI|Starlette|Sanic|(?:tornado\.web\.|web\.)?Application)",
                    python.keyword("debug", python.TRUE),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.text("DEBUG")),
                    rule.field("right", python.TRUE),
                    {
                        "inside": {
                            "kind": "module",
                            "stopBy": "end",
                            "regex": r"(?m)^(?:INSTALLED_APPS|ROOT_URLCONF|MIDDLEWARE)\s*=",
                        }
                    },
                ),
            ),
            fails=[
                "app.run(debug=True)\n",
                "app.config['DEBUG'] = True\n",
                "DEBUG = True\nROOT_URLCONF = 'shop.urls'\n",
            ],
            passes=[
                "app.run()\n",
                "DEBUG = os.environ.get('DEBUG') == '1'\nROOT_URLCONF = 'shop.urls'\n",
                "DEBUG = True\n",
                "parser.run(debug=True)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                javascript.call(
                    r"app\.use",
                    javascript.at(1, rule.text(r"(?:errorhandler|errorHandler|express\.errorHandler)\(.*\)")),
                    javascript.imports("errorhandler"),
                ),
                rule.without(
                    rule.within(
                        rule.both(
                            {"kind": "if_statement"},
                            rule.field("condition", rule.has_text("NODE_ENV|env|development|debug")),
                        )
                    )
                ),
            ),
            fails=["const errorhandler = require('errorhandler');\napp.use(errorhandler());"],
            passes=[
                (
                    "const errorhandler = require('errorhandler');\n"
                    "if (process.env.NODE_ENV === 'development') { app.use(errorhandler()); }"
                ),
                "app.use(errorHandler(log));",
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                {"kind": "import_spec"},
                rule.field("path", rule.text('"net/http/pprof"')),
                rule.field("name", {"kind": "blank_identifier"}),
                {
                    "inside": {
                        "kind": "source_file",
                        "stopBy": "end",
                        "regex": r"http\.ListenAndServe(?:TLS)?\(.*,\s*nil\)",
                    }
                },
            ),
            fails=[
                (
                    "package m\n"
                    "import (\n"
                    '\t"net/http"\n'
                    '\t_ "net/http/pprof"\n'
                    ")\n"
                    'func f() { http.ListenAndServe(":80", nil) }\n'
                )
            ],
            passes=['package m\nimport _ "net/http/pprof"\nfunc f() { http.ListenAndServe("localhost:6060", mux) }\n'],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "debug",
                    java.at(1, java.TRUE),
                    rule.within(
                        {"kind": "class_body", "regex": "EnableWebSecurity|WebSecurityCustomizer|HttpSecurity"}
                    ),
                ),
                rule.both({"kind": "annotation"}, rule.has_text(r"^@EnableWebSecurity\(.*debug\s*=\s*true")),
            ),
            fails=["@EnableWebSecurity(debug = true)\nclass A {}"],
            passes=["@EnableWebSecurity\nclass A {}"],
        ),
    ],
)
