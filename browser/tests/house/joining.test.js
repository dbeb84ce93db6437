import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest, hurried } from "./guest.js";
import { House } from "./house.js";

/** How a real specialist joins, and what the page may do to the room. */
let house;
let nia;
let words;
let request;

before(async () => {
	house = await House.open();
	nia = new Guest(house);
	await nia.room.start();
	words = nia.view.offer;
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

const PROFILE = {
	name: "Nia",
	line: "I have been where you are.",
	about: "Eight years without gambling.",
	waiting: "Put the kettle on. I will write.",
	facts: ["straight-talk", "gambling", "evenings"],
	langs: ["es", "en"],
	reply: { days: [4, 0, 1], from: 540, to: 1020, tz: "Europe/Madrid", within: 24 },
};

test("Nia comes in by her link, and the link lets nobody else in", async () => {
	const link = await house.makeLink();
	await nia.room.comeIn({ lockAfter: 15, link });
	assert.equal(nia.view.step, "joining");
	assert.equal(nia.view.me.joining, true);
	const finn = new Guest(house);
	await finn.room.start();
	await assert.rejects(finn.room.comeIn({ lockAfter: 5, link }), { code: "link-spent" });
	assert.equal(finn.view.door, "outside");
});

test("Her profile is signed here, and her request carries her name and her keys", async () => {
	await assert.rejects(nia.room.endorsementRequest(), { code: "empty" });
	await nia.room.saveProfile(PROFILE);
	assert.equal(nia.view.me.profile.name, "Nia");
	request = await nia.room.endorsementRequest();
	assert.match(request.filename, /\.json$/);
	assert.equal(JSON.parse(request.text).display_name, "Nia");
});

test("The programme's lead sees the same four words as she does, and nobody finds her before the yes", async () => {
	const ada = new Guest(house);
	await ada.room.start();
	await ada.room.comeIn({ lockAfter: 5 });
	await ada.room.find({ facts: ["gambling"], langs: [], matters: "gambling", anyone: false });
	assert.ok(ada.view.finding.people.every(({ name }) => name !== "Nia"));
	const mine = await nia.room.checkWords();
	const said = await house.endorse(request);
	assert.equal(mine.length, 4);
	assert.ok(said.includes(mine.join(" ")), said);
});

test("From then on she is a specialist: found, asked, and talked with", async () => {
	await nia.room.lockNow();
	await nia.room.comeBack({ ...words, lockAfter: 15 });
	assert.equal(nia.view.step, "home");
	assert.equal(nia.view.me.isSpecialist, true);
	assert.ok(nia.view.me.standsBehindUntil > nia.view.config.today);
	const ada = new Guest(house);
	await ada.room.start();
	await ada.room.comeIn({ lockAfter: 5 });
	const { accountId, reply } = await ada.find("Nia");
	assert.deepEqual(reply.params.days, [0, 1, 4]);
	await ada.room.ask({ accountId, callName: "Ada", text: "I lost the rent again." });
	await nia.until(() => nia.view.home.hellos[0]?.last, "Nia reads it");
	await nia.room.accept(nia.view.home.hellos[0].id);
	await ada.until(() => ada.talk.canWrite, "they may talk");
});

test("Leaving the page covers at once, ends the keys and the sign-in, and goes somewhere neutral", async () => {
	const ada = new Guest(house);
	await ada.room.start();
	await ada.room.comeIn({ lockAfter: 5 });
	let isCovered = false;
	ada.room.addEventListener("left", () => {
		isCovered = true;
		assert.equal(ada.left, null, "covered before it goes");
	});
	ada.room.leave();
	assert.equal(isCovered, true);
	assert.equal(ada.left, ada.view.config.leave);
	assert.equal(ada.view.door, "left");
	assert.equal(ada.view.me, null);
	await assert.rejects(ada.room.find({ facts: [], langs: [], matters: null, anyone: true }), {
		code: "signed-out",
	});
});

test("A page that comes back from the browser's memory is locked", async () => {
	const ada = new Guest(house);
	await ada.room.start();
	const mine = ada.view.offer;
	await ada.room.comeIn({ lockAfter: 5 });
	ada.room.pageGoes();
	assert.equal(ada.view.door, "locked");
	assert.equal(ada.view.me, null);
	await ada.room.comeBack({ ...mine, lockAfter: 5 });
	assert.equal(ada.view.door, "inside");
});

test("A place opened with the spare code does not stay open when nobody finishes", async () => {
	const ada = new Guest(house, { clock: hurried });
	await ada.room.start();
	const { username } = await ada.room.comeIn({ lockAfter: 15 });
	const code = await ada.room.spareCode();
	await ada.room.lockNow();
	await ada.room.comeBackWithSpare({ username, code });
	assert.equal(ada.view.door, "renewing");
	await ada.room.lockNow();
	assert.equal(ada.view.door, "outside");
	await assert.rejects(ada.room.renew({ lockAfter: 5 }), { code: "not-now" });
});

test("Another page of hers saved meanwhile: her new words and code come all the same, and nothing it saved is lost", async () => {
	const [laptop, phone] = [saver(), saver()];
	await Promise.all([laptop.room.start(), phone.room.start()]);
	const mine = laptop.view.offer;
	let username = "";
	await saves(laptop, async () => {
		({ username } = await laptop.room.comeIn({ lockAfter: 15 }));
	});
	await phone.room.comeBackWithSpare({ username, code: await laptop.room.spareCode() });
	await saves(laptop, () => laptop.room.setTitle("Recipes"));
	await phone.room.renew({ lockAfter: 15 });
	assert.equal(phone.view.door, "inside");
	assert.equal(phone.view.title, "Recipes");
	await laptop.until(() => laptop.view.door === "locked", "the other page is signed out");
	await assert.rejects(laptop.room.comeBack({ ...mine, lockAfter: 15 }), { code: "not-opened" });
});

test("A fresh spare code comes at once, though another page saved meanwhile", async () => {
	const [laptop, phone] = [saver(), saver()];
	await Promise.all([laptop.room.start(), phone.room.start()]);
	const mine = laptop.view.offer;
	await saves(laptop, () => laptop.room.comeIn({ lockAfter: 15 }));
	const { username } = mine;
	await saves(phone, () => phone.room.comeBack({ ...mine, lockAfter: 15 }));
	await saves(laptop, () => laptop.room.setTitle("Recipes"));
	const code = await phone.room.newSpareCode({ words: mine.words });
	assert.equal(phone.view.title, "Recipes");
	const later = new Guest(house);
	await later.room.start();
	await later.room.comeBackWithSpare({ username, code });
	assert.equal(later.view.door, "renewing");
});

/** A guest who knows how often their page handed its state in. */
function saver() {
	const puts = [];
	const fetch = async (url, options) => {
		const answer = await Guest.anywhere(url, options);
		if (options?.method === "PUT" && url.endsWith("/state") && answer.ok) puts.push(url);
		return answer;
	};
	return Object.assign(new Guest(house, { fetch, clock: hurried }), { puts });
}

async function saves(guest, deed) {
	const before = guest.puts.length;
	await deed();
	await guest.until(() => guest.puts.length > before, "it is saved");
}

test("What Ada could not save is never handed in under somebody else's name", async () => {
	let isCut = false;
	const put = [];
	const shared = new Guest(house, {
		fetch: (url, options) => {
			if (options?.method === "PUT") put.push(options.body);
			if (isCut && options?.method === "PUT") return Promise.reject(new TypeError("fetch failed"));
			return Guest.anywhere(url, options);
		},
	});
	await shared.room.start();
	await shared.room.comeIn({ lockAfter: 5 });
	isCut = true;
	shared.room.draft("A".repeat(22), "mine alone");
	await shared.room.lockNow();
	isCut = false;
	const before = put.length;
	const hers = put.at(-1);
	assert.match(hers, /box/);
	await shared.room.comeBack({ ...house.people.get("Ben"), lockAfter: 5 });
	assert.equal(shared.view.door, "inside");
	assert.ok(!put.slice(before).includes(hers), "nothing of Ada's was handed in");
});

test("A sign-in that ended elsewhere locks the room, also when only the state notices", async () => {
	const ada = new Guest(house, { clock: hurried });
	await ada.room.start();
	const mine = ada.view.offer;
	await ada.room.comeIn({ lockAfter: 15 });
	ada.room.network(false);
	const other = new Guest(house);
	await other.room.start();
	await other.room.comeBack({ ...mine, lockAfter: 5 });
	await other.room.signOutOthers();
	assert.equal(ada.view.door, "inside");
	ada.room.draft("A".repeat(22), "words");
	await ada.until(() => ada.view.door === "locked", "it locks");
});

test("A house out of reach is said to be so, and is tried again", async () => {
	let isThere = false;
	const fetching = (url, options) =>
		isThere ? Guest.anywhere(url, options) : Promise.reject(new TypeError("fetch failed"));
	const ada = new Guest(house, { fetch: fetching });
	await ada.room.start();
	assert.equal(ada.view.door, "unreachable");
	isThere = true;
	await ada.room.start();
	assert.equal(ada.view.door, "outside");
	assert.ok(ada.view.help.length > 0);
});

test("A device whose date is wrong is told so", async () => {
	const late = { now: () => Date.now() + 5 * 86_400_000, after: () => () => undefined };
	const ada = new Guest(house, { clock: late });
	await ada.room.start();
	assert.deepEqual(ada.view.notices, [{ code: "clock-off" }]);
});
