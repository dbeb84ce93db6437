// What of a document from a file is not here yet: rows of one's own by their ids, times of a check-in by what was answered
// (envelope.md, section 11). What stands here stays as it is.

import { readPlan } from "./bad-day-plan.js";
import { equal } from "./bytes.js";
import { readSheet, writeSheet } from "./check-in.js";
import { readDiary } from "./diary.js";
import { DOC } from "./documents.js";
import { readOwnPath } from "./path.js";
import { readStory } from "./story.js";
import { writeJson } from "./strict-json.js";
import { readTraining } from "./training.js";
import { readWellbeing } from "./wellbeing.js";

/** @typedef {import("./check-in.js").Sheet} Sheet */
/** @typedef {{rows: {id: string}[], no?: string[], shown?: {conv: string}[]}} Own */

/** @type {Record<number, (content: Uint8Array) => any>} */
const OWN = {
	[DOC.PATH]: readOwnPath,
	[DOC.PLAN]: readPlan,
	[DOC.DIARY]: readDiary,
	[DOC.TRAINING]: readTraining,
	[DOC.WELLBEING]: readWellbeing,
};

/**
 * What is left of a document once everything is taken away that is here; null where that is all of it.
 * @param {number} kind @param {Uint8Array} content @param {readonly Uint8Array[]} here what documents of this kind say here @returns {Uint8Array | null}
 */
export function leftOf(kind, content, here) {
	if (here.some((one) => equal(one, content))) return null;
	if (kind === DOC.CHECK_SHEET) return leftOfSheet(readSheet(content), here.map(readSheet));
	if (kind === DOC.STORY) return isHere(readStory(content), here.map(readStory)) ? null : content.slice();
	const read = OWN[kind];
	return read === undefined ? content.slice() : leftOfOwn(read(content), here.map(read));
}

/** @param {Sheet} sheet @param {Sheet[]} here */
function leftOfSheet(sheet, here) {
	const known = new Set(here.filter((one) => isAbout(one, sheet)).flatMap(({ rows }) => rows.map(timeOf)));
	const rows = sheet.rows.filter((row) => !known.has(timeOf(row)));
	return rows.length === 0 ? null : writeSheet({ ...sheet, rows });
}

/** A story that stands here stays as it is. @param {{id: string}} story @param {{id: string}[]} here */
const isHere = ({ id }, here) => here.some((one) => one.id === id);

/** A choice of what is shown in a talk that was made here counts, and no older one. @param {Own} own @param {Own[]} here */
function leftOfOwn({ rows, no, shown }, here) {
	const ids = new Set(here.flatMap((one) => one.rows.map(({ id }) => id)));
	const left = { rows: rows.filter(({ id }) => !ids.has(id)) };
	if (no === undefined || shown === undefined) return left.rows.length === 0 ? null : writeJson(left);
	const refused = new Set(here.flatMap((one) => one.no ?? []));
	const chosen = new Set(here.flatMap((one) => (one.shown ?? []).map(({ conv }) => conv)));
	const more = {
		no: no.filter((id) => !refused.has(id)),
		shown: shown.filter(({ conv }) => !chosen.has(conv)),
	};
	const isAll = left.rows.length + more.no.length + more.shown.length === 0;
	return isAll ? null : writeJson({ ...left, ...more });
}

/** @param {Sheet} one @param {Sheet} other */
const isAbout = (one, other) =>
	one.conv === other.conv &&
	one.hash === other.hash &&
	one.pack === other.pack &&
	one.side === other.side &&
	one.ver === other.ver;

/** What was said that day; what was chosen for it since stands beside. @param {import("./check-in.js").CheckIn} row */
const timeOf = ({ a, b, day }) => JSON.stringify([a, b, day]);
