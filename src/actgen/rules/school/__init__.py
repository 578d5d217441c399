"""Rules that read what `data/` says."""
