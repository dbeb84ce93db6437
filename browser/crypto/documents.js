// Documents: what a person keeps for themselves, version by version (envelope.md, section 12). Pure functions.

import { equal, fromText, sized, toText, ZEROS32 } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { ascending, rowsIn } from "./rows.js";
import { open, seal } from "./seal.js";
import { random } from "./sodium.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{accountId: Uint8Array, docId: Uint8Array, kind: number}} Whose which document of whom */
/** @typedef {{ver: number, prev: Uint8Array, lock: Uint8Array, box: Uint8Array}} Version as the server keeps it */
/** @typedef {{doc_id: string, hash: string, kind: number, ver: number}} DocRow */
/** @typedef {{docs: DocRow[], gone: string[]}} DocList part 3 of state */

export const DOC = Object.freeze({
	NOTEBOOK: 1,
	KEPT_LINE: 2,
	BROUGHT_LINE: 3,
	CHECK_SHEET: 4,
	UNSAID: 5,
	PATH: 6,
	PLAN: 7,
	DIARY: 8,
	TRAINING: 10,
	STORY: 11,
	WELLBEING: 16,
	NOTES_KEPT: 18,
});
export const LONGEST_CONTENT = 65_000;
export const VERSIONS_KEPT = 20;
export const MOST_DOCUMENTS = 300;
/** @type {ReadonlySet<number>} */
const KINDS = new Set(Object.values(DOC));
/** A newer room may know kinds up to here. */
const LAST_KIND = 255;
const MOST_GONE = 1_000;
const ROW = {
	fields: { doc_id: "text", hash: "text", kind: "int", ver: "int" },
	bytes: { doc_id: 16, hash: 32 },
	by: "doc_id",
};

/** A kind that a newer room wrote. @param {number} kind */
export const isOfNewer = (kind) => kind > 0 && kind <= LAST_KIND && !KINDS.has(kind);

/** The kinds a newer room may know first: those after the known ones, and a number that was left free between them. */
export const LATER = Object.freeze(
	Array.from({ length: Math.max(...KINDS) + 24 }, (_, at) => at + 1).filter(isOfNewer),
);

/** @param {Version} version */
export const documentHash = ({ lock, box }) => h("pse1/doc-hash", lock, box);

/**
 * The next version; version 1 without one before.
 * @param {Uint8Array} vaultKey @param {Whose} whose @param {Uint8Array} content
 * @param {{docKey: Uint8Array, before: Version | null}} from the key is usually that of the last version
 * @param {(size: number) => Uint8Array} [chance] for frozen vectors: two nonces
 * @returns {Version}
 */
export function sealVersion(vaultKey, whose, content, { docKey, before }, chance = random) {
	if (isOfNewer(whose.kind)) throw new Refusal("malformed", "kind");
	const ver = (before?.ver ?? 0) + 1;
	const prev = before === null ? ZEROS32 : documentHash(before);
	const lock = seal(vaultKey, lockAad(whose, ver), sized(docKey, 32), chance);
	const box = seal(docKey, boxAad(whose, ver, prev), pad(content), chance);
	return { ver, prev, lock, box };
}

/** @param {Uint8Array} vaultKey @param {Whose} whose @param {Version} version */
export function openVersion(vaultKey, whose, { ver, prev, lock, box }) {
	const docKey = sized(open(vaultKey, lockAad(whose, ver), lock), 32);
	return { docKey, content: unpad(open(docKey, boxAad(whose, ver, prev), box)) };
}

/**
 * Every version that is kept, oldest first, each following the one before.
 * @param {Version[]} versions @param {{ver: number, hash: string} | null} known what state remembers
 */
