"""Kinds that keep files, of which a name tells what sort of files they are."""

from bartizan.content.kinds.aws.ec2_ebs import Volume
from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.content.kinds.aws.fsx_file_system import FileSystem as FsxFileSystem
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.azure.compute_disk import Disk
from bartizan.content.kinds.azure.storage_account import Account, Container
from bartizan.content.kinds.gcp.compute_disk import Disk as GcpDisk
from bartizan.content.kinds.gcp.storage_bucket import Bucket as GcpBucket
from bartizan.content.kinds.kubernetes.claim import Claim

FILES = (Bucket, Volume, FileSystem, FsxFileSystem, Account, Container, Disk, GcpBucket, GcpDisk, Claim)
