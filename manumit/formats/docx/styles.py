"""The styles of a document, with what each inherits from the one it is based on."""

from collections.abc import Iterator

from lxml import etree

from manumit.formats.docx.xml import W, attribute, child, local, switched, value

_LONGEST_CHAIN = 30


class Styles:
    """Looks styles up by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        self._switches: dict[tuple[str, str], bool | None] = {}
        self._values: dict[tuple[str, ...], str] = {}
        for one in root if root is not None else ():
            if local(one) == "style":
                self._add(one)
        self.defaults = child(root, "docDefaults")

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """The style and those it is based on, nearest first; the default for an unknown one."""
        known = style if style in self._styles else self._default
        if known not in self._chains:
            self._chains[known] = tuple(self._walk(known))
        return self._chains[known]

    def value(self, style: str, *names: str) -> str:
        """The ``w:val`` at the end of these names, as the nearest style has it; empty for none."""
        key = (style, *names)
        if key not in self._values:
            found = (value(one, *names) for one in self.chain(style))
            self._values[key] = next((one for one in found if one), "")
        return self._values[key]

    def name(self, style: str) -> str:
        """The style's name as people see it, in lower case; empty for an unknown style."""
        return value(self._styles.get(style), "name").lower()

    def switch(self, style: str, name: str) -> bool | None:
        """Whether text in the style is bold (``b``), italic, hidden ...; None if it says nothing."""
        if not style:
            return None
        if (style, name) not in self._switches:
            found = (switched(one.find(f"{W}rPr/{W}{name}")) for one in self.chain(style))
            said = next((one for one in found if one is not None), None)
            self._switches[style, name] = said
        return self._switches[style, name]

    def _add(self, style: etree._Element) -> None:
        identity = attribute(style, "styleId")
        self._styles.setdefault(identity, style)
        is_default = attribute(style, "default") in ("1", "true", "on")
        if is_default and attribute(style, "type") == "paragraph":
            self._default = identity

    def _walk(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")
