"""Credentials of MongoDB."""

from bartizan.content.credentials.spelling import UUID, after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MONGODB_ATLAS_KEY = Credential(
    id="secret-mongodb-atlas-key",
    title="MongoDB Atlas API private key",
    service="MongoDB",
    severity=Severity.CRITICAL,
    keywords=("atlas",),
    expression=after(r"(?:mongodb[_-]?)?atlas[\w-]{0,16}?private[_-]?key|mongodb_atlas[\w-]{0,12}?key", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it and its public key manages the clusters of the project or organisation.",
    revoke="Delete the API key under Access Manager.",
    source="https://www.mongodb.com/docs/atlas/configure-api-access/",
    finds=("MONGODB_ATLAS_PRIVATE_KEY=9998c·b03-9ffb-4613-aa71·-13f947ee0a8b",),
    ignores=(
        "MONGODB_AT·LAS_PRIVATE_KEY=00000000-0000-0000-0000-000000000000",
        "MONGODB_ATLAS_PRIVATE_KEY=46738·ca1-2473-488f-af65-47810c5",
    ),
)

MONGODB_SERVICE_ACCOUNT = Credential(
    id="secret-mongodb-service-account",
    title="MongoDB Atlas service account secret",
    service="MongoDB",
    severity=Severity.CRITICAL,
    keywords=("mdb_sa_sk_",),
    expression=dashed(r"mdb_sa_sk_[0-9A-Za-z_-]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and the client id manages the clusters of the project or organisation.",
    revoke="Delete the secret of the service account.",
    source="https://www.mongodb.com/docs/atlas/configure-api-access/",
    finds=("client_secret: mdb_sa_sk_LJz·t0jRdSXaXVP3twdFsWIY·4q30_LbKaXhK5_U_y",),
    ignores=(
        "client_secret: mdb_sa_sk_012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "client_secret: mdb_sa_sk_buN·ycKSCSDD48CMHo2Uf",
    ),
)
