"""Credentials of IBM Cloud."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

IBM_CLOUD_KEY = Credential(
    id="secret-ibm-cloud-key",
    title="IBM Cloud API key",
    service="IBM Cloud",
    severity=Severity.CRITICAL,
    keywords=("ibmcloud", "ibm_cloud", "ibm-cloud", "bluemix", "ibm_api", "ibm cloud", "ibmapikey"),
    expression=after(r"(?:ibm(?:cloud)?|bluemix)[\w. -]{0,20}?api[_-]?key", "[0-9A-Za-z_-]{44}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it acts as the user or service id.",
    revoke="Delete it under Manage, Access, API keys.",
    source="https://cloud.ibm.com/docs/account?topic=account-manapikey",
    finds=("IBMCLOUD_API_KEY=jQ3·QBico_rnHtfUSyUJLM2rtC·B9PhQQN7JmnJewliwqd",),
    ignores=(
        "IBMCLOUD_API_KEY=012·3456789abcdefghijklmno·pqrstuvwxyzABCDEFGH",
        "IBMCLOUD_API_KEY=H7J·5YhBoUfL1g_Qw_P2eKY",
    ),
)
