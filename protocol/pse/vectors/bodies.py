"""Vectors for what is inside a seal."""

from typing import Any

from pse.base64url import to_text

from . import checks
from .cards import bad_cards, good_cards
from .case import Cases, answered, refused
from .entries import BODY, SC
from .files import file_papers


def cases() -> Cases:
    """All of them."""
    hash32, conv = b"A" * 43, b"A" * 22
    hello = b'{"b":"Hi","name":"Ada",' + SC + b',"t":"hello","ts":5}'
    on = b'{"conv":"' + conv + b'","h":"' + hash32 + b'","n":7,' + SC
    continues = on + b',"t":"continues","ts":5}'
    text = b'{"b":"",' + SC + b',"t":"text","ts":0}'
    answer = b'{"b":"Yes.","re":"' + conv + b'",' + SC + b',"t":"text","ts":5}'
    edit = b'{"b":"Yes!",' + SC + b',"t":"edit","to":"' + conv + b'","ts":5}'
    goodbye = b'{"b":"Go well.",' + SC + b',"t":"goodbye","ts":5}'
    react = b'{"r":5,' + SC + b',"t":"react","to":"' + conv + b'","ts":5}'
    papers = file_papers()
    att = b'{"b":"A tree","file":' + papers + b"," + SC + b',"t":"att","ts":5}'
    voice = att.replace(b'"type":4', b'"type":2').replace(b'"tree.txt"', b'""')
    voice = voice.replace(b'"secs":0', b'"secs":9')
    ours = b'{"lines":[{"b":"No calls.","k":1},{"b":"Evenings","k":2}],'
    ours += SC + b',"t":"ours","ts":5,"ver":1}'
    yes = b'{"fc":"' + hash32 + b'",' + SC + b',"t":"ours-yes","to":"' + conv + b'","ts":5}'
    none = ours.replace(b'{"b":"No calls.","k":1},{"b":"Evenings","k":2}', b"")
    share = _share()
    vow = b'{"b":"I call Dr. Okoro.","day":20500,"k":1,"ref":"' + conv + b'",' + SC
    vow += b',"t":"vow","to":"' + conv + b'","ts":5}'
    met = b'{"b":"A walk.","day":20500,"from":1430,"k":2,"ref":"' + conv + b'",' + SC
    met += b',"t":"vow","till":20,"ts":5}'
    said = vow.replace(b'"to":"' + conv + b'",', b"")
    away = b'{"draft":{},' + SC + b',"t":"share","ts":5}'
    line = b'{"b":"x","k":5}'
    long_name = hello.replace(b"Ada", b"A" * 41)
    good = [
        (2, hello),
        (3, text),
        (3, BODY),
        (3, continues),
        (3, answer),
        (3, edit),
        (3, goodbye),
        (3, react),
    ]
    rows = b'[{"eh":"' + hash32 + b'","epoch":0},{"eh":"' + hash32 + b'","epoch":2}]'
    grant = b'{"at":"' + hash32 + b'","epochs":' + rows + b',"kr":"' + hash32 + b'",' + SC
    grant += b',"sig":"' + b"A" * 86 + b'","t":"grant","to":"' + conv + b'","ts":5}'
    good += [(3, att), (3, voice), (3, grant)]
    good += [(3, ours), (3, yes), (3, none), (3, share), (3, away)]
    good += [(3, vow), (3, said), (3, met)]
    good += [(3, vow.replace(b"I call Dr. Okoro.", b"")), (3, met.replace(b"A walk.", b""))]
    good += [(3, share.replace(*one)) for one in _OTHER_DRAFTS]
    good += good_cards()
    good.append((3, share.replace(b'"type":2', b'"type":1').replace(b'"id":""', _OF_HERE)))
    good.append((3, none.replace(b"[]", b"[" + b",".join([line] * 12) + b"]")))
    good.append((3, att.replace(b'"sc"', b'"re":"' + conv + b'","sc"', 1)))
    good.append((3, react.replace(b'"r":5', b'"r":0')))
    good += [(3, raw) for raw in _mends()]
    newer = [
        b'{"t":"consent-withdrawn"}',
        b'{"t":"verify","x":[1]}',
        b'{"n":3,"t":"ack"}',
        b'{"t":"consent"}',
        b'{"t":"poke"}',
        b'{"b":{"any":["thing"]},"t":"' + b"p" * 40 + b'"}',
        b'{"card":{},"t":"a-later-card"}',
    ]
    bad: list[tuple[str, int, bytes]] = [
        ("a text where a hello belongs", 2, text),
        ("a grant of a number alone", 3, grant.replace(rows, b"[0]")),
        ("a grant of an epoch without its hash", 3, grant.replace(rows, b'[{"epoch":0}]')),
        ("a grant with a short signature", 3, grant.replace(b"A" * 86, b"A" * 43)),
        ("a hello where a message belongs", 3, hello),
        ("something of a newer room as hello", 2, newer[0]),
        *[(f"a draft {what}", 3, share.replace(old, new)) for what, old, new in _NO_DRAFTS],
        ("a draft where a hello belongs", 2, share),
        ("what did not sit right where a hello belongs", 2, _mends()[0]),
        *[(name, 3, raw) for name, raw in _no_mends()],
        ("a vow where a hello belongs", 2, vow),
        ("a vow of a third kind", 3, vow.replace(b'"k":1', b'"k":3')),
        ("a vow of no kind", 3, vow.replace(b'"k":1', b'"k":0')),
        ("a word without words or line", 3, said.replace(b"I call Dr. Okoro.", b" ")),
        ("a word of 501", 3, vow.replace(b"I call Dr. Okoro.", b"w" * 501)),
        ("a word with a time", 3, vow.replace(b'"k"', b'"from":1,"k"')),
        ("a word of a short name", 3, vow.replace(b'"ref":"AAAA', b'"ref":"AA')),
        ("a word of a short line", 3, vow.replace(b'"to":"AAAA', b'"to":"AA')),
        ("a contact without an end", 3, met.replace(b'"till":20,', b"")),
        ("a contact without a beginning", 3, met.replace(b'"from":1430,', b"")),
        ("a contact of a line", 3, met.replace(b'"ts"', b'"to":"' + conv + b'","ts"')),
        ("a contact of no length", 3, met.replace(b'"till":20', b'"till":1430')),
        ("a contact after the day is over", 3, met.replace(b"1430", b"1440")),
        ("a contact till after the day", 3, met.replace(b'"till":20', b'"till":1440')),
        ("a body in a header", 1, text),
        ("a body in a leave", 4, text),
        ("a type with a number in it", 3, b'{"t":"poke2"}'),
        ("a type in capitals", 3, b'{"t":"Poke"}'),
        ("a type that begins with a dash", 3, b'{"t":"-poke"}'),
        ("a type with a line break", 3, b'{"t":"poke\\n"}'),
        ("a type of 41", 3, b'{"t":"' + b"p" * 41 + b'"}'),
        ("no type at all", 3, b'{"t":""}'),
        ("leaving as a body", 3, b'{"t":"leave"}'),
        ("no type", 3, b'{"b":"x"}'),
        ("a number as type", 3, b'{"t":1}'),
        ("a list as type", 3, b'{"t":[]}'),
        ("a list", 3, b"[]"),
        ("no JSON", 3, b"hello"),
        ("no bytes", 3, b""),
        ("a field too many", 3, text.replace(b'"b":""', b'"b":"","c":1')),
        ("a field missing", 3, text.replace(b'"b":"",', b"")),
        ("a number as text", 3, text.replace(b'"b":""', b'"b":1')),
        ("text as time", 3, text.replace(b'"ts":0', b'"ts":"0"')),
        ("true as time", 3, text.replace(b'"ts":0', b'"ts":true')),
        ("another order", 3, b'{"t":"text","b":"",' + SC + b',"ts":0}'),
        ("a short state hash", 3, text.replace(b"AAAAAAAAAAA", b"AAAA")),
        ("a name of 41", 2, long_name),
        ("a short conv", 3, continues.replace(conv, b"AAAA")),
        ("an answer to a short id", 3, answer.replace(conv, b"AAAA")),
        ("a hello that answers", 2, hello.replace(b'"sc"', b'"re":"' + conv + b'","sc"')),
        ("an edit of nothing", 3, edit.replace(b'"to":"' + conv + b'",', b"")),
        ("an edit of a short id", 3, edit.replace(conv, b"AAAA")),
        ("an edit where a hello belongs", 2, edit),
        ("a goodbye where a hello belongs", 2, goodbye),
        ("a goodbye without a word", 3, goodbye.replace(b"Go well.", b"")),
        ("a goodbye that answers", 3, goodbye.replace(b'"sc"', b'"re":"' + conv + b'","sc"')),
        ("a sixth reaction", 3, react.replace(b'"r":5', b'"r":6')),
        ("a word as reaction", 3, react.replace(b'"r":5', b'"r":"5"')),
        ("a reaction with words", 3, react.replace(b'"r":5', b'"b":"x","r":5')),
        ("taking back as a body", 3, b'{"t":"erase"}'),
        ("a file where a hello belongs", 2, att),
        ("a file without papers", 3, att.replace(b'"file":' + papers + b",", b"")),
        ("a file of a fifth type", 3, att.replace(b'"type":4', b'"type":5')),
        ("a picture with a name", 3, att.replace(b'"type":4', b'"type":1')),
        ("a voice note of no length", 3, voice.replace(b'"secs":9', b'"secs":0')),
        ("a voice note of four minutes", 3, voice.replace(b'"secs":9', b'"secs":240')),
        ("a file that lasts", 3, att.replace(b'"secs":0', b'"secs":9')),
        ("a file without a name", 3, att.replace(b'"tree.txt"', b'""')),
        ("a name with a folder", 3, att.replace(b"tree.txt", b"../tree.txt")),
        ("a name that turns around", 3, att.replace(b"tree", "tr\u202eee".encode())),
        ("a name of 121", 3, att.replace(b"tree.txt", b"t" * 121)),
        ("more pieces than it needs", 3, att.replace(b'"pieces":1', b'"pieces":4')),
        ("five pieces", 3, att.replace(b'"pieces":1', b'"pieces":5')),
        ("an empty file", 3, att.replace(b'"size":5', b'"size":0')),
        ("a file of another size", 3, att.replace(b'"size":5', b'"size":70000')),
        ("more than four MiB", 3, att.replace(b'"size":5', b'"size":4194304')),
        ("papers with a field too many", 3, att.replace(b'"secs"', b'"odd":1,"secs"')),
        ("a short key", 3, att.replace(b'"key":"', b'"key":"A')),
        ("1,001 letters about a file", 3, att.replace(b"A tree", b"t" * 1_001)),
        ("a name twice", 3, b'{"t":"text","t":"text"}'),
        ("own lines where a hello belongs", 2, ours),
        ("own lines of no version", 3, ours.replace(b'"ver":1', b'"ver":0')),
        ("a sixth topic", 3, ours.replace(b'"k":1', b'"k":6')),
        ("no topic", 3, ours.replace(b'"k":1', b'"k":0')),
        ("a line of blanks", 3, ours.replace(b"Evenings", b"   ")),
        ("a line of 281", 3, ours.replace(b"Evenings", b"e" * 281)),
        ("a line with more in it", 3, ours.replace(b'"k":1', b'"k":1,"m":1')),
        ("a word as line", 3, ours.replace(b'{"b":"No calls.","k":1}', b'"No calls."')),
        ("thirteen lines", 3, none.replace(b"[]", b"[" + b",".join([line] * 13) + b"]")),
        ("a yes to a short id", 3, yes.replace(conv + b'","ts', b'AAAA","ts')),
        ("a yes to a short commitment", 3, yes.replace(hash32, conv)),
        ("a yes with words", 3, yes.replace(b'"sc"', b'"re":"' + conv + b'","sc"')),
        *bad_cards(),
    ]
    return [
        *checks.newer(),
        *_own_lines(),
        *_vows(),
        *[answered(f"body {raw!r}", "body.read", raw=raw, kind=kind) for kind, raw in good],
        *[answered(f"needs newer: {raw!r}", "body.read", raw=raw, kind=3) for raw in newer],
        *[refused(name, "body.read", raw=raw, kind=kind) for name, kind, raw in bad],
    ]


