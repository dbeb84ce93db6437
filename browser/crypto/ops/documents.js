// What a person keeps for themselves: pages of a notebook, and lines kept as proof.

import { fromText, toText } from "../bytes.js";
import { readPlan } from "../bad-day-plan.js";
import { readBody } from "../body.js";
import { readSheet, writeSheet } from "../check-in.js";
import { checkedDay } from "../day.js";
import { readDiary } from "../diary.js";
import {
	checkChain,
	documentHash,
	LATER,
	openVersion,
	sealVersion,
	versionJson,
	versionOf,
} from "../versions-kept.js";
import {
	DOC,
	isOfNewer,
	LONGEST_CONTENT,
	MOST_DOCUMENTS,
	withDocument,
	withoutDocument,
} from "../documents.js";
import { readKept, writeKept } from "../kept-line.js";
import { idUntil, lastIn, readKeptNotes, withoutOver } from "../note-kept.js";
import { readOwnPath } from "../path.js";
import { Refusal } from "../refusal.js";
import { random } from "../sodium.js";
import { PART } from "../state.js";
import { readStory } from "../story.js";
import { fieldsOf, parseJson, writeJson } from "../strict-json.js";
import { nameOf } from "../talks.js";
import { readTraining } from "../training.js";
import { readUnsaid } from "../unsaid.js";
import { readWellbeing } from "../wellbeing.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../versions-kept.js").Version} Version */
/** @typedef {import("../documents.js").DocList} DocList */
/** @typedef {{docId: string, kind: number, version: Version, docKey: Uint8Array, content: Uint8Array}} Opened */
/** @typedef {{ver: number, prev: string, lock: string, box: string}} VersionJson */

export const LONGEST_TITLE = 80;

/**
 * What the server keeps, newest version of each: opened, and held against what the state remembers. Kept notes whose day is over
 * are let go of, whether or not the server did.
 * @param {Core} core @param {{documents: (VersionJson & {doc_id: string})[], today?: number}} args
 */
export function documents(core, { documents: stored, today }) {
	const over = letGoOfOver(core, stored, today);
	const given = stored.filter(({ doc_id }) => !over.has(doc_id));
	/** @type {{doc_id: string, code: string}[]} */
	const troubles = [];
	/** @type {string[]} */
	const behind = [];
	const { docs, gone } = listOf(core);
	const found = new Set(given.map(({ doc_id }) => doc_id));
	for (const { doc_id } of docs) if (!found.has(doc_id)) troubles.push({ doc_id, code: "doc-missing" });
	for (const { doc_id, ...json } of given) {
		if (gone.includes(doc_id)) continue;
		try {
			const version = versionOf(json);
			if (isOfNewerRoom(core, doc_id, version)) throw new Refusal("doc-newer");
			if (!taken(core, doc_id, version)) behind.push(doc_id);
		} catch (refusal) {
			troubles.push({ doc_id, code: codeOf(refusal) });
		}
	}
	for (const { doc_id } of troubles) core.documents.delete(doc_id);
	const left = gone.filter((id) => found.has(id));
	return { documents: all(core), troubles, behind, gone: [...left, ...over] };
}

/** Which of those the server gave are over. @param {Core} core @param {(VersionJson & {doc_id: string})[]} given @param {number | undefined} today @returns {ReadonlySet<string>} */
function letGoOfOver(core, given, today) {
	if (today === undefined) return new Set();
	const { docs } = listOf(core);
	const known = docs.filter(({ kind }) => kind === DOC.NOTES_KEPT).map(({ doc_id }) => doc_id);
	const over = new Set(known.filter((id) => lastIn(fromText(id, 16)) < today));
	if (over.size === 0) return over;
	core.place.book.change(PART.DOCUMENTS, withoutOver(listOf(core), over));
	for (const id of over) core.documents.delete(id);
	const there = new Set(given.map(({ doc_id }) => doc_id));
	return new Set([...over].filter((id) => there.has(id)));
}

/** Every version kept of one document, oldest first. @param {Core} core @param {{doc_id: string, versions: VersionJson[]}} args */
export function documentVersions(core, { doc_id: docId, versions: given }) {
	const list = listOf(core);
	if (list.gone.includes(docId)) throw new Refusal("doc-other");
	const versions = given.map(versionOf);
	checkChain(versions, list.docs.find((row) => row.doc_id === docId) ?? null);
	const opened = versions.map((version) => openedAs(core, docId, version));
	const newest = /** @type {Opened} */ (opened.at(-1));
	if (opened.some(({ kind }) => kind !== newest.kind)) throw new Refusal("doc-other");
	keep(core, newest);
	return { versions: opened.map(shown) };
}

