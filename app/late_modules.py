"""Modules that a library names when it is imported, and only needs for what Nahbar does not do.

SQLAlchemy imports `asyncio` for its asynchronous engines and `importlib.metadata` for dialects of
other packages. With the sockets, TLS and mail that these bring, they cost every start a fifth of
what all of SQLAlchemy costs.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def late_modules(*names: str) -> Iterator[None]:
    """Stand in for modules inside the block; whoever imports one there gets it at its first use.

    Parts of such a package are not to be imported inside the block before something of it is
    used. A module that is imported already stays as it is. After the block the names lead to the
    modules themselves again.
    """
    placed = {name: _LateModule(name) for name in names if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for late in placed.values():
            late.step_aside()


class _LateModule(ModuleType):
    """Imports what it stands for when something of it is wanted."""

    def step_aside(self) -> None:
        """Let the name lead to the module itself from now on."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a module holds anything
        """Answer something of the module; a function without importing it, until it is called."""
        if name.islower() and not name.startswith("_"):
            return _late_function(self, name)
        return self._find(name)

    def _find(self, name: str) -> Any:  # noqa: ANN401 - as above
        self.step_aside()
        return getattr(import_module(self.__name__), name)


def _late_function(module: _LateModule, name: str) -> Any:  # noqa: ANN401 - as above
    def call(*args: object, **named: object) -> Any:  # noqa: ANN401 - as above
        return module._find(name)(*args, **named)  # noqa: SLF001 - a part of it

    return call
