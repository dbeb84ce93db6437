import { today } from "./clock.js";
import { orNull } from "./for-officers.js";
import { holds, readersOf } from "./measure-rules.js";
import { Once } from "./once.js";
import { RoomError } from "./trouble.js";

/**
 * Measures: what officers decided about me, and as an officer what waits, holds and was over lately. Why is opened when one is looked at, and kept nowhere.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./measure-rules.js").Letter} Letter
 * @typedef {Readonly<{id: string, on: string, by: string | null, kind: number, days: number, standing: "waits" | "in-force" | "over" | "refused", setOn: number, beganOn: number | null, endsOn: number | null, second: string | null, appealUntil: number | null, appealedOn: number | null, dueOn: number | null, heardBy: string | null, heardOn: number | null, outcome: number | null}>} Row
 * @typedef {Readonly<{second: readonly Row[], appeals: readonly Row[], going: readonly Row[], over: readonly Row[]}>} Queue
 * @typedef {Readonly<{row: Row, isMine: boolean, fits: boolean, maySecond: boolean, mayDecide: boolean, able: readonly string[], letters: readonly Letter[]}>} One
 * @typedef {Readonly<{mine: readonly Row[] | null, queue: Queue | null, names: Readonly<Record<string, string>>, one: One | null}>} Measures
 */

const SORT = Object.freeze({ set: 5, second: 6, appeal: 7, decision: 8 });
const SAFETY = 5;

/** @type {Measures} */
const NOTHING = Object.freeze({ mine: null, queue: null, names: Object.freeze({}), one: null });

