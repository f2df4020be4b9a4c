"""Credentials of Supabase."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SUPABASE_TOKEN = Credential(
    id="secret-supabase-token",
    title="Supabase personal access token",
    service="Supabase",
    severity=Severity.CRITICAL,
    keywords=("sbp_",),
    expression=token(r"sbp_(?:oauth_)?[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it manages all projects of the user, with their databases and keys.",
    revoke="Revoke it under Account, Access Tokens.",
    source="https://supabase.com/docs/guides/api/api-keys",
    finds=("SUPABASE_ACCESS_TOKEN=sbp_5a8·ffa197ba52495c0e5f5a·bdb41a94d265db29b",),
    ignores=(
        "SUPABASE_ACCESS_TOKEN=sbp_012·3456789abcdef0123456·789abcdef01234567",
        "SUPABASE_ACCESS_TOKEN=sbp_aea·1b1eefb6599ae3b99",
    ),
)

SUPABASE_SECRET_KEY = Credential(
    id="secret-supabase-secret-key",
    title="Supabase secret key",
    service="Supabase",
    severity=Severity.CRITICAL,
    keywords=("sb_secret_",),
    expression=dashed(r"sb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and changes all data of the project, past row level security.",
    revoke="Delete it under API Keys in the project settings.",
    source="https://supabase.com/docs/guides/api/api-keys",
    finds=("SUPABASE_SECRET_KEY=sb_secret_uEJ·w_fKoqT81X3xj-nlIsF_13e·o5_Fm",),
    ignores=(
        "sb_publishable_eT2·VL_epFlEkYQs7ssCWCY_QbL·btu-L",
        "SUPABASE_SECRET_KEY=sb_secret_012·3456789abcdefghijkl_012·34567",
        "SUPABASE_SECRET_KEY=sb_secret_JEE·JDaXtg2E_W8w·L",
    ),
)

SUPABASE_SERVICE_KEY = Credential(
    id="secret-supabase-service-key",
    title="Supabase service role key",
    service="Supabase",
    severity=Severity.CRITICAL,
    keywords=("eyj",),
    expression=token(r"eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}"),
    entropy=3.0,
    check="jwt-supabase",
    grants="Whoever holds it reads and changes all data of the project, past row level security.",
    revoke="Rotate the JWT secret, or move to secret keys, in the project settings.",
    source="https://supabase.com/docs/guides/api/api-keys",
    finds=(
        (
            "SUPABASE_SERVICE_ROLE_KEY=ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·Jpc3MiOiJzdXBhYmFzZSI"
            "sInJlZiI6InFodHZid2t6ZG1yeXBjeGdqbmxlIiwicm9sZSI6InNlcnZpY2Vfcm9sZSIsImlhdCI6MTY5MDAwMDA"
            "wMCwiZXhwIjoyMDA1NTc2MDAwfQ.jJFoQW5Mw-4kAuEFdo2oubvLecRP_cGSZVpsiiRnSUL"
        ),
    ),
    ignores=(
        (
            "SUPABASE_ANON_KEY=ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·Jpc3MiOiJzdXBhYmFzZSIsInJlZiI"
            "6InFodHZid2t6ZG1yeXBjeGdqbmxlIiwicm9sZSI6ImFub24iLCJpYXQiOjE2OTAwMDAwMDAsImV4cCI6MjAwNTU"
            "3NjAwMH0.Ncg171b9sUdWIK_gn-rX4TibAmYzTnDlepvXXxIaWJo"
        ),
    ),
)
