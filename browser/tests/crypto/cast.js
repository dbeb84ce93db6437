// Ada is a client, Ben her specialist, Finn a stranger: each with a core of their own in one little house.

import { fromText, toText } from "../../crypto/bytes.js";
import { Core, OPS } from "../../crypto/sealed-core.js";
import { stretch } from "../../crypto/stretch.js";
import { verifyRecords } from "../../crypto/people.js";
import { DAY, LittleHouse, NOON, PROMISE } from "./little-house.js";

export const WORDS = "acorn about above accent acrobat";

const READS_FIRST = new Set([
	...[
		"people",
		"ask",
		"agree",
		"agreeAnew",
		"editions",
		"checkPromise",
		"openConversation",
		"startAgain",
		"bringIn",
		"agreeToCome",
		"askToCome",
	],
]);

/** The real stretching, once for each name and words: people of a test file come in often. */
const stretched = new Map();

/** @returns a person whose core is in the test's hands: `ask(op, args)`, and `core` to look inside */
export class Person {
	/** The real one; tests that are about something else may put a quick one here. */
	static stretch = stretch;

	constructor(house, username) {
		this.house = house;
		this.username = username;
		this.core = new Core();
		this.answers = [];
		this.masters = [];
		/** A room reads who is who before it uses anybody's keys. */
		this.readsLog = true;
	}

	/** Every operation goes through here, so that answers can be searched; who is who is read before it counts. */
	async do(op, args = {}) {
		if (READS_FIRST.has(op) && this.readsLog) await this.readLog();
		return await this.#do(op, args);
	}

	/** Reads on from where this room is; keys of theirs that another device may have renewed are asked for first. */
	async readLog() {
		try {
			return await this.readOn({ isFresh: false });
		} catch (refusal) {
			if (refusal.code !== "keys-moved") throw refusal;
		}
		await this.#do("keysRenewed", { me: this.house.me(this.id) });
		return await this.readOn({ isFresh: true });
	}

	async readOn(how = {}) {
		const { rows, note } = this.house.list.from(this.core.log?.size ?? 0);
		return await this.#do("readLog", { rows: [rows], note, ...how });
	}

	async #do(op, args) {
		const answer = structuredClone(
			await OPS[op](this.core, structuredClone(args), (phrase, salt) => this.#stretched(phrase, salt)),
		);
		this.answers.push({ op, answer });
		return answer;
	}

	async #stretched(phrase, salt) {
		const place = Buffer.concat([phrase, salt]).toString("hex");
		if (!stretched.has(place)) stretched.set(place, await Person.stretch(phrase, salt));
		this.masters.push(stretched.get(place).slice());
		return stretched.get(place).slice();
	}

	async comeIn(words = WORDS) {
		await this.do("init", this.house.config);
		const { payload } = await this.do("startSignUp", { username: this.username, words, day: DAY });
		this.signUp = payload;
		const me = this.house.signUp(payload);
		this.id = payload.account_id;
		this.house.accounts.get(this.id).kr = toText(
			verifyRecords([payload.key_record], fromText(this.id)).at(-1).hash,
		);
		await this.do("signedUp", { me });
		return this;
	}

	/** Another device: the same person, a new core, from what the house keeps. */
	async comeBack(words = WORDS) {
		const device = new Person(this.house, this.username);
		device.id = this.id;
		await device.do("init", this.house.config);
		await device.do("startSignIn", { username: this.username, words });
		device.greeting = await device.do("openSignIn", {
			slot: this.slot(1),
			me: this.house.me(this.id),
			today: DAY,
		});
		return device;
	}

	slot(type) {
		return structuredClone(this.house.accounts.get(this.id).slots.find((slot) => slot.type === type));
	}

	async saveState(given = {}) {
		const { body } = await this.do("saveState", given);
		if (body === null) return null;
		const { moved } = this.house.saveState(this.id, body);
		if (moved === null) await this.do("stateSaved", { ctr: body.ctr });
		return moved;
	}

	/** What the room does once it is open: a new wrapping key when it is time. Tells whether the house took one. */
	async renew(today) {
		const roots = [...this.house.relationships]
			.filter(([, { client, specialist }]) => [client, specialist].includes(this.id))
			.map(([root]) => root);
		const relationships = roots.map((root) => this.relationship(root));
		const { payload } = await this.do("renewKeys", { today, relationships });
		if (payload === null) return false;
		const isTaken = this.house.takeKeys(this.id, payload);
		await this.do("keysRenewed", { me: this.house.me(this.id) });
		await this.readLog();
		return isTaken;
	}

	/** Somebody knows the five words: everything anew. Gives what the house was sent. */
	async newLock(words, { day = DAY, code } = {}) {
		const { payload } = await this.do("newLock", { words, day, ...(code === undefined ? {} : { code }) });
		this.house.takeLock(this.id, payload);
		this.greeting = await this.do("lockRenewed", { me: this.house.me(this.id) });
		return payload;
	}

	relationship(root) {
		return this.house.relationshipFor(this.id, root);
	}

	async open(root, conv = root, today = DAY) {
		const relationship = this.relationship(root);
		return await this.do("openConversation", { relationship, conv, today });
	}

	/** Follows from where the core says, taking everything at once. */
	async follow(root, conv = root, today = DAY) {
		const { from } = await this.open(root, conv, today);
		return await this.take(conv, this.house.ledger(conv).follow(this.id, from), today);
	}

	take(conv, frames, today = DAY) {
		return this.do("take", { conv, frames, today });
	}

	/** Writes, is acknowledged, and hands the stored frames to the other. */
	async say(conv, text, { to = null, ts = NOON, today = DAY } = {}) {
		const { frames, id } = await this.do("sealText", { conv, text, ts, today });
		const ledger = this.house.ledger(conv);
		const before = ledger.entries.length;
		for (const frame of ledger.store(frames)) await this.do("acknowledged", { frame });
		const fresh = ledger.entries.slice(before).map((entry) => ledger.frameOf(entry, to?.id));
		return { id, taken: to === null ? null : await to.take(conv, fresh, today), fresh };
	}
}

