"""Editions: a short mark that changes when what a definition says changes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from handbook.model.kinds import Definition
    from handbook.model.part import Part

LENGTH = 6
UNPUBLISHED = "note"


def edition_of(definition: Definition) -> str:
    """Hash what is published of a definition; comments, notes and key order do not count."""
    content = {"kind": definition.kind, **definition._written}
    if definition.controlled:
        for section in definition.section.lineage:
            if section.sheet and section.sheet.defaults:
                content = {**section.sheet.defaults._written, **content}
    text = _as_json(content)
    if f'"{UNPUBLISHED}":' in text:
        text = _as_json(_published(content))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def mark_of(part: Part) -> str:
    """Hash what is published of a part, such as a step: what people did is compared by it."""
    return hashlib.sha256(_as_json(_published(part._written)).encode()).hexdigest()[:LENGTH]


def _as_json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _published(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(k): _published(v) for k, v in node.items() if k != UNPUBLISHED}
    if isinstance(node, list):
        return [_published(item) for item in node]
    return str(node)