export class Part {
	#inside;
	#shown = NOTHING;
	/** As the house gave it last. @type {any} */
	#whole = null;
	/** @type {Once<{path: string, papers: any}>} */
	#once = new Once();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		lists: () => this.#lists(),
		look: (/** @type {string} */ id) => this.#look(id),
		set: (
			/** @type {{concern: string, on: string, kind: number, days: number, rule: string, words: string}} */ said,
		) => this.#set(said),
		second: (/** @type {boolean} */ yes, /** @type {string} */ words) => this.#second(yes, words),
		appeal: (/** @type {string} */ words) => this.#appeal(words),
		decide: (/** @type {number} */ outcome, /** @type {number} */ days, /** @type {string} */ words) =>
			this.#decide(outcome, days, words),
	});

	get shown() {
		return this.#shown;
	}

	/** @param {Partial<Measures>} change */
	#keep(change) {
		this.#shown = Object.freeze({ ...this.#shown, ...change });
		this.#inside.given.onChange();
	}

	async #lists() {
		const { api } = this.#inside.given;
		const { measures } = await api.part("GET", "measures");
		this.#keep({ mine: Object.freeze(measures.map(rowOf)) });
		if (!this.#inside.me.roles.includes(SAFETY)) return;
		const found = await orNull(api.part("GET", "measure-queue"));
		if (found === null) return this.#keep({ queue: null });
		const lists = ["second", "appeals", "going", "over"].map((name) => [
			name,
			Object.freeze(found[name].map(rowOf)),
		]);
		const names = await this.#names(found.people);
		this.#keep({ queue: Object.freeze(Object.fromEntries(lists)), names });
	}

	/** @param {string} id */
	async #look(id) {
		if (this.#shown.one?.row.id !== id) this.#keep({ one: null });
		await this.#inside.readWho();
		await this.#read(await this.#inside.given.api.part("GET", at(id)));
	}

	/**
	 * For somebody whom a concern is about: told to them and to every other officer.
	 * @param {{concern: string, on: string, kind: number, days: number, rule: string, words: string}} said
	 */
	async #set({ concern, on, kind, days, rule, words }) {
		const of = JSON.stringify([on, kind, days, rule, words]);
		const { id } = await this.#again(of, async () => {
			const { core, api } = this.#inside.given;
			const day = await this.#day();
			await this.#inside.readWho();
			const path = `concerns/${encodeURIComponent(concern)}/people`;
			const { people: theirs } = await api.part("POST", path, { account_ids: [on] });
			const officers = await this.#officers();
			const able = officers.filter((/** @type {any} */ { account_id }) => account_id !== on);
			const people = [...theirs, ...readersOf(able, this.#inside.given.opened.account_id)];
			const given = { report: "", sort: SORT.set, words, day, people };
			const made = await core.sealConcernLetter({
				...given,
				measured: { on, does: kind, days, rule },
			});
			return { path: "measures", papers: { id: made.id, on, kind, days, letter: made.payload } };
		});
		await this.#lists();
		return id;
	}

	/** @param {boolean} yes @param {string} words */
	async #second(yes, words) {
		const { on } = this.#whole.measure;
		const readers = yes ? [on, ...this.#whole.able] : this.#whole.able;
		const measured = { on, does: yes ? 1 : 2, days: 0, rule: "" };
		await this.#write("second", words, measured, readers, { yes });
	}

	/** @param {string} words */
	async #appeal(words) {
		const { on } = this.#whole.measure;
		const measured = { on, does: 0, days: 0, rule: "" };
		await this.#write("appeal", words, measured, this.#whole.able);
	}

	/** @param {number} outcome @param {number} days in all, where it is shorter @param {string} words */
	async #decide(outcome, days, words) {
		const { on } = this.#whole.measure;
		const measured = { on, does: outcome, days, rule: "" };
		await this.#write("decision", words, measured, [on, ...this.#whole.able], { outcome, days });
	}

	/**
	 * @param {keyof typeof SORT} what @param {string} words @param {any} measured @param {string[]} readers
	 * @param {object | null} [more] what the house has to know beside the letter
	 */
	async #write(what, words, measured, readers, more = null) {
		const { core, clock } = this.#inside.given;
		const { id } = this.#whole.measure;
		const of = JSON.stringify([id, what, words, measured, readers]);
		await this.#again(of, async () => {
			const people = this.#whole.people.filter((/** @type {any} */ { account_id }) =>
				readers.includes(account_id),
			);
			const day = what === "appeal" ? today(clock) : await this.#day();
			const given = { report: id, sort: SORT[what], words, day, people, measured };
			const { payload } = await core.sealConcernLetter(given);
			return { path: `${at(id)}/${what}`, papers: more === null ? payload : { ...more, letter: payload } };
		});
		await this.#lists();
	}

	/** @param {string} of @param {() => Promise<{path: string, papers: any}>} seal */
	async #again(of, seal) {
		const { api } = this.#inside.given;
		return await this.#once.send(of, {
			seal,
			send: async ({ path, papers }) => {
				await this.#read(await api.part("POST", path, papers));
				return this.#whole.measure;
			},
			arrived: ({ papers }) => this.#arrived(papers),
		});
	}

	/** Where a letter is there of which nobody knew, its measure. @param {any} papers */
	async #arrived(papers) {
		const { id } = this.#whole?.measure ?? {};
		if (id === undefined) return null;
		await this.#look(id);
		const letter = (papers.letter ?? papers).id;
		const isThere = this.#whole.letters.some((/** @type {any} */ one) => one.id === letter);
		return isThere ? this.#whole.measure : null;
	}

	/** The day that is signed: whom it is for holds the measure's days against it. */
	async #day() {
		const { api, clock } = this.#inside.given;
		const day = today(clock);
		if (Math.abs((await api.config()).today - day) > 1) throw new RoomError("date-wrong");
		return day;
	}

	async #officers() {
		const { officers } = await this.#inside.given.api.part("GET", "concern-officers");
		return officers.map((/** @type {any} */ { person }) => person);
	}

	/** Whom the core knows by name, beside those shown before. @param {any[]} people */
	async #names(people) {
		const { names } = await this.#inside.given.core.concernNames({ people });
		return Object.freeze({ ...this.#shown.names, ...names });
	}

	/** @param {any} whole */
	async #read(whole) {
		const { core, clock, opened } = this.#inside.given;
		const { letters } = await core.readConcern({ whole });
		const names = await this.#names(whole.people);
		this.#whole = whole;
		const row = rowOf(whole.measure);
		this.#keep({
			one: Object.freeze({
				...{ row, letters, able: whole.able, isMine: row.on === opened.account_id },
				...{ maySecond: whole.may_second, mayDecide: whole.may_decide },
				fits: holds(row, letters, today(clock)),
			}),
			names,
		});
	}
}

/** @param {any} row @returns {Row} */
const rowOf = (row) =>
	Object.freeze({
		...{ id: row.id, on: row.on, by: row.by, kind: row.kind, days: row.days, standing: row.standing },
		...{ setOn: row.set_on, beganOn: row.began_on, endsOn: row.ends_on, second: row.second },
		...{ appealUntil: row.appeal_until, appealedOn: row.appealed_on, dueOn: row.due_on },
		...{ heardBy: row.heard_by, heardOn: row.heard_on, outcome: row.outcome },
	});

/** @param {string} id */
const at = (id) => `measures/${encodeURIComponent(id)}`;
