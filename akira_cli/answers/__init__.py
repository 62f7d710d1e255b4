"""What servers answer, made fit to read."""