const PROFILE = {
	about: "I found my feet again.",
	facts: ["alcohol", "evenings"],
	langs: ["en"],
	line: "Slow and steady, with tea.",
	name: "Ben",
	reply: { days: [0, 1, 2], from: 540, to: 1080, tz: "Europe/Madrid", within: 24 },
	waiting: "Thank you for writing.",
};

export async function makeBen(house) {
	const ben = await new Person(house, "harbour-stone-0002").comeIn();
	await showAsSpecialist(ben, "Ben");
	return ben;
}

export async function showAsSpecialist(person, name) {
	person.house.endorse(person.id, { name });
	const { profile } = await person.do("profile", { profile: { ...PROFILE, name }, ver: 1, day: DAY });
	person.house.accounts.get(person.id).profile = profile;
}

/** Ada and Ben, strangers so far. */
export async function meet() {
	const house = await LittleHouse.open();
	const [ada, ben] = [await new Person(house, "river-amber-0001").comeIn(), await makeBen(house)];
	return { house, ada, ben };
}

/** Ada has asked Ben: the hello is stored. */
export async function asked({ house, ada, ben }, change = {}) {
	const given = {
		specialist: house.row(ben.id),
		promise: PROMISE,
		retention: 12,
		name: "Ada",
		text: "Hello Ben.",
		ts: NOON,
		day: DAY,
		...change,
	};
	const { ask, frame, conv, id } = await ada.do("ask", given);
	house.takeAsk(ada.id, ask);
	for (const ack of house.ledger(conv).store([frame])) await ada.do("acknowledged", { frame: ack });
	return { conv, id, given };
}

/** Ada and Ben talk: both have signed, both are caught up. */
export async function talk() {
	const { house, ada, ben } = await meet();
	const { conv, id } = await asked({ house, ada, ben });
	const hello = await ben.follow(conv);
	house.accept(conv, await ben.do("agree", { relationship: ben.relationship(conv), day: DAY }));
	for (const person of [ada, ben])
		await person.do("checkPromise", { relationship: person.relationship(conv) });
	await ada.follow(conv);
	return { house, ada, ben, conv, helloId: id, hello, ledger: house.ledger(conv) };
}

/** Seals something, is acknowledged, hands it to the other; gives what each is told. */
export async function sends(from, to, { conv, ledger }, op, args) {
	const { frames, id } = await from.do(op, { conv, ts: NOON, today: DAY, ...args });
	const start = ledger.entries.length;
	const changed = [];
	for (const frame of ledger.store(frames))
		changed.push(...(await from.do("acknowledged", { frame })).changed);
	const fresh = ledger.entries.slice(start).map((entry) => ledger.frameOf(entry, to.id));
	return { id, own: { ...(await from.take(conv, [])), changed }, theirs: await to.take(conv, fresh) };
}
