"""Connections use TLS 1.2 or newer."""

from bartizan.content.weaknesses.shapes import go, java, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-old-tls",
    title="Connections use TLS 1.2 or newer",
    severity=Severity.MEDIUM,
    because="SSL 3, TLS 1.0 and 1.1 have known attacks that read what is sent.",
    fix=(
        'Ask for `ssl.TLSVersion.TLSv1_2`, `minVersion: "TLSv1.2"`, `MinVersion: '
        'tls.VersionTLS12`, `SSLContext.getInstance("TLSv1.3")`.'
    ),
    cwe=("CWE-326", "CWE-327"),
    serves=("strong-tls",),
    also=("B502", "B503", "B504", "ssl-v3-is-insecure", "weak-ssl-version", "SSL_CONTEXT", "tls-with-insecure-cipher"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                {"kind": "attribute"},
                rule.text(
                    r"ssl\.(?:PROTOCOL_(?:SSLv2|SSLv3|SSLv23_METHOD|TLSv1|TLSv1_1)|TLSVersion\.(?:SSLv3|TLSv1"
                    r"|TLSv1_1|MINIMUM_SUPPORTED))|SSL\.(?:SSLv2_METHOD|SSLv3_METHOD|TLSv1_METHOD"
                    r"|TLSv1_1_METHOD)"
                ),
                rule.without(rule.within({"kind": "comparison_operator"})),
                rule.without(rule.within({"kind": "dictionary"})),
            ),
            fails=[
                "context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)\n",
                "context.minimum_version = ssl.TLSVersion.TLSv1\n",
            ],
            passes=[
                "context.minimum_version = ssl.TLSVersion.TLSv1_2\n",
                "context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n",
                "if version == ssl.TLSVersion.TLSv1:\n    pass\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text(r"""["']?(?:secureProtocol|minVersion|maxVersion)["']?""")),
                    rule.field(
                        "value",
                        rule.text(
                            r"""["'](?:SSLv2_method|SSLv3_method|TLSv1_method|TLSv1_1_method|TLSv1|TLSv1\.1|SSLv3)["']"""
                        ),
                    ),
                ),
                rule.both(
                    {"kind": "assignment_expression"},
                    rule.field("left", rule.text(r"tls\.DEFAULT_MIN_VERSION")),
                    rule.field("right", rule.text(r"""["']TLSv1(?:\.1)?["']""")),
                ),
            ),
            fails=["tls.createServer({ minVersion: 'TLSv1' });", "https.get({ secureProtocol: 'SSLv3_method' });"],
            passes=["tls.createServer({ minVersion: 'TLSv1.2' });"],
        ),
        Look(
            language="go",
            rule=rule.either(
                rule.both(
                    go.element("MinVersion|MaxVersion", rule.text(r"tls\.Version(?:SSL30|TLS10|TLS11)|0x030[0-2]"))
                ),
                rule.both(
                    {"kind": "assignment_statement"},
                    rule.field("left", rule.has_text(r"\.(?:MinVersion|MaxVersion)$")),
                    rule.field("right", rule.text(r"tls\.Version(?:SSL30|TLS10|TLS11)")),
                ),
            ),
            fails=["package m\nvar c = &tls.Config{MinVersion: tls.VersionTLS10}\n"],
            passes=["package m\nvar c = &tls.Config{MinVersion: tls.VersionTLS12}\n"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "getInstance",
                    java.on(rule.text(r"(?:javax\.net\.ssl\.)?SSLContext")),
                    java.at(1, rule.text(r'"(?:SSL|SSLv2|SSLv3|TLSv1|TLSv1\.1)"')),
                ),
                java.call(
                    "setEnabledProtocols|setProtocols|protocols",
                    java.argument(rule.has_text(r'"(?:SSLv2|SSLv3|TLSv1|TLSv1\.1)"')),
                ),
            ),
            fails=['class A { void f() { SSLContext.getInstance("SSLv3"); } }'],
            passes=[
                'class A { void f() { SSLContext.getInstance("TLSv1.3"); } }',
                'class A { void f() { SSLContext.getInstance("TLS"); } }',
            ],
        ),
    ],
)
