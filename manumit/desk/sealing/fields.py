"""What a seal is bound to, as bytes: no two lists of fields give the same."""

Field = str | int | bytes


def encode(*fields: Field) -> bytes:
    """Each field with its type and its length before it, so that none can run into its neighbour."""
    return b"".join(_encoded(field) for field in fields)


def _encoded(field: Field) -> bytes:
    match field:
        case str():
            mark, data = b"s", field.encode()
        case bytes():
            mark, data = b"b", field
        case int():
            mark, data = b"i", str(int(field)).encode()
    return mark + len(data).to_bytes(4, "big") + data
