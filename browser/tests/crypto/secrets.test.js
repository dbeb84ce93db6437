// The page never sees a key: every answer of every operation in a whole life is searched for every key there was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { spareKeys } from "../../crypto/account.js";
import { SealedCore } from "../../crypto/client.js";
import { OPS } from "../../crypto/sealed-core.js";
import { fromText, toText } from "../../crypto/bytes.js";
import { labelled } from "../../crypto/hash.js";
import { passkeyKek } from "../../crypto/passkey.js";
import { random, sign } from "../../crypto/sodium.js";
import { freshName } from "../../talk/form-id.js";
import { found, keysOf } from "./all-keys.js";
import { aCircle } from "./circle-life.js";
import { aConcern } from "./concern-life.js";
import { asked, makeBen, Person, sends, WORDS } from "./cast.js";
import { DAY, LittleHouse, NOON, PLACES, PROMISE } from "./little-house.js";
import { hands, joined, posts, threeMonths } from "./three.js";
import { consentTo } from "./consents.js";

const OTHER_WORDS = "about above accent acrobat acorn";

/** Both agree to a promise that promises less, and each adds lines of their own. */
async function anotherPromise(ada, ben, conv, house) {
	const promise = { ...PROMISE, sentences: [...PROMISE.sentences, ["pass-on-court", []]] };
	const nothing = { client_sig: null, client_day: null, specialist_sig: null, specialist_day: null };
	const offered = {
		version: 2,
		promise,
		state: "offered",
		shown_on: DAY,
		in_force_on: null,
		declined_by: null,
	};
	house.relationships.get(conv).agreements = [{ ...offered, ...nothing }];
	const { hash } = (await ada.do("editions", { relationship: ada.relationship(conv) })).asked;
	for (const person of [ada, ben])
		await person.do("agreeAnew", { relationship: person.relationship(conv), version: 2, hash, day: DAY });
	house.relationships.get(conv).agreements = [];
	const there = { conv, ledger: house.ledger(conv) };
	const { theirs } = await sends(ada, ben, there, "sealOurs", { lines: [{ b: "No calls", k: 1 }] });
	await sends(ben, ada, there, "sealOursYes", { to: theirs.ours.them.id });
}

/** Ada signs that a doctor is told; Ben enters that he told somebody without her yes. */
async function whatIsTold(ada, ben, conv) {
	await ada.do("supervisors", { people: [], today: DAY });
	const vow = { k: 1, ref: "A".repeat(22), day: DAY, b: "I'll call." };
	await ada.do("drop", { id: (await ada.do("sealVow", { conv, vow, ts: NOON, today: DAY })).id });
	await ada.do("drop", {
		id: (await ada.do("sealShare", { conv, draft: {}, ts: NOON, today: DAY })).id,
	});
	const relationship = ada.relationship(conv);
	const { payload, link } = await ada.do("sealTelling", {
		...{ relationship, conv, to: null, before: null, words: "I sleep badly.", lines: [], day: DAY },
		terms: consentTo({ type: 2, name: "Dr. Okoro", where: "12 Hill Street", through: "" }),
	});
	const wrapOf = (wraps, id, box) =>
		wraps.find((one) => one.account_id === id && (box ?? one.box) === one.box).wrap;
	const row = { package: payload.package, consent: payload.consent, wrap: wrapOf(payload.wraps, ada.id, 2) };
	const { tellings, whole } = await ada.do("readTellings", { tellings: [row], people: [] });
	assert.deepEqual([tellings[0].fits, tellings[0].terms.to.name, whole], [true, "Dr. Okoro", true]);
	const wrap = wrapOf(payload.wraps, ada.id, 1);
	assert.equal((await ada.do("openTold", { row, told: payload.told, wrap })).b, "I sleep badly.");
	await ben.do("knock", { text: link });
	const { key_records } = ben.relationship(conv).other;
	const opened = await ben.do("openLinked", { text: link, found: { ...payload, key_records } });
	assert.equal(opened.content.b, "I sleep badly.");
	const words = { whom: "The ambulance", what: "Where she was.", why: "I feared for her." };
	const entered = await ben.do("sealEmergency", {
		...{ relationship: ben.relationship(conv), conv, supervisor: null, words },
		...{ reason: 1, told: 1, look_on: DAY, day: DAY },
	});
	const shown = { ...entered.payload, wrap: wrapOf(entered.payload.wraps, ada.id) };
	const people = [relationship.other];
	const { emergencies } = await ada.do("readEmergencies", {
		emergencies: [shown],
		people,
		relationships: [relationship],
	});
	assert.deepEqual(emergencies[0].words, words);
}

