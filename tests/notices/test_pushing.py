"""A device of one's own hears that something is new; whoever carries it there reads nothing."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground.clock import day_of
from alongside.notices.actions import came_in, leave_address, send_due
from alongside.notices.actions.hearing import NoPush, TooManyDevices, hush
from alongside.notices.models import Device, Owed, Reach
from alongside.notices.pushing import public_key
from alongside.notices.pushing.sealing import Browser as Sealed
from alongside.notices.pushing.sealing import sealed
from alongside.people import actions as people
from alongside.people.models import Scope
from alongside.wall.queries import page_of
from pse.wall import Kind, read_told
from tests.naming import names
from tests.notices.conftest import NOON, hearing, is_owed, owe, reached, wish
from tests.pushbox import Browser, unpadded

NIGHT = NOON.replace(hour=22)
WAY = b"a phone of mine."


def told_on_wall(somebody):
    """Which notes came on and went off, in order, as somebody's wall tells it."""
    rows = [read_told(row.told) for row in page_of(somebody, start=1).rows]
    return [(row.kind, row.detail["what"]) for row in rows if row.kind >= Kind.NOTES_ON]


def owed_push(somebody, browser):
    device = hearing(somebody.account, browser)
    owe(device.reach)
    return device


def test_adas_phone_hears_that_something_is_new_and_nothing_else(pushbox, ada):
    phone = pushbox.browser()
    owed_push(ada, phone)

    send_due(now=NOON)

    (taken,) = pushbox.taken
    assert phone.opened(taken) == b"\x01" + bytes(31)
    assert taken.headers["Content-Encoding"] == "aes128gcm"
    assert (taken.headers["Topic"], taken.headers["TTL"]) == ("note", "86400")
    assert not Owed.objects.exists()
    assert not Device.objects.get().waits


def test_every_pushed_note_is_as_long_as_every_other_and_none_looks_like_another(
    pushbox, ada, ben
):
    owed_push(ada, pushbox.browser("adas"))
    bens = hearing(ben.account, pushbox.browser("bens"), way=b"another of them.")
    owe(bens.reach)

    send_due(now=NOON)

    one, other = (taken.body for taken in pushbox.taken)
    assert len(one) == len(other)
    assert one[:16] != other[:16]
    assert one[-32:] != other[-32:]


def test_the_push_service_can_check_who_sends_and_until_when(pushbox, ada):
    owed_push(ada, pushbox.browser())

    send_due(now=NOON + timedelta(minutes=17))

    scheme, proof = pushbox.taken[0].headers["Authorization"].split(" ", 1)
    parts = dict(part.split("=", 1) for part in proof.split(", "))
    signed, _, signature = parts["t"].rpartition(".")
    raw = unpadded(signature)
    key = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), unpadded(parts["k"]))
    pair = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(encode_dss_signature(*pair), signed.encode(), ECDSA(SHA256()))
    claims = json.loads(unpadded(signed.split(".")[1]))
    assert (scheme, unpadded(parts["k"])) == ("vapid", public_key())
    assert claims == {
        "aud": pushbox.origin,
        "exp": int((NOON + timedelta(hours=12)).timestamp()),
        "sub": "https://peers.example.org",
    }


def test_nothing_that_leaves_for_a_device_names_anybody_or_what_this_place_is(pushbox, ada):
    phone = pushbox.browser()
    owed_push(ada, phone)
    send_due(now=NOON)

    said = f"{pushbox.taken[0].headers} {phone.opened(pushbox.taken[0])!r}"

    for word in ("ada", "ben", "riverside", "recovery", "client", "talk", "message"):
        assert not names(said, word)


@given(chance=st.binary(min_size=32, max_size=32), salt=st.binary(min_size=16, max_size=16))
def test_what_is_sealed_for_a_browser_is_opened_by_it_and_by_no_other(chance, salt):
    number = int.from_bytes(chance, "big") % (2**255) + 1
    own = derive_private_key(number, SECP256R1())
    phone, other = Browser("https://a.example"), Browser("https://b.example")

    box = sealed(b"\x01", Sealed(phone.public, phone.secret), own=own, salt=salt)

    taken = type("Taken", (), {"body": box})
    assert phone.opened(taken) == b"\x01"
    with pytest.raises(Exception, match=r"(?i)tag|decrypt"):
        other.opened(taken)


def test_a_note_that_was_pushed_is_not_pushed_again(pushbox, ada):
    owed_push(ada, pushbox.browser())

    for minutes in (0, 10, 20):
        send_due(now=NOON + timedelta(minutes=minutes))

    assert len(pushbox.taken) == 1


