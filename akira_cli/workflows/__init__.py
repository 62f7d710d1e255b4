"""One function per verb, made of core values and ports."""
