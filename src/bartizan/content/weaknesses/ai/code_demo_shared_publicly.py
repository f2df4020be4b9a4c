"""Demonstrations and notebooks are not opened to the Internet."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-demo-shared-publicly",
    title="Demonstrations and notebooks are not opened to the Internet",
    severity=Severity.MEDIUM,
    because=(
        "A shared link leads from anywhere through a tunnel into this machine, past its "
        "network's rules, mostly without a password."
    ),
    fix="Leave `share=True` out, or set `auth=`; open tunnels only to services that ask who is there.",
    cwe=("CWE-306", "CWE-668"),
    serves=("no-public-service",),
    also=("gradio-share",),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r".*\.launch", python.keyword("share", python.TRUE), python.unnamed("auth")),
                python.call(r"ngrok\.connect|(?:\w+\.)?run_with_ngrok|flask_ngrok\.\w+"),
            ),
            fails=["demo.launch(share=True)\n", "ngrok.connect(7860)\n"],
            passes=["demo.launch()\n", "demo.launch(share=True, auth=check)\n"],
        ),
    ],
)
