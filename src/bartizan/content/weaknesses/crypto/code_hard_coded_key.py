"""Keys are not written in code."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-hard-coded-key",
    title="Keys are not written in code",
    severity=Severity.HIGH,
    because=(
        "Whoever reads the code, a log of a build, or the program itself has the key, and changing it takes a release."
    ),
    fix="Read it from a secret store or a variable of the environment, and change the one that was written down.",
    cwe=("CWE-321", "CWE-798"),
    serves=("secrets-not-in-code",),
    also=(
        "G101",
        "HARD_CODE_KEY",
        "jwt-hardcode",
        "jwt-python-hardcoded-secret",
        "express-session-hardcoded-secret",
        "hardcoded-jwt-secret",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r"(?:\w+\.)?(?:AES|DES|DES3|ARC4|Blowfish|ChaCha20|ChaCha20_Poly1305|Salsa20)\.new"
                        r"|(?:\w+\.)?(?:Fernet|AESGCM|ChaCha20Poly1305|AESCCM)|algorithms\.(?:AES|ChaCha20)"
                    ),
                    python.first(rule.either(python.LITERAL, rule.text(r"""["'][^"']+["']\.encode\(.*\)"""))),
                ),
                python.call(r"(?:jwt|jose\.jwt|pyjwt)\.(?:encode|decode)", python.second(python.LITERAL)),
                python.call(
                    r"hmac\.new",
                    python.first(
                        rule.either(
                            rule.both(python.LITERAL, rule.has_text(r".{6,}")),
                            rule.text(r"""["'][^"']+["']\.encode\(.*\)"""),
                        )
                    ),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field(
                        "left",
                        rule.text(
                            r"""(?:app|application|server)\.(?:secret_key|config\[["'](?:SECRET_KEY|JWT_SECRET_KEY)["']\])"""
                        ),
                    ),
                    rule.field("right", python.LITERAL),
                ),
            ),
            fails=[
                "cipher = AES.new(b'0123456789abcdef', AES.MODE_GCM)\n",
                "jwt.encode(claims, 'not-so-secret', algorithm='HS256')\n",
                "app.secret_key = 'development'\n",
            ],
            passes=[
                "cipher = AES.new(key, AES.MODE_GCM)\n",
                "jwt.encode(claims, KEY, algorithm='HS256')\n",
                "app.secret_key = os.environ['SECRET_KEY']\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(r"(?:jwt|jsonwebtoken)\.(?:sign|verify)", javascript.at(2, javascript.LITERAL)),
                javascript.call(r"(?:crypto\.)?createHmac", javascript.at(2, javascript.LITERAL)),
                javascript.call(
                    r"(?:crypto\.)?create(?:Cipheriv|Decipheriv|Cipher|Decipher)",
                    javascript.at(
                        2,
                        rule.either(
                            javascript.LITERAL, rule.text(r"""Buffer\.from\(["'][^"']+["'](?:,\s*["']\w+["'])?\)""")
                        ),
                    ),
                ),
                javascript.call(
                    r"(?:express)?[sS]ession|cookieSession|expressJwt|(?:expressjwt|jwt)",
                    javascript.at(
                        1,
                        rule.both(
                            {"kind": "object"},
                            rule.either(
                                javascript.pair("secret", javascript.LITERAL),
                                javascript.pair("keys", rule.both({"kind": "array"}, {"has": javascript.LITERAL})),
                            ),
                        ),
                    ),
                ),
                javascript.call(r"cookieParser", javascript.at(1, javascript.LITERAL)),
            ),
            fails=[
                "jwt.sign({ id }, 'not-so-secret');",
                "app.use(session({ secret: 'keyboard', resave: false }));",
                "app.use(cookieParser('kekse'));",
            ],
            passes=[
                "jwt.sign({ id }, process.env.JWT_SECRET);",
                "app.use(session({ secret: config.secret }));",
                "app.use(cookieParser());",
            ],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(
                    r"aes\.NewCipher|hmac\.New|chacha20poly1305\.New|rc4\.NewCipher|des\.NewCipher",
                    go.argument(rule.text(r'\[\]byte\(("[^"]{4,}"|`[^`]{4,}`)\)')),
                ),
                rule.both(
                    {"kind": "call_expression"},
                    rule.field("function", rule.has_text(r"\.SignedString$")),
                    go.at(1, rule.text(r'\[\]byte\("[^"]+"\)')),
                ),
                go.call(
                    r"sessions\.NewCookieStore|securecookie\.New|cookie\.NewStore",
                    go.at(1, rule.text(r'\[\]byte\("[^"]+"\)')),
                ),
            ),
            fails=[
                'package m\nfunc f() { token.SignedString([]byte("not-so-secret")) }\n',
                'package m\nvar store = sessions.NewCookieStore([]byte("not-so-secret"))\n',
            ],
            passes=[
                "package m\nfunc f() { token.SignedString(key) }\n",
                'package m\nvar store = sessions.NewCookieStore([]byte(os.Getenv("KEY")))\n',
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.new(
                    "SecretKeySpec",
                    java.at(
                        1,
                        rule.either(
                            rule.text(r'"[^"]+"\.getBytes\(.*\)|\w+\.decode\w*\("[^"]+"\)'),
                            java.assigned(rule.text(r'"[^"]+"\.getBytes\(.*\)')),
                        ),
                    ),
                ),
                java.call("signWith", java.argument(rule.text(r'"[^"]+"'))),
                java.call(
                    "setSigningKey|HMAC256|HMAC384|HMAC512|hmacShaKeyFor",
                    java.at(1, rule.either(rule.text(r'"[^"]+"'), rule.text(r'"[^"]+"\.getBytes\(.*\)'))),
                ),
            ),
            fails=[
                'class A { void f() { new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); } }',
                'class A { void f() { Algorithm.HMAC256("not-so-secret"); } }',
            ],
            passes=[
                'class A { void f() { new SecretKeySpec(key, "AES"); } }',
                "class A { void f() { Algorithm.HMAC256(secret); } }",
            ],
        ),
    ],
)
