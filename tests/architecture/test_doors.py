"""Rooms are entered by their doors, and the desk's wall stands."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import REPOSITORY

PACKAGE = REPOSITORY / "manumit"

CELLAR = {"formats", "citations", "papers", "records", "reference"}
GROUND = {"base"}  # tools, each module for anyone above
DOORS = {"selectors", "services", "types", "errors"}

# Each exception has its reason.
EXCEPTIONS = {
    # Wagtail's editing views are made for models and are given them.
    ("editorial", "library.models"),
    # A benchmark gives its peers the same words, and quotes what they find as we do.
    ("cli", "search.analysis"),
    ("cli", "search.days"),
    ("cli", "search.plan"),
    ("cli", "search.snippets"),
    # Commands say which people and vocabularies exist before any page is served.
    ("__main__", "cli"),
    # Detectors and cleaners of what tells who somebody is: pure tools, which know no room.
    ("web", "contributions.personal"),
    ("web", "contributions.cleaning"),
    ("editorial", "contributions.cleaning"),
    # What stands before all pages reads no more of a request than they take.
    ("config", "web.uploads"),
}


def imports_of(source: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each import of our own code in a file: line, module, names taken from it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module.split(".")[0] == "manumit":
                yield node.lineno, node.module, tuple(alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "manumit":
                    yield node.lineno, alias.name, ()


def wrong_ways_in(room: str, source: str) -> list[str]:
    """Every import of another room that does not go through a door of that room."""
    wrong = []
    for line, module, names in imports_of(source):
        for target in _targets(module, names):
            other, _, inside = target.partition(".")
            if other in {room, ""} or other in GROUND or _allowed(room, target):
                continue
            if inside if other in CELLAR else inside not in DOORS:
                wrong.append(f"line {line} enters {other} by manumit.{target}")
    return wrong


def _targets(module: str, names: tuple[str, ...]) -> list[str]:
    """``from manumit.library import selectors`` goes to ``library.selectors``."""
    path = module.removeprefix("manumit").lstrip(".")
    if path == "":
        return list(names)
    if "." not in path and path not in CELLAR:
        return [f"{path}.{name}" for name in names]
    return [path]


def _allowed(room: str, target: str) -> bool:
    return any(room == who and target.startswith(what) for who, what in EXCEPTIONS)


def _room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda f: str(f.relative_to(PACKAGE))
)
def test_rooms_are_entered_by_their_doors(file):
    if "migrations" in file.parts or (file.parent == PACKAGE and file.name == "__init__.py"):
        return
    assert wrong_ways_in(_room_of(file), file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "from manumit.library.models import Work",
        "from manumit.library.services.loading import load_records",
        "from manumit.reference.keys import parse_key",
        "import manumit.journal.models",
    ],
)
def test_a_way_in_beside_the_door_is_noticed(line):
    assert wrong_ways_in("web", line)


def test_nobody_but_its_own_pages_and_the_operator_enters_the_desk():
    desk, pages = PACKAGE / "desk", PACKAGE / "web" / "desk"
    # Keys are made and certified, and cases purged, where no page is.
    command = PACKAGE / "cli" / "commands" / "desk.py"
    for file in PACKAGE.rglob("*.py"):
        if file.is_relative_to(desk) or file.is_relative_to(pages) or file == command:
            continue
        for line, module, names in imports_of(file.read_text(encoding="utf-8")):
            reached = {target.split(".")[0] for target in _targets(module, names)}
            assert "desk" not in reached, f"{file}:{line} crosses the desk's wall"


def test_no_import_of_our_own_code_hides_inside_a_function():
    # The one place that must set Django up before it may import a room.
    entrance = PACKAGE / "__main__.py"
    for file in PACKAGE.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and file != entrance:
                inner = ast.unparse(function)
                assert not list(imports_of(inner)), f"{file}: {function.name} imports inside"
