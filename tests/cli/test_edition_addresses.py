"""Addresses of the site and the files that stand for them in an edition."""

import pytest

from manumit.cli.edition.addresses import Address, read


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/", "index.html"),
        ("/hk/law/cap-200", "hk/law/cap-200.html"),
        ("/hk/law/cap-200/sec_129", "hk/law/cap-200/sec_129.html"),
        ("/law?system=hk&kind=legislation", "law,kind=legislation,system=hk.html"),
        ("/law?kind=legislation&system=hk&page=1", "law,kind=legislation,system=hk.html"),
        ("/releases?series=Gap+analyses", "releases,series=Gap%20analyses.html"),
        ("/lang/th", "lang/th/index.html"),
        ("/lang/th/topics?x=", "lang/th/topics.html"),
    ],
)
def test_each_address_has_one_file(url, file):
    assert read(url).file == file


@pytest.mark.parametrize("url", ["/", "/law?kind=legislation&system=hk", "/lang/th/topics"])
def test_an_address_is_asked_of_the_site_as_it_was_read(url):
    assert read(url).url == url
    assert read(read(url).url) == read(url)


def test_what_is_asked_can_be_taken_off():
    assert read("/hk/law/cap-200?on=2020-01-31").without("on") == Address("", "hk/law/cap-200")
