"""Keys are as long as today's attacks ask for."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-small-key",
    title="Keys are as long as today's attacks ask for",
    severity=Severity.MEDIUM,
    because="An RSA key under 2048 bits, or a curve under 224, can be computed from the public key.",
    fix="RSA 3072 bits, P-256 or Ed25519.",
    cwe=("CWE-326",),
    serves=("key-protection",),
    also=("B505", "G403", "RSA_KEY_SIZE", "insufficient-rsa-key-size", "use-of-weak-rsa-key"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"(?:rsa|dsa)\.generate_private_key", python.argument(rule.text(r"512|768|1024|1536"))),
                python.call(r"(?:RSA|DSA)\.generate", python.first(rule.text(r"512|768|1024|1536"))),
                python.call(r"rsa\.newkeys", python.first(rule.text(r"512|768|1024|1536"))),
                python.call(r"ec\.(?:SECP192R1|SECT163K1|SECT163R2|SECP112R1|SECP160R1)"),
            ),
            fails=["rsa.generate_private_key(public_exponent=65537, key_size=1024)\n"],
            passes=["rsa.generate_private_key(public_exponent=65537, key_size=3072)\n"],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:crypto\.)?generateKeyPair(?:Sync)?",
                javascript.at(2, javascript.pair("modulusLength", rule.text(r"512|768|1024|1536"))),
            ),
            fails=["crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });"],
            passes=["crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });"],
        ),
        Look(
            language="go",
            rule=go.call(r"rsa\.GenerateKey", go.at(2, rule.text(r"512|768|1024|1536"))),
            fails=["package m\nfunc f() { rsa.GenerateKey(rand.Reader, 1024) }\n"],
            passes=["package m\nfunc f() { rsa.GenerateKey(rand.Reader, 3072) }\n"],
        ),
        Look(
            language="java",
            rule=java.call("initialize", java.at(1, rule.text(r"512|768|1024|1536")), java.imports(r"java\.security")),
            fails=["import java.security.KeyPairGenerator;\nclass A { void f() { generator.initialize(1024); } }"],
            passes=[
                "import java.security.KeyPairGenerator;\nclass A { void f() { generator.initialize(3072); } }",
                "class A { void f() { pool.initialize(1024); } }",
            ],
        ),
    ],
)
