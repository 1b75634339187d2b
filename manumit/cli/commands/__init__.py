"""Each module here holds one command under the name ``command``."""
