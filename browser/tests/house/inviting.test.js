import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** Coming by a link, at a real house, with a real core. */
let house;

before(async () => {
	house = await House.open();
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

async function marisol() {
	const guest = new Guest(house);
	await guest.room.start();
	await guest.room.comeBack({ ...house.people.get("Marisol"), lockAfter: 15 });
	return guest;
}

/** What stands behind the # of a new link. */
async function linkOf(guest, how = "link") {
	const id = await guest.room.makeInvite(how);
	return guest.view.invites.find(({ inviteId }) => inviteId === id).text;
}

/** Opened in a fresh browser: the link first, then the page. */
async function opened(text, { comesIn = true } = {}) {
	const guest = new Guest(house);
	guest.room.bringInvite(text);
	await guest.room.start();
	guest.words = guest.view.offer;
	if (comesIn) await guest.room.comeIn({ lockAfter: 5 });
	return guest;
}

async function askWith(guest, text = "It is me.") {
	await guest.room.findInviter();
	return await guest.room.ask({ accountId: guest.view.invite.accountId, callName: "Ada", text });
}

const met = (guest, id) => guest.view.relationships.find((one) => one.id === id)?.met;

test("Who comes by a link stands before whoever made it, and both are checked once the yes is there", async () => {
	const specialist = await marisol();
	const ada = await opened(await linkOf(specialist));
	assert.equal(ada.view.invite.state, "open");
	const { id } = await askWith(ada);
	assert.equal(ada.view.relationships[0].other.name, "Marisol");
	assert.equal(ada.view.invite, null);
	assert.deepEqual(met(ada, id), { is: "came", how: "link", day: null });
	await specialist.until(() => met(specialist, id)?.is === "fits", "Marisol sees that it fits");
	await specialist.until(() => specialist.view.home.hellos[0]?.last, "Marisol reads the hello");
	await specialist.room.accept(id);
	await specialist.until(() => met(specialist, id)?.is === "checked", "Marisol has checked");
	await ada.until(() => met(ada, id)?.is === "checked", "Ada knows");
	await ada.room.lockNow();
	await ada.room.comeBack({ ...ada.words, lockAfter: 5 });
	await ada.until(() => met(ada, id)?.is === "checked", "Ada still knows");
	await ada.room.end(id);
});

test("A link opened again is of no use, and the one who made it is told", async () => {
	const specialist = await marisol();
	const text = await linkOf(specialist, "person");
	const ada = await opened(text);
	const { id } = await askWith(ada);
	const finn = await opened(text, { comesIn: false });
	assert.equal(finn.view.invite.state, "gone");
	await finn.room.comeIn({ lockAfter: 5 });
	assert.equal(finn.view.step, "finding");
	await specialist.room.refresh();
	assert.deepEqual(
		specialist.view.invites.filter(({ again }) => again).map(({ how, state }) => [how, state]),
		[["person", "used"]],
	);
	await ada.room.withdraw(id);
});

test("Of two who opened a link before either asked, the second can still ask without it", async () => {
	const specialist = await marisol();
	const text = await linkOf(specialist);
	const [ada, finn] = [await opened(text), await opened(text)];
	const { id } = await askWith(ada);
	await finn.room.findInviter();
	const to = finn.view.invite.accountId;
	const hello = { accountId: to, callName: "Finn", text: "And me." };
	await assert.rejects(finn.room.ask(hello), { code: "not-found" });
	assert.equal(finn.view.invite.state, "gone");
	const second = await finn.room.ask(hello);
	assert.equal(met(finn, second.id), null);
	await specialist.until(() => met(specialist, id)?.is === "fits", "Ada's fits");
	await specialist.until(() => met(specialist, second.id) !== undefined, "the second hello is there");
	assert.equal(met(specialist, second.id), null);
	await ada.room.withdraw(id);
	await finn.room.withdraw(second.id);
});

test("A link that was taken back, is not whole, or is of another house is each said for what it is", async () => {
	const specialist = await marisol();
	const text = await linkOf(specialist);
	const [{ inviteId }] = specialist.view.invites.filter((one) => one.text === text);
	await specialist.room.takeInviteBack(inviteId);
	assert.ok(specialist.view.invites.every((one) => one.inviteId !== inviteId));
	const raw = Buffer.from(text, "base64url");
	raw[64] ^= 1;
	const states = { [text]: "gone", [text.slice(0, 80)]: "odd", [raw.toString("base64url")]: "house" };
	for (const [given, state] of Object.entries(states))
		assert.equal((await opened(given, { comesIn: false })).view.invite.state, state);
});

test("A link is for whoever opened it: the next person on the same page does not see it", async () => {
	const specialist = await marisol();
	const ada = await opened(await linkOf(specialist));
	assert.equal(ada.view.invite.state, "open");
	await ada.room.lockNow();
	await ada.room.comeBack({ ...house.people.get("Marisol"), lockAfter: 5 });
	assert.equal(ada.view.invite, null);
});
