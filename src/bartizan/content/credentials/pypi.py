"""Tokens of the Python package index."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PYPI_TOKEN = Credential(
    id="secret-pypi-token",
    title="PyPI API token",
    service="PyPI",
    severity=Severity.CRITICAL,
    keywords=("pypi-ageichlwas5vcmc", "pypi-ageidgvzdc5wexb"),
    expression=dashed(r"pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw|IdGVzdC5weXB)[0-9A-Za-z_-]{50,}"),
    entropy=3.0,
    check="macaroon",
    grants=(
        "Whoever holds it publishes new releases of the projects it was made for: all who install "
        "them run what it publishes."
    ),
    revoke="Remove it in the account settings, and prefer trusted publishers.",
    also=("pypi-upload-token",),
    source="https://docs.pypi.org/api/secrets/",
    finds=(
        (
            "password = pypi-AgEIcH·lwaS5vcmcCJGMzNjJjOTI1YjQ4ZDE2YTc5MGViMzZjYzIwOGExZTA2MmVkMAACK1s"
            "zLCAiNmI0YjMyOTZmNjQ2MGVjYzViZWY0ZWQ5NjU2NTA0YTdhMDExIl0AAAYgeVAT7GTnKBbludB574rULuWY5ol"
            "JbFu_cgb3MugmvAc"
        ),
    ),
    ignores=(
        (
            "pypi-AgEIcHlwaS5vcmci99·LM7_3jNN8Ulx9mvFcQl5S3_DperJ92YRdkd3rTVjTL2tA·SD_6L61eQ_im8Xj9ar"
            "60mtKow2TSmIk5T3Apcm3ixF"
        ),
        (
            "password = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxx"
        ),
    ),
)
