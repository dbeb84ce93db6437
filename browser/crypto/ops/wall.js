// What happened around me, checked against what I saw of it; and who can read a conversation, by its signed headers.

import { equal, fromText, toText } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { PART } from "../state.js";
import { readTold, START, walk } from "../wall.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {{n: number, day: number, keep: number, told: string, told_hash: string}} RowJson */
/** @typedef {{n: number, h: string}} AtJson */

/** From which row on it is enough to look: all of it, as long as nothing is remembered or another device saw it too. @param {Core} core */
export function wallSeen(core) {
	const [at] = pinned(core);
	return { from: at === undefined || core.wallToMeet.length > 0 ? 1 : at.n + 1 };
}

/**
 * All rows, or those from one on that follow what is remembered. What does not hold is said, and nothing is remembered then.
 * @param {Core} core @param {{rows: RowJson[], top: AtJson, today: number, from?: number, before?: string}} args `before`: the hash up to the row before
 */
export function readWall(core, { rows, top, today, from = 1, before = "" }) {
	const { accountId, book } = core.place;
	const start = from === 1 ? START : { n: from - 1, h: fromText(before, 32) };
	const given = rows.map((row) => ({
		...{ n: row.n, day: row.day, keep: row.keep },
		...{ told: fromText(row.told), toldHash: fromText(row.told_hash, 32) },
	}));
	const walked = () => walk(accountId, given, today, start);
	const trouble = troubleIn(core, { start, walked, top });
	if (trouble === null && top.n > 0)
		book.change(PART.TRUST, { ...book.part(PART.TRUST), wall: { h: top.h, n: top.n } });
	if (trouble === null) core.wallToMeet = [];
	return { trouble, rows: given.flatMap((row) => shown(row)) };
}

/** @param {Core} core @param {{start: import("../wall.js").WallAt, walked: () => Uint8Array[], top: AtJson}} given @returns {string | null} */
function troubleIn(core, { start, walked, top }) {
	try {
		const hashes = walked();
		const known = pinned(core);
		if (start.n + hashes.length !== top.n + 1) throw new Refusal("wall-cut");
		if (start.n > 0 && known[0]?.n !== start.n) throw new Refusal("wall-other");
		for (const seen of [top, ...known, ...core.wallToMeet]) meet(hashes, { ...seen, n: seen.n - start.n });
		return null;
	} catch (refusal) {
		return refusal instanceof Refusal && refusal.code === "wall-cut" ? "wall-cut" : "wall-other";
	}
}

/** @param {Uint8Array[]} hashes @param {AtJson} seen */
function meet(hashes, seen) {
	const hash = hashes[seen.n];
	if (hash === undefined) throw new Refusal("wall-cut");
	if (!equal(hash, fromText(seen.h, 32))) throw new Refusal("wall-other");
}

/** @param {Core} core @returns {AtJson[]} */
function pinned({ place: { book } }) {
	const at = book.part(PART.TRUST).wall;
	return at === undefined ? [] : [at];
}

/** A row as screens see it; what cannot be read is left out, and the trouble says that something is. @param {import("../wall.js").Row} row */
function shown({ n, day, told }) {
	if (told.length === 0) return [{ n, day, kind: 0, other: "", detail: {} }];
	try {
		return [{ n, day, ...readTold(told) }];
	} catch {
		return [];
	}
}

/**
 * Who could read a conversation, from when to when, by the headers its members signed: never by a list of the server's.
 * @param {Core} core @param {{conv: string}} args
 */
export function readersOf(core, { conv }) {
	const talk = core.talks.get(conv);
	if (talk === undefined) throw new Refusal("conversation");
	/** @type {Map<string, {account_id: string, role: number, me: boolean, since: number, until: number | null}>} */
	const readers = new Map();
	for (let at = 0; ; at++) {
		const epoch = talk.conversation.headers.numbered(at);
		if (epoch === undefined) break;
		passed(readers, epoch.header, core.place.id);
	}
	return { readers: [...readers.values()] };
}

/** @param {Map<string, {account_id: string, role: number, me: boolean, since: number, until: number | null}>} readers @param {import("../shapes.d.ts").Header} header @param {string} me */
function passed(readers, { members, day }, me) {
	const here = new Set(members.map(({ accountId }) => toText(accountId)));
	for (const reader of readers.values())
		if (!here.has(reader.account_id) && reader.until === null) reader.until = day;
	for (const { accountId, role } of members) {
		const id = toText(accountId);
		const known = readers.get(id);
		if (known === undefined)
			readers.set(id, { account_id: id, role, me: id === me, since: day, until: null });
		else readers.set(id, { ...known, role, until: null });
	}
}
