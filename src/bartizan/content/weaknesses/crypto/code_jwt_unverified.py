"""Tokens are verified before they are believed."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-jwt-unverified",
    title="Tokens are verified before they are believed",
    severity=Severity.HIGH,
    because="Without the signature being checked anyone writes a token for any user.",
    fix=(
        "Verify with a key and a fixed list of algorithms: `jwt.decode(token, key, "
        'algorithms=["RS256"])`, `jwt.verify(token, key, { algorithms: ["RS256"] })`, '
        "`jwt.Parse` with a check of the method, `parseClaimsJws`."
    ),
    cwe=("CWE-347", "CWE-345"),
    serves=("strong-authentication",),
    also=(
        "unverified-jwt-decode",
        "jwt-python-none-alg",
        "jwt-none-alg",
        "jwt-go-none-algorithm",
        "jwt-decode-without-verify",
        "java-jwt-none-alg",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"(?:jwt|jose\.jwt|pyjwt)\.decode",
                    rule.either(
                        python.keyword("verify", python.FALSE),
                        python.keyword("options", rule.has_text(r"""["']?verify_signature["']?\s*[:=]\s*False""")),
                        python.keyword("algorithms", rule.has_text(r"""(?i)["']none["']""")),
                    ),
                ),
                python.call(
                    r"(?:jwt|jose\.jwt)\.encode",
                    rule.either(
                        python.keyword("algorithm", rule.text(r"""["'](?i:none)["']|None""")),
                        rule.field(
                            "arguments", {"has": {"all": [{"nthChild": 3}, rule.text(r"""["'](?i:none)["']""")]}}
                        ),
                    ),
                ),
                python.call(r"(?:jwt|jose\.jwt)\.get_unverified_claims"),
            ),
            fails=[
                "jwt.decode(token, options={'verify_signature': False})\n",
                "jwt.decode(token, key, verify=False)\n",
                "jwt.encode(claims, None, algorithm='none')\n",
            ],
            passes=["jwt.decode(token, key, algorithms=['RS256'])\n", "jwt.get_unverified_header(token)\n"],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"(?:jwt|jsonwebtoken|JWT)\.(?:verify|sign)",
                    rule.either(
                        javascript.argument(rule.has_text(r"""(?s)^\{.*\balgorithms?:\s*\[?\s*["'`](?i:none)["'`]""")),
                        javascript.at(2, rule.text(r"""null|undefined|["']["']|false""")),
                    ),
                ),
                rule.both(
                    javascript.call(r"(?:jwt|jsonwebtoken)\.decode"),
                    rule.either(
                        {"inside": rule.field("property", rule.has_text("(?i)sub|id|role|user|admin|email"))},
                        rule.within(
                            rule.both(
                                javascript.FUNCTION, rule.field("parameters", rule.has_text(r"^\(\s*(?:req|request)\b"))
                            )
                        ),
                    ),
                    rule.without(
                        rule.within(rule.both(javascript.FUNCTION, {"regex": r"\b(?:jwt|jsonwebtoken)\.verify\("}))
                    ),
                ),
                javascript.call(r"(?:jwt|jwtSimple|jwt_simple)\.decode", javascript.at(3, javascript.TRUE)),
            ),
            fails=[
                "jwt.verify(token, key, { algorithms: ['none'] });",
                "app.use((req, res, next) => { req.user = jwt.decode(req.headers.token); next(); });",
            ],
            passes=["jwt.verify(token, key, { algorithms: ['RS256'] });", "const expires = jwt.decode(token).exp;"],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(
                    r"(?:\w+\.)*ParseUnverified", rule.without(rule.within({"kind": "block", "regex": r"\.Verify\("}))
                ),
                rule.both(
                    {"kind": "selector_expression"},
                    rule.text(r"jwt\.(?:SigningMethodNone|UnsafeAllowNoneSignatureType)"),
                    rule.without(rule.within({"kind": "if_statement"})),
                    rule.without(rule.within({"kind": "expression_switch_statement"})),
                ),
            ),
            fails=[
                "package m\nfunc f() { token, _, _ := parser.ParseUnverified(raw, claims) }\n",
                "package m\nfunc f() { token.SignedString(jwt.UnsafeAllowNoneSignatureType) }\n",
            ],
            passes=["package m\nfunc f() { jwt.Parse(raw, keys) }\n"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("parse|parseClaimsJwt|parsePlaintextJwt", java.on(rule.has_text(r"Jwts\s*\.\s*parser"))),
                java.call("none", java.on(rule.text("Algorithm"))),
                rule.both({"kind": "field_access"}, rule.text(r"SignatureAlgorithm\.NONE")),
                java.call("setSkipSignatureVerification|setDisableRequireSignature"),
            ),
            fails=[
                "class A { void f() { Jwts.parser().setSigningKey(key).parse(token); } }",
                "class A { void f() { JWT.create().sign(Algorithm.none()); } }",
            ],
            passes=["class A { void f() { Jwts.parser().setSigningKey(key).parseClaimsJws(token); } }"],
        ),
    ],
)
