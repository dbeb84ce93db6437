// What stands behind each line by now: other words, small signs, taken back. It takes everything in any order, as
// pages bring it; what is aimed at a foreign or unknown line does nothing (envelope.md, section 8).

import { fromText, toText } from "./bytes.js";
import { isCard } from "./cards.js";
import { HashBook } from "./hash-book.js";
import { Proofs } from "./proofs.js";
import { Refusal, Trouble } from "./refusal.js";
import { Withdrawals } from "./story.js";

/** @import { Line } from "./shapes.d.ts" */
/** @typedef {import("./erase.js").Target} Target */
/** @typedef {import("./proofs.js").Proof} Proof */
/** @typedef {"me" | "them"} From */
/** @typedef {{n: number, by: string, id: string, text: string, ts: number}} Edit `by`: whose, by account; with three people "them" says too little */
/** @typedef {{by: string, hBox: string, id: string, paper: import("./erase.js").Paper}} Erased */

const MOST_EDITS = 30;
const KEPT = new Set(["text", "hello", "att", "goodbye"]);
const QUIET = new Set([
	...["edit", "react", "erase", "ours", "ours-yes", "share", "path", "vow"],
	...["story-opened", "story-withdrawn"],
]);

/** It changes another line and is none itself. @param {{t: string | null}} line */
export const isQuiet = ({ t }) => t !== null && QUIET.has(t);

export class Said {
	/** @type {Map<number, Line>} as they were written */
	#lines = new Map();
	/** @type {Map<string, number>} */
	#numbers = new Map();
	#proofs = new Proofs();
	/** @type {Map<string, Edit[]>} by the line they change */
	#edits = new Map();
	/** @type {Map<string, {n: number, from: From, by: string, r: number}[]>} */
	#signs = new Map();
	/** @type {Map<number, string>} where messages stand, and whose they are */
	#placed = new Map();
	/** What their boxes hash to. */
	#boxes = new HashBook([]);
	/** @type {Map<number, Erased[]>} */
	#erased = new Map();
	#stories = new Withdrawals();
	/** @type {Set<number>} missing boxes that no erase has named yet */
	#owed = new Set();
	/** @type {Set<number>} */
	#emitted = new Set();
	/** @type {Set<number>} */
	#touched = new Set();

	/** @param {Pick<Line, "n" | "by">} line a message @param {Uint8Array} hBox */
	place({ n, by }, hBox) {
		this.#placed.set(n, by);
		this.#boxes.set(n, hBox);
	}

	/** A box is missing: an erase of the same person has to name it. @param {Line} line @param {Uint8Array} hBox */
	owe(line, hBox) {
		this.place(line, hBox);
		this.#lines.set(line.n, line);
		this.#owed.add(line.n);
	}

	/** A missing box that nothing names yet: what follows it has to wait. */
	get owes() {
		return this.#firstOwed !== Number.POSITIVE_INFINITY;
	}

	/** What stands before every missing box that nothing names. */
	get lastSettled() {
		return this.#firstOwed - 1;
	}

