"""One file per target: Issue to Document.

A file is named as its format, so some are named like modules of the standard library: `email`,
`html`, `json`. Nothing is run from inside this folder, where those would be taken for them.
"""