def _share() -> bytes:
    draft = b'{"id":"","leaves_out":"All else","name":"Dr. Okoro","purpose":1,"through":"",'
    draft += b'"type":2,"until":20500,"what":["plans","wellbeing"],"where":"Hill Street",'
    draft += b'"why":"To help.","words":"I sleep badly."}'
    return b'{"draft":' + draft + b"," + SC + b',"t":"share","ts":5}'


_OF_HERE = b'"id":"' + b"A" * 22 + b'"'
_OTHER_DRAFTS = (
    (b'"I sleep badly."', b'""'),
    (b'["plans","wellbeing"]', b"[]"),
    (b'["plans","wellbeing"]', b'["counselling-notes"]'),
    (b'"through":"","type":2', b'"through":"The team","type":3'),
    (b'"purpose":1', b'"purpose":5'),
)
_NO_DRAFTS = (
    ("of a seventh purpose", b'"purpose":1', b'"purpose":7'),
    ("of no purpose", b'"purpose":1', b'"purpose":0'),
    ("for a fourth kind of reader", b'"type":2', b'"type":4'),
    ("for somebody of here without an id", b'"type":2', b'"type":1'),
    ("with an id of somebody outside", b'"id":""', _OF_HERE),
    ("that names who reads with a person", b'"through":""', b'"through":"The team"'),
    ("with lines in it", b'["plans","wellbeing"]', b'["lines","plans"]'),
    ("in another order", b'["plans","wellbeing"]', b'["wellbeing","plans"]'),
    ("with something twice", b'["plans","wellbeing"]', b'["plans","plans"]'),
    ("of two kinds", b'["plans","wellbeing"]', b'["counselling-notes","plans"]'),
    (
        "of notes for a court",
        b'"purpose":1,"through":"","type":2,"until":20500,"what":["plans","wellbeing"]',
        b'"purpose":5,"through":"","type":2,"until":20500,"what":["counselling-notes"]',
    ),
    ("with a long name", b"Dr. Okoro", b"o" * 81),
    ("with a long why", b"To help.", b"o" * 301),
    ("with too many words", b"I sleep badly.", b"o" * 8_001),
    ("with a field too many", b'"id":""', b'"hidden":"x","id":""'),
    ("with a field missing", b',"why":"To help."', b""),
    ("as a word", _share()[9 : _share().index(b"}") + 1], b'"words"'),
)