/** The next version of a page, or a new one. @param {Core} core @param {{doc_id?: string, title: string, text: string, day: number}} args */
export function writePage(core, { doc_id, title, text, day }) {
	if ([...title].length > LONGEST_TITLE) throw new Refusal("text-size");
	return sealed(core, doc_id, DOC.NOTEBOOK, writeJson({ b: text, day: checkedDay(day), title }));
}

/** The next version of a sheet of check-ins, or a new one. @param {Core} core @param {{doc_id?: string, sheet: import("../check-in.js").Sheet}} args */
export function writeChecks(core, { doc_id, sheet }) {
	return sealed(core, doc_id, DOC.CHECK_SHEET, writeSheet(sheet));
}

/** A line, and what shows who wrote it. @param {Core} core @param {{conv: string, id: string}} args */
export function keepLine(core, { conv, id }) {
	const talk = core.talk(conv);
	const { said } = talk.conversation.reading;
	const line = said.line(id);
	const name = line.from === "me" ? "" : (nameOf(core, talk) ?? "");
	return sealed(core, undefined, DOC.KEPT_LINE, writeKept(line.n, name, said.proof(id)));
}

/** What a line kept as proof holds; not one that was brought in, which may be of another house. @param {Core} core @param {string} docId */
export function keptProof(core, docId) {
	const opened = core.documents.get(docId);
	if (opened?.kind !== DOC.KEPT_LINE) throw new Refusal("no-doc");
	return readKept(opened.content);
}

/** The server took it. @param {Core} core @param {{doc_id: string}} args */
export function documentWritten(core, { doc_id: docId }) {
	const written = core.writing.get(docId);
	if (written === undefined) throw new Refusal("no-doc");
	core.writing.delete(docId);
	keep(core, written);
	return { doc: shown(written) };
}

/** It is never taken from the server again; save the state before telling the server. @param {Core} core @param {{doc_id: string}} args */
export function deleteDocument(core, { doc_id: docId }) {
	fromText(docId, 16);
	core.place.book.change(PART.DOCUMENTS, withoutDocument(listOf(core), docId));
	core.documents.delete(docId);
	return {};
}

/** @param {Core} core @returns {DocList} */
const listOf = ({ place }) => /** @type {DocList} */ (place.book.part(PART.DOCUMENTS));

/** @param {Core} core */
export const all = ({ documents: opened }) => [...opened.values()].map(shown);

/** False if versions are missing between what is remembered and this one. @param {Core} core @param {string} docId @param {Version} version */
function taken(core, docId, version) {
	const row = listOf(core).docs.find(({ doc_id }) => doc_id === docId);
	const known = row?.ver ?? 0;
	if (version.ver < known) throw new Refusal("doc-older");
	if (version.ver > known + 1) return false;
	const isOther =
		version.ver === known
			? toText(documentHash(version)) !== row?.hash
			: row !== undefined && toText(version.prev) !== row.hash;
	if (isOther) throw new Refusal("doc-other");
	keep(core, openedAs(core, docId, version));
	return true;
}

/** Of a kind that only a newer room knows: nothing is wrong with it. @param {Core} core @param {string} docId @param {Version} version */
function isOfNewerRoom(core, docId, version) {
	const row = listOf(core).docs.find(({ doc_id }) => doc_id === docId);
	if (row !== undefined) return isOfNewer(row.kind);
	return (
		openedOf(core, docId, version, Object.values(DOC)) === null &&
		openedOf(core, docId, version, LATER) !== null
	);
}

/** @param {Core} core @param {Opened} opened */
function keep(core, opened) {
	const { docId, kind, version } = opened;
	const row = { doc_id: docId, hash: toText(documentHash(version)), kind, ver: version.ver };
	const list = listOf(core);
	const before = list.docs.find(({ doc_id }) => doc_id === docId);
	if (before !== undefined && before.kind !== kind) throw new Refusal("doc-other");
	if (before === undefined || before.ver < row.ver)
		core.place.book.change(PART.DOCUMENTS, withDocument(list, row));
	core.documents.set(docId, opened);
}

/** Opened as the kind it is: every box is bound to one. @param {Core} core @param {string} docId @param {Version} version @returns {Opened} */
function openedAs(core, docId, version) {
	const opened = openedOf(core, docId, version, Object.values(DOC));
	if (opened === null) throw new Refusal("doc-other");
	endOf(docId, opened.kind, opened.content);
	return opened;
}

