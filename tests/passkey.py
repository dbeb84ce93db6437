"""A passkey of our own, so that tests can hold it wrong: real keys, real CBOR, any answer."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from alongside.ground.identifiers import to_text

IS_PRESENT, IS_VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class SoftPasskey:
    """A small key one plugs in; it does whatever it is told."""

    host: str = "testserver"
    origin: str = "http://testserver"
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    uses: int = 0

    def make(self, question):
        """Answer a question to make a passkey."""
        length = len(self.credential).to_bytes(2, "big")
        attested = bytes(16) + length + self.credential + self._public_key()
        data = self._data(HAS_KEY) + attested
        told = self._client_data("webauthn.create", question)
        made = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer({"clientDataJSON": told, "attestationObject": made})

    def show(self, question, *, presence=IS_PRESENT):
        """Answer a question to show it; it counts each use."""
        self.uses += 1
        data = self._data(0, presence=presence)
        told = self._client_data("webauthn.get", question)
        signed = data + hashlib.sha256(told).digest()
        signature = self.key.sign(signed, ec.ECDSA(SHA256()))
        return self._answer(
            {"clientDataJSON": told, "authenticatorData": data, "signature": signature}
        )

    def _data(self, flags, *, presence=IS_PRESENT):
        host = hashlib.sha256(self.host.encode()).digest()
        flag = bytes([flags | presence | IS_VERIFIED])
        return host + flag + self.uses.to_bytes(4, "big")

    def _client_data(self, kind, question):
        told = {
            "type": kind,
            "challenge": question["challenge"],
            "origin": self.origin,
            "crossOrigin": False,
        }
        return json.dumps(told).encode()

    def _public_key(self):
        numbers = self.key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (numbers.x, numbers.y))
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _answer(self, response):
        name = to_text(self.credential)
        told = {part: to_text(value) for part, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})
