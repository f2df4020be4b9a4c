"""Security of paths is not switched off as a whole."""

from bartizan.content.weaknesses.shapes import java, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-permit-all",
    title="Security of paths is not switched off as a whole",
    severity=Severity.HIGH,
    because="When everything is permitted, whoever reaches the service uses it without signing in.",
    fix="Permit single paths, and end with `anyRequest().authenticated()`.",
    cwe=("CWE-862", "CWE-306"),
    serves=("api-authentication",),
    also=("spring-permit-all",),
    looks=[
        Look(
            language="java",
            rule=rule.either(
                java.call("permitAll", java.on(rule.has_text(r"\.anyRequest\(\s*\)$"))),
                java.call(
                    "permitAll",
                    java.on(rule.has_text(r'\.(?:antMatchers|requestMatchers|mvcMatchers)\(\s*"/\*\*"\s*\)$')),
                ),
                java.call(
                    "ignoring|antMatchers|requestMatchers",
                    java.at(1, rule.text(r'"/\*\*"')),
                    java.on(rule.has_text(r"\.ignoring\(\s*\)$")),
                ),
            ),
            fails=["class A { void f(HttpSecurity http) { http.authorizeRequests().anyRequest().permitAll(); } }"],
            passes=[
                (
                    "class A { void f(HttpSecurity http) { "
                    'http.authorizeRequests().antMatchers("/public/**").permitAll().anyRequest().authenticated(); '
                    "} }"
                )
            ],
        ),
        Look(
            language="python",
            rule=rule.either(
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text(r"""["']DEFAULT_PERMISSION_CLASSES["']""")),
                    rule.field(
                        "value", rule.text(r"""(?s)[\[(]\s*["']rest_framework\.permissions\.AllowAny["'],?\s*[\])]""")
                    ),
                )
            ),
            fails=["REST_FRAMEWORK = {'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.AllowAny']}\n"],
            passes=[
                "REST_FRAMEWORK = {'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated']}\n"
            ],
        ),
    ],
)