/** @param {Core} core @param {string} docId @param {Version} version @param {readonly number[]} kinds @returns {Opened | null} */
function openedOf({ place }, docId, version, kinds) {
	for (const kind of kinds)
		for (const vaultKey of [...place.vaultKeys.values()].reverse()) {
			const whose = { accountId: place.accountId, docId: fromText(docId, 16), kind };
			try {
				return { docId, kind, version, ...openVersion(vaultKey, whose, version) };
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
			}
		}
	return null;
}

/** @param {Core} core @param {string | undefined} given @param {number} kind @param {Uint8Array} content */
export function sealed(core, given, kind, content) {
	if (content.length > LONGEST_CONTENT) throw new Refusal("text-size");
	const { place } = core;
	const before = given === undefined ? null : (core.documents.get(given) ?? null);
	if (given !== undefined && before === null) throw new Refusal("no-doc");
	if (before === null && listOf(core).docs.length >= MOST_DOCUMENTS) throw new Refusal("documents-full");
	const docId = given ?? toText(freshId(kind, content));
	const docKey = before?.docKey ?? random(32);
	const whose = { accountId: place.accountId, docId: fromText(docId, 16), kind };
	const vaultKey = /** @type {Uint8Array} */ ([...place.vaultKeys.values()].at(-1));
	const version = sealVersion(vaultKey, whose, content, { docKey, before: before?.version ?? null });
	core.writing.set(docId, { docId, kind, version, docKey, content });
	return { doc_id: docId, body: { ...versionJson(version), ...endOf(docId, kind, content) } };
}

/** @param {number} kind @param {Uint8Array} content */
const freshId = (kind, content) =>
	kind === DOC.NOTES_KEPT ? idUntil(readKeptNotes(content).last, random(16)) : random(16);

/** Kept notes say after which day they go, in three places that have to agree. @param {string} docId @param {number} kind @param {Uint8Array} content */
function endOf(docId, kind, content) {
	if (kind !== DOC.NOTES_KEPT) return {};
	const { last } = readKeptNotes(content);
	if (last !== lastIn(fromText(docId, 16))) throw new Refusal("doc-other");
	return { last };
}

/** What a screen may see of it. @param {Opened} opened */
export const shown = ({ docId, kind, version, content }) => ({
	doc_id: docId,
	ver: version.ver,
	...contentOf(kind, content),
});

/** What a document says, read strictly: a page, a sheet of check-ins, a path, a plan, a diary, units that were done, or a line whose proof holds. @param {number} kind @param {Uint8Array} content @returns {any} */
export function contentOf(kind, content) {
	if (kind === DOC.NOTEBOOK) {
		const { b, day, title } = fieldsOf(parseJson(content), { b: "text", day: "int", title: "text" });
		return { kind: "page", title, text: b, day };
	}
	if (kind === DOC.CHECK_SHEET) {
		const { ver: statements, ...sheet } = readSheet(content);
		return { kind: "checks", ...sheet, statements };
	}
	if (kind === DOC.UNSAID) return { kind: "unsaid", ...readUnsaid(content) };
	if (kind === DOC.PATH) return { kind: "path", content: readOwnPath(content) };
	if (kind === DOC.PLAN) return { kind: "plan", content: readPlan(content) };
	if (kind === DOC.DIARY) return { kind: "diary", content: readDiary(content) };
	if (kind === DOC.STORY) return { kind: "story", content: readStory(content) };
	if (kind === DOC.NOTES_KEPT) return { kind: "notes", content: readKeptNotes(content) };
	if (kind === DOC.WELLBEING) return { kind: "wellbeing", content: readWellbeing(content) };
	if (kind === DOC.TRAINING) return { kind: "training", content: readTraining(content) };
	const { n, name, ctx, body } = readKept(content);
	const said = readBody(body, ctx.kind);
	const [text, ts] = "ts" in said ? [said.b ?? "", said.ts] : ["", null];
	const isBrought = kind === DOC.BROUGHT_LINE;
	return { kind: "kept", conv: toText(ctx.conv), by: toText(ctx.sender), n, name, text, ts, isBrought };
}

/** @param {unknown} refusal */
function codeOf(refusal) {
	if (!(refusal instanceof Refusal)) throw refusal;
	return refusal.code.startsWith("doc-") ? refusal.code : "doc-other";
}
