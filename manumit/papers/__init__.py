"""Answer packs: a letter with pinpoint citations and quoted passages, and a bundle of the authorities.

Pure: a ``Pack`` in, bytes out, nothing on a disk. It knows no room, no database and no clock.
"""

from manumit.papers.errors import NoFont
from manumit.papers.pages import as_html
from manumit.papers.plain import as_text
from manumit.papers.printed import as_pdf
from manumit.papers.types import Pack, Quoted, Source
from manumit.papers.zipped import as_zip

__all__ = ["NoFont", "Pack", "Quoted", "Source", "as_html", "as_pdf", "as_text", "as_zip"]
