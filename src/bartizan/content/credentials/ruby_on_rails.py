"""Credentials of Ruby on Rails."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RAILS_SECRET_KEY_BASE = Credential(
    id="secret-rails-secret-key-base",
    title="Rails secret key base",
    service="Ruby on Rails",
    severity=Severity.HIGH,
    keywords=("secret_key_base", "secret_token"),
    expression=after(r"secret_key_base|secret_token", "[0-9a-f]{128}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it forges sessions and signed links, and with some settings runs code.",
    revoke="Make a new one with rails secret, and read it from the environment.",
    source="https://guides.rubyonrails.org/security.html",
    finds=(
        (
            "SECRET_KEY_BASE=437·140b31b86eb7e10b3c96ae6519107fb02becc9acac1c07518624efa6b7d01c30·d3e"
            "f3f16df5942d66f7671c5eb1a0d2945529263e2da9a62ad88513bce309"
        ),
        (
            "secret_key_base: 6a6·1530410620742924ff5d37d302e345e85b550c8eabb30f687ca9c5ce0a46a176·9c"
            "774e65b7b5720f0ccfe987033b66a7ea04a6e083cc5a777ecc76bbc13b3"
        ),
    ),
    ignores=(
        (
            "SECRET_KEY_BASE=012·3456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef012·345"
            "6789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        ),
        "SECRET_KEY_BASE=4ba·4b3abbce339868fd40b88dfcf4de9cb4·691f99434be94ae70df6ce878e699",
    ),
)

RAILS_MASTER_KEY = Credential(
    id="secret-rails-master-key",
    title="Rails master key",
    service="Ruby on Rails",
    severity=Severity.HIGH,
    keywords=("rails_master_key", "master.key"),
    expression=after(r"rails_master_key", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it reads the encrypted credentials of the application.",
    revoke="Make new credentials, and rotate what was in them.",
    source="https://guides.rubyonrails.org/security.html",
    finds=("RAILS_MASTER_KEY=a44·c321182825a1373d5239c7d715d55",),
    ignores=(
        "RAILS_MASTER_KEY=012·3456789abcdef0123456789abcdef",
        "RAILS_MASTER_KEY=8c4·30876b67e32a7",
    ),
)
