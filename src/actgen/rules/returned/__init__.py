"""Rules on files that came back: one module and one Russian page each."""
