"""Messages between windows go to named origins, and come from them."""

from bartizan.content.weaknesses.shapes import javascript, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-post-message-any",
    title="Messages between windows go to named origins, and come from them",
    severity=Severity.MEDIUM,
    because=(
        "With `*` any page that holds a reference to the window reads the message; without a "
        "check of the sender any page gives orders."
    ),
    fix=(
        'Name the origin: `postMessage(data, "https://shop.example")`; compare `event.origin` '
        "before using `event.data`."
    ),
    cwe=("CWE-346", "CWE-942"),
    serves=("http-hardening",),
    also=("wildcard-postmessage-configuration", "insufficient-postmessage-origin-validation"),
    looks=[
        Look(
            language="javascript",
            rule=rule.both(
                javascript.call(
                    (
                        r"(?:window\.|self\.)?(?:parent|opener|top|\w+\.contentWindow|\w*[wW]indow|\w*[fF]rame\w*"
                        r"|\w*[pP]opup\w*)(?:\.\w+)?\.postMessage"
                    ),
                    javascript.at(2, rule.text(r"""["'`]\*["'`]""")),
                    rule.without(
                        javascript.at(
                            1,
                            rule.either(
                                javascript.STRING,
                                rule.text(r"\{\s*(?:type|event|action|cmd)\s*:\s*['\"][^'\"]*['\"],?\s*\}|\d+"),
                            ),
                        )
                    ),
                )
            ),
            fails=["window.parent.postMessage({ token }, '*');", "frame.contentWindow.postMessage(data, '*');"],
            passes=[
                "window.parent.postMessage({ token }, 'https://shop.example');",
                "worker.postMessage(data);",
                "window.parent.postMessage('ready', '*');",
            ],
        ),
    ],
)
