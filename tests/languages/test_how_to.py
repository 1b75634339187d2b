"""The how-to page for a new language is true: its example is one that can be read."""

import re
import tomllib

from django.urls import reverse

from manumit.base.languages import Language
from manumit.cli.commands.languages import command
from tests.paths import REPOSITORY

PAGE = (REPOSITORY / "docs" / "how-to" / "add-a-language.md").read_text(encoding="utf-8")


def test_its_example_is_a_language():
    example = tomllib.loads(re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1])
    language = Language(**example, folder=REPOSITORY)
    assert language.unreviewed
    assert language.prefix == "lang/lo/"
    assert all(reverse(view) for view in language.pages)


def test_the_commands_it_names_are_there():
    named = set(re.findall(r"`manumit languages (\w+)`", PAGE))
    assert named == set(command.commands)


def test_the_files_it_names_are_there():
    for name in re.findall(r"`((?:docs|manumit)/[\w/.-]+)`", PAGE):
        if "/lo/" not in name:
            assert (REPOSITORY / name).exists(), name
