"""Good values of settings in AWS."""

from bartizan.content.kinds.aws.autoscaling_group import Group as AutoscalingGroup
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.aws.ecs_cluster import Service as EcsService
from bartizan.content.kinds.aws.eks_cluster import Cluster, NodeGroup
from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.content.kinds.aws.rds_instance import Instance as RdsInstance
from bartizan.content.kinds.aws.redshift_cluster import Cluster as RedshiftCluster
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.host import Host
from bartizan.core.remedy import Elsewhere, Remedy

TOKENS = Remedy(of=Machine.tokens_required, to=True, title="Let the metadata service ask for a token")
HOPS = Remedy(of=Machine.metadata_hops, to=1, title="Let the metadata service answer the machine alone")
METADATA = Elsewhere(
    of=Runner.asks_metadata,
    along=((Host.machines,), (Host.machines, NodeGroup.template), (Host.machines, AutoscalingGroup.template)),
    to=Machine,
    settings=(Machine.tokens_required, Machine.metadata_hops),
)
POLICY_RESTRICTED = Remedy(
    of=Bucket.restricts_public_policy, to=True, title="Let a public policy of the bucket give strangers nothing"
)
ACLS_IGNORED = Remedy(of=Bucket.ignores_public_acls, to=True, title="Ignore ACLs that open the bucket to everyone")
POLICY_BLOCKED = Remedy(of=Bucket.blocks_public_policy, to=True, title="Refuse bucket policies that are public")
ACLS_BLOCKED = Remedy(of=Bucket.blocks_public_acls, to=True, title="Refuse ACLs that open the bucket to everyone")
DATABASE = Remedy(of=RdsInstance.publicly_accessible, to=False, title="Give the database no public address", effort=1.5)
WAREHOUSE = Remedy(
    of=RedshiftCluster.publicly_accessible, to=False, title="Give the warehouse no public address", effort=1.5
)
BROKER = Remedy(of=Broker.publicly_accessible, to=False, title="Give the broker no public address", effort=1.5)
API_SERVER = Remedy(
    of=Cluster.public_endpoint, to=False, title="Keep the API server of the cluster off the Internet", effort=3.0
)
TAGS = Remedy(of=Repository.tags_immutable, to=True, title="Let no tag of the registry be moved", effort=2.0)
SHELLS = Remedy(of=EcsService.shells, to=False, title="Switch ECS Exec off", effort=2.0)
