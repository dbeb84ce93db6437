import { today } from "./clock.js";
import { areSame, codeOf, orNull, sinceIn } from "./for-officers.js";
import { foundInLog } from "./on-record.js";
import { Once } from "./once.js";

/**
 * Concerns: raised by me, or waiting for me as an officer. What they say is opened when one is looked at, and kept nowhere.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{id: string, name: string, isPartner: boolean, since?: number}>} Officer `since`: as the core checked it
 * @typedef {Readonly<{list: readonly Officer[], within: number, outside: readonly string[]}>} Officers
 * @typedef {Readonly<{id: string, raisedOn: number, dueOn: number, state: "received" | "looked-at" | "answered", officer: string | null, answeredOn: number | null, again: boolean}>} Row
 * @typedef {Readonly<{id: string, sort: number, from: string, day: number, fits: boolean, b: string}>} Letter
 * @typedef {Readonly<{about: number, b: string, day: number, on: readonly string[], lines: readonly {n: number, from: string, t: string, b: string, back?: number, found: import("./on-record.js").Found}[]}>} Report
 * @typedef {Readonly<{row: Row, isWithMe: boolean, raisedBy: string, able: readonly string[], mayLook: boolean, isMine: boolean, names: Readonly<Record<string, string>>, fits: boolean, report: Report | null, letters: readonly Letter[]}>} One
 * @typedef {Readonly<{officers: Officers | null, mine: readonly Row[] | null, waiting: readonly Row[] | null, answered: readonly Row[], more: boolean, one: One | null}>} Concerns
 */

const SORT = Object.freeze({ more: 2, again: 2, answer: 3, notes: 4 });

/** @type {Concerns} */
const NOTHING = Object.freeze({
	...{ officers: null, mine: null, waiting: null, answered: [], more: false, one: null },
});

