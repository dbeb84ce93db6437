import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { labelled } from "../../crypto/hash.js";
import { Refusal } from "../../crypto/refusal.js";
import { random, sign } from "../../crypto/sodium.js";
import { Person, WORDS } from "./cast.js";
import { DAY, LittleHouse, PLACES } from "./little-house.js";

const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const OTHER_WORDS = "about above accent acrobat acorn";

let house;
let ada;
before(async () => {
	house = await LittleHouse.open();
	ada = await new Person(house, "river-amber-0001").comeIn();
});

/** A device on which Ada's words were typed, before anything was opened. */
async function atTheDoor() {
	const device = new Person(house, ada.username);
	await device.do("init", house.config);
	await device.do("startSignIn", { username: ada.username, words: WORDS });
	return device;
}

test("Ada is offered five words from the list, a name of two places, and marks on words as she types", async () => {
	const { words } = await ada.do("suggest");
	assert.equal(words.length, 5);
	assert.deepEqual((await ada.do("matchWords", { words })).words, words);
	assert.match((await ada.do("suggestName", { list: PLACES })).username, /^[a-z]{3,12}-[a-z]{3,12}-\d{4}$/);
	assert.deepEqual(await ada.do("matchWords", { words: ["Acorn", "ABOU", "zzzz", "áccent "] }), {
		words: ["acorn", "about", null, "accent"],
	});
});

test("However Ada types her five words, they open her place", async () => {
	for (const words of [
		"  Acorn-about  ABOVE accent acrobat",
		"acor abou abov acce acro",
		"Ácorn about above accent ácrobat".split(" "),
	]) {
		const device = await ada.comeBack(words);
		assert.equal(device.greeting.account_id, ada.id);
		assert.deepEqual(device.greeting.warnings, []);
	}
});

test("A word that is not on the list is told by its place before anything is derived", async () => {
	const device = new Person(house, ada.username);
	await device.do("init", house.config);
	const wrong = device.do("startSignIn", {
		username: ada.username,
		words: "acorn xylo above zzz acrobat",
	});
	await assert.rejects(wrong, (error) => error.code === "word-unknown" && error.detail.join() === "2,4");
	await assert.rejects(
		device.do("startSignIn", { username: ada.username, words: "acorn about" }),
		refusal("word-count"),
	);
	await assert.rejects(device.do("startSignIn", { username: "Ada", words: WORDS }), refusal("name-form"));
	assert.deepEqual(device.masters, []);
});

test("Other words, another name or another home open nothing", async () => {
	const stranger = new Person(house, ada.username);
	await stranger.do("init", house.config);
	await stranger.do("startSignIn", { username: ada.username, words: OTHER_WORDS });
	await assert.rejects(
		stranger.do("openSignIn", { slot: ada.slot(1), me: house.me(ada.id), today: DAY }),
		refusal("not-opened"),
	);
	const moved = new Person(house, ada.username);
	await moved.do("init", { ...house.config, home: toText(random(16)) });
	await moved.do("startSignIn", { username: ada.username, words: WORDS });
	await assert.rejects(
		moved.do("openSignIn", { slot: ada.slot(1), me: house.me(ada.id), today: DAY }),
		refusal("salt-other"),
	);
});

test("A weaker lock, another salt or another kind of way in is refused before anything is opened", async () => {
	const device = await atTheDoor();
	const me = house.me(ada.id);
	for (const [change, code] of [
		[{ profile: 0 }, "profile-unknown"],
		[{ profile: 2 }, "profile-unknown"],
		[{ salt: toText(random(16)) }, "salt-other"],
		[{ salt: "" }, "malformed"],
		[{ type: 2 }, "slot"],
		[{ passes: 1 }, "malformed"],
	]) {
		await assert.rejects(
			device.do("openSignIn", { slot: { ...ada.slot(1), ...change }, me, today: DAY }),
			refusal(code),
		);
	}
	await assert.rejects(device.do("openSignIn", { slot: ada.slot(2), me, today: DAY }), refusal("slot"));
});

test("Whoever serves another programme's roster or log key is refused, by name", async () => {
	for (const [name, code] of [
		["roster", "roster-changed"],
		["log", "log-changed"],
	]) {
		const device = new Person(house, ada.username);
		await device.do("init", { ...house.config, [name]: toText(random(32)) });
		await device.do("startSignIn", { username: ada.username, words: WORDS });
		await assert.rejects(
			device.do("openSignIn", { slot: ada.slot(1), me: house.me(ada.id), today: DAY }),
			refusal(code),
		);
	}
});

test("A bundle, state or key record of somebody else is refused", async () => {
	const finn = await new Person(house, "field-stone-0003").comeIn();
	const device = await atTheDoor();
	const [me, his] = [house.me(ada.id), house.me(finn.id)];
	const open = (change) =>
		device.do("openSignIn", { slot: ada.slot(1), me: { ...me, ...change }, today: DAY });
	await assert.rejects(open({ bundle: his.bundle }), refusal("bundle"));
	await assert.rejects(open({ state: his.state }), refusal("state"));
	await assert.rejects(open({ key_records: his.key_records }), refusal("key-record"));
	await assert.rejects(open({ account_id: his.account_id }), refusal("not-opened"));
	await assert.rejects(open({ state: { ...me.state, parts: me.state.parts.slice(1) } }), refusal("state"));
	await assert.rejects(open({ bundle: { ...me.bundle, ver: 2 } }), refusal("bundle"));
	assert.equal((await open({})).account_id, ada.id);
});

