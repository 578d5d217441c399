"""Rules that read the set of documents: kinds of act, the journal, what is issued for whom."""
