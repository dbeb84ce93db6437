// One person's state while their place is open: what is saved, what was changed since, and the next thing to save.

import { equal, fromText, fromUtf8, toText, ZEROS32 } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { openIndex, openPart, PARTS, partHash, sealIndex, sealPart, stateHash } from "./state.js";
import { wipe } from "./sodium.js";
import { fieldsOf, writeJson } from "./strict-json.js";

/** @import { PartJson, StateCount, StateJson } from "./shapes.d.ts" */
/** @typedef {Record<string, any>} Json */
/** @typedef {{ver: number, hash: Uint8Array, text: string, json: Json}} Saved a part as the server keeps it */
/** @typedef {{ctr: number, hash: Uint8Array, parts: Map<number, Saved>}} Edition */

const SHORT = 8;

export class StateBook {
	#key;
	#whose;
	/** @type {Edition} */
	#saved;
	/** On its way to the server. @type {Edition | null} */
	#drafted = null;
	/** On its way with new ways in, which count once the server took them. @type {Edition | null} */
	#withNewWays = null;
	/** @type {Map<number, Json>} */
	#now;

	/** @param {Uint8Array} key @param {import("./state.js").Whose} whose @param {Edition} saved */
	constructor(key, whose, saved) {
		this.#key = key;
		this.#whose = whose;
		this.#saved = saved;
		this.#now = jsonsOf(saved);
	}

	/**
	 * A state that was never saved, and its first body (ctr 1).
	 * @param {Uint8Array} key @param {import("./state.js").Whose} whose @param {Map<number, Json>} parts all four
	 */
	static begin(key, whose, parts) {
		const book = new StateBook(key, whose, { ctr: 0, hash: ZEROS32, parts: new Map() });
		book.#now = parts;
		return book;
	}

	/** @param {Uint8Array} key @param {import("./state.js").Whose} whose @param {StateJson} json as the server keeps it */
	static open(key, whose, json) {
		return new StateBook(key, whose, editionOf(key, whose, json));
	}

	/**
	 * The same memory under the key of the next generation: all four parts are sealed anew, counter and editions go on.
	 * @param {Uint8Array} key @param {import("./state.js").Whose} whose
	 */
	nextGeneration(key, whose) {
		const { ctr, hash, parts } = this.#saved;
		const unread = [...parts].map(([name, part]) => [name, { ...part, text: "" }]);
		const edition = { ctr, hash, parts: new Map(/** @type {[number, Saved][]} */ (unread)) };
		const next = new StateBook(key, whose, edition);
		next.#now = new Map(this.#now);
		return next;
	}

	/** Whether the server keeps the body that was drafted last. @param {StateJson} json */
	isDrafted({ box }) {
		return this.#drafted !== null && equal(stateHash(fromText(box)), this.#drafted.hash);
	}

