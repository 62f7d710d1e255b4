"""The prompts, as files that the curator may put their own in place of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from akira_cli.own_templates import fault_in, invalid, templates_in

if TYPE_CHECKING:
    from jinja2 import Environment, Template

SHIPPED = Path(__file__).with_name("prompts")


class PromptFile:
    """One prompt, in blocks; a block that the curator's file leaves out is the shipped one's.

    `own_folder` is where the curator's are, empty for none.
    """

    def __init__(self, name: str, own_folder: str = "") -> None:
        self._name = name
        self._own_folder = Path(own_folder) if own_folder else None

    def render(self, block: str, values: Mapping[str, object]) -> str:
        """A block filled in. Raises InvalidFile, naming file and line, for a file of the curator's
        that does not work."""
        for template in self._templates:
            if block in template.blocks:
                return self._rendered(template, block, values)
        raise KeyError(block)

    @cached_property
    def _templates(self) -> list[Template]:
        """The curator's, if there is one, and the shipped one."""
        shipped = _environment(SHIPPED).get_template(self._name)
        if self._own_folder is None or not (self._own_folder / self._name).is_file():
            return [shipped]
        environment = _environment(self._own_folder)
        try:
            own = environment.get_template(self._name)
        except Exception as error:  # what the curator wrote: anything may be wrong with it
            self._tell(error)
            raise
        if not own.blocks.keys() & shipped.blocks.keys():
            known = ", ".join(shipped.blocks)
            raise invalid(self._own_folder, self._name, 1, f"it has none of the blocks {known}")
        return [own, shipped]

    def _rendered(self, template: Template, block: str, values: Mapping[str, object]) -> str:
        try:
            return _block_of(template, block, values)
        except Exception as error:  # a template runs the curator's own code: anything may go wrong
            self._tell(error)
            raise

    def _tell(self, error: Exception) -> None:
        told = self._own_folder and fault_in(self._own_folder, self._name, error)
        if told:
            raise told from error


def _block_of(template: Template, block: str, values: Mapping[str, object]) -> str:
    try:
        return "".join(template.blocks[block](template.new_context(dict(values)))).strip()
    except Exception:  # noqa: BLE001  # raised anew, with lines of the template: as `render` does
        template.environment.handle_exception()


def _environment(folder: Path) -> Environment:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        loader=templates_in([folder]),
        autoescape=False,  # noqa: S701  # it is plain text, and read by no browser
        undefined=StrictUndefined,  # a misspelt name is an error, not a hole in the prompt
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment
