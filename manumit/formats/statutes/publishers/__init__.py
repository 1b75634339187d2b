"""The collections whose files are read, one module each."""

from manumit.formats.statutes.publishers.philippines import PHILIPPINES
from manumit.formats.statutes.publishers.singapore import SINGAPORE
from manumit.formats.statutes.publishers.thailand import THAILAND

PUBLISHERS = (SINGAPORE, THAILAND, PHILIPPINES)
