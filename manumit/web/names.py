"""Names for people of what the program knows by codes."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, pgettext

from manumit import reference
from manumit.base.languages import SOURCE
from manumit.base.places import court_name, place_name
from manumit.base.reader import Name, kept_by_language, name_for_reader, named, reader_language

_KINDS = {
    "instrument": gettext_lazy("Treaties and instruments"),
    "legislation": gettext_lazy("Legislation"),
    "judgment": gettext_lazy("Judgments"),
    "publication": gettext_lazy("Publications"),
}
_KIND = {
    "instrument": gettext_lazy("Instrument"),
    "legislation": gettext_lazy("Legislation"),
    "judgment": gettext_lazy("Judgment"),
    "publication": gettext_lazy("Publication"),
}
_FACETS = {
    "kind": gettext_lazy("Kind"),
    "jurisdiction": gettext_lazy("Jurisdiction or body"),
    "forum": gettext_lazy("Court or forum"),
    "topic": gettext_lazy("Topic"),
    "practice_area": gettext_lazy("Practice area"),
    "outcome": gettext_lazy("Outcome"),
    "act": gettext_lazy("Act of trafficking dealt with"),
    "means": gettext_lazy("Means dealt with"),
    "purpose": gettext_lazy("Purpose dealt with"),
    "language": gettext_lazy("Language"),
    "year": gettext_lazy("Year"),
}
# What a language tag says beyond language, script and region: de-1996, fr-x-068.
_VARIANT = re.compile(r"-(?:x-|(?=\w{5})|(?=\d{4}))(\w{1,8})$")
_LANGUAGES = {
    "zh": "中文",
    "zh-Hant": "繁體中文",
    "zh-Hans": "简体中文",
    "fil": "Filipino",
    "tl": "Filipino",
    "km": "ខ្មែរ",
    "lo": "ລາວ",
    "shn": "တႆး",
    "tet": "Tetun",
}
# The vocabulary that a facet's values are from.
_SCHEMES = {
    "practice_area": "practice-area",
    "act": "act",
    "means": "means",
    "purpose": "exploitation",
    "outcome": "outcome",
}
_CHANGES = {
    "changed": gettext_lazy("changed"),
    "renumbered": gettext_lazy("renumbered"),
    "new": gettext_lazy("new"),
    "gone": gettext_lazy("no longer there"),
    "same": gettext_lazy("unchanged"),
}
_STATES = {
    "not-in-force": gettext_lazy("not yet in operation"),
    "later": gettext_lazy("in these words only later"),
    "repealed": gettext_lazy("repealed"),
    "omitted": gettext_lazy("omitted as spent"),
    "no-text": gettext_lazy("words not given by the publisher"),
}
_RELATIONS = {
    "amends": gettext_lazy("Amends"),
    "amended_by": gettext_lazy("Amended by"),
    "implements": gettext_lazy("Implements"),
    "implemented_by": gettext_lazy("Implemented by"),
    "supplements": gettext_lazy("Supplements"),
    "supplemented_by": gettext_lazy("Supplemented by"),
    "supersedes": gettext_lazy("Supersedes"),
    "superseded_by": gettext_lazy("Superseded by"),
    "translates": gettext_lazy("Translates"),
    "translated_by": gettext_lazy("Translated by"),
    "affirms": gettext_lazy("Affirms"),
    "affirmed_by": gettext_lazy("Affirmed by"),
    "reverses": gettext_lazy("Reverses"),
    "reversed_by": gettext_lazy("Reversed by"),
    "varies": gettext_lazy("Varies"),
    "varied_by": gettext_lazy("Varied by"),
    "follows": gettext_lazy("Follows"),
    "followed_by": gettext_lazy("Followed by"),
    "distinguishes": gettext_lazy("Distinguishes"),
    "distinguished_by": gettext_lazy("Distinguished by"),
    "considers": gettext_lazy("Considers"),
    "considered_by": gettext_lazy("Considered by"),
    "interprets": gettext_lazy("Interprets"),
    "interpreted_by": gettext_lazy("Interpreted by"),
    "comments_on": gettext_lazy("Comments on"),
    "commented_on_by": gettext_lazy("Commented on by"),
    "related": gettext_lazy("Related"),
}


_CHECKED = {
    "held": gettext_lazy("held"),
    "other-name": gettext_lazy("held under another name"),
    "ambiguous": gettext_lazy("fitting several works"),
    "not-held": gettext_lazy("not held"),
    "open": gettext_lazy("not saying of what"),
}


def state_name(code: str) -> str:
    """What is known of a citation that was checked."""
    return str(_CHECKED[code])


def kinds_name(code: str) -> str:
    """The plural name of a kind of work."""
    return str(_KINDS.get(code, code))


def kind_name(code: str) -> str:
    """The name of a kind of work."""
    return str(_KIND.get(code, code))


def facet_name(code: str) -> str:
    """The name of a facet."""
    return str(_FACETS[code])


def relation_name(code: str) -> str:
    """A relation as a heading."""
    return str(_RELATIONS[code])


def state_words(code: str) -> str:
    """What keeps a provision from being plainly in operation; a publisher's own word stays."""
    return str(_STATES.get(code) or plain_code(code))


