"""What is placed in subnets of a network: managed databases, brokers, caches."""

from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.aws.vpc_subnet_group import SubnetGroup
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Link


class Placed(Endpoint):
    """Something with addresses in subnets that it names."""

    subnets = Link(Subnet, "The subnets it is in; those of the default network, or none, where none are named.")


class Grouped(Endpoint):
    """Something with addresses in subnets that are named as a group."""

    subnet_group = Link(SubnetGroup, "The subnets it is in; those of the default network where none are named.")