export function checkChain(versions, known) {
	const last = versions.at(-1);
	if (last === undefined) throw new Refusal("doc-missing");
	const first = Math.max(1, last.ver - VERSIONS_KEPT + 1);
	if (versions.length !== last.ver - first + 1) throw new Refusal("doc-missing");
	versions.forEach((version, i) => {
		const before = versions[i - 1];
		if (version.ver !== first + i) throw new Refusal("doc-missing");
		if (before !== undefined && !equal(version.prev, documentHash(before))) throw new Refusal("doc-other");
	});
	if (known === null) return;
	const same = versions.find(({ ver }) => ver === known.ver);
	if (same === undefined) throw new Refusal("doc-older");
	if (toText(documentHash(same)) !== known.hash) throw new Refusal("doc-other");
}

/** @param {any} json @returns {Version} */
export function versionOf(json) {
	const found = fieldsOf(json, { ver: "int", prev: "text", lock: "text", box: "text" });
	const [prev, lock, box] = [fromText(found.prev, 32), fromText(found.lock, 105), fromText(found.box)];
	return { ver: found.ver, prev, lock, box };
}

/** @param {Version} version */
export const versionJson = ({ ver, prev, lock, box }) => ({
	ver,
	prev: toText(prev),
	lock: toText(lock),
	box: toText(box),
});

/** @returns {DocList} */
export const noDocuments = () => ({ docs: [], gone: [] });

/** @param {unknown} json @returns {DocList} */
export function checkedDocuments(json) {
	const found = fieldsOf(json, { docs: "list", gone: "list" });
	rowsIn(found, "docs", ROW);
	rowsIn({ gone: found.gone.map((/** @type {unknown} */ id) => ({ id })) }, "gone", {
		fields: { id: "text" },
		bytes: { id: 16 },
		by: "id",
	});
	const isFine =
		found.docs.every((/** @type {DocRow} */ row) => row.kind > 0 && row.kind <= LAST_KIND && row.ver > 0) &&
		found.docs.length <= MOST_DOCUMENTS &&
		found.gone.length <= MOST_GONE &&
		!found.docs.some((/** @type {DocRow} */ row) => found.gone.includes(row.doc_id));
	if (!isFine) throw new Refusal("state");
	return /** @type {DocList} */ (found);
}

/** The higher version of each; what either deleted is gone. @param {DocList} ours @param {DocList} theirs @returns {DocList} */
export function mergedDocuments(ours, theirs) {
	const gone = new Set([...ours.gone, ...theirs.gone]);
	const rows = new Map(ours.docs.map((row) => [row.doc_id, row]));
	for (const row of theirs.docs) {
		const other = rows.get(row.doc_id) ?? row;
		const isFork = other.ver === row.ver && (other.hash !== row.hash || other.kind !== row.kind);
		if (isFork) throw new Refusal("forked");
		rows.set(row.doc_id, row.ver > other.ver ? row : other);
	}
	return listed([...rows.values()], gone);
}

/** @param {DocList} list @param {DocRow} row @returns {DocList} */
export function withDocument(list, row) {
	const others = list.docs.filter(({ doc_id }) => doc_id !== row.doc_id);
	return checkedDocuments(listed([...others, row], new Set(list.gone)));
}

/** @param {DocList} list @param {string} docId @returns {DocList} */
export const withoutDocument = (list, docId) =>
	checkedDocuments(listed(list.docs, new Set([...list.gone, docId])));

/** @param {DocRow[]} rows @param {Set<string>} gone @returns {DocList} */
const listed = (rows, gone) => ({
	docs: ascending(
		rows.filter(({ doc_id }) => !gone.has(doc_id)),
		"doc_id",
	),
	gone: ascending(
		[...gone].map((id) => ({ id })),
		"id",
	).map(({ id }) => id),
});

/** @param {Whose} whose */
function named({ accountId, docId, kind }) {
	if (kind < 1 || kind > LAST_KIND) throw new Refusal("malformed", "kind");
	return [sized(accountId, 16), sized(docId, 16), kind];
}

/** @param {Whose} whose @param {number} ver */
const lockAad = (whose, ver) => labelled("pse1/doc-key", ...named(whose), ver);

/** @param {Whose} whose @param {number} ver @param {Uint8Array} prev */
const boxAad = (whose, ver, prev) => labelled("pse1/doc", ...named(whose), ver, sized(prev, 32));
