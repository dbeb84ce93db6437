// Bringing one's own documents in from a file that was taken along, here or elsewhere (envelope.md, section 11). The file
// is opened here, checked here, and what comes of it is sealed under this place's own key before it leaves.

import { leftOf } from "../brought.js";
import { equal, fromText, fromUtf8, toText, utf8 } from "../bytes.js";
import { DOC, isOfNewer, LONGEST_CONTENT, MOST_DOCUMENTS } from "../documents.js";
import { coverOf, exportKey, openPapers } from "../export.js";
import { Refusal } from "../refusal.js";
import { wipe } from "../sodium.js";
import { fieldsOf } from "../strict-json.js";
import { phraseOf } from "../words.js";
import { contentOf, LONGEST_TITLE, sealed } from "./documents.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */
/** @typedef {{kind: number, content: Uint8Array}} Brought */

/** A path, a plan for bad days, a diary, units that were done, a story, looks at oneself. @type {ReadonlySet<number>} */
const OWN = new Set([DOC.PATH, DOC.PLAN, DOC.DIARY, DOC.TRAINING, DOC.STORY, DOC.WELLBEING]);

/**
 * Opens a file with its five words; refused unless all of it is as it was taken along.
 * @param {Core} core @param {{manifest: Uint8Array, box: Uint8Array, words: string | string[], files: Record<string, string>}} args `files`: what every other file of it hashes to
 * @param {Stretch} stretch
 */
export async function openAlong(core, { manifest, box, words, files }, stretch) {
	const { place, programme } = core;
	core.forgetBrought();
	const cover = coverOf(manifest);
	const phrase = utf8(phraseOf(programme.five, words));
	const key = exportKey(await stretch(phrase, cover.salt), cover);
	const papers = papersIn(key, cover, box);
	wipe(phrase, key);
	if (papers.home !== toText(cover.home) || !areSame(papers.files, files)) throw new Refusal("along-changed");
	if (core.place !== place) throw new Refusal("ended");
	core.brought = documentsIn(papers.documents);
	return {
		day: dayIn(papers.day),
		elsewhere: !(equal(cover.home, programme.home) && papers.account_id === place.id),
		pages: core.brought.filter(({ kind }) => kind === DOC.NOTEBOOK || kind === DOC.UNSAID).length,
		kept: core.brought.filter(({ kind }) => kind === DOC.BROUGHT_LINE).length,
		checks: core.brought.filter(({ kind }) => kind === DOC.CHECK_SHEET).length,
		own: core.brought.filter(({ kind }) => OWN.has(kind)).length,
		there: core.brought.filter((one) => leftIn(core, one) === null).length,
	};
}

/** The next one that is not here yet, or what is left of it, sealed as a document of one's own; null: all are here. @param {Core} core */
export function bring(core) {
	for (let next = core.brought[0]; next !== undefined; next = core.brought[0]) {
		const left = leftIn(core, next);
		if (left !== null) return sealed(core, undefined, next.kind, left);
		wipe(core.brought.shift()?.content);
	}
	return { doc_id: null };
}

/** What was opened is forgotten. @param {Core} core */
export function endBring(core) {
	core.forgetBrought();
	return {};
}

/** @param {Uint8Array} key @param {import("../export.js").Cover} cover @param {Uint8Array} box @returns {Record<string, any>} */
function papersIn(key, cover, box) {
	let opened;
	try {
		opened = openPapers(key, cover, box);
		const papers = JSON.parse(fromUtf8(opened));
		if (papers !== null && typeof papers === "object") return papers;
	} catch (refusal) {
		if (refusal instanceof Refusal && opened === undefined) throw new Refusal("along-words");
		if (!(refusal instanceof Refusal) && !(refusal instanceof SyntaxError)) throw refusal;
	} finally {
		wipe(opened);
	}
	throw new Refusal("along-changed");
}

/** Each file is there, none more, none other. @param {unknown} listed @param {Record<string, string>} files */
function areSame(listed, files) {
	if (listed === null || typeof listed !== "object") return false;
	const [ours, theirs] = [new Map(Object.entries(files)), new Map(Object.entries(listed))];
	return ours.size === theirs.size && [...ours].every(([name, hash]) => theirs.get(name) === hash);
}

/** @param {unknown} rows @returns {Brought[]} */
function documentsIn(rows) {
	if (!Array.isArray(rows) || rows.length > MOST_DOCUMENTS) throw new Refusal("along-changed");
	try {
		// A kept note goes by the day its own place gave it: it is read from the file, and stays there.
		return unlike(rows.map(documentIn)).filter(({ kind }) => kind !== DOC.NOTES_KEPT);
	} catch (refusal) {
		if (!(refusal instanceof Refusal) || refusal.code === "along-version") throw refusal;
		throw new Refusal("along-changed");
	}
}

/** Of elsewhere, a kept line stays one: its proof says who wrote it, not this place. @param {unknown} row @returns {Brought} */
function documentIn(row) {
	const { content: text, kind } = fieldsOf(row, { content: "text", kind: "int" });
	const content = fromText(text);
	if (content.length > LONGEST_CONTENT) throw new Refusal("along-changed");
	if (isOfNewer(kind)) throw new Refusal("along-version");
	const { title = "" } = /** @type {{title?: string}} */ (contentOf(kind, content));
	if ([...title].length > LONGEST_TITLE) throw new Refusal("along-changed");
	return { kind: sortOf(kind), content };
}

/** Each content once. @param {Brought[]} all */
const unlike = (all) => all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at);

/** A line that was kept here, or brought before, is the same line; of rows only those come that are not here. @param {Core} core @param {Brought} one */
function leftIn({ documents }, { kind, content }) {
	const here = [...documents.values()].filter((other) => sortOf(other.kind) === kind);
	return leftOf(
		kind,
		content,
		here.map((other) => other.content),
	);
}

/** @param {Brought} one @param {Brought} other */
const isSame = (one, other) => sortOf(one.kind) === sortOf(other.kind) && equal(one.content, other.content);

/** A line that was kept stays a line with its proof, wherever it was kept. @param {number} kind */
const sortOf = (kind) => (kind === DOC.KEPT_LINE ? DOC.BROUGHT_LINE : kind);

/** @param {unknown} day */
const dayIn = (day) =>
	Number.isSafeInteger(day) && Number(day) >= 0 && Number(day) < 1_000_000 ? Number(day) : 0;
