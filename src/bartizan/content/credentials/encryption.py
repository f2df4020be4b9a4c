"""Private keys in the formats that programs keep them in."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PRIVATE_KEY = Credential(
    id="secret-private-key",
    title="private key",
    service="any",
    severity=Severity.HIGH,
    keywords=("private key-----",),
    expression=(
        r"(?P<secret>-----BEGIN (?:RSA |EC |DSA |OPENSSH |SSH2 |)PRIVATE KEY-----[0-9A-Z"
        r"a-z+/=\s\\\"',:.-]{40,}?-----END (?:RSA |EC |DSA |OPENSSH |SSH2 |)PRIVATE KEY-----)"
    ),
    entropy=3.5,
    check="private-key",
    grants=(
        "Whoever holds it poses as the server, user or signer whose key it is, or reads what was encrypted for it."
    ),
    revoke=("Make a new key pair, and have certificates revoked and public keys removed wherever they are trusted."),
    also=("private-key",),
    source="https://www.rfc-editor.org/rfc/rfc7468",
    finds=(
        (
            "-----BEGIN RSA PRIVATE· KEY-----\nMIICX·AIBAAKBgQC0e7P4RRrKNUlYTnDwswM7f3mWIpNjbWeasEjpvh"
            "3ihFf864Xp\nrNi3D6126ieMssbMhETGFVetgfDh50ShoFtOkTNZXBJfJaaX5yNg/bnvqjCjCniq\nhxThfDXcNby+"
            "/tm+lMlISy3DC8SfBdtHRZ9ekyAdmYoWyjTtET2rNvtT6wIDAQAB\nAoGBAITlRZq9P8G/RPeKIu2J0wp/jgb4BLF"
            "EwPINdlLvE9BUhPmOb3emN5lsKN2U\nA3U9utajWoTE+F+he77L7SRaEIBnJVfh/HEkbjjAOuIeYi74pVTPV9BIlI"
            "oioTvJ\nY6AKX3dd5VOBlLRpBlgZRO9/UQYqOoIT4LsHKp/bdOnRBMxRAkEA6Omo9gq/K7A3\n9518KHJ5HmQBIc56"
            "4C9KF30d5525CEaZeglNASawPDnaIoLDObL5frC6S+gLJqIw\nS5L1ExasaQJBAMZfmoOTluk1HtjYrOrxYMqeZGv"
            "PWWI8b0Fk6Ej6gHsFMRNne41g\nviU9PKTDaVBOdutBMj3ARKVymvVE6eqrwzMCQH7lXzK95C3vUm7MFKsMw0R1g9"
            "Bh\naLzfxuRJPJPGcNs7a777dkLcS0Rk2J3Y1HiJNDl8G+PjRsADuYBTTsbZoZECQFy0\nYv4oY/caNw85ux2Urhoi"
            "iWWEog3xlkCmSpOIVbCoDXY2/xtj4Zh/lK6fD8FS2eo5\nLqSDDNGQzG/gw7xChtcCQAhmuKj7i74ni+4a+F1/d4M"
            "6ARqib3M5qMI73zEmsBFz\n6dQsqAoDohM+kA0YVVoN7bHaGdMYX8bSd/vqauS79ps=\n-----END RSA "
            "PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN EC PRIVATE· KEY-----\nMHcCA·QEEIE1HpAkRB69BTj3kK0oiDrctCSv5lCuvgAz4ykiUTB+voAo"
            "GCCqGSM49\nAwEHoUQDQgAEATyslI0pWdGJ7e1kCRZ0ouDZK/cjG+DWp33Ds/cXgZCD5931WNli\nVlFZhJdNSK2S5"
            "lSDv/gzpWUj6aMF6JhsjQ==\n-----END EC PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN PRIVATE· KEY-----\nMC4CA·QAwBQYDK2VwBCIEIKpuH4TymZ/aRgiu2yNNH4zTmLDottxHLvlnBz"
            "U0ak6S\n-----END PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN OPENSSH PRIVATE· KEY-----\nb3Blb·nNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAA"
            "ABAAAAMwAAAAtzc2gtZW\nQyNTUxOQAAACAQAPOqFwv2yb8LsogbMN3a0po7z9A8lfXKzpAV786/qQAAAIhd5wqOX"
            "ecK\njgAAAAtzc2gtZWQyNTUxOQAAACAQAPOqFwv2yb8LsogbMN3a0po7z9A8lfXKzpAV786/qQ\nAAAECp3RP4ioO"
            "rKbci5EIL55ApzqZTtS6qsJDfo0lXpz3/bhAA86oXC/bJvwuyiBsw3drS\nmjvP0DyV9crOkBXvzr+pAAAAAAECAw"
            "QF\n-----END OPENSSH PRIVATE· KEY-----"
        ),
        (
            'KEY="-----BEGIN PRIVATE· KEY-----\\nMC4CA·QAwBQYDK2VwBCIEIJBgcBHNZCJUS0QbByZRlacOssOfB+a3'
            'I3HjiQgY4zVq\\n-----END PRIVATE· KEY-----\\n"'
        ),
    ),
    ignores=(
        "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
        ("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\n-----END PRIVATE KEY-----"),
        (
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAUaqeiQeprC/v6S0GlZlTEZG9LkOGfE8A9QoGw2eKmSI=\n"
            "-----END PUBLIC KEY-----"
        ),
    ),
)

ENCRYPTED_PRIVATE_KEY = Credential(
    id="secret-encrypted-private-key",
    title="private key guarded by a passphrase",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("private key-----",),
    expression=(
        r"(?P<secret>-----BEGIN (?:ENCRYPTED |RSA |EC |DSA |OPENSSH |)PRIVATE KEY-----[0-9A-Z"
        r"a-z+/=\s\\\"',:.-]{40,}?-----END (?:ENCRYPTED |RSA |EC |DSA |OPENSSH |)PRIVATE KEY-----)"
    ),
    entropy=3.5,
    check="encrypted-private-key",
    grants="Whoever holds it tries passphrases as fast as their machines allow, and then uses the key.",
    revoke="Make a new key pair; a good passphrase only gains time.",
    source="https://www.rfc-editor.org/rfc/rfc5958",
    finds=(
        (
            "-----BEGIN ENCRYPTED PRIVATE· KEY-----\nMIGbM·FcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAj+"
            "qszOxVO6MAICCAAw\nDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKg9xO9h1x75bTXckor+5uIEQLmm\niSQLzO"
            "DzVP+kB6EqspjbeFeN5OkAS3AbJmNJ9HkXWef+CeDFb46RHSdzgWkyWilP\njtKZLtXKQaZvQlraKYs=\n-----END"
            " ENCRYPTED PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN OPENSSH PRIVATE· KEY-----\nb3Blb·nNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeX"
            "B0AAAAGAAAABBKz1FnGa\nKs8/3O8YYq48HNAAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKIqwXQSpRcBW"
            "bSR\nv6KcJ23ydkZmzWxcOdIbTV73yazBAAAAkHRjr+F2u1PEUTEIRubKoRjCYq/5+rBX/MtnkO\ns0eKqSygJwKmx"
            "jmh33+AJVclDT+WKgrfQk86ZdE7acm/Pl76Py0GD9P3JRs4zhxEw8eeh8\nnd1TcKuEIyoz0mgZlf/QG3a36diay5"
            "syN4wMfSWSmT8HTa7mfqHWRuGLFpcprKMYsvNHve\nhsk4A8efn19RGjWQ==\n-----END OPENSSH PRIVATE· "
            "KEY-----"
        ),
    ),
    ignores=("-----BEGIN ENCRYPTED PRIVATE KEY-----\nTm90IGEga2V5\n-----END ENCRYPTED PRIVATE KEY-----",),
)

PGP_PRIVATE_KEY = Credential(
    id="secret-pgp-private-key",
    title="OpenPGP private key",
    service="any",
    severity=Severity.HIGH,
    keywords=("pgp private key",),
    expression=(
        r"(?P<secret>-----BEGIN PGP PRIVATE KEY BLOCK-----[0-9A-Za-z+/=\s\\,.:"
        r"()@<>_-]{100,}?-----END PGP PRIVATE KEY BLOCK-----)"
    ),
    entropy=3.5,
    check="pgp-key",
    grants=(
        "Whoever holds it signs in the name of its owner and reads what was encrypted for them, once "
        "past the passphrase if there is one."
    ),
    revoke="Publish the revocation certificate, and make a new key.",
    source="https://www.rfc-editor.org/rfc/rfc9580",
    finds=(
        (
            "-----BEGIN PGP PRIVATE· KEY BLOCK-----\n\nlQEA·UrTSNDnKkNjixK57qnle/TtabjhyAKhEj+6q0LCFJ6A"
            "4Za+W+smf3HCkYI+\ncOQHi9KmlwKaEJn7MI3FFSDFlYb04dnE4VacWG7iB5UL5E9fpGoNZ+RZXGLx0r/x\n2svSA0"
            "qvpZsiMArW0xaGJOCcdlpikWR+y2fAb/6Yg4l8OYoc/gETE3Fk0QoROoB3\nay0BjO8SJc8XUKdhQSd45c5cP+QHL"
            "cMO9XdOS80Lra89rN90v1LFe\n=aB3x\n-----END PGP PRIVATE· KEY BLOCK-----"
        ),
    ),
    ignores=(
        (
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n(paste the exported key of the release manager "
            "into this place before you run the script, and nowhere else)\n-----END PGP PRIVATE KEY "
            "BLOCK-----"
        ),
    ),
)

JWK_PRIVATE_KEY = Credential(
    id="secret-jwk-private-key",
    title="private JSON web key",
    service="any",
    severity=Severity.HIGH,
    keywords=('"kty"', "'kty'"),
    expression=(
        r"[\"']kty[\"']\s{0,4}:\s{0,4}[\"'](?:RSA|EC|OKP)[\"'][^{}]*?[\"']d[\"']\s{0,4}:\s{0,4}[\"']"
        r"(?P<secret>[0-9A-Za-z_-]{40,700})[\"']"
    ),
    entropy=4.0,
    check="random",
    grants="Whoever holds it signs tokens that services trust, or reads what was encrypted for the key.",
    revoke="Make a new key, and take the public one from the key set.",
    source="https://www.rfc-editor.org/rfc/rfc7517",
    finds=(
        (
            '{"kty": "EC", "crv": "P-256", "x": "EJS·qcDBytmte_1uiREn0nLaFdZpC47G8LYI7uATxJ2e", "y": '
            '"BAI·frfsZdsMlz5F9Tb2bbw7zbPOENEQI1oJ3Zg5qx1I", "d": '
            '"OTs·bIsX0Kdb8tEzLNCVUBZWwmM9gePPltM6OQR2Leoz"}'
        ),
    ),
    ignores=(
        (
            '{"kty": "EC", "crv": "P-256", "x": "nsV·LO0TkDMmpXrxTwiFCUBrsRR1KOpFyEOG4hlBQVsx", "y": '
            '"BF6·-I4jgpBZQarHQ8cAJalWgwovVAITa2a_8c75f00C"}'
        ),
        (
            '{"kty": "EC", "crv": "P-256", "x": "012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG", "y": '
            '"012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG", "d": '
            '"012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG"}'
        ),
        (
            '{"kty": "EC", "crv": "P-256", "x": "xQL·aBYIm5FXlq7htxTkgY", "y": '
            '"Qik·i1cjrLjlehb-2XSCkR", "d": "goR·5EogHX6UNCMcNcIblC"}'
        ),
    ),
)
