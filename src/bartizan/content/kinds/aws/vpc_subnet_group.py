"""Groups of subnets that managed databases and caches are placed in."""

from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, Shown, Source


class SubnetGroup(Asset, kind="aws.vpc.subnet-group"):
    """Subnets that RDS, Redshift, ElastiCache and the like place servers in."""

    name = Text("Its name, where it is known before deployment.")
    subnets = Link(Subnet, "The subnets.")


FROM_TERRAFORM = Source(
    of=SubnetGroup,
    each=Block(
        "aws_db_subnet_group",
        "aws_docdb_subnet_group",
        "aws_neptune_subnet_group",
        "aws_elasticache_subnet_group",
        "aws_memorydb_subnet_group",
        "aws_redshift_subnet_group",
        "aws_dax_subnet_group",
        "aws_dms_replication_subnet_group",
    ),
    names=("not_null(name, replication_subnet_group_id)",),
    reads={SubnetGroup.name: "not_null(name, replication_subnet_group_id)", SubnetGroup.subnets: "subnet_ids"},
    shows=[
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_db_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}
""",
            gives=SubnetGroup("aws_db_subnet_group.inner", name="inner", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=SubnetGroup,
    each=Block(
        "AWS::RDS::DBSubnetGroup",
        "AWS::DocDB::DBSubnetGroup",
        "AWS::Neptune::DBSubnetGroup",
        "AWS::ElastiCache::SubnetGroup",
        "AWS::MemoryDB::SubnetGroup",
        "AWS::Redshift::ClusterSubnetGroup",
        "AWS::DAX::SubnetGroup",
        "AWS::DMS::ReplicationSubnetGroup",
    ),
    names=("not_null(DBSubnetGroupName, CacheSubnetGroupName, SubnetGroupName, ReplicationSubnetGroupIdentifier)",),
    reads={
        SubnetGroup.name: (
            "not_null(DBSubnetGroupName, CacheSubnetGroupName, SubnetGroupName, ReplicationSubnetGroupIdentifier)"
        ),
        SubnetGroup.subnets: "SubnetIds",
    },
    shows=[
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupName: inner, DBSubnetGroupDescription: Inner, SubnetIds: [!Ref A]}
""",
            gives=SubnetGroup("Inner", name="inner", subnets=frozenset({"A"})),
        ),
    ],
)
