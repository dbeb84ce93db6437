import { SORT } from "../crypto/cards/check.js";
import { SKIPPED, STATEMENTS, VERSION } from "../crypto/check-in.js";
import { kept } from "./check-keeping.js";
import { isTime, roomIn, sheetOf, timesIn, withChoice } from "./check-rows.js";
import { countableIn, gapOf, isDue, lineOf, lowIn } from "./check-rules.js";
import { today } from "./clock.js";
import { countingBy } from "./counting.js";
import { formId } from "./form-id.js";
import { isSaid } from "./lines.js";
import { rootOf } from "./notes.js";
import { isOpen, newestOf, ofTalk } from "./relationships.js";
import { isRefusal, isUnanswered, RoomError } from "./trouble.js";

/**
 * Check-ins about a talk: answers are documents of one's own; what somebody chooses to show is a line of the talk.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {import("../crypto/check-in.js").CheckIn} CheckIn
 * @typedef {import("../crypto/cards/check.js").Check} Check
 * @typedef {{side: number, rows: readonly CheckIn[], low: readonly number[], lines: readonly (readonly {day: number, word: number}[])[], gap: readonly {q: number, mine: number, theirs: number}[], theyWishGap: boolean, isToday: boolean, isHeld: boolean, countable: readonly number[]}} Looked
 * `rows` oldest first; `low` places of the newest, from 0; `lines` of each statement; `isToday` the newest is of today; `isHeld` nothing can be shown now; `countable` places of the newest that may be counted in
 * @typedef {{conv: string, row: CheckIn | null, at: readonly number[]}} Going what was said to be shown, or null for the wish alone, until its line is stored
 */

const SIDE = Object.freeze({ client: 1, specialist: 2 });
const KEPT = 0;
const [SHOWN_BIT, COUNTED_BIT] = [1, 2];
const DAY = 86_400_000;
/** What became of a time that was kept. */
const MET = "met";
const NOTHING = Array.from({ length: STATEMENTS }, () => SKIPPED);

