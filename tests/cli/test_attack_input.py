"""Bad input of the commands on attack paths, end to end: no internal error, and never a wrong yes."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bartizan.report.paths import ids
from bartizan.report.paths.picture import ids as drawn
from tests.app.attack.worlds import role
from tests.app.hostile import BROKEN, NOISE
from tests.cli.targets import CLOSED, OPEN, ask, estate, ingress, machine, write
from tests.cli.test_cli import run

EVERYONE = "0.0.0.0/0"
YES, NO, UNKNOWN = 0, 1, 3
WEB = "aws_instance.web"


def reach(folder: Path, text: str, port: str = "443") -> int:
    estate(folder, text)
    return ask("reach", "internet", WEB, port, "estate", "-q", cwd=folder).code


def paths(folder: Path, *more: str, target: str = "estate") -> Any:
    return json.loads(ask("paths", target, "-q", "--json", *more, cwd=folder).out)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([ingress(("443", "443"), "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "10.1.0.0/16")], {YES}),
        ([ingress(("443", "443"), EVERYONE), ingress(("400", "500"), "10.0.0.0/8")], {YES}),
        ([ingress(("443", "443"), "10.0.0.0/8", "10.0.0.0/8", "10.0.0.0/9")], {NO}),
        ([ingress(("443", "443"), "300.0.0.0/8")], {NO, UNKNOWN}),
        ([ingress(("443", "443"), "0.0.0.0/40")], {NO, UNKNOWN}),
        ([ingress(("443", "443"), "everyone")], {NO, UNKNOWN}),
        ([ingress(("443", "443"), "")], {NO, UNKNOWN}),
        ([ingress(("443", "443"), "::/0")], {NO, UNKNOWN}),
        ([ingress(("443", "443"))], {NO}),
        ([ingress(("70000", "80000"), EVERYONE)], {NO, UNKNOWN}),
        ([ingress(("500", "400"), EVERYONE)], {NO, UNKNOWN}),
        ([ingress(("-5", "-1"), EVERYONE)], {NO, UNKNOWN}),
        ([ingress(('"http"', '"https"'), EVERYONE)], {NO, UNKNOWN}),
        ([ingress(("443", "443"), groups='["sg-gone"]')], {NO, UNKNOWN}),
        ([ingress(("443", "443"), groups="[aws_security_group.gone.id]")], {NO, UNKNOWN}),
        ([ingress(("443", "443"), groups="[aws_security_group.web.id]")], {NO}),
        ([], {NO}),
    ],
)
def test_broken_rules_of_firewalls_open_nothing(tmp_path: Path, rules: list[str], expected: set[int]) -> None:
    assert reach(tmp_path, machine("\n".join(rules))) in expected


def test_routes_in_a_circle_and_groups_that_are_not_there_open_nothing(tmp_path: Path) -> None:
    circle = """
resource "aws_vpc_peering_connection" "a" {
  vpc_id      = aws_vpc.shop.id
  peer_vpc_id = aws_vpc.shop.id
}
"""
    text = machine(ingress(("443", "443"), EVERYONE)) + circle
    gateway = "gateway_id = aws_internet_gateway.shop.id"
    inward = text.replace(gateway, "vpc_peering_connection_id = aws_vpc_peering_connection.a.id")
    group = text.replace("[aws_security_group.web.id]", '["sg-gone"]')

    assert reach(tmp_path / "a", inward) in {NO, UNKNOWN}
    assert reach(tmp_path / "b", group) in {NO, UNKNOWN}


def test_a_load_balancer_that_leads_to_itself_ends(tmp_path: Path) -> None:
    balancer = """
