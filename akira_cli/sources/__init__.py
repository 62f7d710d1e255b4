"""One file per place things come from: text to Reference to Item."""
