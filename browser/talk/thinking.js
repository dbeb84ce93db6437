import { today } from "./clock.js";
import { freshName } from "./form-id.js";
import { codeOf } from "./for-officers.js";
import { Once } from "./once.js";
import { minutesIn, topicsIn } from "./thinking-rules.js";

/**
 * A specialist and whoever supports them think together: days they named, and letters sealed to the two. What they say is opened when one is looked at, and kept nowhere.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./thinking-rules.js").Letter} Letter
 * @typedef {"mine" | "theirs"} Side whether one is the specialist, or supports them
 * @typedef {Readonly<{id: string, side: Side, other: string | null, name: string | null, meetsOn: number}>} Row `name`: null where their keys do not hold, or once they left
 * @typedef {Readonly<Row & {letters: number}>} Listed
 * @typedef {Readonly<{id: string, side: Side, name: string}>} Able
 * @typedef {Readonly<{row: Row, mayWrite: boolean, letters: readonly Letter[], topics: readonly number[], minutes: number}>} One
 * @typedef {Readonly<{list: readonly Listed[] | null, more: boolean, able: readonly Able[], one: One | null}>} Thinking
 */

/** @type {Thinking} */
const NOTHING = Object.freeze({ list: null, more: false, able: Object.freeze([]), one: null });

