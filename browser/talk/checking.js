import { SORT } from "../crypto/cards/check.js";
import { MOST_ROWS, SKIPPED, STATEMENTS, VERSION } from "../crypto/check-in.js";
import { gapOf, isDue, lineOf, lowIn } from "./check-rules.js";
import { today } from "./clock.js";
import { isSaid } from "./lines.js";
import { rootOf } from "./notes.js";
import { isOpen, newestOf, ofTalk } from "./relationships.js";
import { RoomError } from "./trouble.js";

/**
 * Check-ins about a talk: answers are documents of one's own; what somebody chooses to show is a line of the talk.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {import("../crypto/check-in.js").CheckIn} CheckIn
 * @typedef {import("../crypto/cards/check.js").Check} Check
 * @typedef {{side: number, rows: readonly CheckIn[], low: readonly number[], lines: readonly (readonly {day: number, word: number}[])[], gap: readonly {q: number, mine: number, theirs: number}[], theyWishGap: boolean, isToday: boolean, isHeld: boolean}} Looked
 * `rows` oldest first; `low` places of the newest, from 0; `lines` of each statement; `isToday` the newest is of today; `isHeld` nothing can be shown now
 */

const SIDE = Object.freeze({ client: 1, specialist: 2 });
const KEPT = 0;
const [SHOWN_BIT, COUNTED_BIT] = [1, 2];
const DAY = 86_400_000;
const NOTHING = Array.from({ length: STATEMENTS }, () => SKIPPED);

export class Part {
	#inside;
	/** @type {Readonly<{due: string | null}>} */
	#shown = Object.freeze({ due: null });

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	get shown() {
		return this.#shown;
	}

	get deeds() {
		return Object.freeze({
			look: (/** @type {string} */ conv) => this.look(conv),
			answer: (/** @type {[any, any]} */ ...all) => this.answer(...all),
			pass: (/** @type {string} */ conv) => this.pass(conv),
			show: (/** @type {[any, any]} */ ...all) => this.show(...all),
			counted: (/** @type {[any, any]} */ ...all) => this.counted(...all),
			help: (/** @type {string} */ conv) => this.help(conv),
			forget: (/** @type {string} */ conv) => this.forget(conv),
			watch: () => this.watch(),
		});
	}

	/** Once a visit and quietly: whether it is time to offer one. */
	async watch() {
		await this.#inside.notebook.open();
		this.#see();
	}

	/** Everything about one talk, as one may see it oneself. @param {string} conv @returns {Promise<Looked>} */
	async look(conv) {
		await this.#inside.notebook.open();
		return this.#looked(conv);
	}

	/** Keeps a time: an answer for each statement, and words of one's own. @param {string} conv @param {{a: readonly number[], b: string}} given */
	async answer(conv, { a, b }) {
		const c = a.map(() => KEPT);
		await this.#add(conv, { a: [...a], b: b.trim(), c, day: today(this.#inside.given.clock) });
		return this.#looked(conv);
	}

	/** Not this time: asked, and nothing said. @param {string} conv */
	async pass(conv) {
		await this.#inside.notebook.open();
		return await this.answer(conv, { a: NOTHING, b: "" });
	}

	/** Shows the other what was chosen of the newest time; first it is noted as shown, then it goes. @param {string} conv @param {{at: readonly number[], words: boolean, gap: boolean}} chosen */
	async show(conv, { at, words, gap }) {
		const talk = this.#talk(conv);
		const row = this.#rows(conv).at(-1);
		if (row === undefined) throw new RoomError("not-found");
		const a = at.map((place) => ({ q: place + 1, v: row.a[place] ?? SKIPPED }));
		if (a.some(({ v }) => v === SKIPPED)) throw new RoomError("not-found");
		const b = words ? row.b : "";
		if (a.length === 0 && b === "") throw new RoomError("empty");
		const c = row.c.map((choice, place) => (at.includes(place) ? choice | SHOWN_BIT : choice));
		await this.#change(conv, { ...row, c });
		talk.sayAs("card", { text: cardOf({ a, b, gap: gap ? 1 : 0, k: SORT.SHOWN }) });
		return this.#looked(conv);
	}

	/** Notes which answers of the newest time were counted in. @param {string} conv @param {readonly number[]} at */
	async counted(conv, at) {
		const row = this.#rows(conv).at(-1);
		if (row === undefined) throw new RoomError("not-found");
		const c = row.c.map((choice, place) => (at.includes(place) ? choice | COUNTED_BIT : choice));
		await this.#change(conv, { ...row, c });
		return this.#looked(conv);
	}

	/** "Help us talk": nothing but that. @param {string} conv */
	async help(conv) {
		this.#talk(conv).sayAs("card", { text: cardOf({ a: [], b: "", gap: 0, k: SORT.HELP }) });
		return this.#looked(conv);
	}

