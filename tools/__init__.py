"""Programs that write files of the project; each is run by hand."""
