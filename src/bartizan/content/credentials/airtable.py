"""Credentials of Airtable."""

from bartizan.content.credentials.spelling import keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AIRTABLE_TOKEN = Credential(
    id="secret-airtable-token",
    title="Airtable personal access token",
    service="Airtable",
    severity=Severity.HIGH,
    keywords=("airtable",),
    expression=token(r"pat[0-9A-Za-z]{14}\.[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and changes the bases it covers.",
    revoke="Delete it in the developer hub.",
    also=("airtable-personnal-access-token",),
    source="https://airtable.com/developers/web/guides/personal-access-tokens",
    finds=(("AIRTABLE_TOKEN=pat3X7·n6uf0Rv4veu.a6f·83d8cd958781b1f330c14a73b91954f0·2000ed6e894c259c98d358151585d"),),
    ignores=(
        ("AIRTABLE_TOKEN=pat012·3456789abcd.012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef"),
        "AIRTABLE_TOKEN=pat9sK·i190.fbc·bd694b472bb8b9def9c03ce756845",
    ),
)

AIRTABLE_KEY = Credential(
    id="secret-airtable-key",
    title="Airtable API key",
    service="Airtable",
    severity=Severity.MEDIUM,
    keywords=("airtable",),
    expression=keyed("airtable", "key[0-9A-Za-z]{14}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it read and changed the bases of the user, while keys of this form were accepted.",
    revoke="Remove it; tokens took its place.",
    also=("airtable-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("AIRTABLE_API_KEY=keyhXI·eRFAGNlFllO",),
    ignores=(
        "AIRTABLE_API_KEY=key012·3456789abcd",
        "AIRTABLE_API_KEY=keyX2O·Rwhz",
    ),
)
