"""A report as a scan of a small shop would give it: several formats, hostile names, doubts and gaps."""

from __future__ import annotations

from dataclasses import replace

from bartizan.core.claim import Severity
from bartizan.core.finding import Evidence, Finding, Suppression, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.report import (
    Coverage,
    FrameworkResult,
    Report,
    RequirementResult,
    RuleCard,
    Sweep,
    Tally,
    UnknownValue,
)
from tests.report.sources import HOSTILE_FILE, line_of

HOSTILE_NAMES = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"'><svg onload=alert(1)>",
    "\x1b[2J\x1b]0;owned\x07\r\nnext",
    '=HYPERLINK("http://evil.example","x")',
    "[click](javascript:alert(1)) `code` | cell @everyone #1 ![i](http://evil.example/x.png)",
    "##vso[task.setvariable variable=x]y ::set-output name=x::y",
    "user\u202egpj.exe\u200b \ud800 \udcff ]]> {0} %0A",
    "[red]rich[/red] [link=http://evil.example]x[/link] :bomb:",
)

_RULES = (
    RuleCard(
        id="aws-s3-bucket-not-public",
        title="S3 buckets are not open to everyone",
        severity=Severity.CRITICAL,
        because="Whoever learns the name of an open bucket can read what is in it.",
        fix="Set `block_public_acls`, `block_public_policy`, `ignore_public_acls` and `restrict_public_buckets`, "
        "and remove public ACLs and policies.",
        condition="sealed or not (open by acl or open by policy)",
        serves=("no-public-data",),
        frameworks=("cis-aws-3.0 2.1.4", "pci-dss-4.0.1 1.4.4"),
    ),
    RuleCard(
        id="aws-security-group-admin-ports-closed",
        title="Security groups keep administration ports closed to the Internet",
        severity=Severity.HIGH,
        because="Machines on the whole Internet try passwords and fresh exploits on these ports within minutes.",
        fix="Limit `cidr_blocks` to the networks of administrators, or use a session manager instead of the port.",
        condition="not (some rule has: open to all and admin port)",
        serves=("no-open-admin-ports",),
        frameworks=("cis-aws-3.0 5.2",),
    ),
    RuleCard(
        id="aws-rds-instance-encrypted",
        title="RDS instances encrypt what they store",
        severity=Severity.HIGH,
        because="A copied snapshot or disk is read without any further obstacle.",
        fix="Set `storage_encrypted` to true; an existing instance is restored from an encrypted snapshot.",
        condition="encrypted",
        serves=("data-encrypted-at-rest",),
        frameworks=("cis-aws-3.0 2.3.1",),
    ),
    RuleCard(
        id="k8s-workload-not-privileged",
        title="Containers do not run privileged",
        severity=Severity.HIGH,
        because="A privileged container owns its node: leaving it takes one command.",
        fix="Remove `securityContext.privileged`, and add the single capabilities that are needed.",
        condition="not privileged",
        serves=("containers-confined",),
    ),
    RuleCard(
        id="docker-image-not-root",
        title="Images do not run as root",
        severity=Severity.MEDIUM,
        because="Who breaks into the process is root in the container, one kernel flaw away from the host.",
        fix="Add a `USER` other than root before the last `CMD` or `ENTRYPOINT`.",
        condition="user is set and not user is root",
        serves=("containers-confined",),
    ),
    RuleCard(
        id="pipeline-action-pinned",
        title="Actions are pinned to a commit",
        severity=Severity.MEDIUM,
        because="A tag can be moved to other code, which then runs with the secrets of this pipeline.",
        fix="Write the full commit after `@`, and keep the version in a comment.",
        condition="pinned",
        serves=("pinned-dependencies",),
    ),
    RuleCard(
        id="compose-no-plain-secret",
        title="Compose files hold no secrets",
        severity=Severity.MEDIUM,
        because="Everyone who can read the repository, now or later, can use the secret.",
        fix="Move the value to `secrets`, or to an environment file that is not committed, and change it.",
        condition="not plain secret",
        serves=("no-secrets-in-source",),
    ),
    RuleCard(
        id="aws-kms-key-rotated",
        title="KMS keys are rotated",
        severity=Severity.LOW,
        because="A key that leaked unnoticed opens everything that was ever encrypted with it.",
        fix="Set `enable_key_rotation` to true.",
        condition="rotated",
        serves=("keys-rotated",),
        frameworks=("cis-aws-3.0 3.6",),
    ),
)