def _mends() -> list[bytes]:
    says = b'{"about":1,"b":"You were late.","how":0,"of":"' + _OF + b'","re":"' + _OF + b'",'
    says += SC + b',"step":1,"t":"mend","ts":5}'
    general = says.replace(b'"re":"' + _OF + b'",', b"").replace(b'"about":1', b'"about":4')
    replies = general.replace(b'"step":1', b'"step":2').replace(b'"about":4', b'"about":0')
    closes = replies.replace(b'"step":2', b'"step":3').replace(b'"how":0', b'"how":1')
    return [
        says,
        says.replace(b'"about":1', b'"about":2'),
        says.replace(b'"about":1', b'"about":3'),
        general,
        general.replace(b'"about":4', b'"about":3'),
        replies,
        closes,
        closes.replace(b'"how":1', b'"how":2').replace(b"You were late.", b""),
        closes.replace(b'"how":1', b'"how":3'),
    ]


def _no_mends() -> list[tuple[str, bytes]]:
    says, _, _, general, _, replies, closes, *_ = _mends()
    named = b'"of":"' + _OF + b'"'
    return [
        ("a fourth step", says.replace(b'"step":1', b'"step":4')),
        ("no step", says.replace(b'"step":1', b'"step":0')),
        ("about a fifth thing", general.replace(b'"about":4', b'"about":5')),
        ("about nothing", general.replace(b'"about":4', b'"about":0')),
        ("a line that is not named", general.replace(b'"about":4', b'"about":1')),
        ("in general, and a line", says.replace(b'"about":1', b'"about":4')),
        ("without words", says.replace(b"You were late.", b"")),
        ("a reply without words", replies.replace(b"You were late.", b"")),
        ("a reply that is about something", replies.replace(b'"about":0', b'"about":4')),
        ("a reply that closes", replies.replace(b'"how":0', b'"how":1')),
        ("a reply to a line", replies.replace(named, named + b',"re":"' + _OF + b'"')),
        ("closed nohow", closes.replace(b'"how":1', b'"how":0')),
        ("closed in a fourth way", closes.replace(b'"how":1', b'"how":4')),
        ("too many words about it", says.replace(b"You were late.", b"w" * 8_001)),
        ("of a short id", general.replace(_OF, b"AAAA")),
        ("of nothing", general.replace(named + b",", b"")),
        ("with a field too many", general.replace(b'"b"', b'"at":1,"b"')),
    ]


