"""Mail for those who asked for it: a new release, and nothing else."""