test("The search finds a key that is really there, however it is written", () => {
	const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
	const keys = new Map([["planted", key]]);
	const raw = Buffer.from(key);
	for (const planted of [
		key,
		{ deep: [{ frame: Buffer.concat([Buffer.alloc(5), raw]) }] },
		raw.toString("hex"),
		raw.toString("base64"),
		{ a: raw.toString("base64url") },
		Buffer.concat([Buffer.alloc(7), raw]).toString("base64url"),
	]) {
		assert.equal(found(planted, keys).length, 1);
	}
	assert.equal(found({ text: "nothing here", frame: new Uint8Array(100) }, keys).length, 0);
});

test("The class on the page has exactly the operations of the core", () => {
	const core = new SealedCore({ call: async () => null, end() {} });
	const methods = Object.keys(core).filter((name) => typeof core[name] === "function");
	assert.deepEqual(methods.toSorted(), Object.keys(OPS).toSorted());
});

test("No operation answers with a key, in a whole life from first words to closing the place", async () => {
	const keys = new Map();
	const house = await LittleHouse.open();
	const ada = new Person(house, "river-amber-0001");
	const everybody = [ada];
	const note = () => everybody.map((person) => keysOf(person, keys));
	await ada.comeIn();
	const ben = await makeBen(house);
	everybody.push(ben);
	note();
	await ada.readLog();
	await strangersWord(ada, ben, house);
	const { conv } = await asked({ house, ada, ben });
	note();
	await ben.follow(conv);
	house.accept(conv, await ben.do("agree", { relationship: ben.relationship(conv), day: DAY }));
	for (const person of everybody)
		await person.do("checkPromise", { relationship: person.relationship(conv) });
	await ada.do("met", { relationship: ada.relationship(conv) });
	await ada.do("safetyWords", { relationship: ada.relationship(conv) });
	await ada.do("wordsCompared", { relationship: ada.relationship(conv), day: DAY });
	const { text } = await ada.do("myPicture", { relationship: ada.relationship(conv) });
	await ada.do("theirPicture", { relationship: ada.relationship(conv), text, day: DAY });
	await ada.follow(conv);
	await ada.do("readersOf", { conv });
	await anotherPromise(ada, ben, conv, house);
	await theyTalk(ada, ben, conv, note);
	await whatIsTold(ada, ben, conv);
	await herState(ada, conv);
	await goOn(ada, ben);
	note();
	await herThings(ada, conv, house);
	const device = await ada.comeBack();
	everybody.push(device);
	await device.follow(conv, conv, DAY + 30);
	await device.do("stateMoved", { state: structuredClone(house.accounts.get(ada.id).state) });
	note();
	await ownDevice(ada, house, everybody, keys);
	note();
	await herPasskey(ada, house, everybody, keys);
	note();
	const spare = await spareLife(ada, house, everybody);
	note();
	await stolenWords(house, everybody, note);
	await handsOver(everybody, note);
	await aConcern(everybody, note);
	await aCircle(everybody, note);
	await endings(ada, ben, conv, house);
	note();
	assert.deepEqual(
		[...new Set(everybody.flatMap(({ answers }) => answers.map(({ op }) => op)))].toSorted(),
		Object.keys(OPS).toSorted(),
	);
	assert.ok(keys.size > 25, `${keys.size} keys`);
	for (const { answers } of everybody)
		for (const { op, answer } of answers) assert.deepEqual(found(answer, keys), [], op);
	assert.equal(spare.length, 34);
});

