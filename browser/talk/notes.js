/**
 * What is only mine: private names and notes, what the page calls itself, when this place was opened last, how many visits (to four), whether the listening coach is on, whether words of danger are looked for.
 * The core's sealed part is the truth; this is what of it screens see at once.
 * @typedef {{conv: string, name: string, note: string}} Row
 * @typedef {{people: Row[], title: string, opened: number, visits: number, listening: number, hides: string, hints: number}} Known
 * @typedef {{id: number, other: any, conversations: {conv: string, continues: string | null}[]}} Relation
 */

const NOTHING = Object.freeze({ called: "", note: "" });

export class Notes {
	/** @type {Map<string, Row>} */
	#people = new Map();
	#title = "";
	#opened = 0;
	#visits = 0;
	#isListening = false;
	#isHinting = false;
	/** The coach was on and is off, here or on another device. @type {(() => void) | null} */
	whenSilent = null;
	/** @type {readonly string[]} */
	#hides = Object.freeze([]);

	/** @param {Partial<Known>} known */
	constructor(known) {
		/** The moment of the opening before this one, 0 without any. */
		this.before = known.opened ?? 0;
		this.take(known);
	}

	get title() {
		return this.#title;
	}

	/** The moment this place was opened last, 0 before. */
	get opened() {
		return this.#opened;
	}

	/** Which visit this is: 1, 2, 3, and 4 for every later one. */
	get visits() {
		return this.#visits;
	}

	/** Whether a specialist switched the listening coach on. */
	get isListening() {
		return this.#isListening;
	}

	/** Whether words of danger are looked for in what I write. */
	get isHinting() {
		return this.#isHinting;
	}

	/** What somebody would rather not read about in the library, as ids. */
	get hides() {
		return this.#hides;
	}

	/** As the core has them now. @param {Partial<Known>} known */
	take({ people = [], title = "", opened = 0, visits = 0, listening = 0, hides = "", hints = 0 }) {
		this.#people = new Map(people.map((row) => [row.conv, row]));
		this.#title = title;
		this.#opened = opened;
		this.#visits = visits;
		const wasListening = this.#isListening;
		this.#isListening = listening === 1;
		this.#isHinting = hints === 1;
		this.#hides = Object.freeze(hides.split(" ").filter((id) => id !== ""));
		if (wasListening && !this.#isListening) this.whenSilent?.();
	}

	/**
	 * What I call the other, and my note. Someone asked again is still who they were.
	 * @param {Relation} relation @param {readonly Relation[]} all newest first
	 */
	of(relation, all) {
		const same = all.filter(({ other }) => other.account_id === relation.other.account_id);
		for (const each of [relation, ...same]) {
			const row = this.#people.get(rootOf(each));
			if (row?.name || row?.note) return Object.freeze({ called: row.name, note: row.note });
		}
		return NOTHING;
	}
}

/** The conversation under which a relationship's note is kept: the first. @param {Relation} relation */
export function rootOf({ conversations }) {
	return conversations.find(({ continues }) => continues === null)?.conv ?? "";
}
