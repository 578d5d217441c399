"""What our engine costs beside others, on the same templates and words; `python -m benchmarks`."""
