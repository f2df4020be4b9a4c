"""Other sites cannot read answers meant for signed-in users."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-cors-any-origin",
    title="Other sites cannot read answers meant for signed-in users",
    severity=Severity.HIGH,
    because=(
        "When any origin is echoed back together with credentials, every page a signed-in user "
        "opens reads that user's data here."
    ),
    fix="List the origins that may; leave credentials out where any origin is meant.",
    cwe=("CWE-942", "CWE-346"),
    serves=("http-hardening",),
    also=("PERMISSIVE_CORS", "cors-misconfiguration", "wildcard-cors", "express-cors-any-origin"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r".*\.add_middleware|CORSMiddleware",
                    rule.either(
                        python.keyword("allow_origins", rule.has_text(r"""["']\*["']""")),
                        python.keyword("allow_origin_regex", rule.text(r"""r?["']\.\*["']""")),
                    ),
                    python.keyword("allow_credentials", python.TRUE),
                ),
                python.call(
                    r"(?:flask_cors\.)?CORS",
                    python.keyword("supports_credentials", python.TRUE),
                    rule.without(rule.has_text(r"origins|resources")),
                ),
                python.call(
                    r"(?:flask_cors\.)?CORS",
                    python.keyword("supports_credentials", python.TRUE),
                    rule.has_text(r"""origins["']?\s*[=:]\s*\[?["']\*["']"""),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.text(r"CORS_(?:ORIGIN_ALLOW_ALL|ALLOW_ALL_ORIGINS)")),
                    rule.field("right", python.TRUE),
                    {"inside": {"kind": "module", "stopBy": "end", "regex": r"(?m)^CORS_ALLOW_CREDENTIALS\s*=\s*True"}},
                ),
            ),
            fails=[
                "app.add_middleware(CORSMiddleware, allow_origins=['*'], allow_credentials=True)\n",
                "CORS(app, supports_credentials=True)\n",
                "CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOW_CREDENTIALS = True\n",
            ],
            passes=[
                (
                    "app.add_middleware(CORSMiddleware, allow_origins=['https://shop.example'], "
                    "allow_credentials=True)\n"
                ),
                "app.add_middleware(CORSMiddleware, allow_origins=['*'])\n",
                "CORS_ALLOW_ALL_ORIGINS = True\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"cors|fastifyCors|app\.enableCors|fastify\.register",
                    javascript.argument(
                        rule.both(
                            javascript.pair(
                                "origin",
                                rule.either(
                                    javascript.TRUE,
                                    rule.text(
                                        r"\(\s*\w+\s*,\s*(\w+)\s*\)\s*=>\s*(?:\{\s*)?\w+\(null,\s*true\);?\s*\}?"
                                    ),
                                ),
                            ),
                            javascript.pair("credentials", javascript.TRUE),
                        )
                    ),
                ),
                javascript.call(
                    r"(?:res|response|reply|ctx)\.(?:setHeader|header|set|append)",
                    javascript.at(1, rule.text(r"""(?i)["']access-control-allow-origin["']""")),
                    javascript.at(2, rule.both(javascript.REQUEST, rule.has_text(r"(?i)origin"))),
                    rule.without(rule.within({"kind": "if_statement"})),
                ),
            ),
            fails=[
                "app.use(cors({ origin: true, credentials: true }));",
                (
                    "app.use((req, res, next) => { res.setHeader('Access-Control-Allow-Origin', "
                    "req.headers.origin); next(); });"
                ),
            ],
            passes=[
                "app.use(cors({ origin: 'https://shop.example', credentials: true }));",
                (
                    "app.use((req, res, next) => { if (allowed.has(req.headers.origin)) "
                    "res.setHeader('Access-Control-Allow-Origin', req.headers.origin); next(); });"
                ),
                "app.use(cors());",
            ],
        ),
        Look(
            language="go",
            rule=rule.either(
                rule.both(
                    go.keyed(r"cors\.(?:Options|Config)", "AllowedOrigins|AllowOrigins", rule.has_text(r'"\*"')),
                    rule.field("body", {"has": go.element("AllowCredentials", go.TRUE)}),
                ),
                rule.both(
                    go.keyed(r"cors\.(?:Options|Config)", "AllowAllOrigins", go.TRUE),
                    rule.field("body", {"has": go.element("AllowCredentials", go.TRUE)}),
                ),
                go.call(
                    r"w\.Header\(\)\.(?:Set|Add)|c\.(?:Header|Writer\.Header\(\)\.Set)",
                    go.at(1, rule.text(r'"(?i:access-control-allow-origin)"')),
                    go.at(2, rule.text(r'(?:r|req|c\.Request)\.Header\.Get\("Origin"\)|c\.GetHeader\("Origin"\)')),
                    rule.without(rule.within({"kind": "if_statement"})),
                ),
            ),
            fails=[
                'package m\nvar c = cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}\n',
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) { "
                    'w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) }\n'
                ),
            ],
            passes=[
                'package m\nvar c = cors.Options{AllowedOrigins: []string{"*"}}\n',
                (
                    "package m\n"
                    'var c = cors.Options{AllowedOrigins: []string{"https://shop.example"}, '
                    "AllowCredentials: true}\n"
                ),
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                rule.both(
                    {"kind": "annotation"},
                    rule.has_text(r"^@CrossOrigin\s*\("),
                    rule.has_text(r'"\*"'),
                    rule.has_text(r'allowCredentials\s*=\s*"true"'),
                ),
                rule.both(
                    java.call("allowCredentials", java.at(1, java.TRUE)),
                    rule.has_text(r'(?:allowedOriginPatterns|allowedOrigins)\(\s*"\*"'),
                ),
                rule.both(
                    java.call("allowedOriginPatterns|allowedOrigins", java.at(1, rule.text(r'"\*"'))),
                    rule.has_text(r"allowCredentials\(\s*true"),
                ),
                rule.both(
                    java.call("addAllowedOriginPattern|addAllowedOrigin", java.at(1, rule.text(r'"\*"'))),
                    rule.within(rule.both(java.METHOD, {"regex": r"setAllowCredentials\(\s*true"})),
                ),
            ),
            fails=[
                (
                    "class A { void f() { "
                    'registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true); } }'
                ),
                'class A { void f() { c.setAllowCredentials(true); c.addAllowedOriginPattern("*"); } }',
            ],
            passes=[
                (
                    "class A { void f() { "
                    'registry.addMapping("/**").allowedOrigins("https://shop.example").allowCredentials(true); '
                    "} }"
                ),
                'class A { void f() { registry.addMapping("/**").allowedOrigins("*"); } }',
            ],
        ),
    ],
)
