"""Good values of settings in Azure."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.content.kinds.azure.app_web import App
from bartizan.content.kinds.azure.compute_disk import Disk
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.remedy import Remedy

LOCAL_ACCOUNTS = Remedy(of=Cluster.local_accounts, to=False, title="Switch the local accounts of the cluster off")
BASIC = Remedy(of=App.basic_authentication, to=False, title="Take no passwords for publishing the app")
EXPORT = Remedy(of=Disk.network, to="DenyAll", title="Let no disk be exported over the network")
DISK = Remedy(of=Disk.public, to=False, title="Keep the disk off public networks")
NESTED = Remedy(of=Account.nested_public, to=False, title="Let no container of the storage account be public")
SHARED_KEY = Remedy(of=Account.shared_key, to=False, title="Take no access keys for the storage account", effort=3.0)
NETWORK = Remedy(of=Account.public_network, to=False, title="Keep the storage account off the Internet", effort=3.0)
