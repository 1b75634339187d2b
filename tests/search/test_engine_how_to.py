"""The how-to page for a new search engine names only what there is."""

import re
from typing import get_args

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from manumit.search import plan, port
from tests.contracts.engines import ENGINES
from tests.paths import REPOSITORY

PAGE = (REPOSITORY / "docs" / "how-to" / "add-a-search-engine.md").read_text(encoding="utf-8")
NAMES = re.findall(r"`(manumit(?:\.\w+)+)`", PAGE)
FILES = re.findall(r"`((?:manumit|tests)/[\w/.]+)`", PAGE)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "manumit.search.plan"])
def test_what_is_named_can_be_imported(name):
    assert import_string(name)


@pytest.mark.parametrize("file", FILES)
def test_files_named_exist(file):
    assert (REPOSITORY / file).exists()


def test_every_method_and_every_node_is_told_of():
    for method in (name for name in vars(port.Engine) if not name.startswith("_")):
        assert f"`{method}`" in PAGE
    for node in get_args(plan.Leaf) + get_args(plan.Node):
        assert f"`{node.__name__}`" in PAGE


def test_the_engine_in_use_is_held_to_the_contract():
    assert settings.MANUMIT_SEARCH_ENGINE in ENGINES
