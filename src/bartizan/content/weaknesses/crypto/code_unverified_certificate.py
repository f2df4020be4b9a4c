"""Certificates of servers are verified."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-unverified-certificate",
    title="Certificates of servers are verified",
    severity=Severity.HIGH,
    because=(
        "Whoever is on the way between answers in the server's place, reads everything, "
        "passwords included, and changes it."
    ),
    fix=(
        "Leave verification on. For a certificate of one's own, name its authority: "
        '`verify="ca.pem"`, `ca:`, `RootCAs`, a trust store.'
    ),
    cwe=("CWE-295",),
    serves=("strong-tls",),
    also=(
        "B501",
        "B323",
        "G402",
        "disabled-cert-validation",
        "bypass-tls-verification",
        "WEAK_TRUST_MANAGER",
        "unverified-ssl-context",
        "avoid-insecure-ssl",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                rule.without(
                    rule.within(
                        {
                            "kind": "if_statement",
                            "has": {"field": "condition", "regex": r"(?i)verif|valid|insecure|cert|tls|ssl|skip"},
                        }
                    )
                ),
                rule.either(
                    python.call(
                        (
                            r"(?:requests|httpx|\w*[sS]ession|\w*[cC]lient|s|self\.\w+|aiohttp\.\w+|urllib3\.\w+"
                            r"|\w+)\.(?:get|post|put|patch|delete|head|options|request|stream|Session|Client"
                            r"|AsyncClient)|(?:httpx\.)?(?:Async)?Client"
                        ),
                        python.keyword("verify", python.FALSE),
                    ),
                    python.call(
                        r".*",
                        python.keyword(
                            "verify_ssl|ssl_verify|verify_certs|validate_certs|check_hostname|tls_verify", python.FALSE
                        ),
                        rule.without(
                            python.call(
                                r"(?:.*\.)?(?:add_argument|Field|field|get|getboolean|setdefault|option|define|pop|dict)"
                            )
                        ),
                    ),
                    python.call(r"(?:aiohttp\.)?TCPConnector", python.keyword("ssl|verify_ssl", python.FALSE)),
                    python.call(r"ssl\._create_unverified_context"),
                    rule.both(
                        {"kind": "assignment"},
                        rule.field("left", rule.text(r"ssl\._create_default_https_context")),
                        rule.field("right", rule.text(r"ssl\._create_unverified_context")),
                    ),
                    rule.both(
                        {"kind": "assignment"},
                        rule.field(
                            "left", rule.text(r"[\w.]*(?:ctx|context|session|s|client)\.(?:verify|check_hostname)")
                        ),
                        rule.field("right", python.FALSE),
                    ),
                    rule.both(
                        {"kind": "assignment"},
                        rule.field("left", rule.text(r"[\w.]+\.verify_mode")),
                        rule.field("right", rule.text(r"(?:ssl\.)?CERT_NONE")),
                    ),
                    python.call(
                        r".*",
                        python.keyword(
                            "cert_reqs|tls_cert_reqs|ssl_cert_reqs",
                            rule.text(r"(?:ssl\.)?CERT_NONE|[\"'](?:CERT_)?(?:NONE|none)[\"']"),
                        ),
                    ),
                ),
            ),
            fails=[
                "requests.get(url, verify=False)\n",
                "context = ssl._create_unverified_context()\n",
                "context.verify_mode = ssl.CERT_NONE\n",
                "client = Elasticsearch(hosts, verify_certs=False)\n",
            ],
            passes=[
                "requests.get(url, verify='ca.pem')\n",
                "context.verify_mode = ssl.CERT_REQUIRED\n",
                "if insecure:\n    context.verify_mode = ssl.CERT_NONE\n",
                "jwt.decode(token, key, verify=False)\n".replace("jwt.decode", "parse"),
                "parser.add_argument('--x', verify_ssl=False)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                rule.without(
                    rule.within(
                        {
                            "kind": "if_statement",
                            "has": {"field": "condition", "regex": r"(?i)verif|valid|insecure|cert|tls|ssl|skip"},
                        }
                    )
                ),
                rule.either(
                    rule.both(
                        {"kind": "pair"},
                        rule.field("key", rule.text(r"""["']?(?:rejectUnauthorized|strictSSL)["']?""")),
                        rule.field("value", javascript.FALSE),
                    ),
                    rule.both(
                        {"kind": "assignment_expression"},
                        rule.field(
                            "left",
                            rule.text(
                                r"process\.env(?:\.NODE_TLS_REJECT_UNAUTHORIZED"
                                r"|\[[\"']NODE_TLS_REJECT_UNAUTHORIZED[\"']\])"
                            ),
                        ),
                        rule.field("right", rule.text(r"""["'`]?0["'`]?|false""")),
                    ),
                    rule.both(
                        {"kind": "assignment_expression"},
                        rule.field("left", rule.has_text(r"\.rejectUnauthorized$")),
                        rule.field("right", javascript.FALSE),
                    ),
                    rule.both(
                        {"kind": "pair"},
                        rule.field("key", rule.text("checkServerIdentity")),
                        rule.field(
                            "value",
                            rule.text(
                                r"\(\)\s*=>\s*(?:undefined|null|\{\s*(?:return\s*(?:undefined|null)?;?)?\s*\}|true)"
                            ),
                        ),
                    ),
                ),
            ),
            fails=[
                "https.request({ host, rejectUnauthorized: false });",
                "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';",
                "new https.Agent({ checkServerIdentity: () => undefined });",
            ],
            passes=[
                "https.request({ host, ca, rejectUnauthorized: true });",
                "process.env.NODE_EXTRA_CA_CERTS = path;",
                "if (options.insecure) { agent.rejectUnauthorized = false; }",
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                rule.without(
                    rule.within(
                        {
                            "kind": "if_statement",
                            "has": {"field": "condition", "regex": r"(?i)verif|valid|insecure|cert|tls|ssl|skip"},
                        }
                    )
                ),
                rule.either(
                    rule.both(
                        go.element("InsecureSkipVerify", go.TRUE),
                        rule.without(
                            rule.within(
                                {"kind": "composite_literal", "regex": r"(?s)VerifyPeerCertificate|VerifyConnection"}
                            )
                        ),
                    ),
                    rule.both(
                        {"kind": "assignment_statement"},
                        rule.field("left", rule.has_text(r"\.InsecureSkipVerify$")),
                        rule.field("right", go.TRUE),
                    ),
                ),
            ),
            fails=[
                "package m\nvar c = &tls.Config{InsecureSkipVerify: true}\n",
                "package m\nfunc f() { config.InsecureSkipVerify = true }\n",
            ],
            passes=[
                "package m\nvar c = &tls.Config{InsecureSkipVerify: false}\n",
                "package m\nvar c = &tls.Config{InsecureSkipVerify: true, VerifyConnection: check}\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.both(
                rule.without(
                    rule.within(
                        {
                            "kind": "if_statement",
                            "has": {"field": "condition", "regex": r"(?i)verif|valid|insecure|cert|tls|ssl|skip"},
                        }
                    )
                ),
                rule.either(
                    rule.both(
                        {"kind": "method_declaration"},
                        rule.field("name", rule.text("checkServerTrusted")),
                        rule.field("body", rule.text(r"(?s)\{\s*(?://[^\n]*\s*|/\*.*?\*/\s*)*(?:return\s*;)?\s*\}")),
                    ),
                    rule.both(
                        {"kind": "method_declaration"},
                        rule.field("name", rule.text("verify")),
                        rule.field("parameters", rule.has_text("SSLSession")),
                        rule.field("body", rule.text(r"\{\s*return\s+true\s*;\s*\}")),
                    ),
                    java.call(
                        "setHostnameVerifier|setDefaultHostnameVerifier|setSSLHostnameVerifier|hostnameVerifier",
                        java.argument(
                            rule.text(
                                r"\(\s*\w+\s*,\s*\w+\s*\)\s*->\s*true|(?:\w+\.)?ALLOW_ALL_HOSTNAME_VERIFIER"
                                r"|(?:new )?NoopHostnameVerifier(?:\(\)|\.INSTANCE)"
                            )
                        ),
                    ),
                    rule.both({"kind": "field_access"}, rule.text(r"InsecureTrustManagerFactory\.INSTANCE")),
                    java.call("trustAll|setTrustAll", java.at(1, java.TRUE)),
                ),
            ),
            fails=[
                (
                    "class A implements X509TrustManager { public void checkServerTrusted(X509Certificate[] "
                    "chain, String type) {} }"
                ),
                "class A { public boolean verify(String host, SSLSession session) { return true; } }",
                "class A { void f() { connection.setHostnameVerifier((h, s) -> true); } }",
            ],
            passes=[
                (
                    "class A implements X509TrustManager { public void checkServerTrusted(X509Certificate[] "
                    "chain, String type) { inner.checkServerTrusted(chain, type); } }"
                ),
                "class A { public boolean verify(String host) { return true; } }",
            ],
        ),
    ],
)
