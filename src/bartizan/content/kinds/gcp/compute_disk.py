"""Google Compute Engine disks and the metadata of a project."""

from bartizan.content.kinds.data_store import LABELS, DataStore
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Shown, Source


class Disk(
    Resource,
    DataStore,
    kind="gcp.compute.disk",
    identifier="//compute.googleapis.com/projects/{project}/zones/{region}/disks/{name}",
):
    """A block of storage for instances."""

    name = Text("Its name.")

    own_key = Flag("It is encrypted with a key of the customer.")
    literal_key = Flag("The key itself is written in the source.")


class ProjectMetadata(
    Resource,
    kind="gcp.compute.project-metadata",
    identifier="//compute.googleapis.com/projects/{project}",
):
    """What every instance of a project is told."""

    os_login = Flag("Who may log in is decided by IAM.")


FROM_TERRAFORM = Source(
    of=Disk,
    each=Block("google_compute_disk", "google_compute_region_disk"),
    reads={
        Disk.project: "project",
        Disk.name: "name",
        Disk.tags: LABELS,
        Disk.own_key: "length(not_null(disk_encryption_key, `[]`)) > `0`",
        Disk.literal_key: "type(disk_encryption_key[0].raw_key) == 'string'",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_disk" "a" {
  name = "a"
}
""",
            gives=Disk(
                "google_compute_disk.a", own_key=False, literal_key=False, tags=frozenset(), project=None, name="a"
            ),
        ),
        Shown(
            text="""
resource "google_compute_disk" "a" {
  name = "a"
  disk_encryption_key {
    raw_key = "acXTX3rxrKAFTF0tYVLvydU1riRZTvUNC4g5I11NY+c="
  }
}
""",
            gives=Disk("google_compute_disk.a", own_key=True, literal_key=True),
        ),
    ],
)


PROJECTMETADATA_FROM_TERRAFORM = Source(
    of=ProjectMetadata,
    each=Block("google_compute_project_metadata"),
    reads={
        ProjectMetadata.project: "project",
        ProjectMetadata.os_login: 'flag(not_null(metadata."enable-oslogin", `false`))',
    },
    shows=[
        Shown(
            text="""
resource "google_compute_project_metadata" "a" {
  metadata = {}
}
""",
            gives=ProjectMetadata("google_compute_project_metadata.a", os_login=False),
        ),
        Shown(
            text="""
resource "google_compute_project_metadata" "a" {
  project = "shop"
  metadata = { enable-oslogin = "TRUE" }
}
""",
            gives=ProjectMetadata("google_compute_project_metadata.a", project="shop", os_login=True),
        ),
    ],
)
