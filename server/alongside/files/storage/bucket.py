"""Sealed pieces in a bucket that speaks S3."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from alongside.settings.files import Bucket

AT_ONCE = 1_000


class S3Bucket:
    """The three calls we need of a bucket."""

    def __init__(self, client: Any, name: str) -> None:
        self._client = client
        self._name = name

    def put(self, name: str, raw: bytes) -> None:
        """Keep a piece; the bucket takes it whole or not at all."""
        self._client.put_object(
            Bucket=self._name, Key=name, Body=raw, ContentType="application/octet-stream"
        )

    def get(self, name: str) -> bytes | None:
        """Give a piece; None if it is not here."""
        try:
            found = self._client.get_object(Bucket=self._name, Key=name)
        except self._client.exceptions.NoSuchKey:
            return None
        raw: bytes = found["Body"].read()
        return raw

    def delete(self, names: Sequence[str]) -> None:
        """Delete pieces; a bucket says so when it could not."""
        for first in range(0, len(names), AT_ONCE):
            listed = [{"Key": name} for name in names[first : first + AT_ONCE]]
            answer = self._client.delete_objects(
                Bucket=self._name, Delete={"Objects": listed, "Quiet": True}
            )
            if answer.get("Errors"):
                raise OSError("the bucket kept pieces that should be deleted")


@cache
def reached(place: Bucket) -> S3Bucket:
    """Reach the bucket of the settings; ImproperlyConfigured if the software is not there."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError as missing:
        raise ImproperlyConfigured(
            "ALONGSIDE_FILES_URL needs boto3: install requirements-s3.lock."
        ) from missing
    patient = Config(connect_timeout=5, read_timeout=20, retries={"max_attempts": 3})
    client = boto3.client(
        "s3",
        endpoint_url=place.endpoint,
        region_name=place.region,
        aws_access_key_id=place.key,
        aws_secret_access_key=place.secret,
        config=patient,
    )
    return S3Bucket(client, place.name)
