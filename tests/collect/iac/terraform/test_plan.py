"""Plans that `terraform show -json` prints, and state files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.iac.terraform_plan import PLAN_FORMAT, STATE_FORMAT
from bartizan.collect.resource import Reading
from bartizan.collect.tree import walk
from bartizan.core.truth import Ref, Unknown
from tests.collect.iac.terraform.planting import declared


def planned(tmp_path: Path, document: Any, **dumps: Any) -> Reading:
    (tmp_path / "plan.json").write_text(document if isinstance(document, str) else json.dumps(document, **dumps))
    tree = walk(tmp_path)
    (unit,) = PLAN_FORMAT.units(tree)
    return PLAN_FORMAT.read(unit, tree)


def resource(address: str, values: Any, mode: str = "managed") -> dict[str, Any]:
    type_ = address.removeprefix("data.").rpartition("module.")[2].split(".")[-2]
    return {"address": address, "mode": mode, "type": type_, "name": "x", "values": values}


PLAN: dict[str, Any] = {
    "format_version": "1.2",
    "terraform_version": "1.11.4",
    "planned_values": {
        "outputs": {"o": {"sensitive": False, "value": 5}, "late": {"sensitive": True}},
        "root_module": {
            "resources": [
                resource("aws_s3_bucket.b", {"bucket": "x", "acl": None, "versioning": [{"enabled": True}]}),
                resource("aws_s3_bucket_policy.p", {"policy": '{"Statement": []}'}),
            ],
            "child_modules": [
                {
                    "address": 'module.m["a"]',
                    "resources": [resource('module.m["a"].aws_thing.x', {"rule": [{"n": 1}]})],
                    "child_modules": [
                        {
                            "address": 'module.m["a"].module.n',
                            "resources": [resource('module.m["a"].module.n.aws_y.x', {})],
                        }
                    ],
                }
            ],
        },
    },
    "resource_changes": [
        {"address": "aws_s3_bucket.b", "change": {"after_unknown": {"id": True, "arn": True, "versioning": [{}]}}},
        {"address": "aws_s3_bucket_policy.p", "change": {"after_unknown": {"id": True, "bucket": True}}},
        {
            "address": 'module.m["a"].aws_thing.x',
            "change": {"after_unknown": {"rule": [{"target": True}, True], "tags": {"k": True}, "both": True}},
        },
        {"address": 'module.m["a"].module.n.aws_y.x', "change": {"after_unknown": {"up": True, "side": True}}},
    ],
    "prior_state": {
        "values": {"root_module": {"resources": [resource("data.aws_region.now", {"name": "eu-west-1"}, mode="data")]}}
    },
    "configuration": {
        "provider_config": {
            "aws": {
                "name": "aws",
                "expressions": {"region": {"constant_value": "r"}, "role": {"references": ["var.x"]}},
            },
            "module.m:aws": {"name": "aws"},
        },
        "root_module": {
            "variables": {"x": {"default": 1}},
            "outputs": {"o": {"expression": {}}, "late": {"sensitive": True, "expression": {}}},
            "resources": [
                {"address": "aws_s3_bucket.b", "expressions": {}},
                {
                    "address": "aws_s3_bucket_policy.p",
                    "expressions": {"bucket": {"references": ["aws_s3_bucket.b.id", "aws_s3_bucket.b"]}},
                },
            ],
            "module_calls": {
                "m": {
                    "expressions": {"bucket": {"references": ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"]}},
                    "module": {
                        "outputs": {"out": {"expression": {"references": ["aws_thing.x.id", "aws_thing.x"]}}},
                        "resources": [
                            {
                                "address": "aws_thing.x",
                                "expressions": {
                                    "rule": [{"target": {"references": ["var.bucket"]}}],
                                    "both": {"references": ["aws_a.x.id", "aws_b.x.id"]},
                                },
                            }
                        ],
                        "module_calls": {
                            "n": {
                                "expressions": {"up": {"references": ["var.bucket"]}},
                                "module": {
                                    "resources": [
                                        {
                                            "address": "aws_y.x",
                                            "expressions": {
                                                "up": {"references": ["var.up"]},
                                                "side": {"references": ["local.z"]},
                                            },
                                        }
                                    ]
                                },
                            }
                        },
                    },
                }
            },
        },
    },
}


def ref(attribute: str, address: str = "aws_s3_bucket.b") -> Ref:
    return Ref(f"known after apply: {address}.{attribute}", address=address, attribute=attribute)


def test_values_are_those_planned_with_references_in_the_places_of_unknown_ones(tmp_path: Path) -> None:
    found = {address: each.value for address, each in declared(planned(tmp_path, PLAN)).items()}

    assert found["aws_s3_bucket.b"] == {
        "bucket": "x",
        "acl": None,
        "versioning": [{"enabled": True}],
        "id": Unknown("known after apply: aws_s3_bucket.b.id"),
        "arn": Unknown("known after apply: aws_s3_bucket.b.arn"),
    }
    assert found["aws_s3_bucket_policy.p"]["bucket"] == ref("id")
    assert found["aws_s3_bucket_policy.p"]["policy"] == '{"Statement": []}'
    assert found['module.m["a"].aws_thing.x'] == {
        "rule": [{"n": 1, "target": ref("arn")}, Unknown('known after apply: module.m["a"].aws_thing.x.rule[1]')],
        "tags": {"k": Unknown('known after apply: module.m["a"].aws_thing.x.tags.k')},
        "both": Unknown('known after apply: module.m["a"].aws_thing.x.both'),
    }
    assert found['module.m["a"].module.n.aws_y.x']["up"] == ref("arn")
    assert type(found['module.m["a"].module.n.aws_y.x']["side"]) is Unknown


def test_data_that_was_read_and_the_interface_are_told(tmp_path: Path) -> None:
    found = declared(planned(tmp_path, PLAN))

    assert found["data.aws_region.now"].type == "data.aws_region"
    assert found["data.aws_region.now"].value == {"name": "eu-west-1"}
    assert found["provider.aws"].value["region"] == "r"
    assert isinstance(found["provider.aws"].value["role"], Unknown)
    assert found["var.x"].value == {"default": 1}
    assert found["output.o"].value == {"value": 5}
    assert isinstance(found["output.late"].value["value"], Unknown)


def test_places_are_the_lines_of_addresses(tmp_path: Path) -> None:
    found = declared(planned(tmp_path, PLAN, indent=1))

    lines = (tmp_path / "plan.json").read_text().splitlines()
    for address in ("aws_s3_bucket.b", 'module.m["a"].aws_thing.x'):
        place = found[address].place
        assert lines[place.line - 1][place.column - 1 :].startswith(f'"address": {json.dumps(address)}')


def test_state_that_show_prints_is_read_too(tmp_path: Path) -> None:
    state = {"format_version": "1.0", "terraform_version": "1.5", "values": PLAN["planned_values"]}

    assert "aws_s3_bucket.b" in declared(planned(tmp_path, state))


def test_plan_of_powershell_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(json.dumps(PLAN).encode("utf-16"))
    tree = walk(tmp_path)

    (unit,) = PLAN_FORMAT.units(tree)

    assert "aws_s3_bucket.b" in declared(PLAN_FORMAT.read(unit, tree))


def test_other_json_is_no_plan(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x", "version": "1"}')
    (tmp_path / "main.tf").write_text("")

    assert list(PLAN_FORMAT.units(walk(tmp_path))) == []


def test_plan_in_binary_form_is_a_gap_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "x.tfplan").write_bytes(
        b"PK\x03\x04\x14\x00\x08\x00\x08\x00\x00\x00!\x00" + b"\x00" * 12 + b"\x06\x00\x09\x00tfplan"
    )
    (tmp_path / "other.out").write_bytes(b"PK\x03\x04 something else")
    tree = walk(tmp_path)

    (unit,) = PLAN_FORMAT.units(tree)

    (gap,) = PLAN_FORMAT.read(unit, tree).gaps
    assert gap.file == "x.tfplan"
    assert "terraform show -json" in gap.why


@pytest.mark.parametrize(
    "text",
    [
        '{"format_version": "1", "planned_values": ',
        '{"format_version": "1", "planned_values": 5}',
        '{"format_version": "1", "planned_values": ' + "[" * 100_000,
        '["format_version", "planned_values"]',
    ],
    ids=["cut off", "no object", "deep", "a list"],
)
def test_broken_plan_is_a_gap(tmp_path: Path, text: str) -> None:
    reading = planned(tmp_path, text)

    assert reading.resources == []
    assert len(reading.gaps) == 1


@pytest.mark.parametrize("part", ["planned_values", "resource_changes", "configuration", "prior_state"])
@pytest.mark.parametrize("junk", [None, [], {}, "x", [1, {"address": 5}], {"root_module": {"resources": [None, {}]}}])
def test_parts_of_other_shapes_do_no_harm(tmp_path: Path, part: str, junk: Any) -> None:
    planned(tmp_path, {**PLAN, part: junk})


def test_references_in_circles_end(tmp_path: Path) -> None:
    plan = json.loads(json.dumps(PLAN))
    root = plan["configuration"]["root_module"]
    root["module_calls"]["m"]["expressions"]["bucket"] = {"references": ["module.m.out"]}
    root["module_calls"]["m"]["module"]["outputs"]["out"] = {"expression": {"references": ["var.bucket"]}}

    value = declared(planned(tmp_path, plan))['module.m["a"].aws_thing.x'].value

    assert isinstance(value["rule"][0]["target"], Unknown)


def test_state_files_are_read(tmp_path: Path) -> None:
    state = {
        "version": 4,
        "resources": [
            {"mode": "managed", "type": "t", "name": "x", "instances": [{"index_key": 0, "attributes": {"a": 1}}]},
            {
                "module": "module.m",
                "mode": "data",
                "type": "d",
                "name": "y",
                "instances": [{"index_key": "k", "attributes": {}}, {"attributes": None}],
            },
        ],
    }
    (tmp_path / "terraform.tfstate").write_text(json.dumps(state))
    (tmp_path / "old.tfstate").write_text('{"version": 3}')
    tree = walk(tmp_path)

    old, new = (STATE_FORMAT.read(unit, tree) for unit in STATE_FORMAT.units(tree))

    assert [gap.file for gap in old.gaps] == ["old.tfstate"]
    assert {address: each.value for address, each in declared(new).items()} == {
        "t.x[0]": {"a": 1},
        'module.m.data.d.y["k"]': {},
    }
