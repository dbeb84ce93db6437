import { today } from "./clock.js";
import { replyLine } from "./hours.js";
import { rank } from "./ranking.js";
import { atMostTwice } from "./twice.js";

/**
 * Finding someone: the whole list is fetched at once, checked in the core and ranked here. Wishes stay on this page.
 * @typedef {import("./ranking.js").Wishes} Wishes
 * @typedef {object} Person
 * @property {string} accountId @property {string} name @property {string} line @property {string} about @property {string} waiting
 * @property {string[]} facts @property {string[]} langs @property {import("./hours.js").Reply} reply
 * @property {readonly string[]} notNow topics they do not take now: they order the list and are shown nowhere
 * @property {boolean} free @property {number | null} againDay @property {boolean} runsDesk @property {number} standsBehindUntil
 * @property {import("./ranking.js").Reason[]} reasons
 */

export class Finding {
	#given;
	/** @type {Map<string, any>} */
	#rows = new Map();
	/** @type {Map<string, Person>} */
	#people = new Map();
	/** @type {any} */
	#view = null;

	/** @param {{core: any, api: any, clock: import("./clock.js").Clock, zone: string, times: ReadonlySet<string>, chance: () => number, onChange: () => void, readWho: () => Promise<void>}} given */
	constructor(given) {
		this.#given = given;
	}

	get view() {
		return this.#view;
	}

	/** @returns {Wishes | null} */
	get wishes() {
		return this.#view?.wishes ?? null;
	}

	/** @param {string} accountId */
	person(accountId) {
		return this.#people.get(accountId) ?? null;
	}

	/** Everyone, by name. */
	get everyone() {
		const all = [...this.#people.values()].map(({ accountId, name }) => ({ accountId, name }));
		return all.sort((one, other) => one.name.localeCompare(other.name));
	}

	/** The row of the list, as the house sent it. @param {string} accountId */
	row(accountId) {
		return this.#rows.get(accountId) ?? null;
	}

	/** @param {Wishes} wishes */
	async find(wishes) {
		this.#show({ state: "loading", verdict: null, people: [], refused: 0, wishes });
		try {
			const refused = await atMostTwice((how) => this.#fetch(how));
			const ranked = rank([...this.#people.values()], wishes, this.#given);
			for (const person of ranked.people) this.#people.set(person.accountId, person);
			this.#show({ state: "ready", ...ranked, refused, wishes });
		} catch (error) {
			this.#show({ state: "failed", verdict: null, people: [], refused: 0, wishes });
			throw error;
		}
	}

	/** Their row as the house has it now, with the list of who is who read after it; what is shown stays. @param {string} accountId */
	async rowAgain(accountId) {
		await this.#fetchRows();
		return this.row(accountId);
	}

	async #fetchRows() {
		const { people: rows } = await this.#given.api.directory();
		await this.#given.readWho();
		this.#rows = new Map(rows.map((/** @type {any} */ row) => [row.account_id, row]));
		return rows;
	}

	/** @param {{isFresh: boolean}} how */
	async #fetch(how) {
		const { core, clock, zone } = this.#given;
		const rows = await this.#fetchRows();
		const { people, refused } = await core.people({ directory: rows, today: today(clock), ...how });
		const seen = { now: clock.now(), zone };
		this.#people = new Map(
			people.map((/** @type {any} */ one) => [one.account_id, asPerson(one, this.row(one.account_id), seen)]),
		);
		return refused;
	}

	/** @param {any} view */
	#show(view) {
		this.#view = Object.freeze(view);
		this.#given.onChange();
	}
}

/**
 * A person as screens show them: only what was verified.
 * @param {any} verified from the core
 * @param {any} row from the house
 * @param {{now: number, zone: string}} seen
 * @returns {Person}
 */
export function asPerson({ account_id, name, profile, until }, row, seen) {
	const { line, about, waiting, facts, langs, reply } = profile;
	return Object.freeze({
		...{ accountId: account_id, name, line, about, waiting, facts, langs },
		reply: replyLine(reply, seen),
		free: row?.free === true,
		againDay: row?.again_day ?? null,
		notNow: row?.not_now ?? [],
		runsDesk: row?.runs_desk === true,
		standsBehindUntil: until,
		reasons: [],
	});
}
