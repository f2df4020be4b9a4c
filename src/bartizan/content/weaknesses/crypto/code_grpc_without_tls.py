"""Calls between services are encrypted."""

from bartizan.content.weaknesses.shapes import go, java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-grpc-without-tls",
    title="Calls between services are encrypted",
    severity=Severity.LOW,
    because="Without TLS whoever is on the network reads and changes every call, tokens included.",
    fix=(
        "`grpc.WithTransportCredentials(credentials.NewTLS(config))`, `grpc.secure_channel`, or "
        "a mesh that encrypts; within one pod, say so in a comment."
    ),
    cwe=("CWE-319",),
    serves=("encryption-in-transit",),
    also=("grpc-client-insecure-connection", "grpc-server-insecure-connection"),
    looks=[
        Look(
            language="go",
            rule=go.call(
                r"grpc\.(?:Dial|DialContext|NewClient)",
                go.argument(
                    rule.text(
                        r"grpc\.WithInsecure\(\)|grpc\.WithTransportCredentials\(\s*insecure\.NewCredentials\(\)"
                        r"\s*\)"
                    )
                ),
                rule.without(
                    rule.has_text(r'"(?:localhost|127\.0\.0\.1|unix:|passthrough|bufnet)|WithContextDialer|unix')
                ),
            ),
            fails=["package m\nfunc f() { grpc.Dial(address, grpc.WithInsecure()) }\n"],
            passes=[
                "package m\nfunc f() { grpc.NewClient(address, grpc.WithTransportCredentials(creds)) }\n",
                'package m\nfunc f() { grpc.Dial("localhost:50051", grpc.WithInsecure()) }\n',
            ],
        ),
        Look(
            language="python",
            rule=python.call(
                r"grpc\.(?:aio\.)?insecure_channel",
                rule.without(python.first(rule.has_text(r"localhost|127\.0\.0\.1|unix:"))),
            ),
            fails=["channel = grpc.insecure_channel(address)\n"],
            passes=[
                "channel = grpc.secure_channel(address, credentials)\n",
                "channel = grpc.insecure_channel('localhost:50051')\n",
            ],
        ),
        Look(
            language="java",
            rule=java.call("usePlaintext", rule.without(rule.has_text(r"localhost|127\.0\.0\.1|InProcess"))),
            fails=["class A { void f() { ManagedChannelBuilder.forTarget(address).usePlaintext().build(); } }"],
            passes=[
                "class A { void f() { ManagedChannelBuilder.forTarget(address).useTransportSecurity().build(); } }"
            ],
        ),
    ],
)
