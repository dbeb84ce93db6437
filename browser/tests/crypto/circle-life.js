// A circle in a little house: Ben and Cem lead it, Ada and Finn come; what each step hands to whom.

import { createHash } from "node:crypto";
import { toText } from "../../crypto/bytes.js";
import { Person, showAsSpecialist } from "./cast.js";
import { DAY, LittleHouse, NOON } from "./little-house.js";

/** Nothing here is about the five words: they are stretched in no time. */
export function quickWords() {
	Person.stretch = async (phrase, salt) =>
		new Uint8Array(createHash("sha256").update(phrase).update(salt).digest());
}

/** Ben and Cem, specialists; Ada and Finn, clients. All come in; nobody knows anybody. */
export async function gathered() {
	const house = await LittleHouse.open();
	const names = { ben: "harbour-stone-0002", cem: "maple-heron-0003", ada: "river-amber-0001" };
	const people = {};
	for (const [name, username] of Object.entries({ ...names, finn: "meadow-hare-0004" }))
		people[name] = await new Person(house, username).comeIn();
	await showAsSpecialist(people.ben, "Ben");
	await showAsSpecialist(people.cem, "Cem");
	return { house, ...people };
}

export class Circle {
	today = DAY;

	/** @param {LittleHouse} house @param {{conv: string, rand: string}} log @param {Person} owner */
	constructor(house, log, owner) {
		this.house = house;
		this.log = { ...log, owner: owner.id };
		this.named = [owner];
		this.ledger = house.ledger(log.conv);
	}

	get conv() {
		return this.log.conv;
	}

	/** What the house says of it: everybody whom its headers name or may name. */
	get json() {
		return { log: this.log, retention: 12, people: this.named.map(({ id }) => this.house.row(id)) };
	}

	names(...people) {
		this.named.push(...people.filter((one) => !this.named.includes(one)));
		return this;
	}

	async opens(person) {
		await person.readLog();
		const { from } = await person.do("openCircle", { circle: this.json });
		return await person.take(this.conv, this.ledger.theirs(person.id, from), this.today);
	}

	/** Sends what a step made; these are handed what is theirs. Gives what each was told. */
	async posts(from, { frames }, to = []) {
		const before = this.ledger.entries.length;
		for (const frame of this.ledger.store(frames)) await from.do("acknowledged", { frame });
		await from.take(this.conv, [], this.today);
		const fresh = this.ledger.entries.slice(before);
		const told = [];
		for (const person of to) {
			await person.do("openCircle", { circle: this.json });
			const theirs = fresh.map((entry) => this.ledger.frameOf(entry, person.id));
			told.push(await person.take(this.conv, theirs, this.today));
		}
		return told;
	}

	async says(from, text, to) {
		const { conv, today } = this;
		return await this.posts(from, await from.do("sealText", { conv, text, ts: NOON, today }), to);
	}

	async shows(from, card, to) {
		const { conv, today } = this;
		return await this.posts(from, await from.do("sealCard", { conv, card, ts: NOON, today }), to);
	}

	/** A host lets somebody in whom the house named. */
	async letsIn(host, person, others) {
		this.names(person);
		for (const one of [host, ...others]) await one.do("openCircle", { circle: this.json });
		const made = await host.do("letIntoCircle", {
			conv: this.conv,
			account_id: person.id,
			today: this.today,
		});
		const told = await this.posts(host, made, others);
		return { made, told, came: await this.opens(person) };
	}
}

/** Ben begins it with Cem; the first header is there, and both read it. */
export async function begun({ house, ben, cem }) {
	for (const one of [ben, cem]) await one.readLog();
	const log = await ben.do("newCircle");
	const circle = new Circle(house, log, ben).names(cem);
	await circle.opens(ben);
	const given = { conv: circle.conv, hosts: [ben.id, cem.id], retention: 12, today: circle.today };
	await circle.posts(ben, await ben.do("firstOfCircle", given));
	await circle.opens(cem);
	return circle;
}

/** Every operation of circles, once. */
export async function aCircle(everybody, note) {
	const { house, ben, cem, ada, finn } = await gathered();
	everybody.push(ben, cem, ada, finn);
	const circle = await begun({ house, ben, cem });
	for (const one of [ada, finn]) await one.readLog();
	const asks = { conv: circle.conv, sort: 1, to: house.row(ben.id), words: "Hello.", name: "Ada", ts: NOON };
	const { box } = await ada.do("sealLetter", asks);
	await ada.do("circlePeople", { people: [house.row(ben.id), house.row(finn.id)] });
	await ben.do("openLetter", { conv: circle.conv, sort: 1, from: house.row(ada.id), box });
	await circle.letsIn(ben, ada, [cem]);
	await circle.says(ada, "Before Finn.", [ben, cem]);
	const { msgId } = circle.ledger.entries.at(-1).fields;
	await circle.letsIn(cem, finn, [ben, ada]);
	const { conv, today } = circle;
	const before = { conv, of: "AAECAwQFBgcICQoLDA0ODw", to: finn.id, ids: [toText(msgId)] };
	const { boxes } = await ada.do("sealEarlier", before);
	await finn.do("openEarlier", { conv, of: before.of, from: ada.id, box: boxes[0] });
	await circle.posts(ben, await ben.do("takeFromCircle", { conv, account_id: finn.id, today }), [cem, ada]);
	await showAsSpecialist(finn, "Finn");
	for (const one of [ben, cem, ada]) await one.readLog();
	for (const one of [ben, cem, ada]) await one.do("openCircle", { circle: circle.json });
	await circle.posts(ben, await ben.do("makeHost", { conv, account_id: finn.id, today }), [cem, ada]);
	await circle.posts(ben, await ben.do("leadNoMore", { conv, today }), [cem, ada]);
	note();
}
