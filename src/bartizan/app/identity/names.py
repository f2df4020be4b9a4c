"""The provider's own names of assets, as texts with holes, and documents in which references became those names.

What is declared in code has no name yet, or only a part of one. The template of its kind (`identifier`) tells how the
name is made; what of it is not known is a hole, and the same hole wherever it is the same text: all that a root module
declares is deployed to one account, so every ARN there has the same hole for it.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import Any

from bartizan.core.kind import Asset, Document
from bartizan.core.truth import Composite, Partial, Ref, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.hole import CLOSE, OPEN, hole, own

_HOLE = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_FIELD = re.compile(r"\{(\w+)\}")
_REFERENCE = re.compile(r"\$\{([^}]*)\}")

SCOPES = frozenset({"account", "region", "partition", "organization", "subscription", "tenant", "project", "cluster"})
"""Fields of templates that say where a thing is deployed to, unless it has an attribute of that name."""

WHERE = {
    "aws_caller_identity": {"account_id": "account", "id": "account"},
    "aws_region": {"name": "region", "region": "region", "id": "region"},
    "aws_partition": {"partition": "partition", "id": "partition"},
    "azurerm_subscription": {"subscription_id": "subscription", "tenant_id": "tenant"},
    "azurerm_client_config": {"subscription_id": "subscription", "tenant_id": "tenant"},
    "google_project": {"project_id": "project", "id": "project"},
    "google_client_config": {"project": "project", "region": "region"},
}
"""Data sources of Terraform that tell where something is deployed to, by their attributes."""
PSEUDO = {"AWS::AccountId": "account", "AWS::Region": "region", "AWS::Partition": "partition"}
"""Pseudo parameters of CloudFormation."""

NAMED_BY_ARN = frozenset({
    "aws_acm_certificate", "aws_batch_job_definition", "aws_codebuild_project", "aws_ecs_cluster", "aws_ecs_service",
    "aws_elasticsearch_domain", "aws_iam_openid_connect_provider", "aws_iam_policy", "aws_iam_saml_provider",
    "aws_kinesis_firehose_delivery_stream", "aws_kinesis_stream", "aws_lb", "aws_alb", "aws_msk_cluster",
    "aws_opensearch_domain", "aws_secretsmanager_secret", "aws_sfn_state_machine", "aws_sns_topic",
    "AWS::AccessAnalyzer::Analyzer", "AWS::AppSync::GraphQLApi", "AWS::Batch::JobDefinition",
    "AWS::CertificateManager::Certificate", "AWS::CloudTrail::EventDataStore", "AWS::ECS::Service",
    "AWS::ECS::TaskDefinition", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::IAM::ManagedPolicy",
    "AWS::IAM::OIDCProvider", "AWS::IAM::SAMLProvider", "AWS::MSK::Cluster", "AWS::SNS::Topic",
    "AWS::SecretsManager::Secret", "AWS::StepFunctions::StateMachine",
})  # fmt: skip
"""Resources whose `id` in Terraform, or `Ref` in CloudFormation, is the ARN (their reference documentation)."""
NAMED_OTHERWISE = frozenset({"aws_sqs_queue", "AWS::SQS::Queue"})
"""Resources whose `id` or `Ref` is neither the ARN nor the name, but an address."""
IDS = frozenset({"id", "Ref", "key_id", "KeyId", "self_link"})
NAMES = frozenset({
    "name", "bucket", "function_name", "table_name", "user_name", "role_name", "group_name", "repository_name",
    "cluster_identifier", "identifier", "domain_name", "QueueName", "TopicName", "RepositoryName", "stream_name",
    "cluster_name", "FunctionName", "RoleName", "UserName",
})  # fmt: skip
_VARIABLE = re.compile(r'(variable "|the parameter |parameter )')


def place_of(id: str) -> str:
    """Return what was read to find an asset: the directory or file before `//` in its id; empty for the root."""
    place, mark, _ = id.partition("//")
    return place if mark and not re.search(r"[\[\"]|^arn:", place) else ""


def beside(id: str, address: str) -> str:
    """Return the id of what is at an address in the same reading as an asset."""
    place = place_of(id)
    return f"{place}//{address}" if place else address


class Names:
    """The names of all assets of a graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[str, str] = {}
        self._pending: set[str] = set()

    def of(self, asset: Asset) -> str:
        """Return the provider's name of an asset in full: its ARN; a hole as a whole for a kind without template."""
        if asset.id not in self._known:
            if asset.id in self._pending:
                return hole(asset.id)  # two that name each other
            self._pending.add(asset.id)
            self._known[asset.id] = self._made(asset)
            self._pending.discard(asset.id)
        return self._known[asset.id]

    def own(self, asset: Asset) -> str:
        """Return the last part of an asset's name, by which others refer to it: a role's name, a key's id."""
        if asset.id.startswith("arn:"):
            return re.split(r"[/:]", asset.id)[-1]
        fields = _FIELD.findall(asset.identifier)
        return self.field(asset, fields[-1]) if fields else own(f"{asset.id}|id")

    def scope(self, asset: Asset, field: str) -> str:
        """Return where an asset is deployed to: its `account`, `region`, `subscription`, `project` ..."""
        told = asset.values.get(field) if field in asset.attributes else None
        if isinstance(told, str) and told:
            return told
        if asset.id.startswith("arn:"):
            parts = asset.id.split(":")
            position = {"partition": 1, "region": 3, "account": 4}.get(field, len(parts))
            return (parts[position] if position < len(parts) else "") or hole(f"{asset.id}|{field}")
        return self._where(place_of(asset.id), field)

    def text(self, asset: Asset, value: Any, field: str = "") -> str:
        """Return a value of an asset's attribute as a text with holes."""
        if isinstance(value, str):
            return self._written(asset, value)
        if isinstance(value, Ref):
            return self._resolved(asset.id, value.address, value.attribute)
        if isinstance(value, Composite) and value.parts:
            return "".join(self.text(asset, part, field) for part in value.parts)
        if isinstance(value, Unknown):
            return self._unseen(asset, value.why, field)
        return own(f"{asset.id}|{field}") if value is None else str(value)

    def document(self, asset: Asset, attribute: str) -> str | Unknown | None:
        """Return a document of an asset with the names of what it refers to in it."""
        value = asset.read(attribute)
        if isinstance(value, Ref | Composite):
            return Unknown(value.why)
        if not isinstance(value, str) or OPEN not in value:
            return value if isinstance(value, str | Unknown) else None
        count = 0

        def filled(match: re.Match[str]) -> str:
            nonlocal count
            count += 1
            name = _unquoted(match.group(1))
            if name.startswith("?"):
                return _quoted(self._unseen(asset, name[1:], f"{attribute}#{count}"))
            address, _, wanted = name.rpartition("|")
            return _quoted(self._resolved(asset.id, address, wanted))

        return _HOLE.sub(filled, value)

    def field(self, asset: Asset, field: str) -> str:
        """Return one field of the template of an asset's name."""
        if field not in asset.attributes:
            return self.scope(asset, field) if field in SCOPES else own(f"{asset.id}|{field}")
        value = asset.values.get(field)
        if isinstance(value, frozenset | Partial):
            return self._linked(asset, value, field)
        if field in SCOPES and not isinstance(value, Ref | Composite | str):
            return self._where(place_of(asset.id), field)
        return self.text(asset, value, field)

    def _linked(self, asset: Asset, value: frozenset[Any] | Partial, field: str) -> str:
        ids = [str(id) for id in (value.known if isinstance(value, Partial) else value)]
        target = self._graph.get(ids[0]) if len(ids) == 1 else None
        return hole(f"{asset.id}|{field}") if target is None else self.own(target)

    def _made(self, asset: Asset) -> str:
        if asset.id.startswith("arn:"):
            return asset.id
        if not asset.identifier:
            return hole(asset.id)
        made = ""
        at = 0
        for match in _FIELD.finditer(asset.identifier):
            made += asset.identifier[at : match.start()]
            value = self.field(asset, match.group(1)).removeprefix("https://")
            made += value[1:] if made.endswith("/") and value.startswith("/") else value
            at = match.end()
        return made + asset.identifier[at:]

    def _where(self, place: str, field: str) -> str:
        if field == "partition":
            return self._partitions.get(place, "aws")
        return hole(f"{place}//{field}")

    @cached_property
    def _partitions(self) -> dict[str, str]:
        """Partitions by place, where something written there names another one than that of nearly all accounts."""
        found: dict[str, set[str]] = {}
        for kind, numbers in self._graph.by_kind.items():
            documents = [name for name, attribute in kind.attributes.items() if isinstance(attribute, Document)]
            for asset in (self._graph.assets[number] for number in (numbers if documents else ())):
                for value in map(asset.values.get, documents):
                    if isinstance(value, str) and "arn:aws-" in value:
                        named = re.findall(r"arn:(aws-[a-z]+(?:-[a-z]+)*):", value)
                        found.setdefault(place_of(asset.id), set()).update(named)
        return {place: min(named) if len(named) == 1 else hole(f"{place}//partition") for place, named in found.items()}

    def _resolved(self, id: str, address: str, attribute: str) -> str:
        """Return what an attribute of another resource of the same reading is."""
        place = place_of(id)
        if address in PSEUDO:
            return self._where(place, PSEUDO[address])
        data = re.search(r"(?:^|\.)data\.(\w+)\.", address)
        if data and (field := WHERE.get(data[1], {}).get(attribute)):
            return self._where(place, field)
        asset = self._graph.get(beside(id, address))
        if asset is None:
            return hole(f"{place}//{address}|{attribute}")
        return self._attribute(asset, attribute)

    def _attribute(self, asset: Asset, attribute: str) -> str:
        low = attribute.lower()
        if low in ("arn", "topicarn", "permissionsetarn") or (attribute in IDS and asset.source in NAMED_BY_ARN):
            return self.of(asset)
        if attribute in IDS and asset.source not in NAMED_OTHERWISE:
            return self.own(asset)
        if attribute in NAMES and "name" in asset.attributes:
            return self.field(asset, "name")
        if isinstance(asset.values.get(attribute), str):
            return self.text(asset, asset.values[attribute], attribute)
        return hole(f"{asset.id}|{attribute}")

    def _written(self, asset: Asset, text: str) -> str:
        """Return a text of a set, in which references stand as they are written: `${aws_s3_bucket.logs.arn}`."""
        if "${" not in text:
            return text
        return _REFERENCE.sub(lambda match: self._reference(asset, match), text)

    def _reference(self, asset: Asset, match: re.Match[str]) -> str:
        named = match.group(1)
        if named in PSEUDO:
            return self._where(place_of(asset.id), PSEUDO[named])
        address, dot, attribute = named.rpartition(".")
        if not dot or named == "?" or ":" in named:
            return match.group(0) if named != "?" else hole(f"?{asset.id}#{match.start()}")
        return self._resolved(asset.id, address, attribute)

    def _unseen(self, asset: Asset, why: str, field: str) -> str:
        """Return the hole of what has no name: the same for the same variable, otherwise its own."""
        place = place_of(asset.id)
        return hole(f"?{place}//{why}" if _VARIABLE.match(why) else f"?{asset.id}|{field}: {why}")


def _quoted(text: str) -> str:
    """Return a text as it stands within a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _unquoted(text: str) -> str:
    """Return what a part of a JSON string says."""
    if "\\" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
