/** Which piece of a long talk stands on the page: never more than so many lines, wherever somebody reads. Pure. */

/** @typedef {import("./seen.d.ts").Line} Line */

export const MOST = 150;
const STEP = 50;

export class Piece {
	/** the last line that is drawn; none: the newest, whichever that is */
	#last = "";

	/** @param {readonly Line[]} lines @returns {readonly Line[]} those that are drawn */
	of(lines) {
		const end = this.#end(lines);
		return lines.slice(Math.max(0, end - MOST), end);
	}

	/** Lines that are here stand above it. @param {readonly Line[]} lines */
	hasAbove(lines) {
		return this.#end(lines) > MOST;
	}

	/** @param {readonly Line[]} lines */
	hasBelow(lines) {
		return this.#end(lines) < lines.length;
	}

	/** @param {readonly Line[]} lines */
	goUp(lines) {
		if (this.hasAbove(lines)) this.#endAt(lines, this.#end(lines) - STEP);
	}

	/** @param {readonly Line[]} lines */
	goDown(lines) {
		this.#endAt(lines, this.#end(lines) + STEP);
	}

	goToNewest() {
		this.#last = "";
	}

	/** The line somebody came for stands in its middle. @param {readonly Line[]} lines @param {string} id */
	goTo(lines, id) {
		const at = lines.findIndex((line) => line.id === id);
		if (at >= 0) this.#endAt(lines, at + MOST / 2);
	}

	/** @param {readonly Line[]} lines @param {number} end */
	#endAt(lines, end) {
		const place = Math.max(MOST, end);
		this.#last = place >= lines.length ? "" : (lines[place - 1]?.id ?? "");
	}

	/** @param {readonly Line[]} lines */
	#end(lines) {
		if (this.#last === "") return lines.length;
		const at = lines.findLastIndex((line) => line.id === this.#last);
		return at < 0 ? lines.length : at + 1;
	}
}