	get #firstOwed() {
		return Math.min(...[...this.#owed].filter((n) => this.#erasureOf(n) === undefined));
	}

	/** Every missing box has been named, or it was held back. */
	settle() {
		if (this.owes) throw new Trouble("held-back");
		this.#owed.clear();
	}

	/** @param {Line} line opened @param {any} body */
	take(line, body) {
		const { n, from, by } = line;
		const id = line.id ?? "";
		if (body.t === "edit") this.#change(body, { n, by, id, text: body.b, ts: body.ts });
		else if (body.t === "react") this.#put(this.#signs, body.to, { n, from, by, r: body.r });
		else if (body.t === "erase") this.#erase(by, body);
		else if (body.t === "story-withdrawn") this.#withdraw(by, body.card.of);
		else if (QUIET.has(body.t)) return;
		else if (KEPT.has(body.t) || isCard(body.t)) this.#keep(line, body.proof);
	}

	/** Lines as they stand now, and those shown before that have changed since. @param {Line[]} lines */
	news(lines) {
		for (const { n } of lines) {
			this.#emitted.add(n);
			this.#touched.delete(n);
		}
		const touched = [...this.#touched].filter((n) => this.#emitted.has(n));
		this.#touched.clear();
		return { lines: lines.map((line) => this.now(line)), changed: touched.flatMap((n) => this.#nowAt(n)) };
	}

	/** One of my own lines, shown as soon as it is acknowledged. @param {Line} line */
	showOwn({ n }) {
		this.#emitted.add(n);
	}

	/** A line as it stands now. @param {Line} line @returns {Line} */
	now(line) {
		if (!this.#lines.has(line.n)) return line;
		const erasure = this.#erasureOf(line.n);
		if (erasure !== undefined) return this.#held(takenBack(line, erasure.id));
		if (this.#stories.has(line)) return takenBack(line, line.id ?? "");
		const words = [line, ...this.#wordings(line)].map(({ text, ts }) => ({ text, ts: ts ?? 0 }));
		const text = words.pop()?.text ?? "";
		return { ...line, text, earlier: words, ...this.#signsOn(line) };
	}

	/** Every line that was shown, as it stands now. @returns {Line[]} */
	get shown() {
		return [...this.#lines.keys()].filter((n) => this.#emitted.has(n)).flatMap((n) => this.#nowAt(n));
	}

	/** A line that is shown and not taken back. @param {string} id @returns {Line} */
	line(id) {
		const [line] = this.#nowAt(this.#numbers.get(id) ?? 0);
		if (line === undefined || line.trouble !== null) throw new Refusal("no-such-text");
		return line;
	}

	/** A line of mine that may still change. @param {string} id */
	mine(id) {
		const line = this.#lines.get(this.#numbers.get(id) ?? 0);
		if (line === undefined || this.#erasureOf(line.n) !== undefined) throw new Refusal("no-such-text");
		if (line.from !== "me" || line.t === "hello") throw new Refusal("not-yours");
		return line;
	}

	/** May it be changed once more? @param {string} id */
	checkEdits(id) {
		if (this.mine(id).t !== "text") throw new Refusal("not-yours");
		if (this.#wordings(this.mine(id)).length >= MOST_EDITS) throw new Refusal("edit-often");
	}

	/** Everything that holds words of a line of mine, for an erase. @param {string} id @returns {Target[]} */
	targets(id) {
		const line = this.mine(id);
		const parts = [line, ...this.#wordings(line)];
		return parts.map((part) => ({
			n: part.n,
			msgId: fromText(part.id, 16),
			hBox: /** @type {Uint8Array} */ (this.#boxes.get(part.n)),
		}));
	}

	/** What shows who wrote a line. @param {string} id @returns {Proof} */
	proof(id) {
		this.line(id);
		return /** @type {Proof} */ (this.#proofs.of(id));
	}

	/**
	 * What shows who wrote a line, each of the other words they gave it, and that they took it back if they did (P11).
	 * @param {string} id @returns {{parts: {n: number, proof: Proof}[], back: import("./erase.js").Paper | null}}
	 */
	proofs(id) {
		const line = this.#lines.get(this.#numbers.get(id) ?? 0);
		const isBack = line !== undefined && this.#erasureOf(line.n) !== undefined;
		const found = isBack ? line : this.line(id);
		const wordings = isBack ? this.#allWordings(found) : this.#wordings(found);
		const parts = [{ n: found.n, id }, ...wordings].flatMap((part) => {
			const proof = this.#proofs.of(part.id);
			return proof === undefined ? [] : [{ n: part.n, proof }];
		});
		return { parts, back: this.backOf(found.n) };
	}

	/** Are the proofs of this line here? @param {string} id */
	holds(id) {
		return this.#numbers.has(id) && this.#proofs.has(id);
	}

	/** What takes back the line with this number, by who wrote it. @param {number} n */
	backOf(n) {
		return this.#erasureOf(n)?.paper ?? null;
	}

	/** What stands up to this number is shown no more; pages may bring it again. What takes back stays known. @param {number} until */
	forget(until) {
		for (const { n, id } of [...this.#lines.values()].filter((line) => line.n <= until)) {
			this.#lines.delete(n);
			this.#numbers.delete(id ?? "");
			this.#proofs.forget(id ?? "");
		}
		for (const { n, id } of [...this.#edits.values()].flat()) if (n <= until) this.#proofs.forget(id);
		for (const n of [...this.#placed.keys()]) if (n <= until) this.#placed.delete(n);
		for (const n of [...this.#emitted]) if (n <= until) this.#emitted.delete(n);
		for (const kept of [this.#edits, this.#signs]) forgetIn(kept, until);
	}

	/** @param {Line} line @param {Proof} proof */
	#keep(line, proof) {
		const id = line.id ?? "";
		if (this.#numbers.has(id)) return;
		this.#lines.set(line.n, line);
		this.#numbers.set(id, line.n);
		this.#proofs.keep(id, proof);
	}

	/** Other words for a line, with what shows who wrote them. @param {{to: string, proof: Proof}} body @param {Edit} edit */
	#change({ to, proof }, edit) {
		if (proof !== undefined) this.#proofs.keep(edit.id, proof);
		this.#put(this.#edits, to, edit);
	}

	/** @template T @param {Map<string, T[]>} kept @param {string} id @param {T} one */
	#put(kept, id, one) {
		kept.set(id, [...(kept.get(id) ?? []), one]);
		const n = this.#numbers.get(id);
		if (n !== undefined) this.#touched.add(n);
	}

	/** @param {string} by @param {{targets: Target[], paper: import("./erase.js").Paper}} erase */
	#erase(by, { targets, paper }) {
		for (const { n, msgId, hBox } of targets) {
			const one = { by, hBox: toText(hBox), id: toText(msgId), paper };
			const before = (this.#erased.get(n) ?? []).filter(({ id }) => id !== one.id);
			this.#erased.set(n, [...before, one]);
			this.#touched.add(n);
			this.#touchWhatItChanged(n);
		}
	}

	/** What they told of a story is theirs to take back, all of it at once. @param {string} by @param {string} of */
	#withdraw(by, of) {
		this.#stories.take(by, of);
		for (const line of this.#lines.values()) if (this.#stories.has(line)) this.#touched.add(line.n);
	}

	/** An edit that was taken back brings the words before it back. @param {number} edit */
	#touchWhatItChanged(edit) {
		for (const [id, edits] of this.#edits)
			if (edits.some(({ n }) => n === edit)) this.#touched.add(this.#numbers.get(id) ?? 0);
	}

	/** Who wrote a line took it back. @param {number} n @returns {Erased | undefined} */
	#erasureOf(n) {
		const erased = this.#erased.get(n)?.filter(({ by }) => by === this.#placed.get(n)) ?? [];
		if (erased.length === 0) return undefined;
		const box = toText(/** @type {Uint8Array} */ (this.#boxes.get(n)));
		return erased.find(({ hBox }) => hBox === box);
	}

	/** The other words its writer gave it, in order. @param {Line} line @returns {Edit[]} */
	#wordings(line) {
		return this.#allWordings(line).filter(({ n }) => this.#erasureOf(n) === undefined);
	}

	/** Also those that were taken back. @param {Line} line @returns {Edit[]} */
	#allWordings({ id, n, by, t }) {
		if (t !== "text") return [];
		const edits = this.#edits.get(id ?? "") ?? [];
		const own = edits.filter((one) => one.by === by && one.n > n);
		return own.sort((one, other) => one.n - other.n);
	}

	/** A line that was taken back says whether it can still be shown to who answers concerns. @param {Line} line @returns {Line} */
	#held(line) {
		return this.holds(line.id ?? "") ? { ...line, held: true } : line;
	}

	/** The newest of each person; of the others all together, and of each where there are more. @param {Line} line */
	#signsOn({ id, n }) {
		const all = (this.#signs.get(id ?? "") ?? []).filter((sign) => sign.n > n);
		const newest = new Map(all.sort((one, other) => one.n - other.n).map((sign) => [sign.by, sign]));
		const signs = { me: 0, them: 0 };
		for (const { from, r } of newest.values()) signs[from] = r === 0 ? signs[from] : r;
		const theirs = [...newest.values()].filter(({ from, r }) => from === "them" && r > 0);
		if (newest.size === 0 || theirs.length === 0) return { signs };
		return { signs, signsBy: theirs.map(({ by, r }) => ({ by, r })) };
	}

	/** @param {number} n @returns {Line[]} */
	#nowAt(n) {
		const line = this.#lines.get(n);
		return line === undefined ? [] : [this.now(line)];
	}
}

/** @param {Map<string, {n: number}[]>} kept @param {number} until */
function forgetIn(kept, until) {
	for (const [id, all] of kept) {
		const later = all.filter(({ n }) => n > until);
		if (later.length === 0) kept.delete(id);
		else kept.set(id, later);
	}
}

/** @param {Line} line @param {string} id @returns {Line} */
const takenBack = ({ card: _, ...line }, id) => ({
	...line,
	id: line.id ?? id,
	text: "",
	re: null,
	file: null,
	trouble: "taken-back",
});
