"""Defender scans machines for faults."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-scans-machines",
    title="Defender scans machines for faults",
    severity=Severity.LOW,
    every=Plan,
    where=Plan.covers.equals("VirtualMachines"),
    must=Plan.on & Plan.extensions.has("AgentlessVmScanning"),
    because="Known faults of programs on the machines stay unseen.",
    fix="Set tier to Standard and add the extension AgentlessVmScanning.",
    serves=("vulnerability-scanning",),
    passes=[Plan(covers="VirtualMachines", on=True, extensions=frozenset({"AgentlessVmScanning"}))],
    fails=[Plan(covers="VirtualMachines", on=True, extensions=frozenset())],
)
