"""Firewall rules and policies of Google Cloud as one table for each network and direction.

Evaluation: cloud.google.com/firewall/docs/firewall-policies-overview ("Policy and rule evaluation order"),
cloud.google.com/firewall/docs/firewalls ("Implied rules", "Pre-populated rules in the default network", "Priority").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bartizan.core.truth import Truth
from bartizan.network.gcp.estate import DEFAULT, FirewallRule, Network
from bartizan.network.ranked.estate import Rule, Some, Table
from bartizan.network.space import (
    ANY_PORT,
    ANY_SERVICE,
    EVERYWHERE,
    EVERYWHERE_V4,
    NOTHING,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
    ports,
    protocol,
    said,
    service,
)

ORGANIZATION, FOLDER, FIRST, RULES, LAST = 0, 1, 2, 3, 4
"""Stages: policies of organizations and folders, of the network where they come first, its rules, its policies else."""
REMOVED = "the rules that the default network begins with may have been removed"
VERBS = {"allow": "allows", "deny": "denies", "goto_next": "leaves to the next policy"}
ACTIONS = {"allow": Truth.YES, "deny": Truth.NO, "apply_security_profile_group": Truth.YES, "goto_next": None}


def table(network: Network, ingress: bool) -> Table:
    """Return all that a network asks before it lets something in, or out."""
    rules = [*_own(network, ingress), *_of_policies(network, ingress)]
    if network.id == DEFAULT and ingress:
        rules += list(_prepopulated())
    implied = "denies what comes in and no rule allows (implied)" if ingress else "allows what goes out (implied)"
    return Table(id=network.id, rules=tuple(rules), otherwise=Truth.NO if ingress else Truth.YES, says=implied)


def _own(network: Network, ingress: bool) -> Iterator[Rule]:
    for each in network.rules:
        yield from _rule(each, network, ingress, RULES)


def _of_policies(network: Network, ingress: bool) -> Iterator[Rule]:
    for policy in network.policies:
        stage = policy.stage
        if stage >= FIRST:
            stage = FIRST if network.policies_first is Truth.YES else LAST
        for each in policy.rules:
            for rule in _rule(each, network, ingress, stage):
                unsure = policy.unsure
                if policy.stage >= FIRST and network.policies_first is Truth.UNKNOWN:
                    unsure = unsure or f"it is not known whether policies of {network.id} come before its rules"
                yield _doubted(rule, unsure) if unsure else rule


def _doubted(rule: Rule, why: str) -> Rule:
    """Return a rule that may not be there."""
    return replace(rule, own=known(NOTHING), own_groups=frozenset(), unseen_own=why)


def _rule(each: FirewallRule, network: Network, ingress: bool, stage: int) -> Iterator[Rule]:
    wanted = Truth.YES if ingress else Truth.NO
    if each.enabled is Truth.NO or each.ingress not in (wanted, Truth.UNKNOWN):
        return
    services = _services(each.services)
    peers, peer_groups, unseen = _peers(each, network, ingress)
    targeted = each.target_tags or each.target_accounts
    own_groups = _named(each.target_tags, each.target_accounts, network)
    action = Truth.UNKNOWN if each.action is None else ACTIONS.get(each.action, Truth.UNKNOWN)
    rule = Rule(
        id=each.id,
        says=_says(each, services, ingress),
        stage=stage,
        order=each.priority,
        allows=action,
        services=services,
        peers=peers,
        peer_groups=peer_groups,
        unseen_peers=unseen,
        own=known(NOTHING if targeted else EVERYWHERE),
        own_groups=own_groups,
        unseen_own=each.target_tags.more or each.target_accounts.more,
        place=each.place,
    )
    doubt = each.other
    doubt = doubt or (f"it is not known whether {each.id} is on" if each.enabled is Truth.UNKNOWN else "")
    doubt = doubt or (f"it is not known which direction {each.id} is about" if each.ingress is not wanted else "")
    yield _doubted(rule, doubt) if doubt else rule


def _named(tags: Some, accounts: Some, network: Network) -> frozenset[str]:
    """Return tags and accounts as groups: each counts within its network alone."""
    found = {f"tag:{tag}@{network.id}" for tag in tags.known}
    return frozenset(found | {f"account:{account}@{network.id}" for account in accounts.known})


def _peers(each: FirewallRule, network: Network, ingress: bool) -> tuple[Between[Ints], frozenset[str], str]:
    groups = _named(each.peer_tags, each.peer_accounts, network) if ingress else frozenset()
    unseen = each.ranges.more or each.peer_tags.more or each.peer_accounts.more
    if not (each.ranges or each.peer_tags or each.peer_accounts):
        return known(EVERYWHERE_V4), frozenset(), ""
    found = NOTHING
    for text in sorted(each.ranges.known):
        some, problem = addresses(text)
        found, unseen = found | some, unseen or problem
    return known(found), groups, unseen


def _services(some: Some) -> Between[Ints]:
    found, unseen = NOTHING, some.more
    for text in sorted(some.known):
        name, _, written = text.partition(":")
        number, problem = protocol(name)
        unseen = unseen or problem
        if problem:
            continue
        at = NOTHING if written else ANY_PORT
        for part in filter(None, written.split(",")):
            more, wrong = ports(part)
            at, unseen = at | more, unseen or wrong
        found = found | (service(number, at) if at else NOTHING)
    return found_or(found, unseen)


def found_or(found: Ints, unseen: str) -> Between[Ints]:
    """Return services that may be all, where not everything could be seen."""
    return known(found) | perhaps(ANY_SERVICE, unseen) if unseen else known(found)


def _says(each: FirewallRule, services: Between[Ints], ingress: bool) -> str:
    verb = {"allow": "allows", "deny": "denies", "goto_next": "leaves to the next policy"}.get(
        each.action or "", "decides on"
    )
    who = sorted(each.ranges.known) + sorted(each.peer_tags.known) + sorted(each.peer_accounts.known)
    rank = "?" if each.priority is None else f"{each.priority:g}"
    whom = ", ".join(who[:4]) or "anywhere"
    return f"{verb} {said(services.possible)} {'from' if ingress else 'to'} {whom} (priority {rank})"


def _prepopulated() -> Iterator[Rule]:
    """Yield the rules that the default network begins with, which whoever may can remove."""
    within, _ = addresses("10.128.0.0/9")
    services = service("tcp") | service("udp") | service("icmp")
    for name, allowed, peers in (
        ("default-allow-internal", services, within),
        ("default-allow-ssh", service("tcp", Ints(((22, 22),))), EVERYWHERE_V4),
        ("default-allow-rdp", service("tcp", Ints(((3389, 3389),))), EVERYWHERE_V4),
        ("default-allow-icmp", service("icmp"), EVERYWHERE_V4),
    ):
        rule = Rule(
            id="",
            says=f"{name} allows {said(allowed)} (priority 65534)",
            stage=RULES,
            order=65534,
            services=known(allowed),
            peers=known(peers),
        )
        yield _doubted(rule, REMOVED)
