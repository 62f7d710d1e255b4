"""What single words say: that something is denied, better, more, a name or a number."""