def _at(file: str, part: str, column: int = 1, via: tuple[Place, ...] = (), lines: int = 0) -> Place:
    line = line_of(file, part)
    return Place(file, line, column, end_line=line + lines - 1 if lines else 0, via=via)


_STORE = (_at("infra/main.tf", 'module "store"'),)
_EDGE = (_at("infra/main.tf", 'module "net"'), _at("infra/modules/net/main.tf", 'module "edge"'))
_BUCKET = "module.store.aws_s3_bucket.data"
_GROUP = 'module.net["eu.west"].module.edge.aws_security_group.admin[0]'


def _failure(rule: str, asset: str, kind: str, place: Place, *evidence: Evidence) -> Finding:
    return Finding(rule=rule, asset=asset, kind=kind, verdict=Verdict.FAIL, place=place, evidence=evidence)


_OPEN_BUCKET = _failure(
    "aws-s3-bucket-not-public",
    _BUCKET,
    "aws.s3.bucket",
    _at("infra/modules/store/main.tf", "resource", via=_STORE, lines=9),
    Evidence(
        asset=_BUCKET,
        attribute="open_by_acl",
        value="public-read",
        place=_at("infra/modules/store/main.tf", "acl", 3, via=_STORE),
    ),
)

_FINDINGS: tuple[Finding, ...] = (
    _OPEN_BUCKET,
    _failure(
        "aws-s3-bucket-not-public",
        "Uploads",
        "aws.s3.bucket",
        _at("legacy/stack.yaml", "Uploads", 3),
        Evidence(
            asset="Uploads",
            attribute="open_by_acl",
            value="PublicReadWrite",
            place=_at("legacy/stack.yaml", "AccessControl", 7),
        ),
    ),
    _failure(
        "aws-security-group-admin-ports-closed",
        _GROUP,
        "aws.ec2.security_group",
        _at("infra/modules/edge/main.tf", "resource", via=_EDGE),
        Evidence(
            asset=f"{_GROUP}/ingress/0",
            attribute="cidr",
            value="0.0.0.0/0",
            place=_at("infra/modules/edge/main.tf", "cidr", 5),
        ),
        Evidence(
            asset=f"{_GROUP}/ingress/0",
            attribute="from_port",
            value="22",
            place=_at("infra/modules/edge/main.tf", "from", 5),
        ),
    ),
    _failure(
        "aws-rds-instance-encrypted",
        "aws_db_instance.orders",
        "aws.rds.instance",
        _at("infra/database.tf", "orders"),
        Evidence(
            asset="aws_db_instance.orders",
            attribute="encrypted",
            value="false",
            place=_at("infra/database.tf", "storage_encrypted", 3),
        ),
    ),
    _failure(
        "aws-rds-instance-encrypted",
        "aws_db_instance.audit",
        "aws.rds.instance",
        _at("infra/database.tf", "audit", lines=3),
        Evidence(asset="aws_db_instance.audit", attribute="encrypted", value="not set"),
    ),
    _failure(
        "k8s-workload-not-privileged",
        "default/Deployment/web",
        "k8s.deployment",
        _at("deploy/web.yaml", "kind"),
        Evidence(
            asset="default/Deployment/web",
            attribute="privileged",
            value="true",
            place=_at("deploy/web.yaml", "privileged", 13),
        ),
    ),
    *(
        _failure(
            "k8s-workload-not-privileged",
            f"default/Deployment/{name}",
            "k8s.deployment",
            Place(HOSTILE_FILE, number, 1),
            Evidence(asset=f"default/Deployment/{name}", attribute="privileged", value=name),
        )
        for number, name in enumerate(HOSTILE_NAMES, start=1)
    ),
    _failure(
        "docker-image-not-root",
        "shop//services/cart/Dockerfile",
        "container.image",
        _at("services/cart/Dockerfile", "FROM", lines=3),
        Evidence(asset="shop//services/cart/Dockerfile", attribute="user", value="not set"),
    ),
    _failure(
        "pipeline-action-pinned",
        ".github/workflows/ci.yml/build/steps/0",
        "pipeline.step",
        _at(".github/workflows/ci.yml", "checkout", 9),
        Evidence(asset=".github/workflows/ci.yml/build/steps/0", attribute="uses", value="actions/checkout@v4"),
    ),
    _failure(
        "pipeline-action-pinned",
        ".github/workflows/ci.yml/build/steps/1",
        "pipeline.step",
        _at(".github/workflows/ci.yml", "someone", 9),
        Evidence(asset=".github/workflows/ci.yml/build/steps/1", attribute="uses", value="someone/deploy@main"),
    ),
    _failure(
        "compose-no-plain-secret",
        "compose.yaml/db",
        "compose.service",
        _at("compose.yaml", "db:", 3),
        Evidence(
            asset="compose.yaml/db",
            attribute="environment",
            value="POSTGRES_PASSWORD",
            place=_at("compose.yaml", "POSTGRES", 7),
        ),
    ),
    replace(
        _failure("aws-s3-bucket-not-public", "aws_s3_bucket.website", "aws.s3.bucket", Place("infra/site.tf", 4, 1)),
        suppression=Suppression(
            by="comment", reason="static website <b>only</b>", place=Place("infra/site.tf", 3, 1), until="2027-06-30"
        ),
    ),
    replace(
        _failure(
            "aws-rds-instance-encrypted", "aws_db_instance.scratch", "aws.rds.instance", Place("infra/lab.tf", 9, 1)
        ),
        suppression=Suppression(by="waiver", reason="=synthetic data", place=Place(".bartizan.yaml", 12, 3)),
    ),
    replace(
        _failure("docker-image-not-root", "shop//tools/Dockerfile", "container.image", Place("tools/Dockerfile", 1, 1)),
        suppression=Suppression(by="baseline", reason=""),
    ),
    Finding(
        rule="aws-s3-bucket-not-public",
        asset="aws_s3_bucket.logs",
        kind="aws.s3.bucket",
        verdict=Verdict.UNKNOWN,
        place=Place("infra/logs.tf", 1, 1),
        evidence=(
            Evidence(asset="aws_s3_bucket.logs", attribute="open_by_acl", value="unknown: var.acl has no value"),
        ),
    ),
    Finding(
        rule="aws-kms-key-rotated",
        asset="aws_kms_key.main",
        kind="aws.kms.key",
        verdict=Verdict.UNKNOWN,
        place=Place("infra/logs.tf", 20, 1),
        evidence=(Evidence(asset="aws_kms_key.main", attribute="rotated", value="unknown: var.rotate has no value"),),
    ),
)