def test_at_night_nothing_is_pushed_and_in_the_morning_it_is(pushbox, ada):
    device = owed_push(ada, pushbox.browser())
    Reach.objects.update(zone="Europe/Madrid")

    send_due(now=NIGHT)
    assert pushbox.taken == []
    assert is_owed(device.reach)

    send_due(now=NIGHT + timedelta(hours=9))
    assert len(pushbox.taken) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten_and_the_wall_says_so(pushbox, ada, status):
    owed_push(ada, pushbox.browser())
    pushbox.statuses["/push/one"] = status

    send_due(now=NOON)

    assert not Device.objects.exists()
    assert not Reach.objects.exists()
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 2), (Kind.NOTES_OFF, 2)]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_is_busy_is_asked_again_later_and_later(pushbox, ada, status):
    owed_push(ada, pushbox.browser())
    pushbox.statuses["/push/one"] = status
    now, waits = NOON, []
    for _ in range(3):
        send_due(now=now)
        waits.append(Device.objects.get().try_after_at - now)
        now = Device.objects.get().try_after_at

    assert waits == [timedelta(minutes=minutes) for minutes in (10, 20, 40)]
    assert len(pushbox.taken) == 3

    pushbox.statuses.clear()
    send_due(now=now - timedelta(seconds=1))
    assert len(pushbox.taken) == 3
    send_due(now=now)
    assert len(pushbox.taken) == 4
    assert Device.objects.get().failures == 0


def test_who_came_in_meanwhile_is_not_told_when_the_service_is_back(pushbox, ada):
    owed_push(ada, pushbox.browser())
    pushbox.statuses["/push/one"] = 503
    send_due(now=NOON)
    came_in(ada.account)
    pushbox.statuses.clear()

    send_due(now=NOON + timedelta(hours=2))

    assert len(pushbox.taken) == 1


def test_a_service_that_does_not_know_us_is_asked_eight_times_and_no_more(pushbox, ada):
    owed_push(ada, pushbox.browser())
    pushbox.statuses["/push/one"] = 403
    for days in range(9):
        send_due(now=NOON + timedelta(days=days))

    assert len(pushbox.taken) == 8
    assert not Device.objects.exists()


def test_a_service_that_sends_us_elsewhere_is_not_followed(pushbox, ada):
    owed_push(ada, pushbox.browser())
    pushbox.statuses["/push/one"] = 307

    send_due(now=NOON)

    assert [taken.path for taken in pushbox.taken] == ["/push/one"]


def test_one_service_that_is_silent_holds_up_no_other(pushbox, ada, ben, settings):
    """Ada's answers nothing at all; Ben hears all the same, in the same round."""
    silent = "http://127.0.0.1:9"
    hosts = (pushbox.origin, silent)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, push_hosts=hosts)
    owe(hearing(ada.account, Browser(f"{silent}/push/adas")).reach)
    owe(hearing(ben.account, pushbox.browser("bens"), way=b"another of them.").reach)

    send_due(now=NOON)

    assert [taken.path for taken in pushbox.taken] == ["/push/bens"]
    assert Device.objects.get(way=WAY).try_after_at == NOON + timedelta(minutes=10)


ELSEWHERE = [
    "http://fcm.googleapis.com/fcm/send/x", "https://fcm.googleapis.com:8443/x",
    "https://fcm.googleapis.com.evil.example/x", "https://evilfcm.googleapis.com/x",
    "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x", "https://10.0.0.1/x",
    "https://169.254.169.254/latest", "https://fcm.googleapis.com@evil.example/x",
    "https://user@fcm.googleapis.com/x", "https://push.services.mozilla.com/x",
    "https://updates.push.services.mozilla.com/a b", "file:///etc/passwd", "gopher://x", "",
    "https://fcm.googleapis.com/x#y", "https://fcm.googleapis.com/\r\nHost: evil.example",
    "https://.push.apple.com/x", f"https://{'a' * 64}.push.apple.com/x",
    "http://127.0.0.1:1/push", "https://fcm.googleapis.com:port/x",
]  # fmt: skip


@pytest.mark.parametrize("endpoint", ELSEWHERE)
def test_nobody_makes_the_house_knock_where_it_should_not(pushbox, ada, endpoint):
    phone = pushbox.browser()
    phone.endpoint = endpoint

    with pytest.raises(NoPush):
        hearing(ada.account, phone)
    assert not Reach.objects.exists()


@pytest.mark.parametrize(
    "endpoint",
    ["https://fcm.googleapis.com/fcm/send/a:b_c-d", "https://web.push.apple.com/QAbc",
     "https://updates.push.services.mozilla.com/wpush/v2/gAA",
     "https://wns2-par02p.notify.windows.com/w/?token=Aw%3d"],
)  # fmt: skip
def test_the_services_of_four_browsers_are_known(pushbox, ada, endpoint):
    phone = pushbox.browser()
    phone.endpoint = endpoint

    assert hearing(ada.account, phone).endpoint == endpoint


