"""arXiv, by its query interface: https://info.arxiv.org/help/api/user-manual.html"""

from akira_cli.sources.arxiv.source import Arxiv, build

__all__ = ["Arxiv", "build"]
