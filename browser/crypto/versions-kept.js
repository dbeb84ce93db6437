// Documents: what a person keeps for themselves, version by version (envelope.md, section 12). Pure functions.

import { equal, fromText, sized, toText, ZEROS32 } from "./bytes.js";
import { isOfNewer, KINDS, LAST_KIND } from "./documents.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { open, seal } from "./seal.js";
import { random } from "./sodium.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{accountId: Uint8Array, docId: Uint8Array, kind: number}} Whose which document of whom */
/** @typedef {{ver: number, prev: Uint8Array, lock: Uint8Array, box: Uint8Array}} Version as the server keeps it */

export const VERSIONS_KEPT = 20;

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

/** @param {Whose} whose */
function named({ accountId, docId, kind }) {
	if (kind < 1 || kind > LAST_KIND) throw new Refusal("malformed", "kind");
	return [sized(accountId, 16), sized(docId, 16), kind];
}

/** @param {Whose} whose @param {number} ver */
const lockAad = (whose, ver) => labelled("pse1/doc-key", ...named(whose), ver);

/** @param {Whose} whose @param {number} ver @param {Uint8Array} prev */
const boxAad = (whose, ver, prev) => labelled("pse1/doc", ...named(whose), ver, sized(prev, 32));