resource "aws_lb" "web" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.web.id]
}
resource "aws_lb_target_group" "web" {
  port        = 443
  protocol    = "TCP"
  target_type = "alb"
  vpc_id      = aws_vpc.shop.id
}
resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_lb.web.arn
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
"""
    estate(tmp_path, machine("") + balancer)

    machine_, itself = (
        ask("reach", "internet", id, "443", "estate", "-q", cwd=tmp_path).code for id in (WEB, "aws_lb.web")
    )

    assert (machine_, itself) == (NO, YES)


POLICIES = {
    "no selector": ("spec:\n  policyTypes: [Ingress]\n", {NO, UNKNOWN}),
    "empty selector": ("spec:\n  podSelector: {}\n  policyTypes: [Ingress]\n", {NO}),
    "another's selector": ("spec:\n  podSelector: {matchLabels: {app: other}}\n  policyTypes: [Ingress]\n", {YES}),
    "nothing is let in": ("spec:\n  podSelector: {}\n  ingress: []\n", {NO}),
    "everything is let in": ("spec:\n  podSelector: {}\n  ingress: [{}]\n", {YES}),
    "from nobody said": ("spec:\n  podSelector: {}\n  ingress: [{from: []}]\n", {YES}),
    "from all pods": ("spec:\n  podSelector: {}\n  ingress: [{from: [{podSelector: {}}]}]\n", {NO}),
    "from all namespaces": ("spec:\n  podSelector: {}\n  ingress: [{from: [{namespaceSelector: {}}]}]\n", {NO}),
    "from an empty peer": ("spec:\n  podSelector: {}\n  ingress: [{from: [{}]}]\n", {NO, UNKNOWN}),
    "from no network": (
        "spec:\n  podSelector: {}\n  ingress: [{from: [{ipBlock: {cidr: 300.0.0.0/8}}]}]\n",
        {NO, UNKNOWN},
    ),
    "all but all": (
        "spec:\n  podSelector: {}\n  ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [0.0.0.0/0]}}]}]\n",
        {NO, UNKNOWN},
    ),
    "no ports said": ("spec:\n  podSelector: {}\n  ingress: [{ports: []}]\n", {YES}),
    "a port that is none": ("spec:\n  podSelector: {}\n  ingress: [{ports: [{port: 99999}]}]\n", {NO, UNKNOWN}),
    "ports reversed": (
        "spec:\n  podSelector: {}\n  ingress: [{ports: [{port: 9000, endPort: 8000}]}]\n",
        {NO, UNKNOWN},
    ),
    "a port by a name that nobody has": (
        "spec:\n  podSelector: {}\n  ingress: [{ports: [{port: ghost}]}]\n",
        {NO, UNKNOWN},
    ),
    "a list for a policy": ("spec: [1, 2]\n", {NO, UNKNOWN}),
}
SERVICE = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 443, targetPort: 8080}]
"""


@pytest.mark.parametrize("name", POLICIES)
def test_empty_and_missing_selectors_mean_what_kubernetes_says(tmp_path: Path, name: str) -> None:
    spec, expected = POLICIES[name]
    head = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\n"
    write(tmp_path / "k8s", {"web.yaml": f"{SERVICE}{head}{spec}"})

    done = ask("reach", "internet", "shop/Deployment/web", "8080", "k8s", "-q", cwd=tmp_path)

    assert done.code in expected


def test_a_service_without_a_selector_leads_nowhere(tmp_path: Path) -> None:
    write(tmp_path / "k8s", {"web.yaml": SERVICE.replace("selector: {app: web}", "selector: {}")})

    assert ask("reach", "internet", "shop/Deployment/web", "8080", "k8s", "-q", cwd=tmp_path).code in {NO, UNKNOWN}


def test_roles_that_assume_each_other_end(tmp_path: Path) -> None:
    ring = "".join(
        role(name, "sts:AssumeRole", trusts=f"aws_iam_role.{trusted}.arn") for name, trusted in (("a", "b"), ("b", "a"))
    )
    estate(tmp_path, CLOSED + ring)

    found = paths(tmp_path, "--from", "aws_iam_role.a", "--to", "aws_iam_role.b")
    fallen = ask("blast-radius", "aws_iam_role.a", "estate", "-q", "--json", cwd=tmp_path)

    assert {len(path["hops"]) for path in found["paths"]} == {1}
    assert fallen.code == 0


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Nothing that matters was seen"),
        ({"main.tf": CLOSED}, "No attack path"),
        ({"main.tf": 'resource "aws_sns_topic" "a" {}\n'}, "Nothing that matters was seen"),
        ({"main.tf": NOISE}, "Nothing that matters was seen"),
        ({"main.tf": b"# caf\xe9\n" + OPEN.encode()}, ""),
        ({"main.tf": b""}, "Nothing that matters was seen"),
        ({"k.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"}, "Nothing that matters was seen"),
    ],
    ids=["no file", "one asset", "no target", "noise", "latin", "an empty file", "a pod of nothing"],
)
def test_small_and_broken_estates_are_told_of(tmp_path: Path, files: dict[str, str | bytes], said: str) -> None:
    (tmp_path / "estate").mkdir()
    write(tmp_path / "estate", files)

    told = ask("paths", "estate", "-q", cwd=tmp_path)
    fixed = ask("fix", "estate", "-q", cwd=tmp_path)
    graph = ask("graph", "estate", "-q", "--all", cwd=tmp_path)

    assert said in told.out
    assert (told.code, fixed.code, graph.code) == (0, 0, 0)
    assert json.loads(graph.out)["directed"] is True


@pytest.mark.parametrize("name", list(BROKEN)[:8])
def test_what_is_broken_beside_a_path_does_not_hide_it(tmp_path: Path, name: str) -> None:
    write(tmp_path / "estate", {**BROKEN[name][0], "good/main.tf": OPEN})

    found = paths(tmp_path)

    assert found["summary"]["reached"] == 1
    assert found["gaps"]
    assert all("internal error" not in gap["why"] for gap in found["gaps"])


def test_two_runs_at_once_on_one_cache_agree(tmp_path: Path) -> None:
    estate(tmp_path, OPEN)

    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(run, "paths", "estate", "-q", "--json", cwd=tmp_path) for _ in range(2)]
        first, second = (each.result() for each in asked)

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout


@pytest.mark.parametrize("junk", [b"", b"\x00" * 64, b"not what it was", b'{"a": 1}'])
def test_a_corrupt_cache_is_not_trusted(tmp_path: Path, junk: bytes) -> None:
    estate(tmp_path, OPEN)
    before = paths(tmp_path)
    kept = [path for path in (tmp_path / ".cache").rglob("*") if path.is_file()]
    for path in kept:
        path.write_bytes(junk)

    after = paths(tmp_path)

    assert kept
    assert after == before


HOSTILE = 'customers\x1b[31m\u202e<script>alert(1)</script>](javascript:x)`|"];evil-->\x07'


CODE = re.compile(r"^(```+)[\s\S]*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)", re.MULTILINE)
"""Blocks and spans of code in Markdown, in which nothing is markup."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a target whose names hold control characters and markup, and secrets in its values."""
    name = json.dumps(HOSTILE).replace("\\\\", "\\")
    text = f"""
resource "aws_s3_bucket" "customers" {{
  bucket = {name}
  tags   = {{ data = "customer", Name = {name} }}
}}
resource "aws_s3_bucket_policy" "customers" {{
  bucket = aws_s3_bucket.customers.id
  policy = jsonencode({{ Version = "2012-10-17", Statement = [{{
    Sid = {name}, Effect = "Allow", Principal = "*", Action = "s3:GetObject",
    Resource = "${{aws_s3_bucket.customers.arn}}/*"
  }}] }})
}}
"""
    folder = tmp_path_factory.mktemp("hostile")
    estate(folder, text)
    write(folder, {"before/main.tf": CLOSED})
    return folder


@pytest.mark.parametrize(
    ("command", "format"),
    [
        *((("paths", "estate"), id) for id in ids()),
        *((("diff", "before", "estate"), id) for id in ids()),
        *((("fix", "estate"), id) for id in ("html", "json", "markdown", "terminal")),
        *((("blast-radius", "internet", "estate"), id) for id in ("json", "terminal")),
        *((("graph", "estate", "--all"), id) for id in drawn()),
    ],
    ids=lambda each: each if isinstance(each, str) else each[0],
)
def test_names_are_never_more_than_text(hostile: Path, command: tuple[str, ...], format: str) -> None:
    done = ask(*command, "-q", "-f", format, cwd=hostile)

    assert "customers" in done.out
    assert not any(mark in done.out for mark in ("\x1b", "\x07", "\u202e"))
    text = CODE.sub("", done.out) if format == "markdown" else done.out
    if format in ("html", "markdown", "mermaid", "graphml"):
        assert "<script>alert" not in text
    if format == "markdown":
        assert not re.search(r"(?<!\\)\]\(javascript:", text)
    if format == "graphml":
        assert ElementTree.fromstring(done.out) is not None  # it was written just now


KEY = "AKIA" + "QYLPMN5HHHFPZAM2"
PASSWORD = "correct-horse-battery-9"
SECRETS = f"""
variable "db_password" {{
  default = "{PASSWORD}"
}}
resource "aws_instance" "web" {{
  ami       = "ami-1"
  user_data = "export AWS_ACCESS_KEY_ID={KEY}; export DB_PASSWORD={PASSWORD}"
}}
resource "aws_lambda_function" "a" {{
  function_name = "a"
  environment {{
    variables = {{ DB_PASSWORD = "{PASSWORD}", KEY = "{KEY}" }}
  }}
}}
resource "aws_db_instance" "customers" {{
  identifier = "customers"
  password   = var.db_password
  publicly_accessible = true
}}
"""


@pytest.mark.parametrize(
    ("command", "formats"),
    [
        (("paths", "estate", "-v", "--to", "all"), ids()),
        (("fix", "estate", "-v"), ("html", "json", "markdown", "terminal")),
        (("diff", "before", "estate", "-v"), ids()),
        (("blast-radius", "internet", "estate", "-v"), ("json", "terminal")),
        (("reach", "internet", "aws_db_instance.customers", "estate", "-v"), ("json", "terminal")),
        (("graph", "estate", "--all"), drawn()),
    ],
    ids=["paths", "fix", "diff", "blast-radius", "reach", "graph"],
)
def test_secrets_are_in_no_output(tmp_path: Path, command: tuple[str, ...], formats: tuple[str, ...]) -> None:
    estate(tmp_path, OPEN.replace("customers", "orders") + SECRETS)
    write(tmp_path, {"before/main.tf": CLOSED})

    done = ask(*command, "-q", *(f"--format={id}=out.{id}" for id in formats), cwd=tmp_path)

    texts = [done.out, done.err, *(path.read_text("utf-8") for path in tmp_path.glob("out.*"))]
    assert len(texts) == 2 + len(formats)
    assert not any(secret in text for secret in (KEY, PASSWORD) for text in texts)
