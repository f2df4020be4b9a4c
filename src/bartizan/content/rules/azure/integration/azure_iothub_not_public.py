"""IoT hubs have no public endpoint."""

from bartizan.content.kinds.azure.integration import IotHub
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-iothub-not-public",
    title="IoT hubs have no public endpoint",
    severity=Severity.MEDIUM,
    every=IotHub,
    must=~IotHub.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false.",
    serves=("no-public-service",),
    also=("CKV_AZURE_108",),
    passes=[IotHub(public=False)],
    fails=[IotHub(public=True)],
)