/** Lea comes to a talk, is handed a stretch of it, and is let go. */
async function handsOver(everybody, note) {
	const room = await threeMonths();
	const { ada, ben, lea, conv, today } = room;
	everybody.push(ada, ben, lea);
	await joined(room);
	await ada.do("stretches", { conv });
	await hands(room, [1]);
	note();
	await posts(room, ada, await ada.do("letGo", { conv, account_id: lea.id, today }), [ben]);
	note();
}

async function stolenWords(house, everybody, note) {
	const finn = await new Person(house, "field-stone-0003").comeIn();
	everybody.push(finn);
	note();
	await finn.do("wishForLock");
	await finn.newLock("album alcove alert algebra almond");
	note();
}

async function strangersWord(ada, ben, house) {
	await ada.do("wallSeen", {});
	await ada.do("readWall", { rows: [], top: { n: 0, h: "A".repeat(43) }, today: DAY });
	await ada.do("witnessed", { cosigned: [], witnesses: [] });
	await ada.do("suggest");
	await ada.do("suggestName", { list: PLACES });
	await ada.do("matchWords", { words: WORDS });
	await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	await ada.do("pinPerson", { account_id: ben.id });
	await ada.do("checkWords");
	await byLink(ada, ben);
	await ben.do("endorsementCheck", { endorsement: house.row(ben.id).endorsement, today: DAY });
	await ben.do("endorsementRequest", { display_name: "Ben" });
}

/** What an invite carries is made to be given away; nobody's keys go with it. */
async function byLink(ada, ben) {
	const { invite_id, text } = await ben.do("makeInvite", { how: "link", day: DAY });
	await ada.do("readInvite", { text });
	await ada.do("invitedBy", { text });
	await ben.do("invites", { day: DAY });
	await ben.do("takeInviteBack", { invite_id });
}

async function theyTalk(ada, ben, conv, note) {
	await ada.say(conv, "one", { to: ben });
	await ben.say(conv, "two", { to: ada });
	const waiting = await ada.do("sealText", { conv, text: "three", ts: NOON, today: DAY });
	await ada.do("reseal", { id: waiting.id, today: DAY });
	await ada.do("drop", { id: waiting.id });
	const card = { t: "bad-day", wish: 1, words: "" };
	await ada.do("drop", { id: (await ada.do("sealCard", { conv, card, ts: NOON, today: DAY })).id });
	const withdrawn = { t: "story-withdrawn", of: freshName() };
	await ada.do("drop", {
		id: (await ada.do("sealCard", { conv, card: withdrawn, ts: NOON, today: DAY })).id,
	});
	await ada.say(conv, "four, with a new key", { to: ben, today: DAY + 30 });
	await moreThanText(ada, conv);
	await aFile(ada, conv, note);
	note();
}

/** Small changes, pages and lines for herself: answers hold boxes and words, and no key of either. */
async function moreThanText(ada, conv) {
	const at = { conv, ts: NOON, today: DAY + 30 };
	const { id } = await ada.say(conv, "five", { today: DAY + 30 });
	for (const [op, more] of [
		["sealEdit", { text: "six" }],
		["sealReact", { r: 1 }],
		["sealErase", {}],
		["sealOurs", { lines: [{ b: "No calls", k: 1 }] }],
		["sealMend", { step: 1, about: 1, how: 0, re: id, of: freshName(), text: "seven" }],
		["sealPath", { asks: false, parts: [], rows: [] }],
	])
		await ada.do("drop", { id: (await ada.do(op, { ...at, to: id, ...more })).id });
	const row = { a: [4, 3, 2, 1, 0, 21], b: "", c: [0, 0, 0, 0, 0, 0], day: DAY };
	const sheet = { conv, hash: "", pack: "", rows: [row], side: 1, ver: 1 };
	const checks = await ada.do("writeChecks", { sheet });
	await ada.do("documentWritten", { doc_id: checks.doc_id });
	const page = await ada.do("writePage", { title: "t", text: "x", day: DAY });
	await ada.do("documentWritten", { doc_id: page.doc_id });
	await ada.do("documentVersions", { doc_id: page.doc_id, versions: [page.body] });
	await ada.do("documents", { documents: [{ doc_id: page.doc_id, ...page.body }] });
	const plan = { rows: [{ b: "My sister", id: "CAAAAAAAAAA", k: 4, n: "555 0100" }] };
	await ada.do("writeOwn", { own: "plan", content: plan });
	await ada.do("ownListed", { own: "plan" });
	await ada.do("search", { text: "x" });
	await ada.do("forgetFar", { conv });
	const kept = await ada.do("keepLine", { conv, id });
	await ada.do("documentWritten", { doc_id: kept.doc_id });
	await ada.do("deleteDocument", { doc_id: kept.doc_id });
	await ada.do("keepUnsaid", { about: 4, name: "Ben", line: "", text: "eight", day: DAY });
}

