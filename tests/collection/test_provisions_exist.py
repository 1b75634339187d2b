"""Every provision a record names is held against the text itself, where a file of it is at hand."""

from manumit.formats import format_named
from manumit.records import read_file
from tests.paths import REPOSITORY, shared

TREATIES = {
    "palermo-protocol-2000.md": "un/treaty/palermo-protocol",
    "smuggling-protocol-2000.md": "un/treaty/smuggling-protocol",
    "untoc-2000.md": "un/treaty/untoc",
    "crc-opsc-2000.md": "un/treaty/crc-opsc",
    "slavery-convention-1926.md": "un/treaty/slavery-convention",
    "supplementary-slavery-convention-1956.md": "un/treaty/supplementary-slavery-convention",
    "traffic-women-children-1921.md": "un/treaty/traffic-women-children-1921",
    "echr-1950.md": "coe/treaty/echr",
    "coe-action-against-trafficking-2005.md": "coe/treaty/anti-trafficking-convention",
    "lanzarote-2007.md": "coe/treaty/lanzarote-convention",
    "ilo-c029-1930.md": "ilo/treaty/c029",
    "ilo-p029-2014.md": "ilo/treaty/p029",
    "ilo-c105-1957.md": "ilo/treaty/c105",
    "ilo-c182-1999.md": "ilo/treaty/c182",
    "ilo-c189-2011.md": "ilo/treaty/c189",
}


def eids_of(format_name, path) -> set[str]:
    """Every address in a file, of units and of what lies inside them."""
    found: set[str] = set()
    for document in format_named(format_name).read(path.read_bytes(), path.name):
        for unit in document.units:
            found.add(unit.eid)
            found.update(part.split('"')[0] for part in unit.html.split('id="')[1:])
    return found


def named_in(key) -> list[str]:
    """The provisions that a record of the collection names."""
    path = REPOSITORY / "collection" / f"{key}.md"
    return [provision.at for provision in read_file(path, key).record.provisions]


def missing(key, held) -> list[str]:
    """Provisions whose article or section the text has not; deeper, what it numbers otherwise."""
    return [f"{key}#{at}" for at in named_in(key) if at.split("__")[0] not in held]


def test_every_article_a_treaty_record_names_is_in_the_treaty():
    folder = shared("data/treaties/texts")
    wrong = [
        each
        for name, key in TREATIES.items()
        for each in missing(key, eids_of("treaty", folder / name))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_section_of_the_privacy_ordinance_is_in_the_official_text():
    [path, *_] = sorted(shared("data/hk/hklm").glob("*en*.xml")) or sorted(
        shared("data/hk/hklm").glob("*.xml")
    )
    assert not missing("hk/law/cap-486", eids_of("hklm", path))
