"""One file per target: Issue to Document."""
