"""Rules that read the finished documents, as text, before they are written."""
