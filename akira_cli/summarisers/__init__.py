"""One file per way to write a first summary: Item to Summary."""
