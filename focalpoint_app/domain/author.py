"""Who writes: a name, a role and an institution, known to the workspace."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """``id`` is a UUID; the person signs by name, the office by institution."""

    id: str
    name: str
    role: str = ""
    institution: str = ""

    @property
    def line(self) -> str:
        """``Name; role; institution``, as the command line's ``--by`` takes it."""
        return "; ".join(filter(None, (self.name, self.role, self.institution)))
