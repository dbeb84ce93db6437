// Turns placed frames into lines, and remembers who wrote when, to say which line came late (P12).

import { toText } from "./bytes.js";
import { KIND } from "./entry.js";
import { TYPE } from "./frames.js";
import { emptyLine, filled, opened } from "./line.js";
import { Mends } from "./mend.js";
import { OwnLines } from "./ours.js";
import { Paths } from "./path.js";
import { isQuiet, Said } from "./said.js";
import { Drafts } from "./share.js";
import { Openings } from "./story.js";
import { Vows } from "./vow.js";

/** @import { Entry, Line, StateCount } from "./shapes.d.ts" */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./live.js").Frame} Frame */

const LATE_MS = 120_000;

export class Reading {
	/** What the other person calls themselves in their hello. @type {string | null} */
	helloName = null;
	/** Called with the `sc` of each line of one's own. @type {(sc: StateCount) => void} */
	onOwnCount = () => {};
	/** Called with the id of each own entry that stands in the chain. @type {(id: string) => void} */
	onOwnEntry = () => {};
	/** What stands behind each line by now. */
	said = new Said();
	/** What both add to their promise. */
	ours = new OwnLines();
	/** What they word together, to be told to somebody. */
	drafts = new Drafts();
	/** What did not sit right between them. */
	mends = new Mends();
	/** What is shown of a path, and what was suggested for it. */
	paths = new Paths();
	/** What was opened of each other's stories. */
	openings = new Openings();
	/** What was said would be done, and contacts elsewhere. */
	vows = new Vows();
	#me;
	#headers;
	/** @type {{n: number, isMine: boolean, by: string, ts: number}[]} ascending by n */
	#stamps = [];

	/** @param {Uint8Array} me @param {import("./headers.js").Headers} headers */
	constructor(me, headers) {
		this.#me = me;
		this.#headers = headers;
	}

	/** How many lines of mine since theirs, and when theirs was written. */
	get since() {
		const last = this.#stamps.findLast(({ isMine }) => !isMine);
		const own = this.#stamps.filter(({ n, isMine }) => isMine && n > (last?.n ?? 0)).length;
		return { own, lastFromThem: last?.ts ?? null, lastOfTheirs: last?.n ?? 0 };
	}

	/** Places what an ENTRY or GONE frame brings. @param {Run} run @param {Frame} frame @param {number} today @returns {Line} */
	frame(run, frame, today) {
		const found = /** @type {any} */ (frame);
		if (frame.type !== TYPE.GONE) return this.entry(run, found);
		const line = emptyLine(found, this.#me);
		if (run.appendGone(found, today)) return { ...line, trouble: "forgotten" };
		const gone = /** @type {Line} */ ({ ...line, t: "text", trouble: "taken-back" });
		this.said.owe(gone, found.hBox);
		return gone;
	}

	/** Places an entry and opens it. @param {Run} run @param {Entry} entry @returns {Line} */
	entry(run, entry) {
		const { epoch, aad, hBox } = run.append(entry);
		const record = this.#headers.recordOf(epoch.header, entry.sender);
		const line = emptyLine(entry, this.#me);
		if (entry.kind === KIND.MESSAGE) this.said.place(line, hBox);
		if (line.from === "me" && line.id !== null) this.onOwnEntry(line.id);
		try {
			const body = opened(entry, epoch, record, aad);
			if (body.t === "leave") run.noteLeave(entry.sender, epoch);
			const granted = body.t === "grant" ? this.#granted(/** @type {any} */ (body), entry.sender, epoch) : {};
			const made = { ...this.#noted(entry, filled(line, body), body), ...granted };
			this.said.take(made, body);
			if ("proof" in body) this.ours.take(made, body, toText(entry.fc));
			this.drafts.take(made, body);
			this.mends.take(made, body);
			this.paths.take(made, body);
			this.openings.take(made, body);
			this.vows.take(made, body);
			return made;
		} catch {
			return { ...line, trouble: "not-opened" };
		}
	}

	/** Places one of my own that was acknowledged: it is shown already. @param {Run} run @param {Entry} entry */
	showOwn(run, entry) {
		this.said.showOwn(this.entry(run, entry));
	}

	/** What stands up to this number is shown no more, and may be read again later. @param {number} n */
	forget(n) {
		this.said.forget(n);
		this.#stamps.splice(0, this.#lastBefore(n + 1) + 1);
	}

	/** What the owner lets somebody read of before. @param {any} body @param {Uint8Array} sender @param {import("./headers.js").Epoch} epoch @returns {Pick<Line, "granted">} */
	#granted(body, sender, epoch) {
		this.#headers.grant(body, sender, epoch);
		const numbers = body.epochs.map((/** @type {{epoch: number}} */ row) => row.epoch);
		return { granted: { to: body.to, spans: this.#headers.spansOf(numbers) } };
	}

	/** @param {Entry} entry @param {Line} line @param {any} body @returns {Line} */
	#noted(entry, line, body) {
		if (line.ts === null) return line;
		if (line.from === "me") this.onOwnCount(body.sc);
		if (isQuiet(line)) return line;
		if (line.from === "them") this.helloName = line.name ?? this.helloName;
		const after = this.#lastBefore(entry.n);
		const late = this.#isLate(after, entry.seenN, line);
		this.#stamps.splice(after + 1, 0, { n: entry.n, isMine: line.from === "me", by: line.by, ts: line.ts });
		return { ...line, late };
	}

	/** Where the last stamp before a number stands. @param {number} n */
	#lastBefore(n) {
		let [low, high] = [0, this.#stamps.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (/** @type {{n: number}} */ (this.#stamps[middle]).n < n) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	/** Whether the other wrote more than two minutes later, between what this line's writer saw and the line. @param {number} last @param {number} seenN @param {Line} line */
	#isLate(last, seenN, { by, ts }) {
		for (let at = last; at >= 0; at--) {
			const other = this.#stamps[at];
			if (other === undefined || other.n <= seenN) return false;
			if (other.by !== by && other.ts - (ts ?? 0) > LATE_MS) return true;
		}
		return false;
	}
}
