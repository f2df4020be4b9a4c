"""Attack paths as a scan of a small shop would find them: from the Internet to its customers' data."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bartizan.core.attack import (
    AttackPath,
    Blast,
    Cause,
    ChokePoint,
    Edit,
    Fallen,
    Fixes,
    Goal,
    Layer,
    Line,
    Node,
    PathHop,
    Paths,
    Picture,
    Repair,
)
from bartizan.core.compared import Compared, Opened
from bartizan.core.finding import Evidence, Finding
from bartizan.core.place import Gap, Place
from bartizan.core.priority import Decision, Input, Priority
from bartizan.core.reach import Passage, Reached, Via
from bartizan.core.truth import Truth
from tests.report.sample import HOSTILE_NAMES, REPORT

INTERNET = Node(id="internet", name="Internet", kind="internet")
FRONT = Node(
    id="shop/prod/Deployment/storefront",
    name="Deployment storefront",
    kind="k8s.deployment",
    place=Place("deploy/storefront.yaml", 20, 1),
)
APP = Node(id="shop//services/storefront", name="storefront code", kind="software.application")
HOST = Node(id="host:shop/prod/Deployment/storefront", name="host of storefront", kind="host")
NODE_ROLE = Node(id="aws_iam_role.node", name="shop-node", kind="aws.iam.role", place=Place("infra/cluster.tf", 31, 1))
CUSTOMERS = Node(
    id="aws_s3_bucket.customers", name="shop-customers", kind="aws.s3.bucket", place=Place("infra/data.tf", 3, 1)
)
ORDERS = Node(id="aws_db_instance.orders", name="orders", kind="aws.rds.instance", place=Place("infra/data.tf", 40, 1))
RUNNER = Node(id=".github/workflows/ci.yml/build", name="workflow ci", kind="pipeline.job")
DEPLOYER = Node(id="aws_iam_role.deploy", name="shop-deploy", kind="aws.iam.role", place=Place("infra/ci.tf", 2, 1))
ADMIN = Node(id="admin:aws", name="administrator of AWS", kind="admin")


def cause(says: str, kind: str, file: str, line: int, asset: str = "x", id: str = "") -> Cause:
    """Return a cause whose id is what it says, unless told otherwise."""
    return Cause(id=id or f"{asset}/{says}", asset=asset, says=says, kind=kind, place=Place(file, line, 5))


def hop(actor: Node, target: Node, gained: Node, title: str, *causes: Cause, layer: Layer = Layer.CLUSTER) -> PathHop:
    """Return a hop that is certain, its step named by its title."""
    return PathHop(
        step=title.lower().replace(" ", "-"),
        title=title,
        technique="T1190",
        layer=layer,
        actor=actor,
        target=target,
        gained=gained,
        truth=Truth.YES,
        weight=1.0,
        because=f"{title}: this is how it works.",
        fix=f"Take away what lets an attacker {title.lower()}.",
        causes=causes,
    )


CONNECT = replace(
    hop(
        INTERNET,
        FRONT,
        FRONT,
        "Exploit an exposed vulnerable workload",
        cause(
            "ejs 3.1.6 has CVE-2022-29078 (CVSS 9.8)", "package", "services/storefront/package.json", 7,
            "shop//services/storefront",
        ),
        cause("Service storefront lets tcp 80 in from 0.0.0.0/0", "rule", "deploy/storefront.yaml", 8),
        layer=Layer.CODE,
    ),
    fix="Raise ejs to 3.1.7.",
)  # fmt: skip
ESCAPE = replace(
    hop(
        FRONT,
        FRONT,
        HOST,
        "Escape a privileged container",
        cause("privileged is true", "setting", "deploy/storefront.yaml", 45, "default/Deployment/web"),
        layer=Layer.CONTAINER,
    ),
    technique="T1611",
    weight=0.2,
    fix="Remove `securityContext.privileged`.",
)
METADATA = replace(
    hop(
        HOST,
        HOST,
        NODE_ROLE,
        "Take the role of a node from its metadata",
        cause("http_tokens is optional", "setting", "infra/cluster.tf", 52),
    ),
    technique="T1552.005",
    weight=0.1,
)
READ = replace(
    hop(
        NODE_ROLE,
        CUSTOMERS,
        CUSTOMERS,
        "Read objects of a bucket",
        cause("Allow s3:* on arn:aws:s3:::shop-*", "statement", "infra/cluster.tf", 38, "aws_iam_role_policy.node"),
        layer=Layer.CLOUD,
    ),
    technique="T1530",
    weight=0.0,
)
CONNECT_DB = replace(
    hop(NODE_ROLE, ORDERS, ORDERS, "Read a database's login from its secret", layer=Layer.CLOUD),
    technique="T1555.006",
    truth=Truth.UNKNOWN,
    weight=0.5,
    unknowns=("the policy of the secret is not in the code: var.secret_policy has no value",),
)
POISON = replace(
    hop(
        INTERNET,
        RUNNER,
        RUNNER,
        "Run code in a workflow by a pull request",
        cause("pull_request_target checks out the head", "code", ".github/workflows/ci.yml", 3),
        layer=Layer.CODE,
    ),
    technique="T1677",
)
BECOME = replace(
    hop(
        RUNNER,
        DEPLOYER,
        DEPLOYER,
        "Become the cloud role of a pipeline",
        cause("the role trusts repo:shop/*", "grant", "infra/ci.tf", 14),
        layer=Layer.CLOUD,
    ),
    technique="T1550.001",
)
GROW = replace(
    hop(
        DEPLOYER,
        DEPLOYER,
        ADMIN,
        "Attach a policy to oneself",
        cause("Allow iam:* on *", "statement", "infra/ci.tf", 30, "aws_iam_role_policy.deploy"),
        layer=Layer.CLOUD,
    ),
    technique="T1098.003",
)

CUSTOMER_GOAL = Goal(
    node=CUSTOMERS,
    classes=("customer", "production"),
    because=(Evidence(asset=CUSTOMERS.id, attribute="tag data", value="customer", place=Place("infra/data.tf", 6, 5)),),
)
ORDER_GOAL = Goal(node=ORDERS, classes=("payment",))
ADMIN_GOAL = Goal(node=ADMIN, classes=("administrator",))
SAFE_GOAL = Goal(node=Node(id="aws_s3_bucket.audit", name="audit", kind="aws.s3.bucket"), classes=("production",))

MAIN = AttackPath(goal=CUSTOMER_GOAL, hops=(CONNECT, ESCAPE, METADATA, READ))
PIPELINE = AttackPath(goal=ADMIN_GOAL, hops=(POISON, BECOME, GROW))
DOUBTFUL = AttackPath(goal=ORDER_GOAL, hops=(CONNECT, ESCAPE, METADATA, CONNECT_DB))

PATHS = Paths(
    target="examples/shop",
    paths=(MAIN, PIPELINE, DOUBTFUL),
    goals=(CUSTOMER_GOAL, ORDER_GOAL, ADMIN_GOAL, SAFE_GOAL),
    sources=(INTERNET,),
    reached=2,
    possible=1,
    chokes=(ChokePoint(node=NODE_ROLE, goals=2), ChokePoint(node=FRONT, goals=2)),
    notes=("What a role may do in other accounts is not in the code.",),
    gaps=(Gap("infra/broken.tf", "The file is not valid HCL. Close the block and scan again.", 14),),
)
NONE = Paths(target="shop-hardened", paths=(), goals=(CUSTOMER_GOAL,), sources=(INTERNET,), reached=0, possible=0)

REPAIR = Repair(
    id="privileged",
    title="Set privileged of Deployment storefront to false",
    causes=ESCAPE.causes,
    effort=1.0,
    cuts=2,
    goals=2,
    edits=(
        Edit(
            file="deploy/storefront.yaml",
            before="      securityContext:\n        privileged: true\n      ports:",
            after="      securityContext:\n        privileged: false\n      ports:",
            line=44,
        ),
    ),
    verified=True,
    verdict="2 paths are gone, nothing new.",
)
MANUAL = Repair(
    id="trust",
    title="Limit who may take on shop-deploy",
    causes=BECOME.causes,
    effort=3.0,
    cuts=1,
    goals=1,
    manual="Name the branches that deploy: which ones is known to those who deploy.",
)
FIXES = Fixes(target="examples/shop", repairs=(REPAIR, MANUAL), paths=3, left=0, optimal=True)
BLAST = Blast(
    target="examples/shop",
    start=NODE_ROLE,
    fallen=(
        Fallen(node=CUSTOMERS, hops=1, truth=Truth.YES, classes=("customer",)),
        Fallen(node=ORDERS, hops=1, truth=Truth.UNKNOWN, classes=("payment",)),
        *(
            Fallen(node=Node(id=f"aws_sqs_queue.q{n}", name=f"q{n}", kind="aws.sqs.queue"), hops=2, truth=Truth.YES)
            for n in range(60)
        ),
    ),
    paths=(AttackPath(goal=CUSTOMER_GOAL, hops=(READ,)),),
)
OPEN = Reached(
    source="internet",
    target="shop/prod/Deployment/storefront",
    truth=Truth.YES,
    why="Two listeners let the Internet in.",
    passages=(
        Passage(
            source="internet",
            target="shop/prod/Deployment/storefront",
            protocol="tcp",
            ports=((80, 80), (8000, 8010)),
            addresses=("0.0.0.0/0", "::/0"),
            via=(
                Via(
                    asset="shop/prod/Service/storefront",
                    says="listens on tcp 80",
                    place=Place("deploy/storefront.yaml", 8, 1),
                ),
                Via(asset="", says="the load balancer passes it on to every node"),
            ),
        ),
        Passage(
            source="internet",
            target="shop/prod/Deployment/storefront",
            protocol="tcp",
            ports=((22, 22),),
            truth=Truth.UNKNOWN,
            unknowns=("var.admin_cidr has no value",),
        ),
    ),
    notes=("The rules of the cloud provider's firewall were not seen.",),
)
CLOSED = Reached(
    source="a",
    target="b",
    truth=Truth.NO,
    why="A policy lets nothing in.",
    stops=(Via(asset="prod/NetworkPolicy/deny", says="denies all ingress", place=Place("deploy/deny.yaml", 1, 1)),),
)
COMPARED = Compared(
    target="examples/shop",
    base="main",
    head="feature/faster",
    opened=(Opened(path=MAIN, new=(1,), by=ESCAPE.causes, repair=REPAIR), Opened(path=DOUBTFUL, new=(1, 3))),
    closed=(Opened(path=PIPELINE, new=(0,), by=POISON.causes),),
    paths=PATHS,
    new=REPORT.findings[:3],
    gone=REPORT.findings[3:4],
    rules=REPORT.rules,
    notes=PATHS.notes,
    gaps=PATHS.gaps,
)
PICTURE = Picture(
    target="examples/shop",
    nodes=(INTERNET, FRONT, HOST, NODE_ROLE, CUSTOMERS, ORDERS),
    lines=(
        Line(start=INTERNET.id, end=FRONT.id, label=CONNECT.title, step=CONNECT.step),
        Line(start=FRONT.id, end=HOST.id, label=ESCAPE.title, step=ESCAPE.step),
        Line(start=HOST.id, end=NODE_ROLE.id, label=METADATA.title, step=METADATA.step),
        Line(start=NODE_ROLE.id, end=CUSTOMERS.id, label=READ.title, step=READ.step),
        Line(start=NODE_ROLE.id, end=ORDERS.id, label="reads", truth=Truth.UNKNOWN),
    ),
    goals={CUSTOMERS.id: ("customer", "production")},
    sources=frozenset({INTERNET.id}),
)

PRIORITY = Priority(
    decision=Decision.ACT,
    days=3,
    inputs=(
        Input(name="exploited", truth=Truth.YES, says="listed by CISA on 2022-04-01"),
        Input(name="exposed", truth=Truth.YES, says="reached from the Internet: Service storefront, port 80"),
        Input(name="automatable", truth=Truth.YES, says="no login is needed"),
        Input(name="impact", truth=Truth.UNKNOWN, says="what it leads to is not known"),
    ),
    score=92.0,
)


def on_a_path(finding: Finding) -> Finding:
    """Return a finding as it is when it lies on the main path."""
    return replace(finding, paths=(MAIN.id,), priority=PRIORITY)


ATTACKED = replace(
    REPORT,
    findings=tuple(
        on_a_path(finding) if finding.asset in ("default/Deployment/web", "compose.yaml/db") else finding
        for finding in REPORT.findings
    ),
    attack=PATHS,
)
"""The sample with its attack paths."""


def hostile(number: int = 0) -> AttackPath:
    """Return a path every text of which is hostile."""
    evil = HOSTILE_NAMES[number % len(HOSTILE_NAMES)]
    one, two = Node(id=f"1{evil}", name=evil, kind=evil), Node(id=f"2{evil}", name=evil, kind=evil)
    step = replace(
        hop(one, two, two, evil, cause(evil, "setting", f"deploy/{evil}", 3)),
        technique=evil, unknowns=(evil,), truth=Truth.UNKNOWN,
    )  # fmt: skip
    return AttackPath(goal=Goal(node=two, classes=(evil, f"b{evil}")), hops=(step,))


def long(hops: int, words: str = "a-very-long-name-of-a-deployment-in-a-cluster") -> AttackPath:
    """Return a path of so many hops between things with very long names."""
    nodes = [Node(id=f"n{n}", name=f"{words}-{n}-{words}", kind="k8s.deployment") for n in range(hops + 1)]
    moves = tuple(
        hop(a, b, b, f"Move on to the next one by a way that has a long title {n}", cause("x is y", "setting", "f", 1),
            layer=list(Layer)[n % 4])
        for n, (a, b) in enumerate(pairwise(nodes))
    )  # fmt: skip
    return AttackPath(goal=Goal(node=nodes[-1], classes=("customer",)), hops=moves)


def several(*paths: AttackPath) -> Paths:
    """Return an answer that has just these paths."""
    return replace(
        PATHS, paths=paths, goals=tuple(dict.fromkeys(path.goal for path in paths)), reached=len(paths), possible=0
    )
