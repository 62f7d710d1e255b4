"""Whether a text denies or turns round what its source says."""
