"""Hashes that matter for security are SHA-256 or stronger."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-weak-hash",
    title="Hashes that matter for security are SHA-256 or stronger",
    severity=Severity.LOW,
    because=(
        "MD5 and SHA-1 can be made to collide: a signature or a checksum then holds for a file that somebody else made."
    ),
    fix=(
        "Use SHA-256 or BLAKE2. Where a hash is no matter of security, say so: "
        "`hashlib.md5(data, usedforsecurity=False)`, or a checksum such as CRC."
    ),
    cwe=("CWE-328", "CWE-327"),
    serves=("data-integrity",),
    also=(
        "B303",
        "B324",
        "G401",
        "G406",
        "G501",
        "G505",
        "WEAK_MESSAGE_DIGEST_MD5",
        "WEAK_MESSAGE_DIGEST_SHA1",
        "insecure-hash-algorithm-md5",
        "insecure-hash-algorithm-sha1",
        "use-of-md5",
        "use-of-sha1",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                rule.either(
                    python.call(
                        r"hashlib\.(?:md4|md5|sha1)", rule.without(python.keyword("usedforsecurity", python.FALSE))
                    ),
                    python.call(
                        r"hashlib\.new",
                        python.first(rule.text(r"""["'](?i:md4|md5|sha1|sha-1)["']""")),
                        rule.without(python.keyword("usedforsecurity", python.FALSE)),
                    ),
                    python.call(r"(?:hashes\.)(?:MD5|SHA1)"),
                    python.call(r"(?:MD2|MD4|MD5|SHA|SHA1)\.new"),
                ),
                rule.without(
                    rule.within(
                        {
                            "kind": "call",
                            "has": {
                                "field": "function",
                                "regex": r"^(?:\w+\.)*(?:oaep|OAEP|MGF1|HMAC|hmac\.new|TOTP|HOTP)$",
                            },
                        }
                    )
                ),
            ),
            fails=["digest = hashlib.md5(data).hexdigest()\n", "hashlib.new('sha1', data)\n"],
            passes=[
                "digest = hashlib.sha256(data).hexdigest()\n",
                "hashlib.md5(data, usedforsecurity=False)\n",
                "TOTP(key, 6, hashes.SHA1(), 30)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:crypto\.)?createHash",
                javascript.at(1, rule.text(r"""["'`](?i:md4|md5|sha1|sha-1|rsa-md5|rsa-sha1|ripemd160)["'`]""")),
            ),
            fails=["crypto.createHash('md5').update(data);"],
            passes=["crypto.createHash('sha256').update(data);"],
        ),
        Look(
            language="go",
            rule=go.call(
                r"(?:md5|sha1|md4)\.(?:New|Sum)",
                rule.either(
                    go.imports("crypto/md5"), go.imports("crypto/sha1"), go.imports(r"golang\.org/x/crypto/md4")
                ),
                rule.without(
                    rule.within({"kind": "call_expression", "has": {"field": "function", "regex": r"^hmac\.New$"}})
                ),
            ),
            fails=['package m\nimport "crypto/md5"\nfunc f() { md5.Sum(data) }\n'],
            passes=['package m\nimport "crypto/sha256"\nfunc f() { sha256.Sum256(data) }\n'],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "getInstance",
                    java.on(rule.text(r"(?:java\.security\.)?MessageDigest")),
                    java.at(1, rule.text(r'"(?i:MD2|MD4|MD5|SHA1|SHA-1|SHA)"')),
                ),
                java.call(
                    r"md5|md5Hex|sha1|sha1Hex|sha|shaHex|md5DigestAsHex|getMd5Digest|getSha1Digest",
                    java.on(rule.text("DigestUtils|Hashing")),
                ),
            ),
            fails=[
                'class A { void f() { MessageDigest.getInstance("MD5"); } }',
                "class A { void f() { DigestUtils.md5Hex(x); } }",
            ],
            passes=['class A { void f() { MessageDigest.getInstance("SHA-256"); } }'],
        ),
    ],
)
