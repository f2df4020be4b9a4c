"""Attributes that follow from the configuration alone, although Terraform's providers compute them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.convert import text
from bartizan.collect.iac.terraform.functions.files import render
from bartizan.collect.iac.terraform.policy_document import Configured, aws_policy, google_policy
from bartizan.collect.iac.terraform.values import vague
from bartizan.core.truth import Unknown


def _rendered(instance: Configured) -> Any:
    source = text(instance.configured("template"))
    if isinstance(source, Unknown):
        return vague(source)
    names = instance.configured("vars")
    if isinstance(names, list):  # written as a block, as was usual once
        names = names[0] if names else None
    return render(instance.scope, source, {} if names is None else names)


DERIVED: dict[tuple[str, str], dict[str, Callable[[Configured], Any]]] = {
    ("data", "aws_iam_policy_document"): {"json": aws_policy, "minified_json": aws_policy},
    ("data", "google_iam_policy"): {"policy_data": google_policy},
    ("data", "template_file"): {"rendered": _rendered},
    ("", "terraform_data"): {"output": lambda instance: instance.configured("input")},
}
"""By mode and type of the resource, and the attribute's name."""
