import { RoomError } from "./trouble.js";

/**
 * Small changes to lines that stand: other words, a sign, taking back.
 * @typedef {object} Given
 * @property {() => readonly import("./lines.js").Line[]} lines as they are shown
 * @property {(deed: {kind: "edit" | "react" | "erase" | "ours" | "ours-yes" | "share" | "path", to: string, text?: string, r?: number}) => string} send its key, while it is on its way
 */

export const LONGEST = 16_000;

export class Changing {
	#given;
	/** Why the newest change could not be made. @type {string | null} */
	#undone = null;
	/** Why, of each by its key. @type {Map<string, string>} */
	#why = new Map();

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	get undone() {
		return this.#undone;
	}

	/** @param {string | null} code null before something is tried anew @param {string} [key] which it was */
	undo(code, key) {
		this.#undone = code;
		if (code !== null && key !== undefined) this.#why.set(key, code);
	}

	/** Why this one could not be made; nothing where it was, or may have been. @param {string} key @returns {string | null} */
	whyNot(key) {
		return this.#why.get(key) ?? null;
	}

	/** Other words for a line of mine. @param {string} id as it is shown @param {string} text */
	change(id, text) {
		if (text.trim() === "") throw new RoomError("empty");
		if (text.length > LONGEST) throw new RoomError("too-long");
		this.#send({ kind: "edit", to: this.msgOf(id), text });
	}

	/** A small sign on a line, 0 takes it away. @param {string} id @param {number} r */
	react(id, r) {
		this.#send({ kind: "react", to: this.msgOf(id), r });
	}

	/** Takes a line of mine back that was stored. @param {string} id */
	erase(id) {
		this.#send({ kind: "erase", to: this.msgOf(id) });
	}

	/** All my lines for our promise, in the place of those before. @param {import("../crypto/ours.js").OwnLine[]} lines */
	writeOurs(lines) {
		this.#send({ kind: "ours", to: "", text: JSON.stringify(lines) });
	}

	/** A yes to the other's lines. @param {string} to what the core calls them */
	agreeToOurs(to) {
		this.#send({ kind: "ours-yes", to });
	}

	/** A draft of what might be told, in the place of the one before; `{}` puts it away. @param {import("../crypto/share.js").Draft | {}} draft */
	share(draft) {
		this.#send({ kind: "share", to: "", text: JSON.stringify(draft) });
	}

	/** What is shown of a path from now on, or a step that is suggested. @param {import("../crypto/path.js").Goes} goes @returns {string} its key, while it is on its way */
	path(goes) {
		return this.#send({ kind: "path", to: "", text: JSON.stringify(goes) });
	}

	/** What the core calls a line that is shown. @param {string} id @returns {string} */
	msgOf(id) {
		const msg = this.#given.lines().find((line) => line.id === id)?.msg ?? null;
		if (msg === null) throw new RoomError("not-found");
		return msg;
	}

	/** @param {Parameters<Given["send"]>[0]} deed */
	#send(deed) {
		this.#undone = null;
		return this.#given.send(deed);
	}
}