	/** @param {number} name @returns {Json} as it is now, saved or not */
	part(name) {
		return /** @type {Json} */ (this.#now.get(name));
	}

	/** @param {number} name @param {Json} json */
	change(name, json) {
		this.#now.set(name, json);
	}

	isDirty() {
		return PARTS.some((name) => this.#isChanged(name, this.part(name)));
	}

	/** What messages carry as `sc`. @returns {StateCount} */
	count() {
		return { ctr: this.#saved.ctr, g: this.#whose.g, hash: toText(this.#saved.hash.slice(0, SHORT)) };
	}

	/** The next body to save, or null when nothing changed. @returns {StateJson | null} */
	draft() {
		const next = this.#next(this.#now);
		this.#drafted = next?.edition ?? this.#drafted;
		return next?.body ?? null;
	}

	/** A body in which this part counts only once the server took it: `takeOver` learns it back. @param {number} name @param {Json} json */
	draftWith(name, json) {
		const next = this.#next(new Map([...this.#now, [name, json]]));
		this.#withNewWays = next?.edition ?? null;
		return next?.body ?? null;
	}

	/** @param {number} ctr of the drafted body that the server took */
	saved(ctr) {
		if (ctr === this.#saved.ctr) return;
		if (this.#drafted?.ctr !== ctr) throw new Refusal("state");
		this.#saved = this.#drafted;
		this.#drafted = null;
	}

	/**
	 * Takes what another device saved; `merge` says what each part becomes.
	 * @param {StateJson} json @param {(name: number, parts: import("./merge.js").Three) => Json} merge
	 */
	takeOver(json, merge) {
		const theirs = editionOf(this.#key, this.#whose, json);
		this.#checkFollows(theirs, fromText(json.prev, 32));
		const opened = jsonsOf(theirs);
		/** @type {Map<number, Json>} */
		const merged = new Map();
		for (const [name, part] of opened) {
			const ours = this.part(name);
			const saved = this.#saved.parts.get(name)?.json ?? ours;
			merged.set(name, merge(name, { saved, ours, theirs: part }));
		}
		this.#saved = theirs;
		this.#drafted = null;
		this.#withNewWays = null;
		this.#now = merged;
	}

	wipe() {
		wipe(this.#key);
		this.#saved = { ctr: 0, hash: ZEROS32, parts: new Map() };
		this.#now = new Map();
	}

	/** @param {number} name @param {Json} json */
	#isChanged(name, json) {
		return this.#saved.parts.get(name)?.text !== spelled(json);
	}

	/** What comes after what is saved. @param {Map<number, Json>} parts */
	#next(parts) {
		const changed = PARTS.filter((name) => this.#isChanged(name, /** @type {Json} */ (parts.get(name))));
		if (changed.length === 0) return null;
		const boxes = changed.map((name) => this.#sealed(name, /** @type {Json} */ (parts.get(name))));
		const kept = new Map(this.#saved.parts);
		for (const { name, part } of boxes) kept.set(name, part);
		const at = { ctr: this.#saved.ctr + 1, prev: this.#saved.hash };
		const rows = PARTS.map((name) => ({ name, .../** @type {Saved} */ (kept.get(name)) }));
		const box = sealIndex(this.#key, this.#whose, at, rows);
		const body = {
			g: this.#whose.g,
			ctr: at.ctr,
			prev: toText(at.prev),
			box: toText(box),
			parts: boxes.map(({ json }) => json),
		};
		return { body, edition: { ctr: at.ctr, hash: stateHash(box), parts: kept } };
	}

	/** @param {number} name @param {Json} json */
	#sealed(name, json) {
		const ver = (this.#saved.parts.get(name)?.ver ?? 0) + 1;
		const box = sealPart(this.#key, this.#whose, { name, ver }, json);
		const part = { ver, hash: partHash(box), text: spelled(json), json };
		return { name, part, json: { name, ver, box: toText(box) } };
	}

	/** @param {Edition} theirs @param {Uint8Array} prev */
	#checkFollows(theirs, prev) {
		const mine = this.#saved;
		const isSame = theirs.ctr === mine.ctr && equal(theirs.hash, mine.hash);
		const isMine = [this.#drafted, this.#withNewWays].some(
			(draft) => draft !== null && equal(theirs.hash, draft.hash),
		);
		if (isSame || isMine) return;
		if (theirs.ctr <= mine.ctr) throw new Refusal("state-rolled-back");
		if (theirs.ctr === mine.ctr + 1 && !equal(prev, mine.hash)) throw new Refusal("forked");
	}
}

/** @param {Edition} edition */
const jsonsOf = (edition) => new Map([...edition.parts].map(([name, { json }]) => [name, json]));

/** @param {Json} json */
const spelled = (json) => fromUtf8(writeJson(json));

/** @param {Uint8Array} key @param {import("./state.js").Whose} whose @param {StateJson} json @returns {Edition} */
function editionOf(key, whose, json) {
	const found = fieldsOf(json, { g: "int", ctr: "int", prev: "text", box: "text", parts: "list" });
	if (found.g !== whose.g) throw new Refusal("state");
	try {
		return openedEdition(key, whose, /** @type {StateJson} */ (found));
	} catch {
		throw new Refusal("state");
	}
}

/** @param {Uint8Array} key @param {import("./state.js").Whose} whose @param {StateJson} json @returns {Edition} */
function openedEdition(key, whose, json) {
	const box = fromText(json.box);
	const rows = openIndex(key, whose, { ctr: json.ctr, prev: fromText(json.prev, 32) }, box);
	if (json.parts.map(({ name }) => name).join() !== PARTS.join()) throw new Refusal("state");
	const parts = new Map(rows.map((row) => [row.name, savedPart(key, whose, row, json.parts)]));
	return { ctr: json.ctr, hash: stateHash(box), parts };
}

/**
 * @param {Uint8Array} key @param {import("./state.js").Whose} whose
 * @param {import("./state.js").PartRow} row @param {PartJson[]} given @returns {Saved}
 */
function savedPart(key, whose, row, given) {
	const part = given.find(({ name }) => name === row.name);
	const box = fromText(part?.box);
	if (part?.ver !== row.ver || !equal(partHash(box), row.hash)) throw new Refusal("state");
	const json = openPart(key, whose, row, box);
	return { ver: row.ver, hash: row.hash, text: spelled(json), json };
}
