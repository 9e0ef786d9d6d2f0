"""The watcher: an edge beside the command line, which keeps the reports in the vault fresh."""
