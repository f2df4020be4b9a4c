"""Every password is hashed with a salt of its own."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-static-salt",
    title="Every password is hashed with a salt of its own",
    severity=Severity.MEDIUM,
    because="With one salt for all, one table of guesses serves for all, and equal passwords are seen to be equal.",
    fix=(
        "Draw 16 bytes from the system for each (`os.urandom(16)`, `crypto.randomBytes(16)`) and "
        "keep them with the hash."
    ),
    cwe=("CWE-760", "CWE-759"),
    serves=("password-policy",),
    also=("STATIC_SALT",),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"hashlib\.pbkdf2_hmac",
                    rule.field(
                        "arguments",
                        {
                            "has": {
                                "all": [
                                    {"nthChild": 3},
                                    rule.either(python.LITERAL, rule.text(r"""["'][^"']*["']\.encode\(.*\)""")),
                                ]
                            }
                        },
                    ),
                ),
                python.call(
                    r"(?:hashlib\.)?scrypt|(?:\w+\.)?(?:PBKDF2HMAC|Scrypt|PBKDF2|Argon2id)",
                    python.keyword("salt", rule.either(python.LITERAL, rule.text(r"""["'][^"']*["']\.encode\(.*\)"""))),
                ),
                python.call(r"bcrypt\.hashpw", python.second(python.LITERAL)),
            ),
            fails=[
                "hashlib.pbkdf2_hmac('sha256', password, b'salt', 600_000)\n",
                "Scrypt(salt=b'salt', length=32, n=2**15, r=8, p=1)\n",
            ],
            passes=[
                "hashlib.pbkdf2_hmac('sha256', password, os.urandom(16), 600_000)\n",
                "bcrypt.hashpw(password, bcrypt.gensalt())\n",
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:crypto\.)?(?:scrypt|scryptSync|pbkdf2|pbkdf2Sync)", javascript.at(2, javascript.LITERAL)
            ),
            fails=["crypto.scryptSync(password, 'salt', 32);"],
            passes=["crypto.scryptSync(password, salt, 32);"],
        ),
        Look(
            language="java",
            rule=java.new(
                "PBEKeySpec|PBEParameterSpec",
                java.argument(rule.text(r'"[^"]*"\.getBytes\(.*\)|new byte\[\]\s*\{[^}]*\}|new byte\[\d+\]')),
            ),
            fails=['class A { void f() { new PBEKeySpec(password, "salt".getBytes(), 600000, 256); } }'],
            passes=["class A { void f() { new PBEKeySpec(password, salt, 600000, 256); } }"],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(r"pbkdf2\.Key|scrypt\.Key|argon2\.(?:Key|IDKey)", go.at(2, rule.text(r'\[\]byte\("[^"]*"\)')))
            ),
            fails=['package m\nfunc f() { scrypt.Key(password, []byte("salt"), 32768, 8, 1, 32) }\n'],
            passes=["package m\nfunc f() { scrypt.Key(password, salt, 32768, 8, 1, 32) }\n"],
        ),
    ],
)
