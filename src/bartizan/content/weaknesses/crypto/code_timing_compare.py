"""Secrets are compared in constant time."""

from bartizan.content.weaknesses.shapes import go, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-timing-compare",
    title="Secrets are compared in constant time",
    severity=Severity.LOW,
    because="A comparison that stops at the first difference tells by its duration how much of a guess was right.",
    fix="`hmac.compare_digest`, `crypto.timingSafeEqual`, `subtle.ConstantTimeCompare`, `MessageDigest.isEqual`.",
    cwe=("CWE-208",),
    serves=("strong-authentication",),
    also=("detect-possible-timing-attacks", "UNSAFE_HASH_EQUALS"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                {"kind": "comparison_operator"},
                {"has": rule.either(python.call(r".*\.(?:hexdigest|digest)"))},
                {"has": rule.text("==|!=")},
                {
                    "has": rule.either(
                        python.REQUEST,
                        rule.both(
                            rule.either({"kind": "identifier"}, {"kind": "attribute"}),
                            rule.text(r"(?i)[\w.]*(?:signature|hmac|mac|token|sig)\w*"),
                        ),
                    )
                },
            ),
            fails=["if hmac.new(key, body, 'sha256').hexdigest() == signature:\n    pass\n"],
            passes=[
                "if hmac.compare_digest(expected, signature):\n    pass\n",
                "if hashlib.sha256(data).hexdigest() == checksum:\n    pass\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                {"kind": "binary_expression"},
                rule.field("operator", rule.text("===?|!==?")),
                {
                    "has": rule.either(
                        rule.both(javascript.REQUEST, rule.has_text(r"(?i)signature|hmac|token|secret|api-?key")),
                        rule.both(javascript.VALUE, rule.text(r"(?i)(?:\w+\.)*(?:\w*(?:signature|hmac)|sig|mac)")),
                    )
                },
                {
                    "has": rule.either(
                        javascript.call(r"[\s\S]*\.digest"),
                        rule.both(
                            {"kind": "member_expression"}, rule.text(r"process\.env\.\w*(?:SECRET|TOKEN|KEY)\w*")
                        ),
                        rule.text(r"(?i)(?:expected|computed|calculated|our)\w*(?:signature|hash|hmac|mac|digest)?"),
                    )
                },
                rule.without(rule.has_text(r"\.length|typeof")),
            ),
            fails=[
                "if (signature === expectedSignature) next();",
                "const f = (req) => req.headers['x-api-key'] === process.env.API_KEY;",
            ],
            passes=["if (crypto.timingSafeEqual(a, b)) next();", "if (signature.length === expected.length) next();"],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(
                    r"bytes\.(?:Equal|Compare)",
                    go.argument(rule.text(r"(?i)\w*(?:mac|hmac|signature)\w*|mac\.Sum\(nil\)|h\.Sum\(nil\)")),
                    go.imports("crypto/hmac"),
                ),
                rule.both(
                    {"kind": "binary_expression"},
                    rule.field("operator", rule.text("==|!=")),
                    {
                        "has": rule.text(
                            r"(?i)hex\.EncodeToString\((?:mac|h|hash|hmac)\.Sum\(nil\)\)|expectedMAC|expectedSignature"
                            r"|expectedMac"
                        )
                    },
                    go.imports("crypto/hmac"),
                ),
            ),
            fails=['package m\nimport "crypto/hmac"\nfunc f() bool { return bytes.Equal(mac.Sum(nil), got) }\n'],
            passes=['package m\nimport "crypto/hmac"\nfunc f() bool { return hmac.Equal(mac.Sum(nil), got) }\n'],
        ),
    ],
)
