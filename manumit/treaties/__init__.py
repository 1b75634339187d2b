"""Where a territory stands under an instrument on a day: always computed, never stored."""
