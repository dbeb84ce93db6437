import { besideConv } from "./circle-beside.js";
import { quietUntil } from "./circle-quiet.js";
import { freshName } from "./form-id.js";
import { RoomError } from "./trouble.js";

/**
 * Words that somebody keeps back until a circle's quiet hours are over: sealed with what was begun, on all their devices. They go from
 * whichever room has the circle open then, or opens it next. Each has its id from the beginning: of two devices one stores it.
 * @typedef {import("./circle-shape.js").KeptBack} KeptBack
 * @typedef {import("./circle-talk.js").CircleTalk} CircleTalk
 * @typedef {KeptBack & {readers: readonly string[]}} Kept readers: who could read when it was written
 */

/** All that was begun shares one sealed part, and a part has an end. */
const MOST_BYTES = 20_000;
/** A clock that was put forward, or a computer that slept, is met again within the hour. */
const HOUR = 3_600_000;

export class CircleKeepingBack {
	#inside;
	/** @type {Map<string, string>} what was handed to a talk, by its key: its key there */
	#going = new Map();
	/** @type {Map<string, () => void>} */
	#planned = new Map();

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** Nothing is looked at again. */
	end() {
		for (const callOff of this.#planned.values()) callOff();
	}

	/** What waits, in the order in which it was written. @param {string} conv @returns {readonly Kept[]} */
	waiting(conv) {
		return this.#all(conv).filter(({ key }) => !this.#going.has(key));
	}

	/** @param {string} conv @param {{text: string, note: KeptBack["note"], readers: readonly string[]}} given */
	add(conv, given) {
		if (given.text.trim() === "") throw new RoomError("empty");
		const all = [...this.#all(conv), { key: freshName(), ...given }];
		if (this.#inside.drafts.sizeWith(keyOf(conv), JSON.stringify(all)) > MOST_BYTES)
			throw new RoomError("begun-full");
		this.#keep(conv, all);
	}

	/** Not after all. @param {string} conv @param {string} key @returns {string} its words; none where it went already */
	take(conv, key) {
		const found = this.waiting(conv).find((one) => one.key === key);
		if (found === undefined) return "";
		this.#forget(conv, [found]);
		return found.text;
	}

	/**
	 * What stands in the talk waits no more; what is due goes, or all of it is looked at again once the quiet hours are over.
	 * @param {CircleTalk} talk @param {import("./circle-says.js").CircleSays} says @param {() => void} again
	 */
	go(talk, says, again) {
		const { conv } = talk;
		this.#settle(talk);
		this.#planned.get(conv)?.();
		if (this.waiting(conv).length === 0) return;
		const { clock } = this.#inside.given;
		const until = quietUntil(says.quiet, clock.now());
		if (until !== null)
			this.#planned.set(conv, clock.after(Math.min(until - clock.now() + 1_000, HOUR), again));
		else if (says.maySpeak) for (const one of this.waiting(conv)) this.say(talk, says, one.key);
	}

	/** It goes now. @param {CircleTalk} talk @param {import("./circle-says.js").CircleSays} says @param {string} key */
	say(talk, says, key) {
		const found = this.waiting(talk.conv).find((one) => one.key === key);
		if (found !== undefined) this.#going.set(key, says.sayKept(found));
	}

	/** Stored, or taken out of the talk again. @param {CircleTalk} talk */
	#settle(talk) {
		const gone = this.#all(talk.conv).filter(({ key }) => {
			const going = this.#going.get(key);
			const isThere = talk.lines.some(({ msg, n }) => msg === key && n !== null);
			return isThere || (going !== undefined && !talk.isOnItsWay(going));
		});
		for (const { key } of gone) this.#going.delete(key);
		if (gone.length > 0) this.#forget(talk.conv, gone);
	}

	/** @param {string} conv @returns {readonly Kept[]} */
	#all(conv) {
		const text = this.#inside.drafts.of(keyOf(conv));
		return text === "" ? [] : JSON.parse(text);
	}

	/** @param {string} conv @param {readonly Kept[]} gone */
	#forget(conv, gone) {
		const keys = new Set(gone.map(({ key }) => key));
		this.#keep(
			conv,
			this.#all(conv).filter(({ key }) => !keys.has(key)),
		);
	}

	/** @param {string} conv @param {readonly Kept[]} kept */
	#keep(conv, kept) {
		this.#inside.draft(keyOf(conv), kept.length === 0 ? "" : JSON.stringify(kept));
	}
}

const keyOf = besideConv("circle kept back");
