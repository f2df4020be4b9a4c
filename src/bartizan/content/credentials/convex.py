"""Credentials of Convex."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CONVEX_KEY = Credential(
    id="secret-convex-key",
    title="Convex deploy key",
    service="Convex",
    severity=Severity.HIGH,
    keywords=("prod:",),
    expression=r"\b(?P<secret>prod:[a-z]{3,12}-[a-z]{3,12}-[0-9]{1,4}\|[0-9A-Za-z+/]{60,140}={0,2})",
    entropy=3.8,
    check="random",
    grants="Whoever holds it deploys code and reads the data of the deployment.",
    revoke="Regenerate it in the settings of the deployment.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            'CONVEX_DEPLOY_KEY="prod:quiet-heron-412|iLn·kREXX3d7TuTN56jmYasOCtavaMMVzN8MBWTAyHCg·kfr'
            '18aEvJm0utguQGmhulIjV810iod+q30lBa"'
        ),
    ),
    ignores=(
        (
            'CONVEX_DEPLOY_KEY="prod:quiet-heron-412|012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG·HIJ'
            'KLMNOPQRSTUVWXYZ0123456789abcdefgh"'
        ),
        'CONVEX_DEPLOY_KEY="prod:quiet-heron-412|qUK·OxVhYbzS1VU20cDQNBi+·1k6mPKuyNjt1AZ3Z8"',
    ),
)
