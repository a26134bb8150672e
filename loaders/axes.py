"""条 or 块: the axis of a tie where its kind does not say."""

from __future__ import annotations

from wushe.schema import Axis, schema


def axis_of(tie: str, upper: str) -> str:
    """The axis of a tie whose upper end is of this kind: a territorial body makes it 块, else it is 条."""
    declared = schema().ties[tie].axis
    if declared is not None:
        return declared.value
    organization = schema().organizations.get(upper)
    return (Axis.BLOCK if organization is None or organization.territorial else Axis.LINE).value
