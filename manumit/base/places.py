"""Names of places, bodies and courts in the reader's language, by their codes."""

from django.utils.translation import pgettext

from manumit import reference
from manumit.base.languages import SOURCE
from manumit.base.reader import Name, kept_by_language, name_for_reader, named, reader_language


@kept_by_language
def place_name(code: str) -> Name:
    """A jurisdiction, an international body or a state; a code that is none's stays as it is."""
    language = reader_language()
    tags = (language.tag, *language.also_reads, SOURCE)
    return name_for_reader(reference.party_names(code, tags), code)


@kept_by_language
def court_name(code: str) -> Name:
    """A court or body that decides, with its place: there is a Court of Appeal in many."""
    forum = reference.forums().get(code)
    if forum is None:
        return named(code, SOURCE)
    name = name_for_reader(forum.names, code)
    if name.tag == SOURCE:
        return named(reference.with_place(name, forum.system), SOURCE)
    place, system = place_name(forum.system), reference.systems()[forum.system]
    if system.kind == "system" or place in name or place.tag != name.tag:
        return name
    told = {"court": name, "place": place}
    return named(pgettext("court of a place", "%(court)s, %(place)s") % told, name.tag)
