"""What nobody may guess is drawn from the system's random source."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-predictable-random",
    title="What nobody may guess is drawn from the system's random source",
    severity=Severity.MEDIUM,
    because=(
        "Ordinary generators repeat: from a few values, or the time, all further ones follow, "
        "and with them sessions and reset links."
    ),
    fix=(
        "Python `secrets`, Node `crypto.randomBytes` or `randomUUID`, browsers "
        "`crypto.getRandomValues`, Go `crypto/rand`, Java `SecureRandom`."
    ),
    cwe=("CWE-338", "CWE-330"),
    serves=("strong-authentication",),
    also=("B311", "G404", "PREDICTABLE_RANDOM", "detect-pseudoRandomBytes", "math-random-used", "insecure-random"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                {"kind": "assignment"},
                rule.field("left", rule.text(rule.SECRET_NAME)),
                rule.field(
                    "right",
                    rule.either(
                        python.call(
                            r"random\.(?:random|randint|randrange|choice|choices|sample|getrandbits|uniform|randbytes)"
                        ),
                        rule.both(
                            rule.without(rule.has_text(r"SystemRandom|secrets\.")),
                            rule.holding(
                                python.call(
                                    r"random\.(?:randint|randrange|choice|choices|sample|getrandbits|randbytes)"
                                )
                            ),
                        ),
                    ),
                ),
            ),
            fails=[
                "token = ''.join(random.choice(LETTERS) for _ in range(32))\n",
                "self.reset_code = random.randint(100000, 999999)\n",
            ],
            passes=[
                "token = secrets.token_hex(32)\n",
                "colour = random.choice(COLOURS)\n",
                "token = random.SystemRandom().choice(LETTERS)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                rule.both(
                    {"kind": "variable_declarator"},
                    rule.field("name", rule.text(rule.SECRET_NAME)),
                    rule.field("value", rule.has_text(r"\bMath\.random\(\)")),
                ),
                rule.both(
                    {"kind": "assignment_expression"},
                    rule.field("left", rule.text(rule.SECRET_NAME)),
                    rule.field("right", rule.has_text(r"\bMath\.random\(\)")),
                ),
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text(rule.SECRET_NAME)),
                    rule.field("value", rule.has_text(r"^[^{]*\bMath\.random\(\)")),
                ),
                javascript.call(r"crypto\.pseudoRandomBytes"),
            ),
            fails=["const token = Math.random().toString(36).slice(2);", "crypto.pseudoRandomBytes(16);"],
            passes=["const token = crypto.randomBytes(16).toString('hex');", "const colour = Math.random();"],
        ),
        Look(
            language="go",
            rule=rule.both(
                rule.either({"kind": "short_var_declaration"}, {"kind": "assignment_statement"}),
                rule.field("left", rule.text(rule.SECRET_NAME)),
                rule.field(
                    "right",
                    rule.holding(
                        go.call(r"rand\.(?:Int|Intn|Int31|Int31n|Int63|Int63n|Uint32|Uint64|Float64|Perm|Read|IntN|N)")
                    ),
                ),
                rule.either(go.imports("math/rand"), go.imports("math/rand/v2")),
            ),
            fails=['package m\nimport "math/rand"\nfunc f() { token := fmt.Sprint(rand.Int63()) }\n'],
            passes=[
                'package m\nimport "crypto/rand"\nfunc f() { token, err := rand.Int(rand.Reader, n) }\n',
                'package m\nimport "math/rand"\nfunc f() { delay := rand.Intn(10) }\n',
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                rule.both(
                    {"kind": "variable_declarator"},
                    rule.field("name", rule.text(rule.SECRET_NAME)),
                    rule.field(
                        "value",
                        rule.has_text(
                            r"new Random\(|Math\.random\(\)|ThreadLocalRandom|RandomStringUtils\.random"
                            r"|\brandom\.next(?:Int|Long)\("
                        ),
                    ),
                    rule.without(rule.within({"kind": "class_body", "regex": r"SecureRandom"})),
                ),
                rule.both(
                    {"kind": "assignment_expression"},
                    rule.field("left", rule.text(rule.SECRET_NAME)),
                    rule.field(
                        "right",
                        rule.has_text(r"new Random\(|Math\.random\(\)|ThreadLocalRandom|RandomStringUtils\.random"),
                    ),
                ),
                java.call(
                    "setSeed",
                    java.at(1, rule.text(r"\d+L?|System\.currentTimeMillis\(\)")),
                    rule.within({"kind": "method_declaration", "regex": "SecureRandom"}),
                ),
            ),
            fails=[
                "class A { void f() { String token = Long.toHexString(new Random().nextLong()); } }",
                "class A { void f() { int otp = (int) (Math.random() * 1000000); } }",
            ],
            passes=[
                "class A { void f() { byte[] token = new byte[16]; new SecureRandom().nextBytes(token); } }",
                "class A { void f() { int delay = new Random().nextInt(10); } }",
            ],
        ),
    ],
)
