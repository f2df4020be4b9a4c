"""Ingresses use TLS."""

from bartizan.content.kinds.kubernetes.service import Ingress
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-ingress-uses-tls",
    title="Ingresses use TLS",
    severity=Severity.MEDIUM,
    every=Ingress,
    must=Ingress.uses_tls,
    because="What is sent in plain text can be read and changed on its way: sessions, passwords, data.",
    fix="Set spec.tls with a certificate.",
    serves=("encryption-in-transit",),
    passes=[Ingress(uses_tls=True)],
    fails=[Ingress(uses_tls=False)],
)