	/** All answers about this talk, for good. @param {string} conv */
	async forget(conv) {
		for (const { docId } of this.#sheets(conv)) await this.#inside.notebook.remove(docId);
		return this.#looked(conv);
	}

	/** The first talk in which it is time to offer one. */
	#see() {
		const due = this.#inside.relationships.all.filter(isOpen).find((relation) => this.#isDue(relation));
		this.#shown = Object.freeze({ due: due === undefined ? null : String(due.id) });
		this.#inside.given.onChange();
	}

	/** @param {Relation} relation */
	#isDue(relation) {
		const conv = newestOf(relation)?.conv;
		if (conv === undefined || relation.state !== "active") return false;
		return isDue({
			asked: this.#rows(conv).map(({ day }) => day),
			talked: talkedOn(this.#inside.conversations.of(conv)?.lines ?? []),
			today: today(this.#inside.given.clock),
		});
	}

	/** @param {string} conv @returns {Looked} */
	#looked(conv) {
		const rows = this.#rows(conv);
		const lines = this.#inside.conversations.of(conv)?.lines ?? [];
		const [mine, theirs] = [newestShown(lines, "me"), newestShown(lines, "them")];
		const isOfTwo = (this.#inside.conversations.of(conv)?.known.readers ?? []).length < 2;
		return Object.freeze({
			...{ side: SIDE[this.#relation(conv).mine], rows, low: Object.freeze(lowIn(rows)) },
			lines: Object.freeze(NOTHING.map((_, at) => lineOf(rows, at))),
			gap: Object.freeze(isOfTwo ? gapOf(mine, theirs) : []),
			theyWishGap: isOfTwo && theirs?.gap === 1,
			isToday: rows.at(-1)?.day === today(this.#inside.given.clock),
			isHeld: !this.#mayShow(conv),
		});
	}

	/** @param {string} conv @param {CheckIn} row */
	async #add(conv, row) {
		const last = this.#sheets(conv).at(-1);
		const isFull = last === undefined || last.rows.length >= MOST_ROWS || last.statements !== VERSION;
		const rows = isFull ? [row] : [...last.rows, row];
		await this.#write(conv, isFull ? undefined : last.docId, rows);
		this.#see();
	}

	/** The newest time, as it is now. @param {string} conv @param {CheckIn} row */
	async #change(conv, row) {
		const last = this.#sheets(conv).at(-1);
		if (last === undefined) throw new RoomError("not-found");
		await this.#write(conv, last.docId, [...last.rows.slice(0, -1), row]);
	}

	/** @param {string} conv @param {string | undefined} docId @param {CheckIn[]} rows */
	async #write(conv, docId, rows) {
		const relation = this.#relation(conv);
		const about = { conv: rootOf(relation), hash: "", pack: "", side: SIDE[relation.mine], ver: VERSION };
		await this.#inside.notebook.writeChecks(docId, { ...about, rows });
	}

	/** @param {string} conv */
	#sheets(conv) {
		const relation = this.#relation(conv);
		const [root, side] = [rootOf(relation), SIDE[relation.mine]];
		return this.#inside.notebook.seen.checks.filter(
			(sheet) => sheet.pack === "" && sheet.conv === root && sheet.side === side,
		);
	}

	/** @param {string} conv @returns {readonly CheckIn[]} */
	#rows(conv) {
		return Object.freeze(this.#sheets(conv).flatMap(({ rows }) => rows));
	}

	/** @param {string} conv @returns {Relation} */
	#relation(conv) {
		const relation = ofTalk(this.#inside.relationships.all, conv);
		if (relation === null) throw new RoomError("not-found");
		return relation;
	}

	/** @param {string} conv */
	#mayShow(conv) {
		const relation = this.#relation(conv);
		const isNow = relation.state === "active" && newestOf(relation)?.conv === conv;
		return isNow && this.#inside.conversations.of(conv)?.known.canWrite === true;
	}

	/** @param {string} conv */
	#talk(conv) {
		if (!this.#mayShow(conv)) throw new RoomError("cannot-write");
		return this.#inside.conversation(conv);
	}
}

/** Days on which both said something, ascending. @param {readonly import("./lines.js").Line[]} lines */
export function talkedOn(lines) {
	const days = { me: new Set(), them: new Set() };
	for (const line of lines)
		if (line.ts !== null && isSaid(line)) days[line.from].add(Math.floor(line.ts / DAY));
	return [...days.me].filter((day) => days.them.has(day)).sort((one, other) => one - other);
}

/** @param {Omit<Check, "ver">} check */
const cardOf = (check) => JSON.stringify({ t: "check", ...check, ver: VERSION });

/** What one of two showed last. @param {readonly import("./lines.js").Line[]} lines @param {"me" | "them"} from @returns {Check | null} */
function newestShown(lines, from) {
	const last = lines.findLast(
		(line) => line.from === from && line.card?.t === "check" && line.card.k === SORT.SHOWN,
	);
	return last === undefined ? null : /** @type {any} */ (last.card);
}
