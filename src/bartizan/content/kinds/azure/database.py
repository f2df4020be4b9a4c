"""What database servers of Azure have in common, whatever their engine."""

from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.data_store import DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Link


class DatabaseServer(DataStore, Endpoint):
    """A server whose host and upkeep are Microsoft's."""

    public = Flag("It has an endpoint on the Internet.")
    literal_password = Flag("The password of its administrator is written in the source.")
    subnets = Link(Subnet, "The subnet it was put in: then it has an address in there alone.")
