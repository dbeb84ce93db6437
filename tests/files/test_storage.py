"""Both places for sealed pieces keep the same promises; the bucket is a real S3 server."""

import os
import subprocess
import sys
import time
from contextlib import closing, suppress
from socket import create_connection

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside.files.storage.bucket import reached
from alongside.files.storage.folder import Folder
from alongside.settings.environment import read
from alongside.settings.files import bucket_of
from alongside.settings.safety import unsafe
from tests.process.served import free_port

RAW = b"\x01" * 65_553


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that speaks S3, in a process of its own on this machine."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    log = (tmp_path_factory.mktemp("s3") / "log").open("w")
    process = subprocess.Popen(command, stdout=log, stderr=log, env=dict(os.environ))
    _wait_for(port)
    yield port
    process.terminate()
    process.wait(20)
    log.close()


def _wait_for(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), closing(create_connection(("127.0.0.1", port), 1)):
            return
        time.sleep(0.1)
    raise AssertionError("the S3 server did not come up")


@pytest.fixture
def bucket(server):
    """A bucket of our own, as the settings name it."""
    place = bucket_of(f"s3://key:secret@127.0.0.1:{server}/sealed-files?tls=none")
    client = boto3.client(
        "s3",
        endpoint_url=place.endpoint,
        region_name=place.region,
        aws_access_key_id=place.key,
        aws_secret_access_key=place.secret,
    )
    client.create_bucket(Bucket=place.name)
    yield reached(place)
    client.close()


@pytest.fixture(params=["folder", "bucket"])
def storage(request, tmp_path):
    """Either place."""
    if request.param == "folder":
        return Folder(tmp_path / "files")
    return request.getfixturevalue("bucket")


def test_a_piece_comes_back_as_it_was_and_goes_for_good(storage):
    storage.put("ab12-0", RAW)
    storage.put("ab12-1", b"two")
    assert storage.get("ab12-0") == RAW
    storage.put("ab12-1", b"again")
    assert storage.get("ab12-1") == b"again"

    storage.delete(["ab12-0", "ab12-1", "never-there"])
    assert (storage.get("ab12-0"), storage.get("ab12-1")) == (None, None)
    storage.delete([])


def test_a_folder_forgets_halves_that_a_cut_left_behind(tmp_path):
    storage = Folder(tmp_path)
    storage.put("ab12-0", RAW)
    half = tmp_path / "ab" / "ab12-0.00ff.partial"
    half.write_bytes(b"half")

    storage.delete(["ab12-0"])
    assert not half.exists()


@pytest.mark.parametrize(
    "url",
    [
        "https://key:secret@host/bucket",
        "s3://host/bucket",
        "s3://key@host/bucket",
        "s3://key:secret@host",
        "s3://key:secret@host/Bucket_with_letters",
        "s3://key:secret@host/bucket/and/more",
        "s3://key:secret@host/bucket?tls=maybe",
        "s3://key:secret@host/bucket?color=blue",
        "s3://key:secret@host:port/bucket",
    ],
)
def test_an_odd_address_is_said_in_one_sentence_without_its_secret(url):
    with pytest.raises(ImproperlyConfigured, match="ALONGSIDE_FILES_URL") as said:
        bucket_of(url)
    assert "secret@host" not in str(said.value).replace(
        "s3://key:secret@host/bucket?region", ""
    )


def test_a_good_address_is_read_whole_and_hides_its_secret():
    place = bucket_of("s3://us%2Fer:se%40cret@s3.example.org/sealed?region=eu-central-1")

    assert (place.endpoint, place.name) == ("https://s3.example.org", "sealed")
    assert (place.key, place.secret, place.region) == ("us/er", "se@cret", "eu-central-1")
    assert "se@cret" not in repr(place)
    assert bucket_of("") is None


def test_a_live_programme_sends_no_file_in_the_open():
    live = {"ALONGSIDE_MODE": "production"}
    here, there = (
        read({**live, "ALONGSIDE_FILES_URL": f"s3://k:s@{host}/bucket?tls=none"})
        for host in ("127.0.0.1:9000", "s3.example.org")
    )

    assert not any("FILES_URL" in reason for reason in unsafe(here))
    assert any("FILES_URL" in reason for reason in unsafe(there))
