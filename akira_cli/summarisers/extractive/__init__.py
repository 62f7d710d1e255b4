"""The first draft without a language model: the abstract's own best sentences."""

from akira_cli.summarisers.extractive.choice import Extractive, summariser

__all__ = ["Extractive", "summariser"]
