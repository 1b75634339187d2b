"""Catalogues of the interface's languages: found in the sources, kept as files, and checked."""
