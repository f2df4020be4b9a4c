"""Log lines hold values from requests only with their line breaks removed."""

from bartizan.content.weaknesses.shapes import go, java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-log-injection",
    title="Log lines hold values from requests only with their line breaks removed",
    severity=Severity.LOW,
    because="A line break in a value forges further lines: an attacker hides what happened, or blames another.",
    fix="Remove line breaks before logging, or log in a structured format that escapes them.",
    cwe=("CWE-117",),
    serves=("log-integrity",),
    also=("G706", "CRLF_INJECTION_LOGS", "logger-credential-leak"),
    looks=[
        Look(
            language="java",
            rule=java.call(
                "info|warn|error|debug|trace",
                java.on(rule.text("(?i)log|logger")),
                java.at(1, rule.both(java.BUILT, rule.holding(java.REQUEST))),
            ),
            fails=[
                (
                    'class A { void f(HttpServletRequest request) { log.info("Sign-in of " + '
                    'request.getParameter("user")); } }'
                )
            ],
            passes=[
                (
                    'class A { void f(HttpServletRequest request) { log.info("Sign-in of {}", '
                    'clean(request.getParameter("user"))); } }'
                )
            ],
        ),
        Look(
            language="python",
            rule=python.call(
                (
                    r"(?:logging|logger|log|LOG|app\.logger|current_app\.logger|self\.log(?:ger)?)\.(?:info"
                    r"|warning|warn|error|debug|critical|exception)"
                ),
                python.first(
                    rule.both(
                        python.BUILT,
                        rule.holding(
                            rule.both(
                                python.REQUEST,
                                rule.has_text(r"request\.(?:args|form|values|GET|POST|cookies|COOKIES|query_params)"),
                            )
                        ),
                    )
                ),
                rule.without(rule.has_text(r"request\.(?:method|remote_addr)|\.path\b|!r|\br?repr\(")),
            ),
            fails=["def f():\n    logger.info('Sign-in of ' + request.form['user'])\n"],
            passes=[
                "def f():\n    logger.info('Sign-in of %r', request.form['user'])\n",
                "logger.info(f'{request.form[\"user\"]!r}')\n",
            ],
        ),
        Look(
            language="go",
            rule=go.call(
                r"log\.(?:Printf|Println|Print)",
                go.argument(go.REQUEST),
                rule.without(rule.has_text(r"%q|r\.URL\.Path|r\.RequestURI")),
            ),
            fails=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { log.Printf("sign-in of %s", '
                    'r.FormValue("user")) }\n'
                )
            ],
            passes=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { log.Printf("sign-in of %q", '
                    'r.FormValue("user")) }\n'
                )
            ],
        ),
    ],
)
