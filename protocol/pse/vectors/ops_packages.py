"""Ops over consents, what is told with them, and telling without."""

from collections.abc import Mapping
from typing import Any

from pse import consent, emergency, key_record, package

In = Mapping[str, Any]


def _terms(given: In) -> consent.Terms:
    fields = dict(given)
    signer = fields["signs_for"]
    return consent.Terms(
        **{
            **fields,
            "to": consent.To(**fields["to"]),
            "texts": consent.Texts(**fields["texts"]),
            "what": tuple(fields["what"]),
            "laws": tuple(fields["laws"]),
            "lines": tuple((one, fc) for one, fc in fields["lines"]),
            "signs_for": consent.SignsFor(**signer) if signer else None,
        }
    )


def _content(given: In) -> consent.Content:
    lines = tuple(consent.ToldLine(**one) for one in given["lines"])
    return consent.Content(given["b"], given["salt"], lines)


def _readers(rows: list[In]) -> tuple[package.Reader, ...]:
    return tuple(package.Reader(**row) for row in rows)


def _package(given: In) -> package.Package:
    return package.Package(**{**given, "readers": _readers(given["readers"])})


def _entry(given: In) -> emergency.Emergency:
    return emergency.Emergency(**{**given, "readers": _readers(given["readers"])})


def _record(given: In) -> key_record.KeyRecord:
    return key_record.KeyRecord(**given)


def _check(given: In) -> bool:
    consent.check_content(_content(given["content"]), _terms(given["terms"]))
    return True


def _verify(given: In) -> bool:
    client = _record(given["client"])
    package.verify_package(_package(given["package"]), home=given["home"], client=client)
    return True


def _follows(given: In) -> bool:
    package.check_follows([_package(one) for one in given["packages"]], home=given["home"])
    return True


def _key(given: In) -> bytes:
    return package.open_key(
        _package(given["package"]),
        given["box"],
        given["wrap"],
        home=given["home"],
        record=_record(given["record"]),
        ek_seed=given["ek_seed"],
    )


def _consent(given: In) -> consent.Terms:
    found = _package(given["package"])
    return package.open_terms(found, given["consent"], given["key"], home=given["home"])


def _told(given: In) -> consent.Content:
    return package.open_told(
        _package(given["package"]),
        given["told"],
        given["key"],
        _terms(given["terms"]),
        home=given["home"],
    )


def _link(given: In) -> list[bytes]:
    return list(
        package.open_link(
            _package(given["package"]), given["link"], given["link_box"], home=given["home"]
        )
    )


def _verify_entry(given: In) -> bool:
    specialist = _record(given["specialist"])
    emergency.verify_emergency(
        _entry(given["entry"]), home=given["home"], specialist=specialist
    )
    return True


def _open_entry(given: In) -> emergency.Words:
    return emergency.open_emergency(
        _entry(given["entry"]),
        given["box"],
        given["wrap"],
        home=given["home"],
        record=_record(given["record"]),
        ek_seed=given["ek_seed"],
    )


OPS = {
    "consent.write": lambda given: consent.write_terms(_terms(given["terms"])),
    "consent.read": lambda given: consent.read_terms(given["raw"]),
    "consent.text": lambda given: consent.text_hash_of(_terms(given["terms"])),
    "consent.purpose": lambda given: consent.purpose_hash_of(_terms(given["terms"])),
    "content.write": lambda given: consent.write_content(_content(given["content"])),
    "content.read": lambda given: consent.read_content(given["raw"]),
    "content.check": _check,
    "package.bytes": lambda given: package.package_bytes(
        given["home"], _package(given["package"])
    ),
    "package.hash": lambda given: package.package_hash_of(
        given["home"], _package(given["package"])
    ),
    "package.verify": _verify,
    "package.follows": _follows,
    "package.key": _key,
    "package.consent": _consent,
    "package.told": _told,
    "package.link": _link,
    "package.door": lambda given: package.door_of(given["secret"], given["id"]),
    "package.knock": lambda given: package.is_door(_package(given["package"]), given["shown"]),
    "emergency.bytes": lambda given: emergency.emergency_bytes(
        given["home"], _entry(given["entry"])
    ),
    "emergency.verify": _verify_entry,
    "emergency.open": _open_entry,
}
