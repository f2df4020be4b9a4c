"""Block ciphers run in a mode that hides equal blocks."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-ecb-mode",
    title="Block ciphers run in a mode that hides equal blocks",
    severity=Severity.HIGH,
    because=(
        "In ECB equal blocks of text are equal blocks of cipher: what was written can be seen, "
        "cut and put together anew."
    ),
    fix="Use GCM with a nonce that is never used twice.",
    cwe=("CWE-327",),
    serves=("encryption-at-rest",),
    also=("B305", "ECB_MODE", "insecure-cipher-mode-ecb", "use-of-aes-ecb"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                rule.both({"kind": "attribute"}, rule.text(r"(?:\w+\.)?(?:AES|DES|DES3|Blowfish|CAST|ARC2)\.MODE_ECB")),
                python.call(r"modes\.ECB"),
            ),
            fails=["cipher = AES.new(key, AES.MODE_ECB)\n"],
            passes=["cipher = AES.new(key, AES.MODE_GCM)\n"],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"(?:crypto\.)?create(?:Cipheriv|Decipheriv)",
                    javascript.at(1, rule.text(r"""["'`](?i:[\w-]+-ecb)["'`]""")),
                ),
                rule.both({"kind": "member_expression"}, rule.text(r"CryptoJS\.mode\.ECB")),
            ),
            fails=["crypto.createCipheriv('aes-128-ecb', key, null);"],
            passes=["crypto.createCipheriv('aes-128-gcm', key, iv);"],
        ),
        Look(
            language="java",
            rule=java.call(
                "getInstance",
                java.on(rule.text(r"(?:javax\.crypto\.)?Cipher")),
                java.at(1, rule.text(r'"(?i:AES|AES/ECB/\w+|DES/ECB/\w+|DESede/ECB/\w+)"')),
            ),
            fails=['class A { void f() { Cipher.getInstance("AES/ECB/PKCS5Padding"); Cipher.getInstance("AES"); } }'],
            passes=[
                (
                    'class A { void f() { Cipher.getInstance("AES/GCM/NoPadding"); '
                    'Cipher.getInstance("RSA/ECB/OAEPPadding"); } }'
                )
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                go.call(
                    r"(?:block|c|cipher|b|aesCipher|blk)\.(?:Encrypt|Decrypt)",
                    rule.within({"kind": "for_statement"}),
                    go.imports("crypto/aes"),
                    rule.without(
                        {
                            "inside": {
                                "kind": "source_file",
                                "stopBy": "end",
                                "regex": r"cipher\.New(?:GCM|CBC|CTR|CFB|OFB)",
                            }
                        }
                    ),
                )
            ),
            fails=[
                (
                    "package m\n"
                    'import "crypto/aes"\n'
                    "func f() { block, _ := aes.NewCipher(key); for i := 0; i < n; i += 16 { "
                    "block.Encrypt(out[i:], in[i:]) } }\n"
                )
            ],
            passes=[
                (
                    "package m\n"
                    'import "crypto/aes"\n'
                    "func f() { block, _ := aes.NewCipher(key); gcm, _ := cipher.NewGCM(block); "
                    "gcm.Seal(nil, nonce, in, nil) }\n"
                )
            ],
        ),
    ],
)
