"""Errors tell visitors nothing of the inside."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-error-details",
    title="Errors tell visitors nothing of the inside",
    severity=Severity.LOW,
    because=(
        "A stack trace shows paths, versions, queries and now and then a secret: it is a map for the next attack."
    ),
    fix="Log the error and answer with a number under which it can be found.",
    cwe=("CWE-209", "CWE-497"),
    serves=("data-minimisation",),
    also=(
        "active-debug-code-printstacktrace",
        "INFORMATION_EXPOSURE_THROUGH_AN_ERROR_MESSAGE",
        "express-error-details",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                {"kind": "return_statement"},
                rule.holding(python.call(r"traceback\.format_exc|traceback\.format_exception")),
                rule.within(
                    {
                        "kind": "decorated_definition",
                        "has": {
                            "kind": "decorator",
                            "regex": r"\.(?:route|get|post|put|delete|errorhandler|exception_handler)\(",
                        },
                    }
                ),
            ),
            fails=[
                (
                    "@app.route('/')\n"
                    "def f():\n"
                    "    try:\n"
                    "        run()\n"
                    "    except ValueError:\n"
                    "        return traceback.format_exc(), 500\n"
                )
            ],
            passes=[
                (
                    "@app.route('/')\n"
                    "def f():\n"
                    "    try:\n"
                    "        run()\n"
                    "    except ValueError:\n"
                    "        log.exception('failed')\n"
                    "        return 'failed', 500\n"
                )
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:res|response|reply)(?:\.status\(\w+\))?\.(?:send|json|end|write)",
                javascript.argument(rule.has_text(r"\b(?:err|error|e|ex)\.stack\b")),
                rule.without(rule.has_text(r"NODE_ENV|isDev|development")),
            ),
            fails=["app.use((err, req, res, next) => res.status(500).send(err.stack));"],
            passes=["app.use((err, req, res, next) => res.status(500).send('failed'));"],
        ),
        Look(
            language="java",
            rule=java.call(
                "printStackTrace", java.argument(rule.has_text(r"(?:response|resp|res)\.getWriter\(\)|^out$"))
            ),
            fails=["class A { void f() { try { run(); } catch (E e) { e.printStackTrace(response.getWriter()); } } }"],
            passes=['class A { void f() { try { run(); } catch (E e) { log.error("failed", e); } } }'],
        ),
        Look(
            language="go",
            rule=go.call(r"http\.Error", go.argument(rule.has_text(r"debug\.Stack\(\)"))),
            fails=["package m\nfunc f(w http.ResponseWriter) { http.Error(w, string(debug.Stack()), 500) }\n"],
            passes=['package m\nfunc f(w http.ResponseWriter) { http.Error(w, "failed", 500) }\n'],
        ),
    ],
)
