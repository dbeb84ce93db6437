import { dateHere } from "./clock.js";

/**
 * The lines of one conversation, in their order, each once.
 * @typedef {object} Line
 * @property {string} id stays the same from the moment it is written
 * @property {number | null} n
 * @property {"me" | "them"} from
 * @property {"hello" | "text" | "goodbye" | "continues" | "left" | "newer" | "unopened" | "forgotten" | "taken-back" | "att" | "turn" | "granted" | "card" | "mend"} kind
 * @property {string} [by] whose, by account
 * @property {string} text @property {string} name @property {number | null} ts
 * @property {string | null} date @property {boolean} newDay @property {boolean} late
 * @property {"stored" | "waiting" | "sending" | "asks" | "refused"} state
 * @property {string[]} changed @property {string | null} trouble
 * @property {string | null} msg what answers and small changes name it by
 * @property {string | null} re the `msg` of the line it answers
 * @property {import("./files.js").Shown | null} file what came with it
 * @property {true} [held] taken back, and what proves it is still here
 * @property {readonly {text: string, ts: number}[]} earlier what it said before, oldest first
 * @property {{me: number, them: number}} signs
 * @property {readonly {by: string, r: number}[]} [signsBy] of each of the others
 * @property {import("../crypto/cards.js").Card} [card] what stands there as more than words
 * @property {{step: number, about: number, how: number, of: string}} [mend] which step about what did not sit right
 * @property {Readonly<{came: readonly string[], went: readonly string[]}> | null} [turn] who came and who went
 * @property {{to: string, spans: readonly {from: number, until: number}[]} | null} [granted] what somebody may read of before
 * @typedef {{n: number, id: string | null, from: "me" | "them", t: string | null, text: string, name?: string | null, ts: number | null, late?: boolean, older?: boolean, trouble?: string | null, re?: string | null, file?: import("./files.js").Shown | null, earlier?: {text: string, ts: number}[], signs?: {me: number, them: number}, by?: string, signsBy?: {by: string, r: number}[], turn?: Line["turn"], granted?: Line["granted"], card?: Line["card"] | undefined, mend?: Line["mend"] | undefined, held?: true}} Taken
 */

/** @type {Record<string, Line["kind"]>} */
const KINDS = {
	hello: "hello",
	text: "text",
	continues: "continues",
	leave: "left",
	att: "att",
	goodbye: "goodbye",
	turn: "turn",
	grant: "granted",
	mend: "mend",
};
/** @type {Record<string, Line["kind"]>} */
const TROUBLES = { newer: "newer", forgotten: "forgotten", "taken-back": "taken-back" };
const NO_SIGNS = Object.freeze({ me: 0, them: 0 });

/** Is it something somebody said? Where people come and go, and what of before is given, answers nobody. @param {{kind?: string}} line */
export const isSaid = ({ kind }) => kind !== "turn" && kind !== "granted";

export class Lines {
	/** @type {Map<number, Line>} */
	#stored = new Map();
	/** @type {Map<string, string>} */
	#shownAs = new Map();
	/** @type {readonly Line[] | null} */
	#inOrder = null;

	/** The line of mine with this id is shown under this one already. @param {string} id @param {string} key */
	alias(id, key) {
		this.#shownAs.set(id, key);
	}

	/** @param {Taken} taken @returns {Line} */
	put(taken) {
		const line = lineOf(taken, this.#shownAs.get(taken.id ?? ""));
		this.#stored.set(taken.n, line);
		this.#inOrder = null;
		return line;
	}

	/** @param {number} n */
	has(n) {
		return this.#stored.has(n);
	}

	get count() {
		return this.#stored.size;
	}

	/** What stands up to this number is fetched again when somebody wants it. @param {number} n */
	forget(n) {
		for (const at of [...this.#stored.keys()]) if (at <= n) this.#stored.delete(at);
		this.#inOrder = null;
	}

	/** The stored line that came last: something somebody said. @returns {Line | null} */
	get last() {
		return this.#sorted().findLast(isSaid) ?? null;
	}

	/**
	 * All of them, then those that wait; the first of each day says so.
	 * @param {readonly Line[]} waiting
	 * @returns {readonly Line[]}
	 */
	with(waiting) {
		return waiting.length === 0 ? this.#sorted() : withDays([...this.#sorted(), ...waiting]);
	}

	#sorted() {
		this.#inOrder ??= withDays([...this.#stored.values()].sort(byNumber));
		return this.#inOrder;
	}
}

/** @param {Taken} taken @param {string | undefined} key @returns {Line} */
export function lineOf(taken, key) {
	return Object.freeze({
		id: key ?? taken.id ?? `n${taken.n}`,
		n: taken.n,
		from: taken.from,
		kind: kindOf(taken),
		text: taken.text ?? "",
		name: taken.name ?? "",
		ts: taken.ts,
		date: taken.ts === null ? null : dateHere(taken.ts),
		newDay: false,
		late: taken.late ?? false,
		state: "stored",
		changed: [],
		trouble: taken.trouble ?? null,
		msg: taken.id,
		re: taken.re ?? null,
		file: taken.file ?? null,
		earlier: taken.earlier ?? [],
		signs: taken.signs ?? NO_SIGNS,
		...atTimes(taken),
	});
}

/** What few lines have. @param {Taken} taken */
const atTimes = (taken) => ({
	...(taken.by === undefined ? {} : { by: taken.by }),
	...(taken.held === true ? { held: taken.held } : {}),
	...(taken.signsBy === undefined ? {} : { signsBy: taken.signsBy }),
	...(taken.card === undefined ? {} : { card: Object.freeze(taken.card) }),
	...(taken.mend === undefined ? {} : { mend: Object.freeze(taken.mend) }),
	...(taken.turn === undefined ? {} : { turn: taken.turn }),
	...(taken.granted === undefined ? {} : { granted: taken.granted }),
});

/** @param {Taken} taken @returns {Line["kind"]} */
function kindOf({ t, trouble, card }) {
	if (trouble) return TROUBLES[trouble] ?? "unopened";
	if (card !== undefined) return "card";
	return KINDS[t ?? ""] ?? "newer";
}

/** @param {readonly Line[]} lines @returns {readonly Line[]} */
function withDays(lines) {
	/** @type {string | null} */
	let day = null;
	return Object.freeze(
		lines.map((line) => {
			const newDay = line.date !== null && line.date !== day;
			day = line.date ?? day;
			return newDay === line.newDay ? line : Object.freeze({ ...line, newDay });
		}),
	);
}

/** @param {Line} one @param {Line} other */
function byNumber(one, other) {
	return /** @type {number} */ (one.n) - /** @type {number} */ (other.n);
}