def test_a_known_name_that_leads_into_this_house_is_not_followed(pushbox, ada, monkeypatch):
    """Whoever rules the name of a service does not rule what stands beside this machine."""
    phone = pushbox.browser()
    port = urlsplit(pushbox.origin).port
    monkeypatch.setattr(
        "socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", port))]
    )
    phone.endpoint = "https://fcm.googleapis.com/x"
    owed_push(ada, phone)

    send_due(now=NOON)

    assert pushbox.taken == []
    assert Device.objects.get().waits == 1


def test_in_a_live_programme_no_stand_in_is_asked(pushbox, ada, settings):
    device = owed_push(ada, pushbox.browser())
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mode="production")

    send_due(now=NOON)

    assert pushbox.taken == []
    assert not Device.objects.filter(pk=device.pk).exists()


@pytest.mark.parametrize("public", [b"\x04" + bytes(64), bytes(65), b"\x02" + bytes(32), b""])
def test_a_key_that_is_none_is_refused(pushbox, ada, public):
    phone = pushbox.browser()
    phone.public = public

    with pytest.raises(NoPush):
        hearing(ada.account, phone)


def test_ada_has_mail_and_a_phone_and_both_are_told_once(pushbox, mailbox, ada):
    reach = reached(ada.account)
    hearing(ada.account, pushbox.browser())
    owe(reach)

    send_due(now=NOON)
    send_due(now=NOON + timedelta(hours=2))

    assert (len(mailbox.letters), len(pushbox.taken)) == (1, 1)


def test_while_the_mail_server_fails_her_phone_hears(pushbox, mailbox, ada):
    reach = reached(ada.account)
    hearing(ada.account, pushbox.browser())
    owe(reach)
    mailbox.answers["MAIL"] = "451 not now"

    send_due(now=NOON)

    assert len(pushbox.taken) == 1
    assert not is_owed(reach)


def test_stopping_mail_leaves_the_phone_and_the_other_way_round(pushbox, mailbox, ada):
    reached(ada.account)
    hearing(ada.account, pushbox.browser())

    leave_address(ada.account, wish(""), now=NOON)
    assert Reach.objects.get().hears
    hush(ada.account, WAY, today=day_of(NOON))
    assert not Reach.objects.exists()
    assert told_on_wall(ada.account) == [
        (Kind.NOTES_ON, 1), (Kind.NOTES_ON, 2), (Kind.NOTES_OFF, 1), (Kind.NOTES_OFF, 2),
    ]  # fmt: skip


def test_five_devices_are_enough(pushbox, ada):
    for number in range(5):
        hearing(ada.account, pushbox.browser(f"{number}"), way=bytes([number]) * 16)

    with pytest.raises(TooManyDevices):
        hearing(ada.account, pushbox.browser("six"))


def test_who_asks_again_on_the_same_device_has_it_once(pushbox, ada):
    for _ in range(2):
        hearing(ada.account, pushbox.browser())

    assert Device.objects.count() == 1
    assert told_on_wall(ada.account) == [(Kind.NOTES_ON, 2)]


def test_a_browser_that_changes_hands_tells_nothing_of_who_had_it_before(pushbox, ada, ben):
    """Ben makes Ada's old phone his: her notes go there no more."""
    hearing(ada.account, pushbox.browser())
    hearing(ben.account, pushbox.browser(), way=b"another of them.")

    assert Device.objects.get().reach.account_id == ben.account.pk
    assert told_on_wall(ada.account)[-1] == (Kind.NOTES_OFF, 2)
    assert not Reach.objects.filter(account=ada.account).exists()


def test_a_device_that_is_lost_hears_nothing_any_more(pushbox, ada):
    hearing(ada.account, pushbox.browser())

    people.sign_out_way(ada.account, WAY)

    assert not Device.objects.exists()


def test_who_leaves_everywhere_is_told_nowhere(pushbox, ada):
    hearing(ada.account, pushbox.browser())

    people.sign_out_everywhere(ada.account)

    assert not Device.objects.exists()


def test_locking_the_room_keeps_the_phone_and_leaving_it_does_not(pushbox, ada, monkeypatch):
    now = datetime.now(NOON.tzinfo)
    for query, kept in (("?device=kept", 1), ("", 0)):
        hearing(ada.account, pushbox.browser())
        signed = people.sign_in(ada.account, scope=Scope.FULL, now=now, way=WAY)
        ada.room.token = signed.raw
        assert ada.room.post(f"/api/sign-out{query}").status_code == 204
        assert Device.objects.count() == kept
