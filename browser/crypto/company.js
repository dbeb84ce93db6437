// Whoever reads a conversation beside the two who began it: their keys, the programme's word for them, what they are called.

import { endorsementOf, knownPerson, onceEndorsed, pinOf, remember } from "./acquaintance.js";
import { equal, toText } from "./bytes.js";
import { countsOn, newestOfLock, ROLE } from "./people.js";
import { Refusal } from "./refusal.js";

/** @import { EndorsementJson, Header, KeyRecord, Member, PersonJson, RelationshipJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Talk} Talk */
/** @typedef {import("./acquaintance.js").Known} Known */
/** @typedef {{known: Known, name: string | null, words: EndorsementJson[]}} Companion `words`: by which the programme stood behind them */
/** @typedef {Map<string, Companion>} Company by account */

/** Every specialist of a relationship but me. @param {RelationshipJson} r */
const specialistsOf = ({ mine, other, company }) =>
	mine === "client" ? [other, ...(company?.others ?? [])] : (company?.others ?? []);

/** @param {Core} core @param {RelationshipJson} r @param {import("./audit.js").Asked} [how] @returns {Company} */
export const companyOf = (core, r, how) =>
	new Map(specialistsOf(r).map((row) => [row.account_id, companion(core, row, how)]));

/** Whose word does not hold has none: no header that lets them in is taken. @param {Core} core @param {PersonJson} row @param {import("./audit.js").Asked} [how] @returns {Companion} */
function companion(core, row, how) {
	const known = knownPerson(core, row, how);
	try {
		const isRemembered = (pinOf(core, row.account_id)?.serial ?? 0) > 0;
		const word = (isRemembered ? onceEndorsed : endorsementOf)(core, row.endorsement, known.records);
		if (word.role === ROLE.SPECIALIST) return { known, name: word.display_name, words: [word] };
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
	}
	return { known, name: null, words: [] };
}

/**
 * Did the programme stand behind somebody on a day? For whoever was remembered as endorsed once, any word for the same lock
 * will do: words run out and are given anew, and reading never stops over it. I need nobody's word for myself.
 * @param {Core} core @param {() => Company} company
 * @returns {import("./headers.js").Behind}
 */
export const behindBy = (core, company) => (member, day) => {
	const id = toText(member.accountId);
	if (id === core.place.id) return true;
	const { known, words } = company().get(id) ?? { known: null, words: [] };
	const isRemembered = (pinOf(core, id)?.serial ?? 0) > 0;
	return words.some(
		(word) =>
			isOfLock(known?.records ?? [], word, member) &&
			isListed(core, word) &&
			(isRemembered || countsOn(word, day)),
	);
};

/** @param {KeyRecord[]} records @param {EndorsementJson} word @param {Member} member */
function isOfLock(records, word, member) {
	const joined = records.find(({ hash }) => equal(hash, member.krHash));
	const named = records.find(({ hash }) => toText(hash) === word.kr_hash);
	if (joined === undefined || named === undefined) return false;
	return newestOfLock(records, named) === newestOfLock(records, joined);
}

/** @param {Core} core @param {EndorsementJson} word */
const isListed = (core, word) =>
	core.logTrouble !== null || core.readableLog.has(core.programme.home, /** @type {any} */ (word));

/** They are remembered with the programme's word once a header took them in. @param {Core} core @param {Talk} talk */
export function rememberCompany(core, { company, conversation }) {
	for (const [id, { known, words }] of company) {
		const hasRead = conversation.headers.everyone.some((member) => toText(member) === id);
		const serial = Math.max(0, ...words.map((word) => word.serial));
		if (hasRead && (pinOf(core, id)?.serial ?? 0) < serial) remember(core, { ...known.pin, serial });
	}
}

/** The specialists a header names. @param {Header | undefined} header @returns {Member[]} */
export const specialistsIn = (header) =>
	(header?.members ?? []).filter(({ role }) => role === ROLE.SPECIALIST);
