"""What changed, for programs that look again: feeds."""
