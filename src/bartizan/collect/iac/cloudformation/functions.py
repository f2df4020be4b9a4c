"""The functions of the template language, by the name of their full form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bartizan.collect.iac.cloudformation import choice, composition, lists, reference
from bartizan.collect.iac.cloudformation.evaluate import Function

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "Ref": reference.ref,
        "Condition": choice.condition,
        "Fn::And": choice.both,
        "Fn::Base64": composition.base64,
        "Fn::Cidr": lists.cidr,
        "Fn::Equals": choice.equals,
        "Fn::FindInMap": reference.find_in_map,
        "Fn::GetAZs": reference.get_azs,
        "Fn::GetAtt": reference.get_att,
        "Fn::GetStackOutput": reference.get_stack_output,
        "Fn::If": choice.choose,
        "Fn::ImportValue": reference.import_value,
        "Fn::Join": composition.join,
        "Fn::Length": lists.length,
        "Fn::Not": choice.negated,
        "Fn::Or": choice.any_of,
        "Fn::Select": lists.select,
        "Fn::Split": lists.split_text,
        "Fn::Sub": composition.sub,
        "Fn::ToJsonString": composition.to_json_string,
        "Fn::Transform": reference.transform,
    }
)
