import { listed } from "./circle-rows.js";
import { coreOfCircles, relationOf } from "./circle-talk.js";
import { isRefusal, RoomError } from "./trouble.js";
import { atMostTwice } from "./twice.js";

/**
 * What the house says of circles, and whose keys it sent: the list, everybody in one, and letters sealed for one of them.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./circle-talk.js").Signer} Signer
 * @typedef {{id: number, conv: string, state: string, mine: string | null, hosts: string[], retention: number, log: {conv: string, rand: string, owner: string, mode: number} | null} & Record<string, any>} Row as the house sent it
 */

export const LETTER = Object.freeze({ ASK: 1, WHY: 2, APPEAL: 3, ANSWER: 4 });
const PAGE = 50;

export class CircleHouse {
	core;
	#inside;
	#held = false;
	#more = false;
	/** @type {Map<number, Row>} newest first */
	#rows = new Map();
	/** @type {Map<string, Signer>} everybody whose keys the house sent, as it sent them last */
	#signers = new Map();
	/** @type {Map<string, string | null>} by the programme's word */
	#names = new Map();
	/** @type {Map<number, ReadonlyMap<string, boolean>>} whom a circle's headers name or may name, and whether the house takes anything of them */
	#named = new Map();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
		this.core = coreOfCircles(inside.given.core);
	}

	get shown() {
		return {
			held: this.#held,
			more: this.#more,
			circles: [...this.#rows.values()].map((row) => listed(row, this.#names)),
		};
	}

	get isRead() {
		return this.#rows.size > 0;
	}

	get last() {
		return [...this.#rows.keys()].at(-1);
	}

	/** @param {number} [before] the list goes on behind this one */
	async look(before) {
		const { held, circles, people } = await this.api("GET", `circles${before ? `?before=${before}` : ""}`);
		this.#held = held;
		this.#more = circles.length === PAGE;
		if (before === undefined) this.#rows.clear();
		for (const row of circles) this.#rows.set(row.id, row);
		await this.meet(people);
	}

	/** Their keys as the house says them, and the name the programme stands behind. @param {Signer[]} people */
	async meet(people) {
		for (const one of people) this.#signers.set(one.account_id, one);
		const { named } = await this.core.circlePeople({ people });
		for (const { account_id, name } of named) this.#names.set(account_id, name);
	}

	/** @param {string} accountId */
	person(accountId) {
		return Object.freeze({ accountId, name: this.#names.get(accountId) ?? null });
	}

	/** @param {number} id */
	row(id) {
		const row = this.#rows.get(id);
		if (row === undefined) throw new RoomError("not-found");
		return row;
	}

	/** @param {number} id */
	known(id) {
		return this.#rows.get(id) ?? null;
	}

	/** @param {number} id @param {string} accountId */
	isNamed(id, accountId) {
		return this.#named.get(id)?.get(accountId) ?? false;
	}

	/** Of whom the house takes nothing any more: they left, were taken away, or closed their place. @param {number} id */
	silent(id) {
		return [...(this.#named.get(id) ?? [])].filter(([, writes]) => !writes).map(([one]) => one);
	}

	/** A circle with the keys of everybody in it, as the house has them now. @param {number} id */
	async relation(id) {
		const row = this.row(id);
		if (row.log === null) throw new RoomError("not-found");
		const { members, people } = await this.api("GET", `circles/${id}/people`);
		await this.meet(people);
		this.#named.set(id, new Map(members.map((/** @type {any} */ one) => [one.account_id, one.writes])));
		return relationOf(/** @type {any} */ (row), people);
	}

	/** A letter at a circle's door, for somebody whose keys the house sent. @param {string} conv @param {string} to @param {{sort: number, words: string, name?: string}} said @returns {Promise<string>} */
	async sealed(conv, to, said) {
		const person = this.#signers.get(to);
		if (person === undefined) throw new RoomError("not-found");
		await this.#inside.readWho();
		const given = { conv, to: person, ts: this.#inside.given.clock.now(), ...said };
		const { box } = await atMostTwice((how) => this.core.sealLetter({ ...given, ...how }));
		return box;
	}

	/** Whoever wrote a letter may have come since the list of who is who was read. */
	readWho = () => this.#inside.readWho();

	/** null where it does not open: that is shown, and keeps nobody from the rest. @param {string} conv @param {{sort: number, from: string, box: string | null}} letter @returns {Promise<{words: string, name: string} | null>} */
	async opened(conv, { sort, from, box }) {
		const person = this.#signers.get(from);
		if (person === undefined || box === null) return null;
		try {
			return await atMostTwice((how) => this.core.openLetter({ conv, sort, from: person, box, ...how }));
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return null;
		}
	}

	/** @param {"GET" | "POST" | "PUT" | "DELETE"} method @param {string} path @param {object} [body] @returns {Promise<any>} */
	api(method, path, body) {
		return this.#inside.given.api.part(method, path, body);
	}
}
