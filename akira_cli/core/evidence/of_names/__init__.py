"""Whether the names of a text are its source's."""
