// Lea comes to Ada's and Ben's talk, in a little house: what each step hands to whom.

import { createHash } from "node:crypto";
import { fromText } from "../../crypto/bytes.js";
import { Person, showAsSpecialist, talk } from "./cast.js";
import { DAY, NOON, PROMISE } from "./little-house.js";

export { DAY, NOON };

/** Nothing here is about the five words: they are stretched in no time. */
Person.stretch = async (phrase, salt) =>
	new Uint8Array(createHash("sha256").update(phrase).update(salt).digest());

/** Ada and Ben talk through three months, a line in each; Lea is a specialist here. */
export async function threeMonths() {
	const room = await talk();
	const { ada, ben, house, conv } = room;
	await ada.say(conv, "In the first month.", { to: ben });
	await ada.say(conv, "In the second month.", { to: ben, today: DAY + 30 });
	await ben.say(conv, "I answer in the second.", { to: ada, today: DAY + 31 });
	await ada.say(conv, "In the third month.", { to: ben, today: DAY + 60 });
	const lea = await new Person(house, "meadow-lark-0004").comeIn();
	await showAsSpecialist(lea, "Lea");
	return { ...room, lea, today: DAY + 60 };
}

/** Sends what a step made; everybody in the room is handed what is theirs. Gives what each was told. */
export async function posts(room, from, made, to) {
	const { conv, ledger, today } = room;
	const before = ledger.entries.length;
	for (const frame of ledger.store(made.frames)) await from.do("acknowledged", { frame });
	const fresh = ledger.entries.slice(before);
	const told = [];
	for (const person of to)
		told.push(
			await person.take(
				conv,
				fresh.map((entry) => ledger.frameOf(entry, person.id)),
				today,
			),
		);
	return told;
}

/** A line of somebody's, handed to these. */
export const says = async (room, from, text, to) =>
	posts(room, from, await from.do("sealText", { conv: room.conv, text, ts: NOON, today: room.today }), to);

/** Lea said yes: her name stands with the relationship, and both others read it again. */
export async function named(room) {
	const { house, conv, lea, ada, ben } = room;
	const asked = await ada.do("askToCome", { relationship: ada.relationship(conv), day: DAY + 60 });
	const handover = house.askedToCome(conv, asked);
	const yes = await lea.do("agreeToCome", { handover, day: DAY + 60 });
	house.join(conv, lea.id, { asked, yes });
	for (const person of [ada, ben])
		await person.do("checkPromise", { relationship: person.relationship(conv) });
}

/** Ada lets Lea read from here on; Lea opens the talk. */
export async function joined(room, how = {}) {
	const { house, conv, lea, ada, ben, today } = room;
	await named(room);
	const made = await ada.do("bringIn", { conv, specialist: house.row(lea.id), today, ...how });
	await posts(room, ada, made, how.insteadOf === undefined ? [ben] : []);
	return await opens(room, lea);
}

/** Somebody comes to the talk on this visit. */
export async function opens(room, person) {
	const { conv, ledger, today } = room;
	const { from } = await person.open(conv, conv, today);
	return await person.take(conv, ledger.theirs(person.id, from), today);
}

/** Ada hands these epochs to Lea: the entry, then the wraps. */
export async function hands(room, epochs, to = [room.ben, room.lea]) {
	const { ada, lea, conv, today } = room;
	const made = await ada.do("handOver", { conv, account_id: lea.id, epochs, ts: NOON, today });
	const told = await posts(room, ada, made, to);
	await keepsWraps(room);
	return told;
}

/** What `POST .../wraps` does: they live with the others. */
export async function keepsWraps({ ada, lea, conv, ledger }) {
	const { wraps } = await ada.do("grantedWraps", { conv, account_id: lea.id });
	for (const { epoch, wrap } of wraps) ledger.granted.set(`${lea.id} ${epoch}`, fromText(wrap));
	return wraps;
}

/** Lea fetches whatever she was granted, as her room does: each stretch by itself, from its end. */
export async function pages(room, most = 200) {
	const { lea, conv, ledger, today } = room;
	const lines = [];
	await lea.take(conv, ledger.theirs(lea.id, 0).slice(0, heads(ledger)), today);
	let turns = 0;
	for (let taken = await lea.take(conv, [], today); taken.stretches.length > 0; ) {
		if (++turns > 20) throw new Error("it goes round and round");
		const [{ n, upto }] = taken.stretches;
		taken = await lea.take(conv, ledger.page(upto + 1, Math.min(most, upto - n)), today);
		if (taken.stopped) return { stopped: taken.stopped, lines };
		lines.unshift(...taken.lines);
	}
	return { stopped: null, lines };
}

const heads = (ledger) => ledger.entries.filter(({ kind }) => kind === 1).length;
export const texts = ({ lines }) => lines.filter(({ t }) => t === "text").map(({ text }) => text);
export { PROMISE };
