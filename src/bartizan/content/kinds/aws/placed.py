"""What is placed in subnets of a network: managed databases, brokers, caches."""

from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Link


class Placed(Endpoint):
    """Something with addresses in subnets."""

    subnets = Link(Subnet, "The subnets it is in; those of the default network, or none, where none are named.")