export class Part {
	#inside;
	#shown = NOTHING;
	/** As the house gave it last. @type {any} */
	#whole = null;
	/** @type {Once<any>} */
	#once = new Once();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		officers: () => this.#officers(),
		lists: () => this.#lists(),
		look: (/** @type {string} */ id) => this.#look(id),
		raise: (/** @type {any} */ said, /** @type {string[]} */ to) => this.#raise(said, to),
		write: (
			/** @type {string} */ id,
			/** @type {"more" | "again" | "notes" | "answer"} */ what,
			/** @type {string} */ words,
		) => this.#write(id, what, words),
		takeOn: (/** @type {string} */ id) => this.#takeOn(id),
		takeBack: (/** @type {string} */ id) => this.#takeBack(id),
	});

	get shown() {
		return this.#shown;
	}

	/** @param {Partial<Concerns>} change */
	#keep(change) {
		this.#shown = Object.freeze({ ...this.#shown, ...change });
		this.#inside.given.onChange();
	}

	/** Who would read one: those whose keys hold, by the name the programme gave them. */
	async #officers() {
		const { core, api, clock } = this.#inside.given;
		await this.#inside.readWho();
		const told = await api.part("GET", "concern-officers");
		const people = told.officers.map((/** @type {any} */ { person }) => person);
		const { officers } = await core.concernOfficers({ people, today: today(clock) });
		const partners = new Set(
			told.officers
				.filter((/** @type {any} */ one) => one.is_partner)
				.map((/** @type {any} */ { person }) => person.account_id),
		);
		const list = officers.map((/** @type {{id: string, name: string}} */ { id, name }) =>
			Object.freeze({ id, name, isPartner: partners.has(id), since: sinceIn(people, id) }),
		);
		this.#keep({
			officers: Object.freeze({
				...{ list: Object.freeze(list), within: told.answer_within },
				outside: Object.freeze(told.outside),
			}),
		});
		return people;
	}

	async #lists() {
		const { api } = this.#inside.given;
		const { concerns } = await api.part("GET", "concerns");
		this.#keep({ mine: Object.freeze(concerns.map(rowOf)) });
		if (!this.#inside.me.roles.includes(5)) return;
		const queue = await orNull(api.part("GET", "concern-queue"));
		this.#keep({
			waiting: queue === null ? null : Object.freeze(queue.waiting.map(rowOf)),
			answered: Object.freeze((queue?.answered ?? []).map(rowOf)),
			more: queue?.more ?? false,
		});
	}

	/** @param {string} id */
	async #look(id) {
		if (this.#shown.one?.row.id !== id) this.#keep({ one: null });
		await this.#inside.readWho();
		await this.#read(await this.#inside.given.api.part("GET", at(id)));
	}

	/** @param {any} said @param {string[]} to the officers, as they were shown */
	async #raise(said, to) {
		const { core, api, clock } = this.#inside.given;
		const made = await this.#once.send(JSON.stringify(["raise", said, to]), {
			seal: async () => {
				const people = await this.#officers();
				const day = today(clock);
				const lines = said.lines.length === 0 ? [] : this.#messages(said.conv, said.lines);
				const { payload } = await core.sealConcern({ said: { ...said, lines, day }, people, to });
				return payload;
			},
			send: (payload) => api.part("POST", "concerns", payload),
			// The house knows one by its id, and gives it again.
			arrived: async () => null,
		});
		await this.#lists();
		return made.id;
	}

	/** @param {string} conv @param {string[]} shown as the page names them */
	#messages(conv, shown) {
		const { changing } = this.#inside.conversation(conv);
		return shown.map((id) => changing.msgOf(id));
	}

	/** Sealed to whoever was shown as a reader; where their keys alone moved, it is sealed anew, once. Other readers are shown first. @param {string} id @param {keyof typeof SORT} what @param {string} words */
	async #write(id, what, words) {
		const before = this.#readers(what);
		try {
			await this.#send(id, what, words);
		} catch (error) {
			if (codeOf(error) !== "readers-moved") throw error;
			await this.#look(id);
			if (!areSame(before, this.#readers(what))) throw error;
			await this.#send(id, what, words);
		}
		await this.#lists();
	}

	/** @param {keyof typeof SORT} what @returns {string[]} */
	#readers(what) {
		const { able, concern } = this.#whole;
		return what === "answer" ? [...able, concern.from_id] : able;
	}

	/** @param {string} id @param {keyof typeof SORT} what @param {string} words */
	async #send(id, what, words) {
		const { core, api, clock } = this.#inside.given;
		const to = new Set(this.#readers(what));
		const people = this.#whole.people.filter((/** @type {any} */ { account_id }) => to.has(account_id));
		await this.#once.send(JSON.stringify([id, what, words, [...to]]), {
			seal: async () => {
				const given = { report: id, sort: SORT[what], words, day: today(clock), people };
				return (await core.sealConcernLetter(given)).payload;
			},
			send: async (payload) => this.#read(await api.part("POST", `${at(id)}/${what}`, payload)),
			arrived: async ({ id: letter }) => {
				await this.#look(id);
				return this.#whole.letters.some((/** @type {any} */ one) => one.id === letter) ? undefined : null;
			},
		});
	}

	/** @param {string} id */
	async #takeOn(id) {
		await this.#read(await this.#inside.given.api.part("POST", `${at(id)}/look`));
		await this.#lists();
	}

	/** @param {string} id */
	async #takeBack(id) {
		await this.#inside.given.api.part("DELETE", at(id));
		this.#whole = null;
		this.#keep({ one: null });
		await this.#lists();
	}

	/** @param {any} whole */
	async #read(whole) {
		const { core, api, opened } = this.#inside.given;
		const isMine = whole.concern.from_id === opened.account_id;
		const named = isMine ? [] : await this.#peopleIn(core, api, whole);
		const { letters, report: read, fits } = await core.readConcern({ whole, people: named });
		const report = await this.#againstTheLog(api, whole.concern.id, read);
		const { names } = await core.concernNames({ people: [...whole.people, ...named] });
		this.#whole = whole;
		this.#keep({
			one: Object.freeze({
				...{ row: rowOf(whole.concern), isMine, raisedBy: whole.concern.from_id },
				isWithMe: whole.concern.officer === opened.account_id,
				...{ able: whole.able, mayLook: whole.may_look === true, fits, report, letters },
				names: Object.freeze(names),
			}),
		});
	}

	/** Each line with what the house's log has in its place. @param {any} api @param {string} id @param {any} report */
	async #againstTheLog(api, id, report) {
		if (report === null) return null;
		const ask = (/** @type {any} */ body) => api.part("POST", `${at(id)}/log`, body);
		const found = await foundInLog(ask, report.conv, report.lines);
		const lines = report.lines.map((/** @type {any} */ line, /** @type {number} */ i) => ({
			...line,
			found: found[i],
		}));
		return { ...report, lines };
	}

	/** Those whose keys prove its lines. @param {any} core @param {any} api @param {any} whole */
	async #peopleIn(core, api, whole) {
		const ids = await core.concernPeople({ whole }).then(
			(/** @type {any} */ found) => found.ids,
			() => [],
		);
		if (ids.length === 0) return [];
		const { people } = await api.part("POST", `${at(whole.concern.id)}/people`, { account_ids: ids });
		return people;
	}
}

/** @param {any} row @returns {Row} */
const rowOf = ({ id, raised_on, due_on, state, officer, answered_on, again }) =>
	Object.freeze({
		...{ id, raisedOn: raised_on, dueOn: due_on, state, officer },
		...{ answeredOn: answered_on, again },
	});

/** @param {string} id */
const at = (id) => `concerns/${encodeURIComponent(id)}`;
