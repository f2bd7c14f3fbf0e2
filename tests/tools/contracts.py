"""The import contract that no ready-made type can say: the standard library and nothing else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from grimp import ImportGraph
    from importlinter.domain.imports import ModuleExpression

    _Expressions = AbstractSet[ModuleExpression]


class StandardLibraryOnly(Contract):
    """Modules that may import the standard library, themselves and the allowed modules only."""

    type_name = "standard_library_only"

    source_modules = fields.SetField(subfield=fields.ModuleExpressionField())
    allowed_modules = fields.SetField(subfield=fields.ModuleExpressionField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001 - its name
        """Find every import of a source module that is neither standard nor allowed."""
        del verbose
        sources = _with_descendants(graph, cast("_Expressions", self.source_modules))
        allowed = sources | _with_descendants(graph, cast("_Expressions", self.allowed_modules))
        wrong = sorted(
            (source, imported)
            for source in sources
            for imported in graph.find_modules_directly_imported_by(source)
            if imported not in allowed and not _is_standard(imported)
        )
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that breaks the contract."""
        for source, imported in check.metadata["wrong"]:
            output.print_error(f"{source} imports {imported}", bold=False)


def _is_standard(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in sys.stdlib_module_names


def _with_descendants(graph: ImportGraph, expressions: Iterable[ModuleExpression]) -> set[str]:
    modules = {module.name for module in module_expressions_to_modules(graph, expressions)}
    return modules | set(_descendants(graph, modules))


def _descendants(graph: ImportGraph, modules: Iterable[str]) -> Iterator[str]:
    for module in modules:
        if module in graph.modules and not graph.is_module_squashed(module):
            yield from graph.find_descendants(module)
