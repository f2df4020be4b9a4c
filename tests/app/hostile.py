"""Things that are bad to scan: broken, empty, nested without end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.app.estates import OPEN_BUCKET

TERRAFORM = 'resource "aws_s3_bucket" "open" {\n  acl = "public-read"\n}\n'
DEPTH = 10_000
NOISE = bytes(range(256)) * 20


def tree(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their path and return their folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def _bomb(head: str, tail: str = "") -> str:
    layers = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)]
    return f"{head}a0: &a0 [x]\n{''.join(layers)}{tail}"


Place = tuple[str, int, int]
"""File, line and column, both 0 where the whole file is meant."""
_BINARY = [
    "bad/.github/workflows/a.yml",
    "bad/.gitlab-ci.yml",
    "bad/Chart.yaml",
    "bad/Dockerfile",
    "bad/azure-pipelines.yml",
    "bad/compose.yaml",
    "bad/kustomization.yaml",
    "bad/main.tf",
    "bad/main.tf.json",
    "bad/terraform.tfvars",
]
_LATIN = {
    "bad/Dockerfile": b"FROM a\n# caf\xe9\n",
    "bad/a.yaml": OPEN_BUCKET.encode() + b"# caf\xe9\n",
    "bad/main.tf": TERRAFORM.encode() + b"# caf\xe9\n",
    "bad/main.tf.json": b'{"locals": {"a": "caf\xe9"}}',
}
BROKEN: dict[str, tuple[Mapping[str, str | bytes], list[Place]]] = {
    "malformed HCL": ({"bad/a.tf": 'resource "a" "b" {\n  x = [1,\n  y = }\n}\n'}, [("bad/a.tf", 3, 5)]),
    "a module that calls itself": ({"bad/a.tf": 'module "m" {\n  source = "./"\n}\n'}, [("bad/a.tf", 1, 1)]),
    "modules in a circle": (
        {"bad/a/a.tf": 'module "m" {\n  source = "../b"\n}\n', "bad/b/b.tf": 'module "n" {\n  source = "../a"\n}\n'},
        [("bad/b/b.tf", 1, 1)],
    ),
    "a module that is not there": ({"bad/a.tf": '\nmodule "m" {\n  source = "./no"\n}\n'}, [("bad/a.tf", 2, 1)]),
    "locals in a circle": (
        {"bad/a.tf": 'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_s3_bucket" "c" {\n  acl = local.a\n}\n'},
        [("bad/a.tf", 2, 3)],
    ),
    "aliases that multiply": ({"bad/a.yaml": _bomb(OPEN_BUCKET)}, [("bad/a.yaml", 12, 10)]),
    "aliases that multiply in a manifest": (
        {"bad/a.yaml": _bomb("apiVersion: v1\nkind: ConfigMap\n")},
        [("bad/a.yaml", 9, 10)],
    ),
    "an anchor that contains itself": (
        {"bad/a.yaml": "Resources: &a\n  A:\n    Type: AWS::S3::Bucket\n    Properties: *a\n"},
        [("bad/a.yaml", 4, 17)],
    ),
    "a key that is given twice": ({"bad/a.yaml": OPEN_BUCKET * 2}, [("bad/a.yaml", 6, 1)]),
    "tabs": ({"bad/a.yaml": OPEN_BUCKET.replace("  ", "\t")}, [("bad/a.yaml", 2, 1)]),
    "texts in Latin-1": (_LATIN, [(file, 0, 0) for file in _LATIN]),
    "binary files": (dict.fromkeys(_BINARY, NOISE), [(file, 0, 0) for file in _BINARY]),
    "a plan that was cut off": (
        {"bad/plan.json": '{"format_version": "1.2", "planned_values": {\n"root_module": {"resources": ['},
        [("bad/plan.json", 2, 31)],
    ),
    "a plan with members of other types": (
        {
            "bad/plan.json": '{"format_version": "1.2", "planned_values": {"root_module": {"resources": [7,'
            ' {"address": 3},'
            ' {"address": "aws_s3_bucket.a", "type": "aws_s3_bucket", "values": "x"}], "child_modules": 7}}}'
        },
        [("bad/plan.json", 0, 0)],
    ),
    "a plan that is a list": (
        {"bad/plan.json": '["format_version", {"planned_values": 1}]'},
        [("bad/plan.json", 1, 1)],
    ),
    "a state with members of other types": (
        {"bad/a.tfstate": '{"version": 4, "resources": [1, {"type": "aws_s3_bucket", "instances": [2, {}]}]}'},
        [("bad/a.tfstate", 0, 0)],
    ),
}
_MORE = ["a.yaml", "a.template", "action.yml", "plan.json", "a.tfstate", "plan.tfplan"]
EMPTY = [*_BINARY, *(f"bad/{file}" for file in _MORE)]


def _locals(value: str) -> str:
    return f"locals {{\n  a = {value}\n}}\n"


def _both(before: str, after: str, inner: str = "1") -> str:
    return before * DEPTH + inner + after * DEPTH


DEEP: dict[str, tuple[str, str]] = {
    "HCL brackets": ("bad/a.tf", _locals(_both("[", "]"))),
    "HCL parentheses": ("bad/a.tf", _locals(_both("(", ")"))),
    "HCL objects": ("bad/a.tf", _locals(_both("{a=", "}"))),
    "HCL calls": ("bad/a.tf", _locals(_both("f(", ")"))),
    "HCL negations": ("bad/a.tf", _locals(_both("!", "", "true"))),
    "HCL signs": ("bad/a.tf", _locals(_both("-", ""))),
    "HCL conditions": ("bad/a.tf", _locals(_both("true ? 1 : ", ""))),
    "HCL conditions within": ("bad/a.tf", _locals(_both("true ? ", ": 1"))),
    "HCL templates": ("bad/a.tf", _locals(_both('"${', '}"'))),
    "HCL loops": ("bad/a.tf", _locals(_both("[for x in ", ": x]", "[]"))),
    "HCL indices": ("bad/a.tf", _locals(_both("a.b[", "]"))),
    "HCL blocks": ("bad/a.tf", _both("a {\n", "}\n", "")),
    "HCL blocks left open": ("bad/a.tf", _both("a {\n", "", "")),
    "HCL directives": ("bad/a.tf", _locals('"' + _both("%{if true}", "%{endif}") + '"')),
    "values of variables": ("good/terraform.tfvars", f"a = {_both('[', ']')}\n"),
    "JSON Terraform": ("bad/a.tf.json", f'{{"locals": {_both("[", "]")}}}'),
    "YAML flow lists": ("bad/a.yaml", f"{OPEN_BUCKET}Metadata: {_both('[', ']')}\n"),
    "YAML flow mappings": ("bad/a.yaml", f"{OPEN_BUCKET}Metadata: {_both('{a: ', '}')}\n"),
    "YAML block lists": ("bad/a.yaml", f"{OPEN_BUCKET}Metadata:\n{_both('- ', '')}\n"),
    "YAML block mappings": ("bad/a.yaml", OPEN_BUCKET + "".join(f"{' ' * depth}a:\n" for depth in range(4000))),
    "JSON template": ("bad/a.json", f'{{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {_both("[", "]")}}}'),
    "a plan": ("bad/plan.json", f'{{"format_version": "1.2", "planned_values": {_both("[", "]")}}}'),
    "a Dockerfile": ("bad/Dockerfile", f"FROM {_both('${a:-', '}')}\n"),
    "a workflow": ("bad/.github/workflows/a.yml", f"on: push\njobs: {_both('[', ']')}\n"),
    "a Compose file": ("bad/compose.yaml", f"services: {_both('{a: ', '}')}\n"),
    "a manifest": ("bad/a.yaml", f"apiVersion: v1\nkind: Pod\nspec: {_both('[', ']')}\n"),
}
