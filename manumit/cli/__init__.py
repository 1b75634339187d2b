"""Commands for the operator and for programs: one file a command, found by discovery."""
