"""Names that readers see for what the program knows by a code."""

import re

import pytest

from manumit.web.names import language_name
from tests.paths import REPOSITORY


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("fr", "français"),
        ("fr-x-068", "français (068)"),
        ("de-1996", "Deutsch (1996)"),
        ("zh-Hant", "繁體中文"),
        ("zh-Hans-x-harbin", "简体中文 (harbin)"),
        ("km", "ខ្មែរ"),
        ("fil", "Filipino"),
        ("shn", "တႆး"),
        ("qaa", "qaa"),
    ],
)
def test_a_language_has_its_own_name_and_a_variant_says_which(code, name):
    assert language_name(code) == name


def test_every_language_that_is_spoken_at_a_number_of_the_collection_has_a_name():
    files = (REPOSITORY / "collection").glob("*/organisation/*.md")
    lists = (re.findall(r"languages: \[([^]]*)\]", file.read_text("utf-8")) for file in files)
    codes = {code.strip() for found in lists for one in found for code in one.split(",")}
    assert len(codes) > 15
    assert [code for code in sorted(codes) if language_name(code) == code] == []