_COVERAGE = Coverage(
    files=34,
    read=29,
    sweeps=(
        Sweep(format="terraform", place="infra", files=14, assets=31, whole=False),
        Sweep(format="cloudformation", place="legacy/stack.yaml", files=1, assets=2, whole=True),
        Sweep(format="kubernetes", place="deploy", files=7, assets=12, whole=True),
        Sweep(format="dockerfile", place="services", files=5, assets=5, whole=True),
        Sweep(format="workflow", place=".github/workflows", files=2, assets=2, whole=True),
    ),
    gaps=(
        Gap("infra/broken.tf", "The file is not valid HCL: a block is not closed. Close it and scan again.", 14, 2),
        Gap(
            "infra/main.tf",
            "The module's source is remote and not downloaded. Run `terraform init` first.",
            11,
            about="module.registry",
        ),
        Gap("charts/shop", "The chart was not rendered, because helm is not installed. Install helm and scan again."),
        Gap("deploy/<b>bad</b>.yaml", "The document has 12,000 levels; 500 are read. See http://evil.example @all"),
    ),
    unknowns=(
        UnknownValue("the variable `acl` has no value", 6, "aws_s3_bucket.logs open_by_acl"),
        UnknownValue("the variable `rotate` has no value", 1, "aws_kms_key.main rotated"),
        UnknownValue("known only after the resource exists: aws_kms_key.main.arn", 3, "aws_sns_topic.events key"),
    ),
    unmodelled={"aws_appmesh_node": 3, "random_id": 2, "AWS::AppSync::GraphQLApi": 1, "example.com/Widget<i>": 7},
)

