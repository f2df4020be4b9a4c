"""What a table of ranked rules lets through between two ends, and which of its rules did that.

The first rule that fits decides. Where a rule may fit or not, what is certain is what no rule before it may refuse, and
what is possible is what no rule before it refuses for certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bartizan.core.reach import Via
from bartizan.core.truth import Truth
from bartizan.network.ranked.estate import End, Rule, Table
from bartizan.network.space import (
    ANY_SERVICE,
    EVERYWHERE,
    NOTHING,
    Between,
    Ints,
    Traffic,
    box,
    known,
    perhaps,
)

ALL = box(EVERYWHERE, ANY_SERVICE)
NO_TRAFFIC = known(Traffic())


@dataclass(frozen=True, slots=True)
class Passed:
    """What a table lets through, and the part that each rule has in it and in what is refused."""

    traffic: Between[Traffic]
    allowed: tuple[tuple[Via, Traffic], ...]
    refused: tuple[tuple[Via, Traffic], ...]


def passed(table: Table, own: End, peer: End) -> Passed:
    """Return what a table lets through with a peer, by the address of the peer."""
    certain, possible, may_refuse, refuses = Traffic(), Traffic(), Traffic(), Traffic()
    unknowns: list[str] = []
    allowed: list[tuple[Via, Traffic]] = []
    refused: list[tuple[Via, Traffic]] = []
    loose = [rule for rule in table.rules if rule.order is None]
    for rule, match in _in_order(table, own, peer):
        left = match.possible - refuses
        if rule.allows is not Truth.NO:
            allowed.append((_via(rule), left - certain))
            certain |= match.certain - may_refuse if rule.allows is Truth.YES else Traffic()
            possible |= left
        if rule.allows is not Truth.YES:
            refused.append((_via(rule), left))
            may_refuse |= match.possible
            refuses |= match.certain if rule.allows is Truth.NO else Traffic()
        unknowns += match.unknowns if rule.allows is not Truth.UNKNOWN else (*match.unknowns, rule.says)
    for rule in loose:
        loosely = _match(rule, own, peer).possible
        unknowns.append(f"it is not known at which place {rule.id or rule.says} is asked")
        certain = certain - loosely if rule.allows is not Truth.YES else certain
        possible = possible | loosely if rule.allows is not Truth.NO else possible
    if table.more:
        certain, possible = Traffic(), ALL
        unknowns.append(table.more)
    through = Between(certain, possible, tuple(dict.fromkeys(unknowns)) if certain != possible else ())
    return Passed(through, tuple(allowed), tuple(refused))


def _in_order(table: Table, own: End, peer: End) -> Iterator[tuple[Rule, Between[Traffic]]]:
    """Yield rules with what they are about, in order; what one before sent on to the next stage is left out."""
    ranked = sorted((rule for rule in table.rules if rule.order is not None), key=_rank)
    rest = Rule(id=table.id, says=table.says, stage=1 << 30, allows=table.otherwise, place=table.place)
    skipped, stage = NO_TRAFFIC, 0
    for rule in (*ranked, rest):
        if rule.stage != stage:
            skipped, stage = NO_TRAFFIC, rule.stage
        match = _match(rule, own, peer)
        if not match.possible:
            continue
        match = match - skipped if skipped.possible else match
        if rule.allows is None:
            skipped = skipped | match
        else:
            yield rule, match


def _rank(rule: Rule) -> tuple[int, float, int]:
    """Return what rules are ordered by: among those of the same place, what stops traffic comes first."""
    return rule.stage, rule.order or 0, 1 if rule.allows is Truth.YES else 0


def _match(rule: Rule, own: End, peer: End) -> Between[Traffic]:
    here = at(rule, own)
    if here is Truth.NO:
        return NO_TRAFFIC
    peers = _peers(rule, peer)
    match = Between(
        box(peers.certain, rule.services.certain),
        box(peers.possible, rule.services.possible),
        (*peers.unknowns, *rule.services.unknowns),
    )
    if here is Truth.YES:
        return match
    why = rule.unseen_own or own.unseen or f"it is not known whether {rule.id or rule.says} is about it"
    return Between(Traffic(), match.possible, (*match.unknowns, why))


def at(rule: Rule, own: End) -> Truth:
    """Tell whether a rule is about the end that its table is at."""
    if rule.own_groups & own.groups or rule.own.certain == EVERYWHERE:
        return Truth.YES
    if own.addresses and rule.own.certain.covers(own.addresses):
        return Truth.YES
    doubtful = rule.unseen_own or (rule.own_groups and own.unseen) or rule.own.possible & own.addresses
    return Truth.UNKNOWN if doubtful else Truth.NO


def _peers(rule: Rule, peer: End) -> Between[Ints]:
    if rule.peer_groups & peer.groups:
        return known(EVERYWHERE)
    if rule.unseen_peers:
        return rule.peers | perhaps(EVERYWHERE, rule.unseen_peers)
    if rule.peer_groups and peer.unseen:
        return rule.peers | perhaps(EVERYWHERE, peer.unseen)
    return rule.peers


def _via(rule: Rule) -> Via:
    return Via(asset=rule.id, says=rule.says, place=rule.place)


def of_all(traffic: Between[Traffic], peer: Ints) -> Between[Ints]:
    """Return the services let through with a peer of which only is known that it is somewhere in `peer`."""
    certain, possible = always(traffic.certain, peer), traffic.possible.at(peer)
    if certain == possible:
        return known(certain)
    return Between(certain, possible, traffic.unknowns or ("its address is not known, and the rules ask for it",))


def always(traffic: Traffic, peer: Ints) -> Ints:
    """Return the services that every one of some addresses has."""
    left, found = peer, ANY_SERVICE
    for addresses, services in traffic.parts:
        if left & addresses:
            found, left = found & services, left - addresses
    return NOTHING if left or not peer else found


def cells(ints: Iterable[Ints]) -> tuple[int, ...]:
    """Return, in order, where sets of addresses begin and where they have ended: between two of them all are alike."""
    return tuple(sorted({edge for each in ints for low, high in each.spans for edge in (low, high + 1)}))
