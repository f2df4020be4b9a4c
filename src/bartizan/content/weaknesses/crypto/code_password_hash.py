"""Passwords are hashed by a function made for passwords."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-password-hash",
    title="Passwords are hashed by a function made for passwords",
    severity=Severity.HIGH,
    because=(
        "A graphics card tries billions of passwords a second against a plain hash: most "
        "passwords of a stolen table are known within a day."
    ),
    fix="Use Argon2id, scrypt, bcrypt, or PBKDF2 with 600,000 rounds of SHA-256 or more.",
    cwe=("CWE-916",),
    serves=("password-policy",),
    also=("md5-used-as-password", "sha256-used-as-password"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"hashlib\.(?:md5|sha1|sha224|sha256|sha384|sha512|sha3_256|new)",
                    python.argument(rule.has_text(r"(?i)\bpass(?:word|wd|phrase)?\w*\b|\w+_password\b")),
                ),
                python.call(
                    r"hashlib\.pbkdf2_hmac",
                    rule.field(
                        "arguments", {"has": {"all": [{"nthChild": 4}, rule.text(r"[1-9]\d{0,3}|[1-9][\d_]{4}")]}}
                    ),
                ),
            ),
            fails=[
                "digest = hashlib.sha256(password.encode()).hexdigest()\n",
                "hashlib.pbkdf2_hmac('sha256', password, salt, 1000)\n",
            ],
            passes=[
                "digest = hashlib.scrypt(password, salt=salt, n=2**15, r=8, p=1)\n",
                "hashlib.sha256(data)\n",
                "hashlib.pbkdf2_hmac('sha256', password, salt, 600_000)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"(?:crypto\.)?createHash\(.*\)\.update",
                    javascript.at(1, rule.has_text(r"(?i)^[\w.]*pass(?:word|wd)?\w*$")),
                ),
                javascript.call(
                    r"(?:crypto\.)?pbkdf2(?:Sync)?", javascript.at(3, rule.text(r"[1-9]\d{0,3}|[1-9][\d_]{4}"))
                ),
                javascript.call(
                    r"(?:bcrypt|bcryptjs)\.(?:hash|hashSync|genSalt|genSaltSync)",
                    javascript.argument(rule.text(r"[1-8]")),
                ),
                javascript.call(
                    r"md5|sha1|(?:CryptoJS\.)(?:MD5|SHA1|SHA256)",
                    javascript.at(1, rule.has_text(r"(?i)^[\w.]*password$")),
                ),
            ),
            fails=["crypto.createHash('sha256').update(password).digest('hex');", "bcrypt.hash(password, 4);"],
            passes=[
                "bcrypt.hash(password, 12);",
                "crypto.createHash('sha256').update(data);",
                "crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256');",
            ],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(
                    r"(?:md5|sha1|sha256|sha512)\.Sum(?:256|512)?",
                    go.at(1, rule.has_text(r"(?i)\bpass(?:word|wd)?\w*\b")),
                ),
                go.call(r"bcrypt\.GenerateFromPassword", go.at(2, rule.text(r"bcrypt\.MinCost|[1-8]"))),
                go.call(r"pbkdf2\.Key", go.at(3, rule.text(r"[1-9]\d{0,3}|[1-9][\d_]{4}"))),
            ),
            fails=[
                "package m\nfunc f(password string) { sha256.Sum256([]byte(password)) }\n",
                "package m\nfunc f() { bcrypt.GenerateFromPassword(p, bcrypt.MinCost) }\n",
            ],
            passes=[
                "package m\nfunc f() { bcrypt.GenerateFromPassword(p, bcrypt.DefaultCost) }\n",
                "package m\nfunc f() { sha256.Sum256(data) }\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                rule.both(
                    {"kind": "object_creation_expression"},
                    rule.field(
                        "type",
                        rule.text(
                            "NoOpPasswordEncoder|LdapShaPasswordEncoder|Md4PasswordEncoder|MessageDigestPasswordEncoder|StandardPasswordEncoder"
                        ),
                    ),
                ),
                java.call("getInstance", java.on(rule.text("NoOpPasswordEncoder"))),
                java.call("digest|update", java.argument(rule.has_text(r"(?i)^\w*password\w*\.getBytes\("))),
                java.new("PBEKeySpec", java.at(3, rule.text(r"[1-9]\d{0,3}|[1-9][\d_]{4}"))),
            ),
            fails=[
                "class A { PasswordEncoder f() { return NoOpPasswordEncoder.getInstance(); } }",
                "class A { void f(String password) { digest.digest(password.getBytes()); } }",
            ],
            passes=[
                "class A { PasswordEncoder f() { return new BCryptPasswordEncoder(); } }",
                "class A { void f(String text) { digest.digest(text.getBytes()); } }",
            ],
        ),
    ],
)