_OF = b"A" * 22


def _own_lines() -> Cases:
    def said(ver: int, *words: str) -> bytes:
        rows = ",".join(f'{{"b":"{word}","k":1}}' for word in words)
        return b'{"lines":[%s],%s,"t":"ours","ts":5,"ver":%d}' % (rows.encode(), SC, ver)

    def yes(to: bytes, fc: bytes) -> bytes:
        names = to_text(fc).encode(), SC, to_text(to).encode()
        return b'{"fc":"%s",%s,"t":"ours-yes","to":"%s","ts":6}' % names

    ada, ben, one, two, three = (letter * 16 for letter in (b"a", b"b", b"1", b"2", b"3"))
    fc, other = b"f" * 32, b"g" * 32
    first = [3, ada, one, fc, said(1, "No calls")]
    agreed = [4, ben, three, other, yes(one, fc)]
    again = [5, ada, two, other, said(2, "Never call", "Mornings")]
    told: list[tuple[str, list[list[Any]]]] = [
        ("nothing said", []),
        ("lines wait for a yes", [first]),
        ("a yes", [first, agreed]),
        ("changed lines ask again, the old ones stand", [first, agreed, again]),
        ("in any order", [again, agreed, first]),
        ("fetched twice", [first, first, agreed]),
        ("a yes of one's own", [first, [4, ada, three, other, yes(one, fc)]]),
        ("a yes to other words", [first, [4, ben, three, other, yes(one, other)]]),
        ("a yes before the words", [[2, ben, three, other, yes(one, fc)], first]),
        ("an old version again", [first, again, [6, ada, b"4" * 16, fc, said(1, "Old")]]),
        ("taken away", [first, agreed, [6, ada, two, other, said(2)]]),
        ("both", [first, agreed, [6, ben, two, other, said(7, "No nights")]]),
    ]
    return [
        answered(f"own lines: {name}", "ours.now", entries=entries, ada=ada, ben=ben)
        for name, entries in told
    ]


