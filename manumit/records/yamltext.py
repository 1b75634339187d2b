"""YAML as the collection writes it: few types, no surprises, and a line for every field.

``on`` is a word and no boolean, and a day stays text: the record types read it, so that an
impossible day is reported with its field. Aliases are refused: a few lines of them can stand for
more than a machine can hold.
"""

import re
from collections.abc import Hashable
from typing import Any

import yaml

# YAML 1.1 reads on, off, yes and no as booleans; a record's ``on:`` must stay a word.
_LEFT_AS_TEXT = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
_BOOLEAN = re.compile(r"^(?:true|false)$")
_DEEPEST = 20  # a finding's pinpoint stands four levels down


class _Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in rules if tag not in _LEFT_AS_TEXT]
        for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  # PyYAML's signature
        """Refuse a field written twice: the second would silently win."""
        seen: set[str] = set()
        for name, _ in node.value:
            if name.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"the field {name.value!r} is written twice",
                    problem_mark=name.start_mark,
                )
            seen.add(name.value)
        return super().construct_mapping(node, deep=deep)


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", _BOOLEAN, list("tf"))


class _Dumper(yaml.CSafeDumper):
    yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write_list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    """Plain lists stand on one line, lists of structures below one another."""
    plain = all(not isinstance(item, dict | list) for item in items)
    short = all(len(str(item)) < 40 for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=plain and short)


_Dumper.add_representer(list, _write_list)  # type: ignore[arg-type]  # the stubs know no C dumper


def read(text: str) -> tuple[Any, dict[str, int]]:
    """Read YAML into plain values and a map from dotted path to line (1 is the first line).

    Raises yaml.YAMLError, with a mark where the parser knows one.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines: dict[str, int] = {}
        if node is not None:
            _refuse_surprises(node, set(), 0)
            _note_lines(node, "", lines)
        value = loader.construct_document(node) if node is not None else None
    finally:
        loader.dispose()
    return value, lines


def _refuse_surprises(node: yaml.Node, seen: set[int], depth: int) -> None:
    if reason := _surprise(node, seen, depth):
        raise yaml.MarkedYAMLError(problem=reason, problem_mark=node.start_mark)
    seen.add(id(node))  # an alias is the very node that its anchor is
    if isinstance(node, yaml.MappingNode):
        for name, inner in node.value:
            if not isinstance(name, yaml.ScalarNode):
                reason = "a field's name must be a word"
                raise yaml.MarkedYAMLError(problem=reason, problem_mark=name.start_mark)
            _refuse_surprises(inner, seen, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for inner in node.value:
            _refuse_surprises(inner, seen, depth + 1)


def _surprise(node: yaml.Node, seen: set[int], depth: int) -> str | None:
    if id(node) in seen:
        return "a value is used again by an alias (*): write it out"
    if depth > _DEEPEST:
        return "lists stand within lists too deeply"
    if isinstance(node, yaml.ScalarNode) and "\0" in node.value:
        return "a text holds a NUL character"
    return None


def _note_lines(node: yaml.Node, path: str, lines: dict[str, int]) -> None:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for name, inner in node.value:
            below = f"{path}.{name.value}" if path else str(name.value)
            _note_lines(inner, below, lines)
            lines[below] = name.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, inner in enumerate(node.value):
            _note_lines(inner, f"{path}.{number}", lines)


def write(value: Any) -> str:
    """Write plain values as the collection's YAML: order kept, lines of about 100 characters."""
    text = yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100,
    )
    return str(text)
