"""Requests that change something prove where they come from."""

from bartizan.content.weaknesses.shapes import java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-csrf-off",
    title="Requests that change something prove where they come from",
    severity=Severity.MEDIUM,
    because="Without the check any page a signed-in user opens can act here as that user.",
    fix=(
        "Leave the check on. For interfaces that take no cookies but tokens in a header it may "
        "be off; say so in a comment."
    ),
    cwe=("CWE-352",),
    serves=("http-hardening",),
    also=(
        "SPRING_CSRF_PROTECTION_DISABLED",
        "no-csrf-exempt",
        "spring-csrf-disabled",
        "detect-no-csrf-before-method-override",
        "flask-wtf-csrf-disabled",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                rule.both(
                    {"kind": "decorator"},
                    rule.text(r"@(?:\w+\.)*csrf_exempt|@method_decorator\(\s*csrf_exempt\b.*\)|@csrf\.exempt"),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.text(r"""app\.config\[["']WTF_CSRF_ENABLED["']\]|WTF_CSRF_ENABLED""")),
                    rule.field("right", python.FALSE),
                ),
                python.call(r"csrf_exempt"),
            ),
            fails=["@csrf_exempt\ndef f(request):\n    pass\n", "app.config['WTF_CSRF_ENABLED'] = False\n"],
            passes=["@csrf_protect\ndef f(request):\n    pass\n", "app.config['WTF_CSRF_ENABLED'] = True\n"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("disable", java.on(rule.has_text(r"\.csrf\(\s*\)$")), java.NO_ARGUMENTS),
                java.call("csrf", java.at(1, rule.text(r"\w+\s*->\s*\w+\.disable\(\)|(?:\w+::disable)"))),
                java.call("ignoringAntMatchers|ignoringRequestMatchers", java.at(1, rule.text(r'"/\*\*"'))),
            ),
            fails=[
                "class A { void f(HttpSecurity http) { http.csrf().disable(); } }",
                "class A { void f(HttpSecurity http) { http.csrf(AbstractHttpConfigurer::disable); } }",
            ],
            passes=[
                "class A { void f(HttpSecurity http) { http.csrf(Customizer.withDefaults()); } }",
                "class A { void f() { cache.disable(); } }",
            ],
        ),
    ],
)
