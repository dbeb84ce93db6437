// What did not sit right: said by one of two, replied to by the other, closed by whoever said it (envelope.md, section 8).

import { fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";

/** @typedef {{n: number, id: string, from: "me" | "them", by: string, text: string, ts: number, step: number, about: number, how: number, re: string | null}} Step */
/** @typedef {Readonly<{of: string, n: number, msg: string, from: "me" | "them", by: string, about: number, re: string | null, text: string, ts: number, replies: readonly {from: "me" | "them", by: string, text: string, ts: number}[], closed: Readonly<{how: number, text: string, ts: number}> | null}>} Mend */

export const STEP = Object.freeze({ SAYS: 1, REPLIES: 2, CLOSES: 3 });
export const ABOUT = Object.freeze({ LINE: 1, TIME: 2, PROMISE: 3, GENERAL: 4 });
export const LONGEST_MEND = 8_000;

/** What may stand in each step: what it is about, and how it was closed. @type {Record<number, {about: number[], how: number[]}>} */
const MAY = {
	[STEP.SAYS]: { about: Object.values(ABOUT), how: [0] },
	[STEP.REPLIES]: { about: [0], how: [0] },
	[STEP.CLOSES]: { about: [0], how: [1, 2, 3] },
};
/** Whether a step about this names something: a line always, a time or a promise where it is known. @type {Record<number, boolean | null>} */
const NAMES = { [ABOUT.LINE]: true, [ABOUT.TIME]: null, [ABOUT.PROMISE]: null };

/** Refuses a step that says too much or too little. @param {any} body */
export function checkMend({ step, about, how, of, b, re }) {
	const may = MAY[step];
	if (!may?.about.includes(about) || !may.how.includes(how)) throw new Refusal("malformed", "step");
	if ([...b].length > LONGEST_MEND || (b === "" && step !== STEP.CLOSES)) throw new Refusal("malformed", "b");
	const isNamed = about in NAMES ? NAMES[about] : false;
	if (isNamed !== null && isNamed !== (re !== undefined)) throw new Refusal("malformed", "re");
	fromText(of, 16);
}

/** Takes what both wrote, in any order. Only whoever said something closes it, and only the other replies. */
export class Mends {
	/** @type {Map<string, Step[]>} by what they are about */
	#steps = new Map();

	/** @param {{n: number, id: string | null, from: "me" | "them", by: string}} line @param {any} body opened */
	take({ n, id, from, by }, body) {
		if (body.t !== "mend") return;
		const before = this.#steps.get(body.of) ?? [];
		if (before.some((step) => step.n === n)) return;
		const { step, about, how, re = null, b: text, ts } = body;
		this.#steps.set(body.of, [...before, { n, id: id ?? "", from, by, text, ts, step, about, how, re }]);
	}

	/** What was said where one can read it, oldest first. @returns {readonly Mend[]} */
	get all() {
		const found = [...this.#steps].flatMap(([of, steps]) => mendOf(of, steps));
		return Object.freeze(found.sort((one, other) => one.n - other.n));
	}
}

/** @param {string} of @param {Step[]} steps @returns {Mend[]} nothing where the beginning was not read */
function mendOf(of, steps) {
	const inOrder = steps.toSorted((one, other) => one.n - other.n);
	const said = inOrder.find(({ step }) => step === STEP.SAYS);
	if (said === undefined) return [];
	const later = inOrder.filter(({ n }) => n > said.n);
	const close = later.find(({ step, by }) => step === STEP.CLOSES && by === said.by) ?? null;
	const replies = later.filter(
		({ step, by, n }) => step === STEP.REPLIES && by !== said.by && (close === null || n < close.n),
	);
	const { n, id: msg, from, by, about, re, text, ts } = said;
	return [
		Object.freeze({
			...{ of, n, msg, from, by, about, re, text, ts },
			replies: Object.freeze(
				replies.map((one) => ({ from: one.from, by: one.by, text: one.text, ts: one.ts })),
			),
			closed: close && Object.freeze({ how: close.how, text: close.text, ts: close.ts }),
		}),
	];
}
