"""What stands in the networks of a graph: machines, functions, tasks, nodes, databases, load balancers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from bartizan.app.network.aws.groups import Groups, cluster_group, ssh_group
from bartizan.app.network.aws.listening import listens, of_listener
from bartizan.app.network.aws.nets import DEFAULT_SUBNET, Nets
from bartizan.app.network.aws.values import Led, flag, led
from bartizan.content.kinds.aws.apprunner_service import Service as WebService
from bartizan.content.kinds.aws.autoscaling_group import Group as MachineGroup
from bartizan.content.kinds.aws.ec2_elastic_ip import Address
from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ecs_cluster import Service
from bartizan.content.kinds.aws.eks_cluster import Cluster, NodeGroup
from bartizan.content.kinds.aws.eks_fargate_profile import FargateProfile
from bartizan.content.kinds.aws.elb_classic import Classic, ClassicListener
from bartizan.content.kinds.aws.elb_load_balancer import Listener, LoadBalancer
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.aws.neptune_cluster import Instance as GraphInstance
from bartizan.content.kinds.aws.placed import Grouped, Placed
from bartizan.content.kinds.aws.rds_cluster import Cluster as DatabaseCluster
from bartizan.content.kinds.aws.rds_instance import Instance as DatabaseInstance
from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.network.aws.estate import UNSEEN, Stand, Subnet, Thing
from bartizan.network.space import NOTHING, Between, Ints, known, perhaps, service

NOT_BY_DEFAULT = frozenset({"aws.opensearch.domain", "aws.efs.file-system"})
"""What stands in no network where it names no subnets."""


class Things:
    """What stands in the networks of a graph."""

    def __init__(self, graph: Graph, nets: Nets, groups: Groups, subnets: dict[str, Subnet]) -> None:
        self._graph = graph
        self._nets = nets
        self._groups = groups
        self._subnets = subnets

    def all(self) -> dict[str, Thing]:
        """Return all of them, by id."""
        return {thing.id: thing for thing in self._each()}

    def _each(self) -> Iterator[Thing]:
        graph = self._graph
        yield from map(self._instance, graph.of(Instance))
        yield from map(self._machines, graph.of(MachineGroup))
        yield from map(self._nodes, graph.of(NodeGroup))
        yield from map(self._pods, graph.of(FargateProfile))
        yield from map(self._tasks, graph.of(Service))
        yield from map(self._function, graph.of(Function))
        yield from map(self._web_service, graph.of(WebService))
        yield from map(self._balancer, graph.of(LoadBalancer))
        yield from map(self._classic, graph.of(Classic))
        yield from map(self._control_plane, graph.of(Cluster))
        yield from map(self._placed, (*graph.of(Placed), *graph.of(Grouped), *graph.of(GraphInstance)))

    def _instance(self, asset: Instance) -> Thing:
        subnets = self._subnets_of(asset, "subnet")
        stands = self._stands(asset, subnets, led(self._graph, asset, "groups"))
        public = self._public(asset, stands)
        if asset.id in self._addressed:
            public = Truth.YES
        elif public is Truth.NO and self._loose_address:
            public = Truth.UNKNOWN
        return self._running(asset, stands, public)

    @cached_property
    def _addressed(self) -> frozenset[str]:
        return frozenset(id for each in self._graph.of(Address) for id in led(self._graph, each, "instance").ids)

    @cached_property
    def _loose_address(self) -> bool:
        """Whether some elastic address may be of any machine."""
        return any(led(self._graph, each, "instance").unseen for each in self._graph.of(Address))

    def _machines(self, asset: MachineGroup) -> Thing:
        named = led(self._graph, asset, "template")
        template = self._one(named)
        if not isinstance(template, LaunchTemplate):
            unseen = Led(
                frozenset(), named.why or f"nothing tells what the machines of {asset.id} are started from", True
            )
            stands = self._stands(asset, self._subnets_of(asset, "subnets"), unseen)
            return self._running(asset, stands, self._gives(stands, Truth.UNKNOWN))
        stands = self._stands(asset, self._subnets_of(asset, "subnets"), led(self._graph, template, "groups"))
        return self._running(asset, stands, self._public(template, stands))

    def _nodes(self, asset: NodeGroup) -> Thing:
        named = led(self._graph, asset, "template")
        template, cluster = self._one(named), led(self._graph, asset, "cluster")
        around, unsure = self._around(cluster)
        if flag(asset, "ssh") is not Truth.NO:
            around |= {ssh_group(asset.id)}
        own = Led(around, unsure)
        public: Asset = asset
        if isinstance(template, LaunchTemplate):
            groups = led(self._graph, template, "groups")
            own = own if groups.none else groups if not groups.why else Led(groups.ids, groups.why)
            public = template
        elif named.why:
            own = Led(around, named.why)
        stands = self._stands(asset, self._subnets_of(asset, "subnets"), own)
        asked = self._public(public, stands) if public is not asset else self._gives(stands, Truth.NO)
        return self._running(asset, stands, asked)

    def _around(self, clusters: Led) -> tuple[frozenset[str], str]:
        """Return the groups that EKS makes around clusters, and why they are not certain."""
        found, why = frozenset[str](), clusters.why
        for id in clusters.ids:
            cluster = self._graph.get(id)
            named = Led(frozenset()) if cluster is None else led(self._graph, cluster, "own_group")
            found |= named.ids or {cluster_group(id)}
            why = why or (named.why if not named.ids else "")
        return found, why

    def _pods(self, asset: FargateProfile) -> Thing:
        around, unsure = self._around(led(self._graph, asset, "cluster"))
        stands = self._stands(asset, led(self._graph, asset, "subnets"), Led(around, unsure))
        return self._running(asset, stands, Truth.NO)

    def _tasks(self, asset: Service) -> Thing:
        subnets = led(self._graph, asset, "subnets")
        if subnets.none:
            why = f"{asset.id} names no subnets: its tasks share the network of the machines they run on"
            return self._running(asset, (Stand(subnet=UNSEEN, more=why),), Truth.UNKNOWN)
        stands = self._stands(asset, subnets, led(self._graph, asset, "groups"))
        return self._running(asset, stands, flag(asset, "public_address"))

    def _function(self, asset: Function) -> Thing:
        inside = flag(asset, "in_vpc")
        subnets, groups = led(self._graph, asset, "subnets"), led(self._graph, asset, "groups")
        stands = () if inside is Truth.NO else self._stands(asset, subnets, groups)
        return Thing(id=asset.id, stands=stands, source=True, outside=-inside, answers=False, place=asset.place)

    def _web_service(self, asset: WebService) -> Thing:
        subnets, groups = led(self._graph, asset, "subnets"), led(self._graph, asset, "groups")
        stands = () if subnets.none else self._stands(asset, subnets, groups)
        outside = Truth.YES if subnets.none else Truth.NO if subnets.ids else Truth.UNKNOWN
        return Thing(id=asset.id, stands=stands, source=True, outside=outside, answers=False, place=asset.place)

    def _balancer(self, asset: LoadBalancer) -> Thing:
        groups, kind = led(self._graph, asset, "groups"), asset.read("type")
        bare = groups.none and kind in ("network", "gateway")
        if groups.none and not isinstance(kind, str):
            groups = Led(frozenset(), f"it is not known what kind of load balancer {asset.id} is", unseen=True)
        stands = self._stands(asset, self._subnets_of(asset, "subnets"), groups)
        if bare:
            stands = tuple(replace(stand, groups=frozenset(), filtered=False) for stand in stands)
        return self._listening(asset, stands, -flag(asset, "internal"), self._taken(asset.id))

    def _classic(self, asset: Classic) -> Thing:
        stands = self._stands(asset, self._subnets_of(asset, "subnets"), led(self._graph, asset, "groups"))
        return self._listening(asset, stands, -flag(asset, "internal"), self._taken(asset.id))

    def _control_plane(self, asset: Cluster) -> Thing:
        """Return the interfaces of a cluster's control plane; they answer where the private endpoint is on."""
        groups = led(self._graph, asset, "groups")
        own, unsure = self._around(Led(frozenset({asset.id})))
        around = Led(groups.ids | own, groups.why or unsure)
        stands = self._stands(asset, led(self._graph, asset, "subnets"), around)
        private = flag(asset, "private_endpoint")
        why = f"it is not known whether the API server of {asset.id} is reached inside its network"
        found = self._listening(asset, stands, Truth.NO, listens(asset))
        return replace(found, answers=private is not Truth.NO, unknown=why if private is Truth.UNKNOWN else "")

    def _placed(self, asset: Asset) -> Thing:
        subnets, groups = self._placing(asset)
        if isinstance(asset, DatabaseInstance | GraphInstance):
            cluster = self._one(led(self._graph, asset, "cluster"))
            wider, around = self._placing(cluster) if cluster is not None else (subnets, groups)
            subnets, groups = (wider if subnets.none else subnets), (around if groups.none else groups)
        if asset.kind in NOT_BY_DEFAULT and subnets.none:
            return Thing(id=asset.id, place=asset.place)
        if isinstance(asset, Notebook):
            return self._notebook(asset, subnets, groups)
        stands = self._stands(asset, self._or_default(subnets), groups)
        found = self._listening(asset, stands, self._published(asset, stands), listens(asset))
        return replace(found, source=asset.kind == "aws.emr.cluster")

    def _placing(self, asset: Asset) -> tuple[Led, Led]:
        """Return the subnets and the security groups that something managed names."""
        nowhere = Led(frozenset())
        groups = led(self._graph, asset, "security_groups") if "security_groups" in asset.attributes else nowhere
        if "subnets" in asset.attributes:
            return led(self._graph, asset, "subnets"), groups
        if "subnet_group" not in asset.attributes:
            return nowhere, groups
        named = led(self._graph, asset, "subnet_group")
        group = self._one(named)
        return (named if group is None else led(self._graph, group, "subnets")), groups

    def _notebook(self, asset: Notebook, subnets: Led, groups: Led) -> Thing:
        """Return a notebook: it opens connections, and is itself reached over the API of AWS alone."""
        stands = () if subnets.none else self._stands(asset, subnets, groups)
        direct = flag(asset, "direct_internet")
        outside = Truth.YES if subnets.none else direct
        return Thing(id=asset.id, stands=stands, source=True, outside=outside, answers=False, place=asset.place)

    def _published(self, asset: Asset, stands: tuple[Stand, ...]) -> Truth:
        """Tell whether something managed has a public address."""
        if asset.kind == "aws.emr.cluster":
            return self._gives(stands, Truth.NO)
        if isinstance(asset, DatabaseCluster):
            return max((flag(each, "publicly_accessible") for each in self._members(asset.id)), default=Truth.NO)
        return flag(asset, "publicly_accessible") if "publicly_accessible" in asset.attributes else Truth.NO

    def _members(self, cluster: str) -> list[Asset]:
        return self._by_cluster.get(cluster, [])

    @cached_property
    def _by_cluster(self) -> dict[str, list[Asset]]:
        found: dict[str, list[Asset]] = defaultdict(list)
        for asset in self._graph.of(DatabaseInstance):
            named = led(self._graph, asset, "cluster")
            clusters = (each.id for each in self._graph.of(DatabaseCluster)) if named.unseen else named.ids
            for cluster in clusters:
                found[cluster].append(asset)
        return found

    def _taken(self, balancer: str) -> Between[Ints]:
        asset = self._graph.get(balancer)
        unseen = asset is not None and led(self._graph, asset, "listeners").unseen
        found = perhaps(service("tcp"), f"the listeners of {balancer} were not read") if unseen else known(NOTHING)
        for listener in self.listeners(balancer):
            found = found | of_listener(listener)
        return found

    def listeners(self, balancer: str) -> list[Listener | ClassicListener]:
        """Return the listeners of a load balancer, and those of which nothing tells whose they are."""
        return [*self._listeners.get(balancer, []), *self._listeners.get(UNSEEN, [])]

    @cached_property
    def _listeners(self) -> dict[str, list[Listener | ClassicListener]]:
        found: dict[str, list[Listener | ClassicListener]] = defaultdict(list)
        every: list[Listener | ClassicListener] = [*self._graph.of(Listener), *self._graph.of(ClassicListener)]
        for asset in every:
            named = led(self._graph, asset, "balancer")
            for balancer in named.ids or ((UNSEEN,) if named.unseen else ()):
                found[balancer].append(asset)
        return found

    def _running(self, asset: Asset, stands: tuple[Stand, ...], public: Truth) -> Thing:
        v6 = max((self._nets.gives_v6(stand.subnet) for stand in stands), default=Truth.NO)
        return Thing(id=asset.id, stands=stands, public=public, public_v6=v6, source=True, place=asset.place)

    def _listening(self, asset: Asset, stands: tuple[Stand, ...], public: Truth, on: Between[Ints]) -> Thing:
        v6 = any(self._subnets[each.subnet].v6 for each in stands if each.subnet in self._subnets)
        public_v6 = min(public, Truth.UNKNOWN) if v6 else Truth.NO
        return Thing(id=asset.id, stands=stands, public=public, public_v6=public_v6, listens=on, place=asset.place)

    def _subnets_of(self, asset: Asset, link: str) -> Led:
        return self._or_default(led(self._graph, asset, link))

    def _or_default(self, subnets: Led) -> Led:
        return Led(frozenset({DEFAULT_SUBNET})) if subnets.none else subnets

    def _stands(self, asset: Asset, subnets: Led, groups: Led) -> tuple[Stand, ...]:
        """Return the interfaces of something: one in each subnet that it names, and one that may be anywhere."""
        places = sorted(subnets.ids) or ([UNSEEN] if subnets.why else [])
        return tuple(self._stand(place, groups) for place in places)

    def _stand(self, subnet: str, groups: Led) -> Stand:
        if not groups.none:
            return Stand(subnet=subnet, groups=groups.ids, more=groups.why)
        vpc = self._subnets[subnet].vpc if subnet in self._subnets else UNSEEN
        default = self._groups.default(vpc)
        if not default:
            return Stand(
                subnet=subnet, more="the network it is in is not known, nor the default security group of that"
            )
        return Stand(subnet=subnet, groups=frozenset({default}))

    def _public(self, asset: Asset, stands: tuple[Stand, ...]) -> Truth:
        """Tell whether a machine has a public address: it asks for one, or its subnet gives it one."""
        asks, refuses = flag(asset, "asks_public_address"), flag(asset, "refuses_public_address")
        return max(asks, min(-refuses, self._gives(stands, Truth.NO)))

    def _gives(self, stands: tuple[Stand, ...], least: Truth) -> Truth:
        return max((self._nets.gives_public(stand.subnet) for stand in stands), default=least)

    def _one(self, named: Led) -> Asset | None:
        return self._graph.get(next(iter(named.ids))) if len(named.ids) == 1 and not named.why else None
