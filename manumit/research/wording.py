"""Why something is suggested, in words for a reader."""

from django.utils.translation import gettext as _

from manumit.research.types import Day, Place, Why


def said(why: Why) -> str:
    """The reason as a short phrase."""
    match why.kind:
        case "cited":
            return _("cited in the text: %(words)s") % {"words": why.words}
        case "words":
            return _("has its words: %(words)s") % {"words": why.words}
        case "matter":
            return _("law for what is told: %(words)s") % {"words": why.words}
        case "concept":
            return _("about %(words)s") % {"words": why.words}
        case "asker":
            return _("answers such as “%(words)s”") % {"words": why.words}
        case "own":
            return _("the law against trafficking there")
        case "applied":
            return _("applied by judgments suggested here")
        case "applying":
            return _("applies law suggested here")
        case "force":
            return why.words


def known_place(place: Place, name: str) -> str:
    """How it is known whose law is asked for; ``name`` is the jurisdiction's."""
    match place.known:
        case "given":
            return name
        case "answered":
            return _("%(name)s, as the answer “%(words)s” says") % {
                "name": name,
                "words": place.words,
            }
        case "told" if place.words:
            return _("%(name)s, guessed from “%(words)s”") % {"name": name, "words": place.words}
        case "told":
            return _("%(name)s, guessed from the language") % {"name": name}
        case _:
            return _("%(name)s, assumed: the text names no place") % {"name": name}


def known_day(day: Day, name: str) -> str:
    """How the day is known; ``name`` is the day in words."""
    match day.known:
        case "given":
            return name
        case "told":
            return _("%(name)s, guessed from “%(words)s”") % {"name": name, "words": day.words}
        case _:
            return _("%(name)s, today: the text names no day") % {"name": name}
