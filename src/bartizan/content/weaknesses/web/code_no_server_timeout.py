"""Servers give slow callers a limit of time."""

from bartizan.content.weaknesses.shapes import go, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-no-server-timeout",
    title="Servers give slow callers a limit of time",
    severity=Severity.LOW,
    because=(
        "A caller that sends a byte now and then holds a connection for ever; a few thousand such stop the service."
    ),
    fix=(
        "Set `ReadHeaderTimeout` (and `IdleTimeout`) on an `http.Server`, and use that instead "
        "of `http.ListenAndServe`."
    ),
    cwe=("CWE-400", "CWE-770"),
    serves=("denial-of-service-protection",),
    also=("G112", "G114", "use-tls"),
    looks=[
        Look(
            language="go",
            rule=rule.either(
                rule.both(
                    go.call(r"http\.(?:ListenAndServe|ListenAndServeTLS|Serve|ServeTLS)"),
                    rule.without(rule.has_text(r"^http\.Serve\(.*httptest")),
                ),
                rule.both(
                    go.unkeyed(r"http\.Server", "ReadHeaderTimeout", "ReadTimeout"),
                    rule.field("body", {"has": {"kind": "keyed_element"}}),
                    rule.without(rule.within(rule.both(go.FUNCTION, {"regex": r"\.Read(?:Header)?Timeout\s*="}))),
                ),
            ),
            fails=[
                'package m\nfunc f() { http.ListenAndServe("127.0.0.1:80", mux) }\n',
                'package m\nvar s = &http.Server{Addr: ":80", Handler: mux}\n',
            ],
            passes=['package m\nvar s = &http.Server{Addr: ":80", ReadHeaderTimeout: time.Second}\n'],
        ),
    ],
)
