// Saying what did not sit right, replying, closing; and keeping it for oneself.

import { writeBody } from "../body.js";
import { checkedDay } from "../day.js";
import { DOC } from "../documents.js";
import { ABOUT, STEP } from "../mend.js";
import { Refusal } from "../refusal.js";
import { writeUnsaid } from "../unsaid.js";
import { sealed } from "./documents.js";
import { writable } from "./writing.js";

/** @typedef {import("../sealed-core.js").Core} Core */

/**
 * One step. What is said names a line that stands; a reply and a close name what they are about (`of`), and only whoever said it closes it.
 * @param {Core} core @param {{conv: string, step: number, of: string, about: number, how: number, re: string | null, text: string, ts: number, today: number}} args
 */
export function sealMend(core, { conv, step, of, about, how, re, text, ts, today }) {
	const talk = writable(core, conv, today);
	const { said, mends } = talk.conversation.reading;
	if (step !== STEP.SAYS) checkTurn(mends.all, { of, step });
	else if (mends.all.some((one) => one.of === of)) throw new Refusal("not-yours");
	const named = re === null ? {} : { re: about === ABOUT.LINE ? (said.line(re).id ?? "") : re };
	const sc = core.place.book.count();
	const body = writeBody({ about, b: text, how, of, ...named, sc, step, t: "mend", ts });
	return talk.writer.write(body, checkedDay(today));
}

/** Kept for oneself, as a document. @param {Core} core @param {{about: number, name: string, line: string, text: string, day: number}} args */
export const keepUnsaid = (core, { about, name, line, text, day }) =>
	sealed(core, undefined, DOC.UNSAID, writeUnsaid({ about, name, line, text, day: checkedDay(day) }));

/** @param {readonly import("../mend.js").Mend[]} all @param {{of: string, step: number}} next */
function checkTurn(all, { of, step }) {
	const mend = all.find((one) => one.of === of);
	if (mend === undefined || mend.closed !== null) throw new Refusal("no-such-text");
	if ((mend.from === "me") !== (step === STEP.CLOSES)) throw new Refusal("not-yours");
}
