"""What can be wrong with a file of reference data, said in one line."""


class BadReference(ValueError):
    """A reference file that cannot be read; names the file, the table in it and the reason."""

    def __init__(self, file: str, table: str, reason: str) -> None:
        super().__init__(f"{file}: {table}: {reason}" if table else f"{file}: {reason}")
        self.file = file
        self.table = table
        self.reason = reason
