// Looking through what one has written and read: here in the worker, kept nowhere, told to nobody.

import { toText } from "../bytes.js";
import { foundIn, wordsOf } from "../finding.js";
import { all } from "./documents.js";

/** @typedef {import("../sealed-core.js").Core} Core */

const MOST = 100;

/** Lines and documents with all these words, newest first. @param {Core} core @param {{text: string}} args */
export function search(core, { text }) {
	core.place;
	const words = wordsOf(text);
	const lines = [...core.talks.values()].flatMap(({ conversation }) =>
		conversation.reading.said.shown
			.filter(({ trouble }) => trouble === null)
			.flatMap(({ id, n, from, ts, text: here }) => {
				const found = foundIn(here, words);
				return found === null
					? []
					: [{ conv: toText(conversation.about.conv), id, n, from, ts: ts ?? 0, ...found }];
			}),
	);
	lines.sort((one, other) => other.ts - one.ts);
	const documents = all(core).flatMap((one) => {
		const found = foundIn(textOf(one), words);
		return found === null ? [] : [{ ...one, ...found }];
	});
	return { lines: lines.slice(0, MOST), documents: documents.slice(0, MOST), more: lines.length > MOST };
}

/** What somebody wrote in it themselves. @param {any} one a document, opened */
function textOf({ title, text, rows, content }) {
	const all = rows ?? content?.rows;
	if (all === undefined) return title === undefined ? text : `${title}\n${text}`;
	return all
		.map((/** @type {{b?: string, n?: string}} */ { b = "", n = "" }) => `${b} ${n}`.trim())
		.join("\n");
}
