"""What practitioners forward, and its way through review."""
