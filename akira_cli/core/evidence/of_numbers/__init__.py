"""Whether the numbers of a text are its source's."""
