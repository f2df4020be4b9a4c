"""Data is encrypted with a cipher that holds."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-weak-cipher",
    title="Data is encrypted with a cipher that holds",
    severity=Severity.HIGH,
    because="DES, 3DES, RC2, RC4 and Blowfish can be broken with patience and an ordinary machine.",
    fix="Use AES-GCM or ChaCha20-Poly1305.",
    cwe=("CWE-327",),
    serves=("encryption-at-rest",),
    also=(
        "B304",
        "G405",
        "G502",
        "G503",
        "DES_USAGE",
        "TDES_USAGE",
        "insecure-cipher-algorithm-des",
        "insecure-cipher-algorithm-rc4",
        "use-of-DES",
        "use-of-rc4",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"(?:\w+\.)?(?:DES|DES3|ARC2|ARC4|Blowfish|CAST|XOR)\.new"),
                python.call(r"(?:algorithms|decrepit\.\w+)\.(?:ARC4|Blowfish|IDEA|CAST5|SEED|TripleDES|RC2)"),
            ),
            fails=["cipher = DES.new(key, DES.MODE_CBC, iv)\n", "Cipher(algorithms.ARC4(key), mode=None)\n"],
            passes=["cipher = AES.new(key, AES.MODE_GCM)\n"],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"(?:crypto\.)?create(?:Cipheriv|Decipheriv|Cipher|Decipher)",
                    javascript.at(
                        1,
                        rule.text(r"""["'`](?i:des|des3|des-ede|rc2|rc4|bf|blowfish|cast|idea|seed)(?:-?\w+)*["'`]"""),
                    ),
                ),
                javascript.call(r"CryptoJS\.(?:DES|TripleDES|RC4|RC4Drop|Rabbit)\.(?:encrypt|decrypt)"),
            ),
            fails=["crypto.createCipheriv('des-ede3-cbc', key, iv);", "CryptoJS.RC4.encrypt(text, key);"],
            passes=["crypto.createCipheriv('aes-256-gcm', key, iv);"],
        ),
        Look(
            language="go",
            rule=go.call(
                r"(?:des\.(?:NewCipher|NewTripleDESCipher)|rc4\.NewCipher|blowfish\.New(?:Salted)?Cipher"
                r"|cast5\.NewCipher|tea\.NewCipher)"
            ),
            fails=["package m\nfunc f() { des.NewCipher(key) }\n"],
            passes=["package m\nfunc f() { aes.NewCipher(key) }\n"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "getInstance",
                    java.on(rule.text(r"(?:javax\.crypto\.)?(?:Cipher|KeyGenerator|SecretKeyFactory)")),
                    java.at(1, rule.text(r'"(?i:DES|DESede|TripleDES|RC2|RC4|ARCFOUR|Blowfish)(?:/[\w/]+)?"')),
                ),
                java.new("NullCipher|DESKeySpec|DESedeKeySpec"),
            ),
            fails=['class A { void f() { Cipher.getInstance("DES/CBC/PKCS5Padding"); } }'],
            passes=['class A { void f() { Cipher.getInstance("AES/GCM/NoPadding"); } }'],
        ),
    ],
)