/** A letter of hers: pieces are sealed, the line goes out, and she opens it; its key never comes out. */
async function aFile(ada, conv, note) {
	const bytes = new Uint8Array(70_000).fill(5);
	const { id, pieces } = await ada.do("sealFile", { conv, bytes, type: 4, name: "letter.txt" });
	note();
	const at = { conv, file: id, text: "", ts: NOON, today: DAY + 30 };
	const { frames } = await ada.do("sealAtt", at);
	for (const frame of ada.house.ledger(conv).store(frames)) await ada.do("acknowledged", { frame });
	await ada.do("openFile", { conv, id, pieces });
	await ada.do("dropFile", { file: id });
}

async function herState(ada, conv) {
	await ada.do("keepNotes", { person: { conv, name: "Ben", note: "kind" }, title: "Recipes", opened: 1 });
	await ada.saveState({ drafts: [{ conv, text: "draft" }], name: "Ada" });
	await ada.do("dirty");
}

/** A season later both locks go on, and Ben says that it is still her. */
async function goOn(ada, ben) {
	assert.deepEqual([await ada.renew(DAY + 90), await ben.renew(DAY + 90)], [true, true]);
	await ben.do("acceptLock", { account_id: ada.id });
}

/** The keys of what she takes along leave inside a box alone. */
async function herThings(ada, conv, house) {
	await ada.do("askAlong");
	const relationship = ada.relationship(conv);
	const frames = house.ledger(conv).follow(ada.id);
	await ada.do("readAlong", { relationship, conv, frames, today: DAY + 30, again: true });
	const talks = [{ conv, file: "talks/1.frames", relationship: relationship.id, name: "Ben" }];
	const about = { day: DAY, relationships: [relationship], talks, files: {}, own: {} };
	const { manifest, box } = await ada.do("sealAlong", { words: OTHER_WORDS, ...about });
	const file = { manifest: fromText(manifest), box: fromText(box), files: {} };
	await ada.do("openAlong", { words: OTHER_WORDS, ...file });
	await ada.do("bring");
	await ada.do("endBring");
	await ada.do("endAlong");
}

/** A phone of her own and a code for a friend: what it is given it may hold, what it derives stays inside. */
async function ownDevice(ada, house, everybody, keys) {
	const account = house.accounts.get(ada.id);
	const secret = toText(random(32));
	const { payload } = await ada.do("addDevice", { secret, pin: "274913", name: "phone", day: DAY });
	account.slots = [...account.slots, payload.slot];
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	await ada.do("addSpare", { name: "a friend", day: DAY });
	keys.set("a friend's kek", spareKeys(ada.core.given, house.home, ada.username).kek);
	await ada.do("givenCode");
	await ada.do("givenSeen");
	await ada.do("changeWords", { words: OTHER_WORDS });
	await ada.do("removeWay", { slot_id: payload.slot_id });
	const change = { slot_id: payload.slot_id, kind: 2, type: 3, due_on: DAY, hash: null };
	await ada.do("finishChange", { change });
	await ada.do("ways", { me: house.me(ada.id) });
	await ada.do("forgetGone", { me: house.me(ada.id) });
	const phone = new Person(house, ada.username);
	phone.id = ada.id;
	everybody.push(phone);
	await phone.do("init", house.config);
	const how = { username: ada.username, slot_id: payload.slot_id, secret, pin: "274913" };
	await phone.do("startDevice", how);
	keys.set("the phone's kek", phone.core.comingIn.kek.slice());
	await phone.do("openDevice", { slot: ada.slot(3), me: house.me(ada.id), today: DAY });
	account.slots = account.slots.filter(({ type }) => type !== 3);
}

