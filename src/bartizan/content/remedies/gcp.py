"""Good values of settings in Google Cloud."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.core.remedy import Remedy

PROJECT_KEYS = Remedy(
    of=Instance.blocks_project_keys, to=True, title="Take no SSH keys of the project on the machine", effort=2.0
)
PUBLIC_ACCESS = Remedy(of=Bucket.prevents_public_access, to=True, title="Refuse grants on the bucket to everyone")
DATABASE = Remedy(of=SqlInstance.public_ip, to=False, title="Give the database no public address", effort=1.5)
