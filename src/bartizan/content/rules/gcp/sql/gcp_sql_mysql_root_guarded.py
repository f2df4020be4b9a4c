"""The root user of MySQL is guarded."""

from bartizan.content.kinds.gcp.sql_instance import SqlUser
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-mysql-root-guarded",
    title="The root user of MySQL is guarded",
    severity=Severity.HIGH,
    every=SqlUser,
    where=SqlUser.name.equals("root"),
    must=SqlUser.has_password & ~SqlUser.host.equals("%"),
    because="root may do everything, and can be tried from every host.",
    fix="Set a password, and a host other than %.",
    serves=(
        "strong-authentication",
        "no-admin-by-default",
    ),
    also=("CKV2_GCP_7",),
    passes=[SqlUser(name="root", has_password=True, host="10.0.0.1")],
    fails=[
        SqlUser(name="root", has_password=False, host="10.0.0.1"),
        SqlUser(name="root", has_password=True, host="%"),
    ],
)
