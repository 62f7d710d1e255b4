"""Flags and printing; everything else lives below."""
