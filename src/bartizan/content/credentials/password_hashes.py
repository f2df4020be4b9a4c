"""Hashes of passwords, by which a poor one is found."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SHADOW_HASH = Credential(
    id="secret-shadow-hash",
    title="hash of a password",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("$1$", "$5$", "$6$", "$y$", "$7$", "$gy$"),
    expression=(
        r"(?P<secret>\$(?:1\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{22}|5\$"
        r"(?:rounds=[0-9]{1,9}\$)?[./0-9A-Za-z]{1,16}\$[./0-9A-Za-z]{43}|6\$"
        r"(?:rounds=[0-9]{1,9}\$)?[./0-9A-Za-z]{1,16}\$[./0-9A-Za-z]{86}|"
        r"g?y\$[./0-9A-Za-z]{3}\$[./0-9A-Za-z]{1,86}\$[./0-9A-Za-z]{43}))(?:[^./0-9A-Za-z]|$)"
    ),
    entropy=3.5,
    check="hash",
    grants="Whoever holds it finds the password by trying, if it is not a long one.",
    revoke="Change the password, and keep hashes out of what is shared.",
    source="https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html",
    finds=(
        (
            "keeper:$6$1Sl·SJC2qVktYIZGv$eao·80wJ1q6JosSD4o2zZca7B96orieDJGow1NW7G1PCuyQ·f210aHNcqHSF"
            "YokdGlV0ZVmImMdjxv1R0tX8VHhh:19700:0:99999:7:::"
        ),
        'passwd: "$y$j9T$dM3·R21gBWTCGhvTVSPXXAQ$bFP·2P1BBrD4pAbur0HC5TOe0·hKgBRo4uNBzzvIyr4eC"',
    ),
    ignores=(
        (
            "keeper:$6$012·3456789abcdef$012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ·KLMNOPQRSTUV"
            "WXYZ0123456789abcdefghijklmn:19700:0:99999:7:::"
        ),
        "keeper:$6$Fni·VFmF8$qmK·0wZb4SYwqD8xUalAOR9Yk·8PNFBdv7f0ZMk14fbp6:19700:0:99999:7:::",
    ),
)

BCRYPT_HASH = Credential(
    id="secret-bcrypt-hash",
    title="hash of a password that is slow to try",
    service="any",
    severity=Severity.LOW,
    keywords=("$2a$", "$2b$", "$2y$", "$argon2", "pbkdf2_sha", "pbkdf2:sha", "scrypt:"),
    expression=(
        r"(?P<secret>\$2[aby]\$[0-9]{2}\$[./0-9A-Za-z]{53}|\$argon2"
        r"(?:id|i|d)\$v=[0-9]{1,3}\$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,4}\$[0-9A-Za-z+/]{11,86}"
        r"\$[0-9A-Za-z+/]{22,172}|pbkdf2_sha(?:1|256|512)\$[0-9]{4,8}\$[0-9A-Za-z]{8,40}"
        r"\$[0-9A-Za-z+/]{27,86}={0,2}|(?:pbkdf2:sha256:[0-9]{4,8}|scrypt:[0-9]{1,8}:[0-9]{1,4}"
        r":[0-9]{1,4})\$[0-9A-Za-z]{8,40}\$[0-9a-f]{64,128})(?:[^./0-9A-Za-z=]|$)"
    ),
    entropy=3.5,
    check="hash",
    grants="Whoever holds it finds the password by trying, if it is a poor one.",
    revoke="Change the password, and keep hashes out of what is shared.",
    source="https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html",
    finds=(
        'password_hash: "$2b$12$9r8·Ut4Rr6eCmqNA4pifagbt6zLQeC·kkzFgCvmZKzvznfAZRsM99tL"',
        ("$argon2id$v=19$m=65536,t=3,p=4$YlZ·56DCVR3mgJIctt8dn8W$9Ma·SPB8aoio0zwwwaCeRU/+8·ski5RFbkPSqJxEvy6BP"),
        "pbkdf2_sha256$870000$p7f·88FTCZFfQrs7BznVjcH$tzT·YyjGFrRFIk1ARI6tz1jUt·bhs2qtTU9/UHydBaN+b=",
    ),
    ignores=(
        'password_hash: "$2b$12$012·3456789abcdefghijklmnopqrs·tuvwxyzABCDEFGHIJKLMNOPQ"',
        'password_hash: "$2b$12$xxQ·m5tX1atk1Nv4X7u2RzstpHj"',
    ),
)