export class Part {
	#inside;
	#shown = NOTHING;
	#pages = 1;
	/** As the house gave it last. @type {any} */
	#whole = null;
	/** @type {Once<any>} */
	#once = new Once();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		lists: () => this.#lists(),
		earlier: () => this.#earlier(),
		look: (/** @type {string} */ id) => this.#look(id),
		plan: (/** @type {string} */ other, /** @type {number} */ day, /** @type {string} */ id) =>
			this.#plan(other, day, id),
		move: (/** @type {number} */ day) => this.#move(day),
		write: (/** @type {{words: string, topics: number[], minutes: number}} */ said) => this.#write(said),
		takeBack: (/** @type {string} */ letter) => this.#takeBack(letter),
		away: () => this.#away(),
	});

	get shown() {
		return this.#shown;
	}

	/** @param {Partial<Thinking>} change */
	#keep(change) {
		this.#shown = Object.freeze({ ...this.#shown, ...change });
		this.#inside.given.onChange();
	}

	/** As many pages as were looked at, from the first on. */
	async #lists() {
		const { api } = this.#inside.given;
		await this.#inside.readWho();
		/** @type {Listed[]} */
		const list = [];
		let more = true;
		/** @type {readonly Able[]} */
		let able = [];
		for (let page = 0; page < this.#pages && more; page += 1) {
			const found = await api.part("GET", `reflections?page=${page}`);
			const known = await this.#known(found);
			list.push(
				...found.together.map((/** @type {any} */ row) =>
					Object.freeze({ ...rowOf(row, known), letters: row.letters }),
				),
			);
			[more, able] = [found.more, ableIn(found.may_meet, known)];
		}
		this.#keep({ list: Object.freeze(list), more, able });
	}

	async #earlier() {
		this.#pages += 1;
		await this.#lists();
	}

	/** @param {string} id */
	async #look(id) {
		if (this.#shown.one?.row.id !== id) this.#keep({ one: null });
		await this.#inside.readWho();
		await this.#read(await this.#inside.given.api.part("GET", at(id)));
	}

	/** @param {string} other @param {number} day @param {string} id the name it has from the first press on, or "" */
	async #plan(other, day, id) {
		const name = id === "" ? freshName() : id;
		await this.#inside.readWho();
		const papers = { other, meets_on: day };
		await this.#read(await this.#inside.given.api.part("PUT", at(name), papers));
		return name;
	}

	/** @param {number} day */
	async #move(day) {
		const { id, other } = this.#whole.together;
		await this.#plan(other, day, id);
	}

	/** To the other who was shown, with their newest keys; should those have moved, it is sealed anew, once. @param {{words: string, topics: number[], minutes: number}} said */
	async #write(said) {
		const { other } = this.#whole.together;
		try {
			await this.#send(said);
		} catch (error) {
			if (codeOf(error) !== "readers-moved") throw error;
			await this.#look(this.#whole.together.id);
			if (this.#whole.together.other !== other) throw error;
			await this.#send(said);
		}
	}

	/** @param {{words: string, topics: number[], minutes: number}} said */
	async #send(said) {
		const { core, api, clock } = this.#inside.given;
		const { id, side } = this.#whole.together;
		await this.#once.send(JSON.stringify([id, said]), {
			seal: async () => {
				const to = this.#other();
				const given = { sitting: id, side, to, ...said, day: today(clock) };
				return (await core.sealReflection(given)).payload;
			},
			send: async (letter) => {
				await this.#read(await api.part("POST", `${at(id)}/letters`, letter));
				return true;
			},
			arrived: async (letter) => {
				await this.#look(id);
				return this.#whole.letters.some((/** @type {any} */ one) => one.id === letter.id) ? true : null;
			},
		});
	}

	/** @param {string} letter */
	async #takeBack(letter) {
		const { id } = this.#whole.together;
		await this.#inside.given.api.part("DELETE", `${at(id)}/letters/${encodeURIComponent(letter)}`);
		await this.#look(id);
	}

	/** All I wrote; the time itself too, unless the other wrote something. */
	async #away() {
		await this.#inside.given.api.part("DELETE", at(this.#whole.together.id));
		this.#keep({ one: null });
		await this.#lists();
	}

	#other() {
		const { together, people } = this.#whole;
		return people.find((/** @type {any} */ { account_id }) => account_id === together.other) ?? null;
	}

	/** @param {any} whole */
	async #read(whole) {
		const { core } = this.#inside.given;
		this.#whole = whole;
		const { together, letters, people, may_write } = whole;
		const found = await core.readReflection({ sitting: together.id, other: this.#other(), letters });
		const known = await this.#known({ together: [together], may_meet: [], people });
		const read = Object.freeze(found.letters.map(Object.freeze));
		this.#keep({
			one: Object.freeze({
				...{ row: rowOf(together, known), mayWrite: may_write, letters: read },
				...{ topics: topicsIn(read), minutes: minutesIn(read) },
			}),
		});
	}

	/** Whose keys hold, by the side they are on. @param {{together: any[], may_meet: any[], people: any[]}} found @returns {Promise<Map<string, string>>} their names, as the programme gave them */
	async #known({ together, may_meet, people }) {
		const { core, clock } = this.#inside.given;
		const rows = new Map(people.map((row) => [row.account_id, row]));
		const asked = [
			...together.map(({ side, other }) => ({ side, id: other })),
			...may_meet.map(({ side, account_id }) => ({ side, id: account_id })),
		];
		const each = new Map(asked.map(({ side, id }) => [key(side, id), { side, row: rows.get(id) }]));
		const told = await core.reflectWith({
			people: [...each.values()].filter(({ row }) => row !== undefined),
			today: today(clock),
		});
		return new Map(told.people.map((/** @type {Able} */ { side, id, name }) => [key(side, id), name]));
	}
}

/** @param {string} side @param {string | null} id */
const key = (side, id) => `${side} ${id}`;

/** @param {any} row @param {Map<string, string>} known @returns {Row} */
const rowOf = ({ id, side, other, meets_on }, known) =>
	Object.freeze({ id, side, other, name: known.get(key(side, other)) ?? null, meetsOn: meets_on });

/** @param {any[]} found @param {Map<string, string>} known */
const ableIn = (found, known) =>
	Object.freeze(
		found.flatMap(({ side, account_id: id }) => {
			const name = known.get(key(side, id));
			return name === undefined ? [] : [Object.freeze({ id, side, name })];
		}),
	);

/** @param {string} id */
const at = (id) => `reflections/${encodeURIComponent(id)}`;
