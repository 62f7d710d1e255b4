"""Where templates are kept once they are compiled, for the exporters that use them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import BytecodeCache


def compiled_templates() -> BytecodeCache | None:
    """Templates compiled before, as compiling takes longer than filling in; None without a
    temporary folder that is the user's alone.

    A file counts only when it is whole and the folder's owner's; without it, or without room to
    write it, the templates are compiled.
    """
    import tempfile
    from hashlib import sha256

    from jinja2 import FileSystemBytecodeCache
    from jinja2.bccache import Bucket

    class SealedFiles(FileSystemBytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            file = Path(self._get_cache_filename(bucket))
            with suppress(OSError):
                if file.is_file() and file.stat().st_uid == file.parent.stat().st_uid:
                    sealed = file.read_bytes()
                    if sealed[:32] == sha256(sealed[32:]).digest():
                        bucket.bytecode_from_string(sealed[32:])

        def dump_bytecode(self, bucket: Bucket) -> None:
            file = Path(self._get_cache_filename(bucket))
            aside = file.with_suffix(f".{os.getpid()}")
            code = bucket.bytecode_to_string()
            with suppress(OSError):
                try:
                    aside.write_bytes(sha256(code).digest() + code)
                    aside.replace(file)
                finally:
                    aside.unlink(missing_ok=True)

    try:
        # where no temporary folder has room, Python would take the folder one works in
        return None if Path(tempfile.gettempdir()).samefile(".") else SealedFiles()
    except (OSError, RuntimeError):
        return None
