"""Terraform of a small Azure estate, to which tests add what they are about."""

from __future__ import annotations

from pathlib import Path

from bartizan.app.network import azure
from bartizan.graph.graph import Graph
from bartizan.paths.reaching import Reaching
from tests.content.trial import read

BASE = """
resource "azurerm_virtual_network" "v" {
  name          = "shop"
  address_space = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "web" {
  name                 = "web"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_subnet" "data" {
  name                 = "data"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.2.0/24"]
}

resource "azurerm_network_interface" "db" {
  name = "db"
  ip_configuration {
    name                          = "db"
    subnet_id                     = azurerm_subnet.data.id
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_linux_virtual_machine" "db" {
  name                  = "db"
  network_interface_ids = [azurerm_network_interface.db.id]
}
"""
WEB, DB = "azurerm_linux_virtual_machine.web", "azurerm_linux_virtual_machine.db"


def web(sku: str = '"Standard"', address: str = "azurerm_public_ip.p.id") -> str:
    """A machine with a public address; `sku` as it is written, nothing where it is not."""
    public = f"public_ip_address_id = {address}" if address else ""
    return f"""
resource "azurerm_public_ip" "p" {{
  name              = "p"
  allocation_method = "Static"
  {f"sku = {sku}" if sku else ""}
}}

resource "azurerm_network_interface" "web" {{
  name = "web"
  ip_configuration {{
    name                          = "web"
    subnet_id                     = azurerm_subnet.web.id
    private_ip_address_allocation = "Dynamic"
    {public}
  }}
}}

resource "azurerm_linux_virtual_machine" "web" {{
  name                  = "web"
  network_interface_ids = [azurerm_network_interface.web.id]
}}
"""


def rule(priority: object, access: str, ports: str = "*", source: str = "*", **more: str) -> str:
    """A rule of a security group."""
    given = {
        "direction": "Inbound",
        "protocol": "Tcp",
        "source_port_range": "*",
        "destination_address_prefix": "*",
        **more,
    }
    listed = ", ".join('"' + port + '"' for port in ports.split(","))
    lines = [f'{name} = "{value}"' for name, value in given.items()]
    lines.append(f"destination_port_ranges = [{listed}]")
    lines.append(f'source_address_prefix = "{source}"' if source else "")
    return f"""
  security_rule {{
    name     = "r{priority}"
    priority = {priority}
    access   = "{access}"
    {"".join(line + chr(10) for line in lines)}
  }}
"""


def group(name: str, *rules: str, subnet: str = "", interface: str = "") -> str:
    """A security group, around a subnet or an interface."""
    text = f'resource "azurerm_network_security_group" "{name}" {{\n  name = "{name}"\n{"".join(rules)}\n}}\n'
    if subnet:
        text += f"""
resource "azurerm_subnet_network_security_group_association" "{name}" {{
  subnet_id                 = azurerm_subnet.{subnet}.id
  network_security_group_id = azurerm_network_security_group.{name}.id
}}
"""
    if interface:
        text += f"""
resource "azurerm_network_interface_security_group_association" "{name}" {{
  network_interface_id      = azurerm_network_interface.{interface}.id
  network_security_group_id = azurerm_network_security_group.{name}.id
}}
"""
    return text


def resource(type: str, body: str, name: str = "a") -> str:
    """Any resource."""
    return f'resource "{type}" "{name}" {{\n  name = "{name}"\n{body}\n}}\n'


def network(directory: Path, text: str) -> tuple[Reaching, Graph]:
    """What is made of Terraform."""
    (directory / "main.tf").write_text(text)
    graph = Graph(read(directory))
    return azure.network(graph), graph
