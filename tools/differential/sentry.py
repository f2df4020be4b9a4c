"""Runs in an environment of its own, where policy_sentry is: expands patterns of actions that come as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module


def main() -> None:
    """Read a list of patterns; write what each covers, all names, and the access level of each."""
    expand = import_module("policy_sentry.analysis.expand").expand
    names = sorted(import_module("policy_sentry.querying.all").get_all_actions())
    detail = import_module("policy_sentry.querying.actions").get_action_data
    levels = {}
    for name in names:
        service, action = name.split(":")
        found = detail(service, action)
        levels[name] = found[service][0]["access_level"] if found else ""
    covered = [sorted(expand(pattern)) for pattern in json.load(sys.stdin)]
    json.dump({"covered": covered, "levels": levels}, sys.stdout)


if __name__ == "__main__":
    main()