/** What her authenticator answers is handed in, and neither it nor what it derives comes out again. */
async function herPasskey(ada, house, everybody, keys) {
	const account = house.accounts.get(ada.id);
	const answer = random(32);
	const { slot_id } = await ada.do("beginPasskey", {});
	await ada.do("keepPasskey", { slot_id, prf: answer.slice().buffer });
	const key = ada.core.passkey.key.slice();
	const bound = { home: house.home, username: ada.username, slotId: fromText(slot_id) };
	keys.set("the answer", answer).set("her passkey", key).set("its kek", passkeyKek(key, bound));
	const { payload } = await ada.do("addPasskey", { name: "key", day: DAY });
	account.slots = [...account.slots, payload.slot];
	house.saveState(ada.id, payload.state);
	await ada.do("wayChanged", { me: house.me(ada.id) });
	const browser = new Person(house, ada.username);
	browser.id = ada.id;
	everybody.push(browser);
	await browser.do("init", house.config);
	await browser.do("passkeyQuestion");
	await browser.do("startPasskey", { slot_id, prf: answer.slice().buffer });
	await browser.do("openPasskey", { slot: payload.slot, me: house.me(ada.id), today: DAY });
	account.slots = account.slots.filter(({ type }) => type !== 4);
}

async function spareLife(ada, house, everybody) {
	const { code } = await ada.do("spareCode");
	const { payload } = await ada.do("freshSpare", { words: WORDS });
	const account = house.accounts.get(ada.id);
	account.slots = [account.slots[0], payload.slot];
	house.saveState(ada.id, payload.state);
	await ada.do("renewed", { me: house.me(ada.id) });
	const fresh = await ada.do("spareCode");
	const device = new Person(house, ada.username);
	device.id = ada.id;
	everybody.push(device);
	await device.do("init", house.config);
	await device.do("startSpare", { username: ada.username, code: fresh.code });
	await device.do("openSpare", { slot: ada.slot(2), me: house.me(ada.id), today: DAY });
	await device.do("renewWays", { words: OTHER_WORDS });
	await device.do("spareSeen");
	return code;
}

async function endings(ada, ben, conv, house) {
	await ada.do("startAgain", { conv, day: DAY + 30, ts: NOON });
	await ben.do("leave", { conv, day: DAY + 30 });
	await ada.do("closeAuth", { words: WORDS });
	const bytes = labelled("pse1/closed", house.home, fromText(ada.id), DAY, 2, 2);
	const receipt = {
		home: toText(house.home),
		account_id: ada.id,
		day: DAY,
		slots: 2,
		wraps: 2,
		sig: toText(sign(house.log.secretKey, bytes)),
	};
	await ada.do("closedReceipt", { receipt });
	await ada.do("closeConversation", { conv });
	await ben.do("lock");
}

test("Locking wipes what was held: the same arrays are zeros afterwards", async () => {
	const house = await LittleHouse.open();
	const ada = await new Person(house, "river-amber-0001").comeIn();
	const { ark, ik, ekSeeds, vaultKeys } = ada.core.place;
	const spare = ada.core.spare;
	await ada.do("lock");
	for (const key of [ark, ik.secretKey, ...ekSeeds.values(), ...vaultKeys.values(), spare])
		assert.ok(key.every((byte) => byte === 0));
});