export class Part {
	#inside;
	/** @type {string | null} */
	#due = null;
	/** Days on which two met as they had agreed, by relationship. @type {Map<string, readonly number[]>} */
	#met = new Map();
	/** By the key of its line. @type {Map<string, Going>} */
	#going = new Map();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** `due`: the talk for which it is time; `going`: how many lines that show something have not left yet, or are not noted. */
	get shown() {
		const isGoing = (/** @type {[string, Going]} */ [key, { conv }]) =>
			(this.#inside.conversations.of(conv)?.lines ?? []).some(({ id }) => id === key);
		return Object.freeze({ due: this.#due, going: [...this.#going].filter(isGoing).length });
	}

	get deeds() {
		return Object.freeze({
			look: (/** @type {string} */ conv) => this.look(conv),
			answer: (/** @type {[any, any]} */ ...all) => this.answer(...all),
			pass: (/** @type {string} */ conv) => this.pass(conv),
			show: (/** @type {[any, any]} */ ...all) => this.show(...all),
			countIn: (/** @type {[any, any]} */ ...all) => this.countIn(...all),
			help: (/** @type {string} */ conv) => this.help(conv),
			forget: (/** @type {string} */ conv) => this.forget(conv),
			watch: () => this.watch(),
		});
	}

	/** Once a visit and quietly: whether it is time to offer one. */
	async watch() {
		await this.#inside.notebook.open();
		await this.#readMet();
		this.#see();
	}

	/** A line of mine was stored: only now it is noted that something was shown. @param {string} conv */
	async sent(conv) {
		await null;
		const { lines = [] } = this.#inside.conversations.of(conv) ?? {};
		for (const [key, { row, at }] of [...this.#going].filter(([, one]) => one.conv === conv)) {
			const line = lines.find(({ id }) => id === key);
			if (line !== undefined && line.state !== "stored") continue;
			if (line !== undefined && row !== null) await this.#noted(conv, row, at);
			this.#going.delete(key);
		}
		this.#inside.given.onChange();
	}

	/** Everything about one talk, as one may see it oneself. @param {string} conv @returns {Promise<Looked>} */
	async look(conv) {
		await this.#inside.notebook.open();
		await this.#noteShown(conv);
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

	/** Shows the other what was chosen of one time, as it was seen. @param {string} conv @param {{row: CheckIn, at: readonly number[], words: boolean, gap: boolean}} chosen */
	async show(conv, { row, at, words, gap }) {
		const talk = this.#talk(conv);
		if (sheetOf(this.#sheets(conv), row) === undefined) throw new RoomError("not-found");
		const a = at.map((place) => ({ q: place + 1, v: row.a[place] ?? SKIPPED }));
		if (a.some(({ v }) => v === SKIPPED)) throw new RoomError("not-found");
		const b = words ? row.b : "";
		if (a.length === 0 && b === "") throw new RoomError("empty");
		const key = talk.sayAs("card", { text: cardOf({ a, b, gap: gap ? 1 : 0, k: SORT.SHOWN }) });
		this.#going.set(key, { conv, row, at });
		this.#inside.given.onChange();
		return this.#looked(conv);
	}

	/** Counts some answers of one time in: noted first, so that nobody is in twice; what the house did not take is noted no more. @param {string} conv @param {{row: CheckIn, at: readonly number[]}} chosen */
	async countIn(conv, { row, at }) {
		await this.#inside.notebook.open();
		const may = this.#countableOf(row);
		if (at.length === 0 || !at.every((place) => may.includes(place))) throw new RoomError("not-now");
		await this.#choose(conv, row, { at, bit: COUNTED_BIT });
		const left = [...at];
		try {
			for (let place = left[0]; place !== undefined; place = left[0]) {
				const given = { question: place + 1, answer: row.a[place] ?? SKIPPED };
				await countingBy(this.#inside.given.api).countIn(given);
				left.shift();
			}
		} catch (error) {
			// Without an answer nobody knows whether the first of them is in: it stays noted.
			const isOut = isUnanswered(/** @type {any} */ (error).code) ? left.slice(1) : left;
			if (isOut.length > 0) await this.#choose(conv, row, { at: isOut, bit: COUNTED_BIT, isOn: false });
			throw error;
		}
		return this.#looked(conv);
	}

	/** "Help us talk": nothing but that. @param {string} conv */
	async help(conv) {
		const key = this.#talk(conv).sayAs("card", { text: cardOf({ a: [], b: "", gap: 0, k: SORT.HELP }) });
		this.#going.set(key, { conv, row: null, at: [] });
		this.#inside.given.onChange();
		return this.#looked(conv);
	}

	/** All answers about this talk, for good, and what was begun of some. @param {string} conv */
	async forget(conv) {
		for (const { docId } of this.#sheets(conv)) await this.#inside.notebook.remove(docId);
		this.#inside.draft(await formId(`check ${conv}`), "");
		return this.#looked(conv);
	}

	/** The first talk in which it is time to offer one. */
	#see() {
		const due = this.#inside.relationships.all.filter(isOpen).find((relation) => this.#isDue(relation));
		this.#due = due === undefined ? null : String(due.id);
		this.#inside.given.onChange();
	}

	/** @param {Relation} relation */
	#isDue(relation) {
		const conv = newestOf(relation)?.conv;
		if (conv === undefined || relation.state !== "active") return false;
		const talked = talkedOn(this.#inside.conversations.of(conv)?.lines ?? []);
		return isDue({
			asked: this.#rows(conv).map(({ day }) => day),
			talked: [...talked, ...(this.#met.get(String(relation.id)) ?? [])].sort((a, b) => a - b),
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
			countable: Object.freeze(this.#countableOf(rows.at(-1))),
		});
	}

	/** @param {string} conv @param {CheckIn} row */
	async #add(conv, row) {
		const relation = this.#relation(conv);
		const about = { conv: rootOf(relation), hash: "", pack: "", side: SIDE[relation.mine], ver: VERSION };
		await kept(this.#inside.notebook, { about, row, docId: roomIn(this.#sheets(conv)) });
		this.#see();
	}

	/** What was chosen for some answers of one time, wherever it stands by now. @param {string} conv @param {CheckIn} row @param {{at: readonly number[], bit: number, isOn?: boolean}} choice */
	async #choose(conv, row, choice) {
		const sheet = sheetOf(this.#sheets(conv), row);
		if (sheet === undefined) throw new RoomError("not-found");
		const { conv: root, hash, pack, side, statements: ver } = sheet;
		const about = { conv: root, hash, pack, side, ver };
		await this.#inside.notebook.writeChecks(sheet.docId, about, (rows) => withChoice(rows, row, choice));
	}

	/** What stands in the talk was shown: noted, or found again by the next look. @param {string} conv @param {CheckIn} row @param {readonly number[]} at */
	async #noted(conv, row, at) {
		const now = this.#rows(conv).find((one) => isTime(one, row));
		if (now === undefined || at.every((place) => isShown(now, place))) return;
		try {
			await this.#choose(conv, row, { at, bit: SHOWN_BIT });
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** Lines of mine that were stored when nobody could note it. @param {string} conv */
	async #noteShown(conv) {
		for (const line of this.#inside.conversations.of(conv)?.lines ?? []) {
			if (line.from !== "me" || line.state !== "stored" || this.#going.has(line.id)) continue;
			const places = placesOf(line);
			const fits = this.#rows(conv).filter((row) => isOf(row, line, places));
			if (places.length === 0 || fits.some((row) => places.every((place) => isShown(row, place)))) continue;
			const row = fits.at(-1);
			if (row !== undefined) await this.#noted(conv, row, places);
		}
	}

	/** Where nobody says when they met, days of talk count alone. */
	async #readMet() {
		try {
			const { appointments } = await this.#inside.given.api.part("GET", "appointments");
			this.#met = metOn(appointments);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** One person once in a quarter, whichever talk it is about. @param {CheckIn | undefined} row @returns {number[]} */
	#countableOf(row) {
		const { checks } = this.#inside.notebook.seen;
		const all = checks.filter(({ pack, side }) => pack === "" && side === SIDE.client);
		if (row === undefined || sheetOf(all, row) === undefined) return [];
		return countableIn(row, timesIn(all), today(this.#inside.given.clock));
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
		return timesIn(this.#sheets(conv));
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

/** Days of times that both agreed to and that were kept, by relationship. @param {readonly {relationship: number, at: number, became: string | null}[]} appointments @returns {Map<string, readonly number[]>} */
export function metOn(appointments) {
	/** @type {Map<string, number[]>} */
	const days = new Map();
	for (const { relationship, at, became } of appointments) {
		if (became !== MET) continue;
		const id = String(relationship);
		days.set(id, [...(days.get(id) ?? []), Math.floor((at * 1_000) / DAY)]);
	}
	return days;
}

/** Which answers a line shows, from 0. @param {import("./lines.js").Line} line @returns {number[]} */
const placesOf = ({ card }) =>
	card?.t === "check" && card.k === SORT.SHOWN
		? /** @type {any} */ (card).a.map((/** @type {{q: number}} */ { q }) => q - 1)
		: [];

/** Could a line show answers of this time? @param {CheckIn} row @param {import("./lines.js").Line} line @param {readonly number[]} places */
const isOf = (row, { ts, card }, places) =>
	row.day * DAY <= (ts ?? 0) &&
	places.every((place, at) => row.a[place] === /** @type {any} */ (card).a[at].v);

/** @param {CheckIn} row @param {number} place */
const isShown = ({ c }, place) => ((c[place] ?? 0) & SHOWN_BIT) !== 0;

/** @param {Omit<Check, "ver">} check */
const cardOf = (check) => JSON.stringify({ t: "check", ...check, ver: VERSION });

/** What one of two showed last. @param {readonly import("./lines.js").Line[]} lines @param {"me" | "them"} from @returns {Check | null} */
function newestShown(lines, from) {
	const last = lines.findLast(
		(line) => line.from === from && line.card?.t === "check" && line.card.k === SORT.SHOWN,
	);
	return last === undefined ? null : /** @type {any} */ (last.card);
}
