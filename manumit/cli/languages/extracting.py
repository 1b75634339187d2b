"""The messages that readers meet, found in templates and in Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_file
from django.template import Context, Template
from django.template.base import FilterExpression, Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

PACKAGE = Path(__file__).resolve().parents[2]
# Rooms with words for readers.
_ROOMS = (
    "alerts", "base", "contributions", "desk", "directory", "guide", "library", "research", "search",
    "treaties", "web",
)  # fmt: skip
# Pages that are in English alone: of accounts and of the desk's staff (docs/adr/0026).
_STAFF = (
    "web/account", "web/templates/account", "web/templates/allauth", "web/templates/mfa",
    "web/templates/desk/staff_", "web/templates/desk/research.html", "web/templates/desk/note.html",
    "web/templates/desk/paragraph", "web/templates/desk/people.html", "web/templates/desk/warned.html",
    "web/desk/door_words.py", "web/desk/entrance.py", "web/desk/paragraphs.py", "web/desk/people.py", "web/desk/practice.py",
    "web/desk/research.py", "web/desk/staff.py",
)  # fmt: skip
_KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands in a source: its words, or singular and plural, and its context."""

    words: str | tuple[str, str]
    context: str
    file: str


def messages() -> Iterator[Message]:
    """Every message, file after file in the order of their names."""
    for file in sorted(one for room in _ROOMS for one in (PACKAGE / room).rglob("*.*")):
        name = file.relative_to(PACKAGE).as_posix()
        if name.startswith(_STAFF):
            continue
        if "/templates/" in name:
            yield from in_template(file.read_text(encoding="utf-8"), name)
        elif file.suffix == ".py":
            yield from _in_python(file, name)


def in_template(source: str, name: str) -> Iterator[Message]:
    """The messages of a template, as Django asks for them when it renders it."""
    for node in _nodes(Template(source).nodelist):
        if isinstance(node, BlockTranslateNode):
            yield Message(_of_block(node), _literal(node.message_context), name)
        elif isinstance(node, TranslateNode):
            words = str(node.filter_expression.var.literal).replace("%", "%%")
            yield Message(words, _literal(node.message_context), name)


def _of_block(node: BlockTranslateNode) -> str | tuple[str, str]:
    singular = str(node.render_token_list(node.singular)[0])
    if not node.plural or not node.countervar:
        return singular
    return singular, str(node.render_token_list(node.plural)[0])


def _literal(expression: FilterExpression | None) -> str:
    return "" if expression is None else str(expression.resolve(Context()))


def _nodes(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, BlockTranslateNode):
            continue
        for name in node.child_nodelists:
            yield from _nodes(getattr(node, name, None) or ())


def _in_python(file: Path, name: str) -> Iterator[Message]:
    for _, words, _, context in extract_from_file("python", file, keywords=_KEYWORDS):
        found = words if isinstance(words, str) else (str(words[0]), str(words[1]))
        yield Message(found, context or "", name)
