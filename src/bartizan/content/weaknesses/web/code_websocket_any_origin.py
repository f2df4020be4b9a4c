"""Web sockets are opened for the site's own pages only."""

from bartizan.content.weaknesses.shapes import go, java, javascript, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-websocket-any-origin",
    title="Web sockets are opened for the site's own pages only",
    severity=Severity.MEDIUM,
    because=(
        "Browsers let any page open a socket here and send the user's cookies along: a foreign "
        "page then speaks as the user."
    ),
    fix="Compare the `Origin` header with a list of one's own.",
    cwe=("CWE-1385", "CWE-346"),
    serves=("http-hardening",),
    also=("websocket-missing-origin-check",),
    looks=[
        Look(
            language="go",
            rule=rule.either(
                rule.both(
                    {"kind": "keyed_element"},
                    rule.text(r"(?s)CheckOrigin:\s*func\([^)]*\)\s*bool\s*\{\s*(?://[^\n]*\s*)*return true;?\s*\}"),
                ),
                rule.both(
                    {"kind": "assignment_statement"},
                    rule.text(
                        r"(?s)\w+(?:\.\w+)*\.CheckOrigin\s*=\s*func\([^)]*\)\s*bool\s*\{\s*(?://[^\n]*"
                        r"\s*)*return true;?\s*\}"
                    ),
                ),
                go.element(
                    "InsecureSkipVerify",
                    rule.both(
                        go.TRUE,
                        rule.within(
                            rule.both(
                                {"kind": "composite_literal"},
                                rule.field("type", rule.text(r"websocket\.AcceptOptions")),
                            )
                        ),
                    ),
                ),
            ),
            fails=["package m\nvar u = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }}\n"],
            passes=[
                (
                    "package m\n"
                    "var u = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return r.Host == "
                    "host }}\n"
                ),
                "package m\nvar u = websocket.Upgrader{}\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.new(
                    r"(?:SocketIO\.|socketio\.)?(?:Server|SocketIOServer|SocketServer)",
                    javascript.argument(
                        javascript.pair(
                            "cors",
                            rule.either(
                                javascript.pair("origin", rule.either(rule.text(r"""["']\*["']"""), javascript.TRUE))
                            ),
                        )
                    ),
                ),
                rule.both(
                    {"kind": "call_expression"},
                    rule.field(
                        "arguments",
                        {
                            "has": rule.both(
                                javascript.pair(
                                    "cors",
                                    javascript.pair(
                                        "origin", rule.either(rule.text(r"""["']\*["']"""), javascript.TRUE)
                                    ),
                                )
                            )
                        },
                    ),
                    rule.either(rule.begins(r"(?:socketio|socketIO|io|socketIo|require\(['\"]socket\.io['\"]\))\(")),
                ),
            ),
            fails=["const io = new Server(http, { cors: { origin: '*' } });"],
            passes=["const io = new Server(http, { cors: { origin: 'https://shop.example' } });"],
        ),
        Look(
            language="java",
            rule=java.call("setAllowedOrigins|setAllowedOriginPatterns", java.at(1, rule.text(r'"\*"'))),
            fails=['class A { void f() { registry.addHandler(h, "/ws").setAllowedOrigins("*"); } }'],
            passes=[
                'class A { void f() { registry.addHandler(h, "/ws").setAllowedOrigins("https://shop.example"); } }'
            ],
        ),
    ],
)
