"""What the file with the settings of a vault is called: all that is known where nothing else is loaded yet."""

SETTINGS_FILE = "nb.yaml"
