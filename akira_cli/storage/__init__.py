"""What is kept on disk: drafts, their history, the library, the settings."""
