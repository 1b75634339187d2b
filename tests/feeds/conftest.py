"""What the tests of feeds load."""

from tests.library.conftest import load

__all__ = ["load"]