def _vows() -> Cases:
    ref, ada, ben = (letter * 16 for letter in (b"r", b"a", b"b"))
    name = to_text(ref).encode()

    def word(words: str, of: bytes = name) -> bytes:
        said = words.encode(), of, SC
        return b'{"b":"%s","day":20500,"k":1,"ref":"%s",%s,"t":"vow","ts":5}' % said

    def met(words: str) -> bytes:
        at = words.encode(), name, SC
        begun = b'{"b":"%s","day":20500,"from":60,"k":2,"ref":"%s",%s' % at
        return begun + b',"t":"vow","till":90,"ts":5}'

    told: list[tuple[str, list[list[Any]]]] = [
        ("nothing said", []),
        ("a word", [[3, ben, word("I call")]]),
        ("moved by whoever gave it", [[3, ben, word("I call")], [5, ben, word("I write")]]),
        ("in any order", [[5, ben, word("I write")], [3, ben, word("I call")]]),
        ("not by the other", [[3, ben, word("I call")], [4, ada, word("He sings")]]),
        ("of another name", [[3, ben, word("I call", to_text(ada).encode())]]),
        ("a contact put right by the other", [[3, ben, met("A walk")], [4, ada, met("Tea")]]),
        ("a contact is no word", [[3, ben, word("I call")], [4, ben, met("A walk")]]),
    ]
    return [
        answered(f"vows: {what}", "vows.now", entries=entries, ada=ada, ben=ben, ref=ref)
        for what, entries in told
    ]
