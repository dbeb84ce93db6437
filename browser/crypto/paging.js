// One page of older entries: it begins with a hash the server claims, and has to end in one already known.

import { Trouble } from "./refusal.js";
import { Run } from "./run.js";

/** @import { Line } from "./shapes.d.ts" */
/** @typedef {import("./live.js").Frame} Frame */
/** @typedef {import("./live.js").Live} Live */

export class Paging {
	#live;
	#run;
	#reading;
	/** How far the page goes at most: to what is here already, or to where a granted stretch was read from. */
	#upto;
	#stretches;
	#isApart;
	/** @type {Line[]} until the page has ended well */
	#lines = [];

	/** @param {import("./run.js").Point} base @param {Live} live @param {import("./live.js").Parts} parts @param {import("./stretches.js").Stretches} stretches that somebody was granted */
	constructor(base, live, { conv, headers, known, reading }, stretches) {
		const upto = stretches.endOf(base.n);
		this.#live = live;
		this.#upto = upto ?? live.base;
		this.#isApart = upto !== null;
		this.#stretches = stretches;
		this.#reading = reading;
		this.#run = new Run(base, conv, headers, (n, h) => known.meet(n, h), known.countedAt);
	}

	/** @param {Frame} frame ENTRY or GONE @param {number} today */
	take(frame, today) {
		this.#run.passHeaders(this.#upto);
		this.#lines.push({ ...this.#reading.frame(this.#run, frame, today), older: true });
	}

	/** @param {number} n the last of the page @returns {Line[]} */
	end(n) {
		this.#run.passHeaders(this.#upto);
		if (this.#run.head.n !== n) throw new Trouble("number");
		this.#reading.said.settle();
		if (!this.#isApart) this.#live.run.prepend(this.#run);
		else if (n !== this.#upto) throw new Trouble("number");
		else this.#stretches.readFrom(this.#run.base);
		return this.#lines;
	}
}
