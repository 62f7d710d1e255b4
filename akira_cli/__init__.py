"""akira: curate, draft and publish a weekly machine-learning newsletter."""

__version__ = "0.1.0"
