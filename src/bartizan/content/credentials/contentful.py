"""Credentials of Contentful."""

from bartizan.content.credentials.spelling import dashed, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CONTENTFUL_MANAGEMENT_TOKEN = Credential(
    id="secret-contentful-management-token",
    title="Contentful management token",
    service="Contentful",
    severity=Severity.HIGH,
    keywords=("cfpat-",),
    expression=dashed(r"CFPAT-[0-9A-Za-z_-]{43}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it changes the content and the model of the spaces.",
    revoke="Revoke it under CMA tokens.",
    source="https://www.contentful.com/developers/docs/references/authentication/",
    finds=("CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-S7W·xzjk06QrERw4knkFtfOq7·s0admchOIvpjkkAXBSl",),
    ignores=(
        "CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-ELe·cQXklc9Zy33JzEdhfZ",
    ),
)

CONTENTFUL_DELIVERY_TOKEN = Credential(
    id="secret-contentful-delivery-token",
    title="Contentful delivery token",
    service="Contentful",
    severity=Severity.LOW,
    keywords=("contentful",),
    expression=keyed("contentful", "[0-9A-Za-z_-]{43}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it reads what is published, or with a preview token also drafts.",
    revoke="Rotate it under API keys.",
    also=("contentful-delivery-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CONTENTFUL_ACCESS_TOKEN=c4K·4E5vCmWM0aB-rWN4yqSE7·NzoFpmkUtmOBSNodhci",),
    ignores=(
        "CONTENTFUL_ACCESS_TOKEN=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "CONTENTFUL_ACCESS_TOKEN=mLj·XxpdQ8zQ2mfmbqpPFM",
        "etag: F0y·4OTWcH9UAsqXXpZnNUlO-·_qgW2UNPuTx-EbzyCcn",
    ),
)
