"""Names that readers see for what the program knows by a code."""

import pytest

from manumit.web.names import language_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("fr", "français"),
        ("fr-x-068", "français (068)"),
        ("de-1996", "Deutsch (1996)"),
        ("zh-Hant", "繁體中文"),
        ("zh-Hans-x-harbin", "简体中文 (harbin)"),
        ("km", "ខ្មែរ"),
        ("qaa", "qaa"),
    ],
)
def test_a_language_has_its_own_name_and_a_variant_says_which(code, name):
    assert language_name(code) == name
