"""Headers that protect pages stay on."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-security-headers-off",
    title="Headers that protect pages stay on",
    severity=Severity.LOW,
    because=(
        "Without them a page can be framed by another site, its content guessed to be script, or loaded in the clear."
    ),
    fix="Leave the framework's defaults, or set a policy instead of switching it off.",
    cwe=("CWE-693", "CWE-1021"),
    serves=("http-hardening",),
    also=("SPRING_HEADERS_DISABLED", "xframe-options-exempt", "helmet-feature-disabled"),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"helmet",
                    javascript.argument(
                        rule.either(
                            javascript.pair(
                                "contentSecurityPolicy|frameguard|hsts|noSniff|xFrameOptions|xContentTypeOptions|strictTransportSecurity",
                                javascript.FALSE,
                            )
                        )
                    ),
                )
            ),
            fails=["app.use(helmet({ contentSecurityPolicy: false }));"],
            passes=["app.use(helmet());"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "disable",
                    java.on(
                        rule.has_text(
                            r"\.(?:headers|frameOptions|contentTypeOptions|httpStrictTransportSecurity)\(\s*\)$"
                        )
                    ),
                ),
                java.call(
                    "headers|frameOptions|contentTypeOptions",
                    java.at(
                        1,
                        rule.text(
                            r"\w+\s*->\s*\w+\.disable\(\)|\w+(?:\.\w+)*::disable|\w+\s*->\s*\w+\.frameOptions\(\s*\w+"
                            r"\s*->\s*\w+\.disable\(\)\s*\)"
                        ),
                    ),
                ),
            ),
            fails=["class A { void f(HttpSecurity http) { http.headers().frameOptions().disable(); } }"],
            passes=["class A { void f(HttpSecurity http) { http.headers().frameOptions().sameOrigin(); } }"],
        ),
        Look(
            language="python",
            rule=rule.either(
                rule.both(
                    {"kind": "decorator"},
                    rule.text(r"@(?:\w+\.)*xframe_options_exempt|@method_decorator\(\s*xframe_options_exempt\b.*\)"),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.text("SECURE_CONTENT_TYPE_NOSNIFF|SECURE_BROWSER_XSS_FILTER")),
                    rule.field("right", python.FALSE),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.text("X_FRAME_OPTIONS")),
                    rule.field("right", rule.text(r"""["']ALLOW\w*["']""")),
                ),
            ),
            fails=["@xframe_options_exempt\ndef f(request):\n    pass\n", "SECURE_CONTENT_TYPE_NOSNIFF = False\n"],
            passes=["@xframe_options_deny\ndef f(request):\n    pass\n", "X_FRAME_OPTIONS = 'DENY'\n"],
        ),
    ],
)
