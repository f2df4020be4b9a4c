"""Credentials of PuTTY."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PUTTY_PRIVATE_KEY = Credential(
    id="secret-putty-private-key",
    title="PuTTY private key",
    service="PuTTY",
    severity=Severity.HIGH,
    keywords=("putty-user-key-file",),
    expression=(
        r"(?P<secret>PuTTY-User-Key-File-[23]: [^\r\n]{3,40}\r?\nEncryption: none[0-9A-Za-z+/=\s:.,@_"
        r"()-]{20,}?Private-Lines: [0-9]{1,3}\r?\n[0-9A-Za-z+/=\r\n]{40,})"
    ),
    entropy=3.0,
    check="putty-key",
    grants="Whoever holds it logs in wherever its public key is trusted.",
    revoke="Make a new key pair, and remove the public key wherever it is trusted.",
    source="https://the.earth.li/~sgtatham/putty/0.81/htmldoc/AppendixC.html",
    finds=(
        (
            "PuTTY-User-Key-·File-3: ssh-ed25519\nEncryption: none\nComment: keeper\nPublic-Lines: "
            "2\ncz5yuJ4TmjWw6U5F13K2KGxQjtccdMfVMJ5ZX6NIa1SPLzGs7OfxQYO5gnqqAdEv\n9yGqYT6nkZBaLKK3LLPvn"
            "sfVEh2Wqy8Y43OOA5KoB0an\nPrivate-Lines: 1\nbGL·wv+laeq3q5y4bKPdifM7S/a·5gl4wGMV9FltIG0NBcD"
            "Jj=\nPrivate-MAC: 2286436b7b1b7bad7ba1a2641b20e6c251bd08fbf2ece5dec9458e88f5474d86"
        ),
    ),
    ignores=(
        (
            "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc\nComment: keeper\nPublic-Lines: "
            "1\n0iN·W4X+BqAaXkcp1NIO9qADL7Ct2+rvdIeH·X3Y6KRSLCqeF+0GFKEulwGpXkDEaj\nPrivate-Lines: "
            "1\nmsC·iCoNrEA3qQh8iwAsguXOhZCa7m1EyCp3·JqSRcPw5kjVzEkjclyOmab2+blxcZ"
        ),
    ),
)
