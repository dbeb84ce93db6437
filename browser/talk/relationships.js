import { today } from "./clock.js";
import { atMostTwice } from "./twice.js";
import { isListTrouble } from "./who.js";

/**
 * Who I talk with, or asked: as the house lists it, with the people in it checked in the core.
 * @typedef {object} Relation as the house sent it (protocol/api.md)
 * @property {number} id @property {"asked" | "active" | "paused" | "ended" | "declined" | "withdrawn" | "lapsed"} state @property {"client" | "specialist"} mine
 * @property {any} other @property {{conv: string, n: number, mode?: number, continues: string | null}[]} conversations
 * @property {number} asked_on @property {number} [agreed_on] @property {number} [ended_on] @property {string} [ended_by]
 * @property {"closed" | "planned"} [ended_how] @property {import("./life.js").PauseRow} [pause] @property {import("./life.js").PlanRow} [plan] @property {{mine: boolean, both: boolean, until_on: number}} [way_back]
 * @property {"handed-over" | "stands-in"} [came] @property {any} [handover] @property {any} [company] @property {{from_on: number, back_on: number, cover: string | null}} [away] a break of the specialist
 * @property {boolean} [blocked] @property {number} [may_ask_again_on] @property {number} [rests_until] @property {any} promise
 */

const OPEN = new Set(["asked", "active", "paused"]);
const TWO_DAYS = 2;
const GONE = 5;

export class Relationships {
	#given;
	/** @type {Relation[]} */
	#all = [];
	/** Before the house was heard nobody knows that there are none. */
	areRead = false;
	/** @type {Map<string, any>} */
	#verified = new Map();

	/** @param {{core: any, api: any, clock: import("./clock.js").Clock, readWho: () => Promise<void>}} given */
	constructor(given) {
		this.#given = given;
	}

	get all() {
		return this.#all;
	}

	/** From the house, whole. */
	load() {
		return atMostTwice((how) => this.#load(how));
	}

	/** One of them, and the list of who is who, as they are now. @param {Relation} relation */
	async again(relation) {
		await this.load();
		return this.of(relation.id) ?? relation;
	}

	/** @param {Relation} relation one that the house answered with */
	put(relation) {
		const others = this.#all.filter(({ id }) => id !== relation.id);
		this.#all = [relation, ...others].sort((one, other) => other.id - one.id);
	}

	/** @param {number | string} id */
	of(id) {
		return this.#all.find((relation) => String(relation.id) === String(id)) ?? null;
	}

	/** The verified person on the other side, if they can be verified today. @param {string} accountId */
	verified(accountId) {
		return this.#verified.get(accountId) ?? null;
	}

	/** The one a client is asking or talking with now. */
	get current() {
		return this.#all.find(({ mine, state }) => mine === "client" && OPEN.has(state)) ?? null;
	}

	/** @param {{isFresh: boolean}} how */
	async #load(how) {
		this.#all = await this.#given.api.relationships();
		this.areRead = true;
		await this.#given.readWho();
		await this.#verify(how);
	}

	/** Nobody, while the list of who is who does not fit; that is said elsewhere. @param {any[]} directory @param {{isFresh: boolean}} how */
	async #shown(directory, how) {
		try {
			return (await this.#given.core.people({ directory, today: today(this.#given.clock), ...how })).people;
		} catch (error) {
			if (!isListTrouble(error)) throw error;
			return [];
		}
	}

	/** @param {{isFresh: boolean}} how */
	async #verify(how) {
		const directory = this.#all
			.filter(({ mine, other }) => mine === "client" && other.profile)
			.map(({ other }) => other);
		if (directory.length === 0) return;
		const people = await this.#shown(directory, how);
		this.#verified = new Map(people.map((/** @type {any} */ one) => [one.account_id, one]));
	}
}

/** Is it going on? @param {Relation} relation */
export function isOpen({ state }) {
	return OPEN.has(state);
}

/**
 * Whose talk it is, of several who read it: as long as it goes on with whoever it was begun with, theirs.
 * @param {readonly Relation[]} relations @param {string} conv
 */
export function ofTalk(relations, conv) {
	const all = relations.filter(({ conversations }) => conversations.some((one) => one.conv === conv));
	const open = all.filter(isOpen);
	return open.find(({ came }) => came === undefined) ?? open[0] ?? all[0] ?? null;
}

/** The conversation that nothing continues. @param {Relation} relation */
export function newestOf({ conversations }) {
	const continued = new Set(conversations.map(({ continues }) => continues));
	return conversations.find(({ conv }) => !continued.has(conv)) ?? null;
}

/** Is something left to read? What its owner wanted kept until they left is gone with them. @param {Relation} relation */
export function isReadable(relation) {
	const newest = newestOf(relation);
	return newest !== null && newest.mode !== GONE;
}

/**
 * Someone from before whom the programme still stands behind, and whom I did not block.
 * @param {Relation} relation @param {any} verified @param {number} day
 */
export function mayAskAgain(relation, verified, day) {
	const { mine, state, blocked } = relation;
	if (mine !== "client" || OPEN.has(state) || restsUntil(relation, day) !== null) return false;
	return blocked !== true && verified !== null;
}

/** From when who said no can be asked again. @param {Relation} relation @param {number} day */
export const restsUntil = ({ rests_until = 0 }, day) => (day < rests_until ? rests_until : null);

/**
 * After a no, an end or two days of silence another person may be asked.
 * @param {Relation} relation @param {number} day
 */
export function mayAskSomeoneElse({ mine, state, asked_on, may_ask_again_on }, day) {
	if (mine !== "client") return false;
	if (state === "asked") return day >= (may_ask_again_on ?? asked_on + TWO_DAYS);
	return !OPEN.has(state);
}
