"""The only package that opens a connection."""

from akira_cli.web.client import Web

__all__ = ["Web"]
