"""Bytes to text."""

from manumit.formats.types import UnreadableDocument


def decode_utf8(data: bytes) -> str:
    """UTF-8 with or without a byte order mark. Raises UnreadableDocument for anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"not UTF-8 text (byte {error.start})") from error
    if "\0" in text:
        raise UnreadableDocument("not text: it holds zero bytes")
    return text
