"""Defender looks into clusters and images."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-scans-containers",
    title="Defender looks into clusters and images",
    severity=Severity.LOW,
    every=Plan,
    where=Plan.covers.equals("Containers"),
    must=Plan.on
    & Plan.extensions.has("AgentlessDiscoveryForKubernetes")
    & Plan.extensions.has("ContainerRegistriesVulnerabilityAssessments"),
    because="Known faults in images, and misuse in clusters, stay unseen.",
    fix=(
        "Set tier to Standard and add the extensions AgentlessDiscoveryForKubernetes and "
        "ContainerRegistriesVulnerabilityAssessments."
    ),
    serves=("vulnerability-scanning",),
    passes=[
        Plan(
            covers="Containers",
            on=True,
            extensions=frozenset({"AgentlessDiscoveryForKubernetes", "ContainerRegistriesVulnerabilityAssessments"}),
        )
    ],
    fails=[Plan(covers="Containers", on=True, extensions=frozenset({"AgentlessDiscoveryForKubernetes"}))],
)
