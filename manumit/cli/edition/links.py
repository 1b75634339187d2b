"""A page of the site as a page of an edition: its links lead to files beside it, or out and say so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import parse_qs, quote, urljoin, urlsplit

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext, override
from lxml import etree, html

from manumit.base.edition import Edition
from manumit.cli.edition.addresses import Address, read
from manumit.cli.edition.shelf import Place

_Element = Any  # lxml's, which its stubs do not tell apart
_OWN = "https://edition.invalid"  # a host of nobody: what is there is of this site
# The desk, accounts and what is sent to the centre: an edition does not lead there.
_SHUT = ("desk", "account", "editorial", "forward", "check", "api", "feeds")


@dataclass(slots=True)
class Made:
    """A page ready to be written, the pages it leads to, and the static files it needs."""

    text: str
    leads_to: set[Address] = field(default_factory=set)
    assets: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Makes pages fit for an edition; ``place`` says where an address is in it."""

    edition: Edition
    place: Callable[[Address, str], Place | None]

    def rewrite(self, page: str, address: Address) -> tuple[Made, _Element]:
        """The page with its links led anew, and its tree."""
        tree: _Element = html.document_fromstring(page)
        work = _Page(self, address, Made(""))
        with override(tree.get("lang", "en")):
            work.lead_anew(tree)
        work.made.text = html.tostring(tree, encoding="unicode", doctype="<!doctype html>") + "\n"
        return work.made, tree


@dataclass(frozen=True, slots=True)
class _Page:
    rewriter: Rewriter
    address: Address
    made: Made

    def lead_anew(self, tree: _Element) -> None:
        for form in tree.xpath("//form"):
            self._form(form)
        for link in tree.xpath("//link[@href]"):
            self._head_link(link)
        for script in tree.xpath("//script[@src]"):
            script.set("src", self._asset(script.get("src")) or script.get("src"))
        for link in tree.xpath("//a[@href]"):
            self._link(link)
        for image in tree.xpath("//img[@src]"):
            self._image(image)

    def _form(self, form: _Element) -> None:
        """Of forms only search works without the centre."""
        found = self._place(form.get("action") or "")
        if form.get("role") == "search" and found:
            form.set("action", self._to(found))
        else:
            _drop(form)

    def _head_link(self, link: _Element) -> None:
        href = link.get("href")
        if asset := self._asset(href):
            link.set("href", asset)
        elif not (link.get("rel") == "canonical" and self.rewriter.edition.address):
            _drop(link)

    def _image(self, image: _Element) -> None:
        src = image.get("src")
        if found := self._place(src):
            image.set("src", self._to(found))
        elif asset := self._asset(src):
            image.set("src", asset)
        else:
            _drop(image)

    def _link(self, link: _Element) -> None:
        href = link.get("href")
        parts = urlsplit(urljoin(_OWN + self.address.url, href))
        if href.startswith("#") or not parts.geturl().startswith(_OWN + "/"):
            return
        day = parse_qs(parts.query).get("on", [""])[0]
        if found := self._place(href):
            link.set("href", self._to(found))
        elif day and (today := self._today(href)):
            link.set("href", self._to(today))
            _say(link, _as_of(self.rewriter.edition.day))
        else:
            self._lead_out(link, href)

    def _today(self, href: str) -> Place | None:
        """The same as it stands on the day of the edition; not for a link of a page to itself."""
        address = self._address(href).without("on")
        return None if address.path == self.address.path else self._place_of(address, href)

    def _lead_out(self, link: _Element, href: str) -> None:
        """To the centre, where it is known and the place is one for readers; else nowhere."""
        address = self._address(href)
        centre = self.rewriter.edition.address
        if centre and address.path.split("/")[0] not in _SHUT:
            fragment = urlsplit(href).fragment
            link.set("href", f"{centre}{address.url}" + (f"#{fragment}" if fragment else ""))
            link.set("rel", "noreferrer")
            link.set("class", f"{link.get('class', '')} online".strip())
            link.set("title", gettext("Not in this edition: leads to the centre, online"))
            return
        link.tag = "g" if link.getparent().tag in {"svg", "g"} else "span"
        for name in ("href", "rel", "target", "hreflang"):
            link.attrib.pop(name, None)

    def _place(self, href: str) -> Place | None:
        return self._place_of(self._address(href), href)

    def _place_of(self, address: Address, href: str) -> Place | None:
        found = self.rewriter.place(address, urlsplit(href).fragment)
        if found:
            self.made.leads_to.add(found.address)
        return found

    def _address(self, href: str) -> Address:
        return read(urljoin(self.address.url, href))

    def _to(self, place: Place) -> str:
        """A path from this page to another, which works from a stick and below any folder."""
        same = place.address == self.address
        path = "" if same and place.fragment else self._path(place.address.file)
        return path + (f"#{quote(place.fragment)}" if place.fragment else "")

    def _path(self, file: str) -> str:
        return quote(relpath(file, dirname(self.address.file) or "."), safe="/,=")

    def _asset(self, href: str) -> str:
        """The path to a static file of the site; empty where it is none."""
        if not href.startswith(settings.STATIC_URL):
            return ""
        name = href.removeprefix(settings.STATIC_URL)
        self.made.assets.add(name)
        return self._path(f"static/{name}")


def _as_of(day: date) -> str:
    return gettext("as of %(day)s") % {"day": date_format(day, "j F Y")}


def _say(link: _Element, words: str) -> None:
    """Put a few words behind a link, before what stood behind it."""
    if link.getparent().tag in {"svg", "g"}:
        return
    said = etree.Element("span", {"class": "soft small as-of"})
    said.text = f"({words})"
    said.tail, link.tail = link.tail, " "
    link.addnext(said)


def _drop(element: _Element) -> None:
    """Take it out, and what held nothing else."""
    around = element.getparent()
    element.drop_tree()
    if (
        around.tag in {"section", "p", "div"}
        and not len(around)
        and not around.text_content().strip()
    ):
        _drop(around)
