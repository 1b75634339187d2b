"""The pages of the confidential desk: the only ones that may enter it."""
