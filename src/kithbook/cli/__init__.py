"""The command line: one thin file a command, `main` lists them, `app` holds what they share."""
