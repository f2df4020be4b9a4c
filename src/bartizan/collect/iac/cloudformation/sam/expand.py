"""stub"""
from typing import Any
def expand(read: Any, own: Any, scope: Any) -> Any: return read