def change_name(code: str) -> str:
    """What became of a passage from one version to another."""
    return str(_CHANGES[code])


@cache
def language_name(code: str) -> str:
    """A language in its own name."""
    variant = _VARIANT.search(code)
    plain = code[: variant.start()] if variant else code
    known = LANG_INFO.get(plain.lower()) or LANG_INFO.get(plain.split("-", maxsplit=1)[0], {})
    name = _LANGUAGES.get(plain) or str(known.get("name_local", plain))
    return f"{name} ({variant[1]})" if variant else name


def facet_value_name(facet: str, value: str) -> str:
    """The name of one value of a facet; a value the reference does not know stays as it is."""
    if facet == "kind":
        return kinds_name(value)
    if facet == "language":
        return language_name(value)
    if facet == "jurisdiction":
        return place_name(value)
    if facet == "forum":
        return court_name(value)
    if facet == "topic" or facet in _SCHEMES:
        return name_for_reader(_concepts(_SCHEMES.get(facet, "")).get(value, {}), value)
    return value


def facet_value_html(facet: str, value: str) -> SafeString:
    """The same, in an element that tells its language where that is not the page's."""
    return _facet_value_html(facet, value, reference.concepts_stamp())


@kept_by_language
def _facet_value_html(facet: str, value: str, _as_of: int) -> SafeString:
    return conditional_escape(facet_value_name(facet, value))


def topic_names(codes: Iterable[str]) -> SafeString:
    """Topics by name, with dots between."""
    return _topic_names(tuple(codes), reference.concepts_stamp())


@kept_by_language
def _topic_names(codes: tuple[str, ...], _as_of: int) -> SafeString:
    return format_html_join(" · ", "{}", ((facet_value_name("topic", code),) for code in codes))


def group_name(code: str) -> str:
    """The court with this code, or the kind of work that no court made."""
    return kinds_name(code) if code in _KINDS else facet_value_name("forum", code)


@reference.kept_with_concepts
def _concepts(scheme: str) -> dict[str, dict[str, str]]:
    """The preferred labels of a scheme's concepts, by code and language; of topics without one."""
    found = reference.scheme(scheme).concepts if scheme else reference.topics().values()
    return {concept.code: concept.names for concept in found}


def short_title(work: Any) -> Name:
    """What people call the work: its first short title in its own language, else its title."""
    held = work.short_titles.get(work.language) or [work.title]
    return named(str(held[0]), work.language)


def title_for_reader(work: Any) -> Name:
    """The title in the reader's language, or one they also read; else the work's own."""
    language = reader_language()
    for tag in (language.tag, *language.also_reads):
        if tag in work.titles and tag != work.language:
            return named(work.titles[tag], tag)
    return named(work.title, work.language)


def service_name(service: Any) -> Name:
    """What a service calls itself in the reader's language, else in English."""
    return name_for_reader({SOURCE: service.name, **service.names})


def other_titles(work: Any, shown: str) -> list[tuple[str, str]]:
    """The titles in languages other than the one shown, the work's own first."""
    titles = {work.language: work.title, **work.titles}
    return [(tag, title) for tag, title in titles.items() if tag != shown]


@kept_by_language
def plain_code(code: str) -> str:
    """A code that is a word or two of English, as such: ``gap-analysis`` becomes Gap analysis."""
    return pgettext("code", code.replace("-", " ").replace("_", " ").capitalize())


def label_words(label: str) -> str:
    """What a record's choice is called: ``unofficial text``."""
    return pgettext("code", label) if label else ""
