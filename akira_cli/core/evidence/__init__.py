"""What in a text its source bears out, kind by kind: numbers, units, names, negation, direction."""
