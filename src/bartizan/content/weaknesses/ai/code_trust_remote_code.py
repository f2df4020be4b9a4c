"""Models are loaded without running the code that comes with them."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-trust-remote-code",
    title="Models are loaded without running the code that comes with them",
    severity=Severity.HIGH,
    because=(
        "The code of a repository on a hub runs here as this user, and whoever owns the "
        "repository changes it at any time."
    ),
    fix="Leave `trust_remote_code` out; where a model needs it, pin `revision` to a commit whose code was read.",
    cwe=("CWE-829", "CWE-94"),
    serves=("supply-chain-pinning",),
    also=("B615", "huggingface-trust-remote-code"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(r".*", python.keyword("trust_remote_code", python.TRUE)),
                rule.without(python.call(r"(?:.*\.)?(?:add_argument|Field|field|option)")),
                rule.without(python.keyword("revision|code_revision", rule.text(r"""["'][0-9a-f]{40}["']"""))),
            ),
            fails=["model = AutoModel.from_pretrained(name, trust_remote_code=True)\n"],
            passes=[
                "model = AutoModel.from_pretrained(name)\n",
                (
                    "AutoModel.from_pretrained(name, revision='0123456789abcdef0123456789abcdef01234567', "
                    "trust_remote_code=True)\n"
                ),
            ],
        ),
    ],
)
