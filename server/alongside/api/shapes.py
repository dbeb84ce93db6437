"""The shapes of protocol/api.md: closed fields, bytes as base64url, whole numbers only."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StrictBool
from pydantic.json_schema import WithJsonSchema

from alongside.ground.identifiers import from_text, to_text

LARGEST = 2**53 - 1


def _bytes_from(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise ValueError("not base64url")
    return from_text(value)


def _base64url(*lengths: int) -> Any:
    """Bytes of one of these lengths (any length without), written as base64url."""

    def has_length(value: object) -> bytes:
        raw = _bytes_from(value)
        if lengths and len(raw) not in lengths:
            raise ValueError("bytes of another length were expected")
        return raw

    texts = sorted(-(-length * 4 // 3) for length in lengths)
    schema: dict[str, Any] = {"type": "string", "pattern": "^[A-Za-z0-9_-]*$"}
    if texts:
        schema |= {"minLength": texts[0], "maxLength": texts[-1]}
    return (
        BeforeValidator(has_length),
        PlainSerializer(to_text, return_type=str),
        WithJsonSchema(schema),
    )


Id = Annotated[bytes, *_base64url(16)]
Hash = Annotated[bytes, *_base64url(32)]
Signature = Annotated[bytes, *_base64url(64)]
PrevSignature = Annotated[bytes, *_base64url(0, 64)]
WrapBytes = Annotated[bytes, *_base64url(112)]
SlotBox = Annotated[bytes, *_base64url(105)]
Bytes = Annotated[bytes, *_base64url()]
Int = Annotated[int, Field(strict=True, ge=0, le=LARGEST)]
# A day that a column holds: up to the year 9999.
Day = Annotated[int, Field(strict=True, ge=0, le=2_932_896)]
# A day of somebody's life, which may lie before 1970.
AnyDay = Annotated[int, Field(strict=True, ge=-7_305, le=2_932_896)]
Name = Annotated[str, Field(max_length=64)]
Bool = StrictBool


class Shape(BaseModel):
    """One JSON object with exactly these fields."""

    model_config = ConfigDict(extra="forbid")
