"""Every message is encrypted with a fresh nonce."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-static-nonce",
    title="Every message is encrypted with a fresh nonce",
    severity=Severity.HIGH,
    because=(
        "The same nonce twice gives away what two messages have in common, and in GCM the key that authenticates them."
    ),
    fix=(
        "Draw it from the system for every message (`os.urandom(12)`, `crypto.randomBytes(12)`, "
        "`rand.Read`, `SecureRandom`) and send it along."
    ),
    cwe=("CWE-329", "CWE-323"),
    serves=("encryption-at-rest",),
    also=("G407", "STATIC_IV"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"(?:\w+\.)?(?:AES|DES|DES3|ChaCha20|ChaCha20_Poly1305|Salsa20)\.new",
                    rule.either(
                        python.keyword(
                            "iv|IV|nonce",
                            rule.either(
                                python.LITERAL, rule.text(r"""(?:bytes\(\d+\)|b["'][^"']*["'](?:\s*\*\s*\d+)?)""")
                            ),
                        ),
                        rule.field(
                            "arguments",
                            {
                                "has": {
                                    "all": [
                                        {"nthChild": 3},
                                        rule.either(
                                            python.LITERAL, rule.text(r"""b["'][^"']*["']\s*\*\s*\d+|bytes\(\d+\)""")
                                        ),
                                    ]
                                }
                            },
                        ),
                    ),
                ),
                python.call(
                    r"modes\.(?:CBC|CTR|GCM|CFB|OFB)",
                    python.first(
                        rule.either(python.LITERAL, rule.text(r"""b["'][^"']*["']\s*\*\s*\d+|bytes\(\d+\)"""))
                    ),
                ),
            ),
            fails=["AES.new(key, AES.MODE_CBC, b'0123456789abcdef')\n", "modes.GCM(b'\\0' * 12)\n"],
            passes=["AES.new(key, AES.MODE_CBC, os.urandom(16))\n", "modes.GCM(nonce)\n"],
        ),
        Look(
            language="javascript",
            rule=javascript.call(r"crypto\.(?:createCipher|createDecipher)"),
            fails=["crypto.createCipher('aes192', password);"],
            passes=["crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));"],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:crypto\.)?createCipheriv",
                javascript.at(
                    3,
                    rule.either(
                        javascript.LITERAL,
                        rule.text(r"""Buffer\.alloc\(\d+(?:,\s*0)?\)|new Uint8Array\(\d+\)"""),
                        rule.text(r"""Buffer\.from\(["'][^"']*["'](?:,\s*["']\w+["'])?\)"""),
                    ),
                ),
                rule.without(javascript.at(3, rule.text("""["']["']"""))),
                rule.without(javascript.at(1, rule.has_text("(?i)ecb"))),
            ),
            fails=[
                "crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0));",
                "crypto.createCipheriv('aes-256-gcm', key, '000000000000');",
            ],
            passes=["crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));"],
        ),
        Look(
            language="java",
            rule=java.new(
                "IvParameterSpec|GCMParameterSpec",
                java.argument(
                    rule.either(
                        rule.text(r'".*"\.getBytes\(.*\)|new byte\[\d+\]|new byte\[\]\s*\{[\s\d,x()byte]*\}'),
                        java.assigned(rule.text(r'".*"\.getBytes\(.*\)|(?:new byte\[\]\s*)?\{[\s\d,x()byte-]+\}')),
                    )
                ),
            ),
            fails=[
                'class A { void f() { new IvParameterSpec("0123456789abcdef".getBytes()); } }',
                "class A { void f() { new IvParameterSpec(new byte[16]); } }",
            ],
            passes=["class A { void f() { random.nextBytes(iv); new IvParameterSpec(iv); } }"],
        ),
        Look(
            language="go",
            rule=go.call(
                r"\w*(?:gcm|GCM|aead|AEAD)\w*\.Seal|cipher\.New(?:CBCEncrypter|CTR|CFBEncrypter|OFB)",
                go.at(2, rule.text(r'\[\]byte\(".*"\)|\[\]byte\{[\s\d,x]*\}|make\(\[\]byte,\s*\S+\)')),
            ),
            fails=['package m\nfunc f() { gcm.Seal(nil, []byte("000000000000"), in, nil) }\n'],
            passes=["package m\nfunc f() { gcm.Seal(nil, nonce, in, nil) }\n"],
        ),
    ],
)
