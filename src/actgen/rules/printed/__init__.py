"""Rules that read documents as they come out of the printer: one module and one Russian page each."""
