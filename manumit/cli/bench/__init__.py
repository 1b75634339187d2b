"""Benchmarks: what Manumit does, measured beside its peers in the same run."""
