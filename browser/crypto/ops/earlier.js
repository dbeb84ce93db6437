// Words of before, for whoever came to a circle (envelope.md, section 7).

import { readBody } from "../body.js";
import { equal, fromText, toText } from "../bytes.js";
import { inCards, openEarlier as opened, sealEarlier as sealed } from "../circle-earlier.js";
import { KIND } from "../entry.js";
import { Refusal } from "../refusal.js";
import { lineOf } from "../report-line.js";

/** @import { KeyRecord } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */

/**
 * Lines of mine, sealed to one who reads here now, by the keys the header in force names.
 * @param {Core} core @param {{conv: string, of: string, to: string, ids: string[]}} args `ids`: of lines that are shown here
 */
export function sealEarlier(core, { conv, of, to, ids }) {
	core.checkTrusted();
	const { talk, passage } = between(core, { conv, of, from: core.place.id, to });
	const header = talk.conversation.headers.newest?.header;
	const row = header?.members.find(({ accountId }) => equal(accountId, passage.toId));
	const record = recordsOf(core, talk, to).find(({ hash }) => row !== undefined && equal(hash, row.krHash));
	if (record === undefined || to === core.place.id) throw new Refusal("reads-not");
	const { said } = talk.conversation.reading;
	const lines = ids.map((id) => {
		const { n } = said.mine(id);
		return lineOf(n, said.proof(id));
	});
	lines.sort((one, other) => one.entry.sseq - other.entry.sseq);
	return { boxes: inCards(lines).map((some) => toText(sealed(passage, some, record))) };
}

/** What somebody handed on to me. @param {Core} core @param {{conv: string, of: string, from: string, box: string}} args */
export function openEarlier(core, { conv, of, from, box }) {
	const { place } = core;
	const { talk, passage } = between(core, { conv, of, from, to: place.id });
	const keys = place.records.flatMap(({ hash, gen }) => {
		const seed = place.ekSeeds.get(gen);
		return seed === undefined ? [] : [{ krHash: hash, seed }];
	});
	const lines = opened(passage, fromText(box), { keys, sender: recordsOf(core, talk, from) });
	return {
		lines: lines.map(({ body }) => {
			const { ts, b = "", card = null } = /** @type {any} */ (readBody(body, KIND.MESSAGE));
			return card === null
				? { ts, text: b, notes: [], own: "" }
				: { ts, text: card.said, notes: card.notes, own: card.own };
		}),
	};
}

/** @param {Core} core @param {{conv: string, of: string, from: string, to: string}} named */
function between(core, { conv, of, from, to }) {
	const talk = core.talk(conv);
	if (!talk.isCircle) throw new Refusal("no-conversation");
	const ids = { of: fromText(of, 16), fromId: fromText(from, 16), toId: fromText(to, 16) };
	return { talk, passage: { home: core.programme.home, conv: fromText(conv, 16), ...ids } };
}

/** @param {Core} core @param {import("../sealed-core.js").Talk} talk @param {string} id @returns {readonly KeyRecord[]} */
const recordsOf = (core, talk, id) =>
	id === core.place.id ? core.place.records : (talk.conversation.about.people.get(id) ?? []);
