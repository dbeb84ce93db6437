"""A picture as a phone takes it: with the place, the camera and a note in its EXIF part."""

import base64
import struct

from playwright.sync_api import Page

NOISE = """async ([width, height]) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext("2d");
    const noise = pen.createImageData(width, height);
    for (let i = 0; i < noise.data.length; i += 4)
        noise.data.set([i * 7919 % 251, i * 104729 % 241, i % 239, 255], i);
    pen.putImageData(noise, 0, 0);
    pen.fillStyle = "#2f6f5e";
    pen.fillRect(width / 4, height / 4, width / 2, height / 2);
    const made = await new Promise((then) => canvas.toBlob(then, "image/jpeg", 0.9));
    return [...new Uint8Array(await made.arrayBuffer())];
}"""


def photograph(page: Page, *, note: str, width: int = 2_000, height: int = 1_500) -> bytes:
    """A JPEG that knows where it was taken, and carries a note."""
    plain = bytes(page.evaluate(NOISE, [width, height]))
    return plain[:2] + _exif(note) + plain[2:]


def _exif(note: str) -> bytes:
    """An APP1 segment: a description, and a GPS folder with 52 degrees north."""
    text = note.encode() + b"\0"
    entries = 2
    data_at = 8 + 2 + entries * 12 + 4
    gps_at = data_at + len(text) + len(text) % 2
    folder = struct.pack("<H", entries)
    folder += struct.pack("<HHII", 0x010E, 2, len(text), data_at)
    folder += struct.pack("<HHII", 0x8825, 4, 1, gps_at) + struct.pack("<I", 0)
    gps = struct.pack("<H", 2) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0")
    gps += struct.pack("<HHII", 2, 5, 3, gps_at + 2 + 24 + 4) + struct.pack("<I", 0)
    gps += struct.pack("<6I", 52, 1, 31, 1, 12, 1)
    tiff = b"II*\0\x08\0\0\0" + folder + text + b"\0" * (len(text) % 2) + gps
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def as_upload(name: str, mime: str, content: bytes) -> dict[str, object]:
    """A file as Playwright hands it to a page."""
    return {"name": name, "mimeType": mime, "buffer": content}


REMEMBER_BLOBS = """
const make = URL.createObjectURL.bind(URL);
window.blobsShown = [];
URL.createObjectURL = (blob) => { window.blobsShown.push(blob); return make(blob); };
"""

LAST_BLOB = """async () => {
    const blob = window.blobsShown.at(-1);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (let i = 0; i < bytes.length; i += 32768)
        text += String.fromCharCode(...bytes.subarray(i, i + 32768));
    return [blob.type, btoa(text)];
}"""


def last_blob(page: Page) -> tuple[str, bytes]:
    """Type and bytes of what a page showed last; needs REMEMBER_BLOBS from its beginning."""
    mime, text = page.evaluate(LAST_BLOB)
    return mime, base64.b64decode(text)