_FRAMEWORK = FrameworkResult(
    id="cis-aws-3.0",
    title="CIS AWS Foundations 3.0",
    requirements=(
        RequirementResult(
            id="1.1", title="Contact details are current", verdict=None, why="A person has to look: it is no setting."
        ),
        RequirementResult(
            id="2.1.4",
            title="Buckets are closed to the public",
            verdict=Verdict.FAIL,
            why="",
            failed=("aws-s3-bucket-not-public",),
        ),
        RequirementResult(
            id="2.3.1",
            title="Databases are encrypted",
            verdict=Verdict.FAIL,
            why="",
            failed=("aws-rds-instance-encrypted",),
        ),
        RequirementResult(
            id="3.6", title="Keys are rotated", verdict=Verdict.UNKNOWN, why="", unknown=("aws-kms-key-rotated",)
        ),
        RequirementResult(
            id="3.7", title="Networks log their flows", verdict=Verdict.PASS, why="", passed=("aws-vpc-flow-logged",)
        ),
        RequirementResult(
            id="5.2",
            title="Administration ports are closed",
            verdict=Verdict.FAIL,
            why="",
            failed=("aws-security-group-admin-ports-closed",),
        ),
        RequirementResult(
            id="5.6", title="Instances use session tokens", verdict=None, why="No EC2 instance was seen."
        ),
    ),
)

REPORT = Report(
    target="shop",
    version="0.1.0",
    findings=_FINDINGS,
    rules={card.id: card for card in _RULES},
    tallies={
        "aws-s3-bucket-not-public": Tally(7, 3, 6),
        "aws-security-group-admin-ports-closed": Tally(4, 1, 0),
        "aws-rds-instance-encrypted": Tally(1, 3, 0),
        "k8s-workload-not-privileged": Tally(11, 10, 0),
        "docker-image-not-root": Tally(3, 2, 0),
        "pipeline-action-pinned": Tally(0, 2, 0),
        "compose-no-plain-secret": Tally(2, 1, 0),
        "aws-kms-key-rotated": Tally(2, 0, 4),
        "aws-vpc-flow-logged": Tally(1, 0, 0),
    },
    kinds={
        "aws.s3.bucket": 16,
        "aws.ec2.security_group": 5,
        "aws.rds.instance": 4,
        "aws.kms.key": 6,
        "k8s.deployment": 21,
        "container.image": 5,
        "pipeline.step": 2,
        "compose.service": 3,
        "aws.ec2.vpc": 1,
    },
    coverage=_COVERAGE,
    frameworks=(_FRAMEWORK,),
)

CLEAN = Report(
    target="shop-hardened",
    version="0.1.0",
    findings=(),
    rules={},
    tallies={"aws-vpc-flow-logged": Tally(1, 0, 0)},
    kinds={"aws.ec2.vpc": 1},
    coverage=Coverage(files=3, read=3, sweeps=(Sweep(format="terraform", place="", files=3, assets=1, whole=True),)),
)


def large(findings: int) -> Report:
    """Return a report of so many failures, spread over many files and the sample's rules."""
    rules = tuple(REPORT.rules)
    made = tuple(
        replace(
            _OPEN_BUCKET,
            rule=rules[number % len(rules)],
            asset=f"module.m{number % 97}.aws_s3_bucket.b{number}",
            place=Place(f"infra/{number % 499}/main.tf", number % 900 + 1, 3, via=_STORE),
        )
        for number in range(findings)
    )
    return replace(REPORT, findings=made)
