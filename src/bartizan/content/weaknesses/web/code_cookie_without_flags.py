"""Session cookies are sent over TLS only and hidden from script."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-cookie-without-flags",
    title="Session cookies are sent over TLS only and hidden from script",
    severity=Severity.MEDIUM,
    because=(
        "Without `Secure` the cookie is read on the way, without `HttpOnly` by any script on the "
        "page: whoever has it is signed in."
    ),
    fix='Set `secure=True, httponly=True, samesite="Lax"` on cookies of sessions.',
    cwe=("CWE-614", "CWE-1004"),
    serves=("session-control",),
    also=(
        "G124",
        "INSECURE_COOKIE",
        "HTTPONLY_COOKIE",
        "secure-set-cookie",
        "express-cookie-session-no-secure",
        "cookie-missing-secure",
        "cookie-missing-httponly",
        "django-secure-set-cookie",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r".*\.set_cookie",
                    rule.either(
                        python.keyword("secure|httponly", python.FALSE),
                        rule.both(
                            python.first(rule.text(r"""(?i)["'][\w-]*(?:session|sid|auth|token|jwt)[\w-]*["']""")),
                            rule.either(python.unnamed("secure"), python.unnamed("httponly")),
                        ),
                    ),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field(
                        "left",
                        rule.text(
                            r"(?:SESSION_COOKIE_(?:SECURE|HTTPONLY)|CSRF_COOKIE_SECURE)"
                            r"|app\.config\[[\"']SESSION_COOKIE_(?:SECURE|HTTPONLY)[\"']\]"
                        ),
                    ),
                    rule.field("right", python.FALSE),
                ),
            ),
            fails=[
                "response.set_cookie('session_id', value)\n",
                "response.set_cookie('colour', value, secure=False)\n",
                "SESSION_COOKIE_SECURE = False\n",
            ],
            passes=[
                "response.set_cookie('session_id', value, secure=True, httponly=True)\n",
                "response.set_cookie('colour', value)\n",
                "response.set_cookie('token', value, **FLAGS)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    (
                        r"(?:res|response|reply|ctx\.cookies|cookies\(\))(?:\.status\(\d+\))?\.(?:cookie|set"
                        r"|setCookie)"
                    ),
                    javascript.at(3, rule.either(javascript.pair("httpOnly|secure", javascript.FALSE))),
                ),
                javascript.call(
                    r"(?:res|response|reply)\.(?:cookie|setCookie)",
                    javascript.at(1, rule.text(r"""(?i)["'][\w-]*(?:session|sid|auth|token|jwt)[\w-]*["']""")),
                    rule.either(
                        javascript.at(3, rule.either(javascript.unpaired("httpOnly"), javascript.unpaired("secure"))),
                        rule.without(javascript.at(3, rule.has_text("."))),
                    ),
                ),
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text("cookie")),
                    rule.field("value", javascript.pair("secure|httpOnly", javascript.FALSE)),
                ),
            ),
            fails=[
                "app.get('/', (req, res) => res.cookie('token', value));",
                "app.use(session({ secret, cookie: { secure: false } }));",
                "res.cookie('sid', value, { httpOnly: true });",
            ],
            passes=[
                "res.cookie('token', value, { httpOnly: true, secure: true });",
                "res.cookie('colour', value);",
                "res.cookie('token', value, options);",
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                go.unkeyed(r"http\.Cookie", "Secure"),
                rule.field(
                    "body",
                    {
                        "has": rule.both(
                            {"kind": "keyed_element"},
                            rule.has_text(r'(?i)^Name:\s*"?[\w.-]*(?:session|sid|auth|token|jwt)'),
                        )
                    },
                ),
                rule.without(rule.has_text(r"MaxAge:\s*-1|Expires:\s*time\.Unix\(0")),
            ),
            fails=['package m\nvar c = &http.Cookie{Name: "session", Value: id, HttpOnly: true}\n'],
            passes=[
                'package m\nvar c = &http.Cookie{Name: "session", Value: id, HttpOnly: true, Secure: true}\n',
                'package m\nvar c = &http.Cookie{Name: "colour", Value: id}\n',
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("setSecure|setHttpOnly", java.at(1, java.FALSE), java.on(rule.has_text("(?i)cookie"))),
                java.call("httpOnly|secure", java.at(1, java.FALSE), java.on(rule.has_text("ResponseCookie|cookie"))),
            ),
            fails=["class A { void f() { cookie.setHttpOnly(false); } }"],
            passes=[
                "class A { void f() { cookie.setHttpOnly(true); } }",
                "class A { void f() { connection.setSecure(false); } }",
            ],
        ),
    ],
)
