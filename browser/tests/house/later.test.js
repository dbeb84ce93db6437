import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isOutside, lookAgain } from "../../talk/hours.js";
import { Guest } from "./guest.js";
import { House } from "./house.js";

/** What Ben writes outside his hours, at a real house, with a real core, on two devices: it goes once. */
const HOUR = 3_600_000;

let house;
let ada;
let ben;
let ahead = 0;
const clock = {
	now: () => Date.now() + ahead,
	after(milliseconds, deed) {
		const timer = setTimeout(deed, milliseconds).unref();
		return () => clearTimeout(timer);
	},
};

async function benAgain() {
	const again = new Guest(house, { clock });
	await again.room.start();
	await again.room.comeBack({ ...house.people.get("Ben"), lockAfter: 15 });
	await again.until(() => again.talk && !again.talk.catching && again.talk.canWrite, "the talk is open");
	return again;
}

/** Until his clock shows a time outside his hours. */
function toTheNight(hours) {
	for (let hour = 0; !isOutside(hours, Date.now() + ahead); hour += 1) {
		assert.ok(hour < 48, "his hours never end");
		ahead += HOUR;
	}
}

const waits = (guest) => guest.view.parts.later?.[guest.talk.conv]?.text ?? null;
const times = (guest, text) => guest.texts.filter((one) => one.endsWith(`: ${text}`)).length;

before(async () => {
	house = await House.open();
	({ ada, ben } = await Guest.talking(house));
	await ben.room.lockNow();
	ben = await benAgain();
});

after(async () => {
	try {
		await Guest.leaveAll();
	} finally {
		await house.close();
	}
});

test("What Ben leaves for later outlives a lock, is on his other device, and comes to Ada once", async () => {
	const hours = ben.view.me.profile.reply;
	toTheNight(hours);
	await ben.room.doing("later", "put", ben.talk.conv, "Sleep well, Ada.");
	assert.equal(waits(ben), "Sleep well, Ada.");
	await ben.room.lockNow();
	ben = await benAgain();
	const other = await benAgain();
	for (const one of [ben, other]) await one.room.doing("later", "watch");
	assert.deepEqual([waits(ben), waits(other)], ["Sleep well, Ada.", "Sleep well, Ada."]);
	assert.equal(times(ada, "Sleep well, Ada."), 0);

	ahead += lookAgain(hours, clock.now()) - clock.now();
	await Promise.all([ben, other].map((one) => one.room.doing("later", "watch")));
	await ada.until(() => times(ada, "Sleep well, Ada.") > 0, "Ada reads it");
	for (const one of [ben, other]) {
		await one.until(() => waits(one) === null && times(one, "Sleep well, Ada.") === 1, "it waits no more");
	}
	await new Promise((later) => setTimeout(later, 1_000));
	for (const one of [ada, ben, other]) assert.equal(times(one, "Sleep well, Ada."), 1);
	await other.room.lockNow();
	await ben.room.lockNow();
	ben = await benAgain();
	await ben.room.doing("later", "watch");
	assert.equal(waits(ben), null);
	assert.equal(times(ben, "Sleep well, Ada."), 1);
});

test("What Ben takes back on one device does not come by the other", async () => {
	const hours = ben.view.me.profile.reply;
	toTheNight(hours);
	await ben.room.doing("later", "put", ben.talk.conv, "Not after all.");
	const other = await benAgain();
	await other.room.doing("later", "watch");
	assert.equal(await ben.room.doing("later", "drop", ben.talk.conv), "Not after all.");
	ahead += lookAgain(hours, clock.now()) - clock.now();
	await other.room.doing("later", "watch");
	await new Promise((later) => setTimeout(later, 500));
	assert.deepEqual([waits(other), times(ada, "Not after all.")], [null, 0]);
	await other.room.lockNow();
});
