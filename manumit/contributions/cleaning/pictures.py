"""Pictures: the points of the picture are written anew, and nothing else."""

import warnings
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from manumit.contributions.cleaning.types import Cleaned
from manumit.contributions.errors import NotCleaned

_MOST_POINTS = 40_000_000
_KINDS = ("JPEG", "PNG")
_QUALITY = 92


def clean_picture(data: bytes) -> Cleaned:
    """A JPEG or PNG without place, camera, maker or preview. Raises NotCleaned."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=_KINDS) as opened:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _written_anew(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        raise NotCleaned(_("The picture cannot be read: save it again and send that.")) from error


def _written_anew(opened: Image.Image) -> Cleaned:
    if opened.width * opened.height > _MOST_POINTS:
        raise NotCleaned(_("The picture is too large: send it with at most 40 million points."))
    kind = opened.format or ""
    noted = bool(
        opened.getexif()
        or opened.info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    )
    turned = ImageOps.exif_transpose(opened)
    bare = Image.frombytes(turned.mode, turned.size, turned.tobytes())
    if turned.mode == "P":
        bare.putpalette(turned.getpalette() or [])
    out = BytesIO()
    bare.save(out, format=kind, quality=_QUALITY)
    return Cleaned(kind.lower(), out.getvalue(), ("notes of the camera",) if noted else ())