test("A way in that Ada did not make, and one that is gone, are told", async () => {
	const device = await atTheDoor();
	const me = house.me(ada.id);
	me.slots.push({ slot_id: toText(random(16)), type: 1, g: 0, hash: toText(random(32)) });
	me.slots = me.slots.filter(({ type }, i) => type !== 2 || i > 1);
	const { warnings } = await device.do("openSignIn", { slot: ada.slot(1), me, today: DAY });
	assert.deepEqual(warnings.map(({ code }) => code).sort(), ["way-in-added", "way-in-gone"]);
});

test("The spare code opens her place once the words are gone, and the old words then come back as an alarm", async () => {
	const gone = await new Person(house, "meadow-amber-0004").comeIn();
	const { code } = await gone.do("spareCode");
	assert.match(code, /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
	const oldSlot = gone.slot(1);
	const device = new Person(house, gone.username);
	device.id = gone.id;
	await device.do("init", house.config);
	await assert.rejects(
		device.do("startSpare", {
			username: gone.username,
			code: code.replace(/.$/, code.endsWith("0") ? "1" : "0"),
		}),
		refusal("code-form"),
	);
	const { auth } = await device.do("startSpare", {
		username: gone.username,
		code: code.toLowerCase().replaceAll("-", " "),
	});
	assert.equal(auth, gone.signUp.auth.spare);
	await device.do("openSpare", { slot: gone.slot(2), me: house.me(gone.id), today: DAY });
	const { payload } = await device.do("renewWays", { words: OTHER_WORDS });
	const account = house.accounts.get(gone.id);
	account.slots = [payload.words.slot, payload.spare.slot];
	assert.equal(house.saveState(gone.id, payload.state).moved, null);
	await assert.rejects(device.do("spareCode"), refusal("spare-gone"));
	await device.do("renewed", { me: house.me(gone.id) });
	const fresh = await device.do("spareCode");
	assert.notEqual(fresh.code, code);
	await device.do("spareSeen");
	await assert.rejects(device.do("spareCode"), refusal("spare-gone"));
	assert.deepEqual((await gone.comeBack(OTHER_WORDS)).greeting.warnings, []);
	account.slots = [oldSlot, payload.spare.slot];
	assert.deepEqual(
		(await gone.comeBack(WORDS)).greeting.warnings.map(({ code: one }) => one),
		["way-in-returned", "way-in-changed", "way-in-added", "way-in-gone"].filter(
			(one) => one !== "way-in-changed",
		),
	);
});

test("A fresh spare code counts only once the house took it", async () => {
	const { payload } = await ada.do("freshSpare", { words: WORDS });
	assert.equal(payload.words_auth, ada.signUp.auth.words);
	assert.equal((await ada.do("dirty")).dirty, false);
	const account = house.accounts.get(ada.id);
	account.slots = [account.slots[0], payload.slot];
	assert.equal(house.saveState(ada.id, payload.state).moved, null);
	await ada.do("renewed", { me: house.me(ada.id) });
	assert.match((await ada.do("spareCode")).code, /^[0-9A-Z-]{34}$/);
	assert.deepEqual((await ada.comeBack()).greeting.warnings, []);
});

test("A state saved beside a fresh spare code is not confused with it", async () => {
	const { payload } = await ada.do("freshSpare", { words: WORDS });
	const { body } = await ada.do("saveState", { name: "A." });
	assert.equal(body.ctr, payload.state.ctr);
	const account = house.accounts.get(ada.id);
	account.slots = [account.slots[0], payload.slot];
	assert.equal(house.saveState(ada.id, payload.state).moved, null);
	await ada.do("renewed", { me: house.me(ada.id) });
	const device = await ada.comeBack();
	assert.deepEqual(device.greeting.warnings, []);
	assert.deepEqual(ada.core.place.book.count(), device.core.place.book.count());
	assert.equal(await ada.saveState(), null);
	assert.equal((await ada.comeBack()).greeting.name, "A.");
});

test("Closing her place needs the words again, and the receipt says what was destroyed", async () => {
	assert.equal((await ada.do("closeAuth", { words: WORDS })).auth, ada.signUp.auth.words);
	const about = { home: toText(house.home), account_id: ada.id, day: DAY, slots: 2, wraps: 3 };
	const bytes = labelled("pse1/closed", house.home, fromText(ada.id), DAY, 2, 3);
	const receipt = { ...about, sig: toText(sign(house.log.secretKey, bytes)) };
	assert.deepEqual(await ada.do("closedReceipt", { receipt }), {});
	await assert.rejects(ada.do("closedReceipt", { receipt: { ...receipt, wraps: 4 } }), refusal("receipt"));
});

test("After locking nothing answers any more until somebody comes in", async () => {
	const device = await ada.comeBack();
	await device.do("lock");
	for (const op of ["dirty", "saveState", "checkWords"])
		await assert.rejects(device.do(op), refusal("locked-out"));
	await assert.rejects(device.do("spareCode"), refusal("spare-gone"));
	await device.do("startSignIn", { username: ada.username, words: WORDS });
	await device.do("openSignIn", { slot: ada.slot(1), me: house.me(ada.id), today: DAY });
});
