"""Catalogues say what the sources say, in every language that claims so."""

import pytest

from manumit.base.languages import SOURCE, Language, languages
from manumit.cli.languages.catalogues import brought_up, compiled, po_file, read, written
from manumit.cli.languages.checking import faults
from manumit.cli.languages.extracting import in_template

TRANSLATED = [one for one in languages().values() if one.tag != SOURCE]
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.tag)
def test_nothing_is_missing_doubtful_or_damaged(language):
    assert faults(language) == []


def test_the_files_are_those_that_the_command_writes():
    for language, catalog in brought_up():
        told = f"{language.tag}: run `manumit languages update`"
        assert po_file(language).read_bytes() == written(catalog), told
        assert po_file(language).with_suffix(".mo").read_bytes() == compiled(catalog), told


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.tag)
def test_who_translated_it_is_told(language):
    assert language.state in ("complete", "begun")
    assert language.translated_by in ("machine", "people")
    assert bool(language.pages) == (language.state == "begun")


@pytest.fixture
def language(tmp_path):
    """A language of one message, which claims to be complete."""

    def of(msgid: str, msgstr: str, state: str = "complete", mark: str = "") -> Language:
        (tmp_path / "LC_MESSAGES").mkdir()
        entry = f'{mark}msgid "{msgid}"\nmsgstr "{msgstr}"\n'
        (tmp_path / "LC_MESSAGES" / "django.po").write_text(HEAD + entry, encoding="utf-8")
        return Language("th", "ไทย", state, {}, tmp_path)

    return of


@pytest.mark.parametrize(
    ("msgid", "msgstr", "mark", "fault"),
    [
        ("Search", "", "", "is not translated"),
        ("Search", "ค้นหา", "#, fuzzy\n", "is marked as doubtful"),
        ("until %(day)s", "จนถึง %(dag)s", "", "has not the same places for values"),
        ("until %(day)s", "จนถึง", "", "has not the same places for values"),
        ("<b>%(cite)s</b> is here", "%(cite)s", "", "has not the same markup"),
        ("Search", "<script>", "", "has not the same markup"),
    ],
)
def test_what_is_wrong_with_a_translation_is_said(language, msgid, msgstr, mark, fault):
    told = [one.partition(": ")[2] for one in faults(language(msgid, msgstr, mark=mark))]
    assert told == [fault]


def test_a_language_that_is_begun_may_lack_messages_but_not_damage_them(language):
    assert faults(language("Search", "", state="begun")) == []


def test_a_derived_language_says_the_same_in_its_own_signs_and_terms():
    own, source = read(languages()["zh-Hans"]), read(languages()["zh-Hant"])
    assert source.get("Search").string == "搜尋"
    assert own.get("Search").string == "搜索"
    assert len(own) == len(source)


def test_messages_of_a_template_are_those_that_django_asks_for():
    template = (
        "{% load i18n %}{% if x %}{% translate '5% of it' %}{% else %}{% blocktranslate count n=x %}"
        "{{ n }} work{% plural %}{{ n }} works{% endblocktranslate %}{% endif %}"
    )
    found = [message.words for message in in_template(template, "a.html")]
    assert found == ["5%% of it", ("%(n)s work", "%(n)s works")]
