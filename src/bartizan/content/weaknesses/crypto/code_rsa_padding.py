"""RSA encrypts with OAEP padding."""

from bartizan.content.weaknesses.shapes import go, java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-rsa-padding",
    title="RSA encrypts with OAEP padding",
    severity=Severity.MEDIUM,
    because=(
        "Without padding, or with that of PKCS #1 v1.5, what was encrypted can be found out by "
        "asking the receiver many times."
    ),
    fix="`padding.OAEP(...)`, `PKCS1_OAEP`, `RSA/ECB/OAEPWithSHA-256AndMGF1Padding`, `rsa.EncryptOAEP`.",
    cwe=("CWE-780", "CWE-327"),
    serves=("encryption-in-transit",),
    also=("RSA_NO_PADDING", "rsa-no-padding"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"PKCS1_v1_5\.new", python.imports(r"Crypto\.Cipher|Cryptodome\.Cipher")),
                rule.both(python.call(r".*\.(?:encrypt|decrypt)", python.argument(python.call(r"(?:\w+\.)?PKCS1v15")))),
            ),
            fails=["cipher = key.encrypt(data, padding.PKCS1v15())\n"],
            passes=[
                "cipher = key.encrypt(data, padding.OAEP(mgf, algorithm, None))\n",
                "key.sign(data, padding.PKCS1v15(), hashes.SHA256())\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                {"kind": "member_expression"},
                rule.text(r"(?:crypto\.)?constants\.RSA_(?:NO_PADDING|PKCS1_PADDING)"),
                rule.within(
                    rule.both(
                        {"kind": "call_expression"},
                        rule.field("function", rule.text(r"(?:crypto\.)?(?:publicEncrypt|privateDecrypt)")),
                    )
                ),
            ),
            fails=["crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, data);"],
            passes=["crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, data);"],
        ),
        Look(
            language="go",
            rule=go.call(r"rsa\.(?:EncryptPKCS1v15|DecryptPKCS1v15)"),
            fails=["package m\nfunc f() { rsa.EncryptPKCS1v15(rand.Reader, key, data) }\n"],
            passes=["package m\nfunc f() { rsa.EncryptOAEP(sha256.New(), rand.Reader, key, data, nil) }\n"],
        ),
        Look(
            language="java",
            rule=java.call(
                "getInstance",
                java.on(rule.text(r"(?:javax\.crypto\.)?Cipher")),
                java.at(1, rule.text(r'"RSA(?:/(?:ECB|NONE|None)/(?:NoPadding|PKCS1Padding))?"')),
            ),
            fails=['class A { void f() { Cipher.getInstance("RSA/ECB/NoPadding"); } }'],
            passes=['class A { void f() { Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); } }'],
        ),
    ],
)
