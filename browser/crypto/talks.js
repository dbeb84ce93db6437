// Open conversations of one person, each with its reader and its writer.

import { knownPerson, lockWith, remember } from "./acquaintance.js";
import { behindBy, companyOf, rememberCompany, specialistsIn } from "./company.js";
import { fromText, toText } from "./bytes.js";
import { cannotInCircle } from "./circle-company.js";
import { Conversation } from "./conversation.js";
import { checkOther } from "./audit.js";
import { memberOf } from "./epoch.js";
import { EMPTY_KEY_LOG } from "./key-log.js";
import { saidOf, withSaid } from "./notes.js";
import { Refusal } from "./refusal.js";
import { PART } from "./state.js";
import { Writer } from "./writer.js";

/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Talk} Talk */
/** @typedef {import("./merge.js").MarkRow} MarkRow */

const CLOSED_FROM = 3;

/**
 * @param {Core} core
 * @param {Omit<import("./conversation.js").About, "me" | "ekSeeds">} about
 * @param {Pick<Talk, "name" | "mine" | "rootConv" | "lock" | "specialist" | "other" | "isCircle"> & {company?: import("./company.js").Company}} who
 * @returns {Talk}
 */
export function newTalk(core, about, who) {
	const { accountId, ekSeeds, ik } = core.place;
	const company = who.company ?? new Map();
	const conversation = new Conversation({
		behind: behindBy(core, () => talk.company),
		...{ ...about, me: accountId, ekSeeds, log: logOf(core) },
	});
	const writer = new Writer(conversation, { id: accountId, ikSecret: ik.secretKey });
	conversation.reading.onOwnCount = (sc) => core.noteOwnCount(sc);
	if (core.isRolledBack) conversation.stop("state-rolled-back");
	/** @type {Talk} */
	const talk = { conversation, writer, ...who, company };
	core.talks.set(toText(about.conv), talk);
	return talk;
}

/** The list of who is who as it is known when it is asked for; null where it is in doubt. @param {Core} core */
export const logOf = (core) => () => (core.logTrouble === null ? (core.log ?? EMPTY_KEY_LOG) : null);

/** Why nothing can be written here just now, or null. @param {Core} core @param {Talk} talk */
export function cannotWrite(core, talk) {
	const { conversation, lock } = talk;
	if (conversation.stopped !== null) return "stopped";
	if (core.logTrouble !== null) return core.logTrouble;
	const apart = talk.isCircle ? cannotInCircle(core, talk) : cannotBetween(core, talk);
	if (apart !== null) return apart;
	if (conversation.mode >= CLOSED_FROM) return "closed";
	if (conversation.left !== null) return "left";
	if (!conversation.isCaughtUp || conversation.wanted !== null || !core.isOwnListed) return "catching-up";
	if (conversation.headers.newest === undefined) return "hello";
	if (memberOf(conversation.headers.newest.header, core.place.accountId) === undefined) return "closed";
	if (!conversation.agreed) return "promise";
	if (lock === "renewed") return "lock-changed";
	return conversation.headers.newest.key === null ? "locked" : null;
}

/** @param {Core} core @param {Talk} talk */
function cannotBetween(core, talk) {
	if (!isLapsed(core, talk)) return null;
	return talk.mine === "client" ? "programme-lapsed" : "own-lapsed";
}

/** Has the programme taken its word back: my own, or for one of those I would write to? @param {Core} core @param {Talk} talk */
function isLapsed({ log, place }, { conversation, specialist, mine }) {
	const now = specialistsIn(conversation.headers.newest?.header).map(({ accountId }) => accountId);
	const whose =
		mine === "client" && now.length > 0 ? now : [mine === "client" ? specialist : place.accountId];
	return whose.some((id) => log?.isTakenBack(id));
}

/**
 * The other person's keys as the house says them now, in every open conversation of this relationship. A new wrapping key
 * is remembered; another lock waits until a person decides. Keys that are not those of the list are nobody's.
 * @param {Core} core @param {import("./shapes.d.ts").RelationshipJson} r @param {import("./audit.js").Asked} how
 */
export function learnKeys(core, r, how) {
	const company = companyOf(core, r, how);
	const known = knownPerson(core, r.other, how);
	/** @type {Map<string, import("./acquaintance.js").Known>} */
	const everyone = new Map([[r.other.account_id, known]]);
	for (const [id, one] of company) everyone.set(id, one.known);
	const talks = r.conversations.flatMap(({ conv }) => core.talks.get(conv) ?? []);
	if (![...everyone.values()].every(({ records }) => areListed(core, records, how))) {
		for (const { conversation } of talks) conversation.stop("log-keys");
		return;
	}
	for (const talk of talks) {
		talk.company = company;
		for (const [id, { records }] of everyone) talk.conversation.learn(id, records);
		if (talk.conversation.wanted !== core.place.id) talk.conversation.wasAsked();
		keepLock(core, talk);
	}
	remember(core, known.pin);
}

/**
 * Whoever reads and has another lock than the one they were met with: nothing is sealed to them before a person decides.
 * Headers say who reads: so it is asked after each of them, on a new visit too.
 * @param {Core} core @param {Talk} talk
 */
export function keepLock(core, talk) {
	const { headers, about } = talk.conversation;
	const readers = headers.newest?.header.members.map(({ accountId }) => toText(accountId)) ?? [talk.other];
	const others = readers.filter((id) => id !== core.place.id && about.people.has(id));
	talk.renewed = others.find((id) => isRenewed(core, id, about.people.get(id) ?? [])) ?? null;
	talk.lock = talk.renewed === null ? "same" : "renewed";
	rememberCompany(core, talk);
}

/** Keys that do not even go on from those remembered are not the ones they were met with. @param {Core} core @param {string} id @param {import("./shapes.d.ts").KeyRecord[]} records */
function isRenewed(core, id, records) {
	try {
		return lockWith(core, id, records) === "renewed";
	} catch (refusal) {
		if (refusal instanceof Refusal) return true;
		throw refusal;
	}
}

/**
 * Whether these keys are exactly those of the list; while the list itself does not fit, nothing is sent and nothing is asked of it.
 * @param {Core} core @param {import("./shapes.d.ts").KeyRecord[]} records @param {import("./audit.js").Asked} how
 */
export function areListed(core, records, how) {
	if (core.logTrouble !== null) return true;
	try {
		checkOther(core.readableLog, records, how);
		return true;
	} catch (refusal) {
		if (!(refusal instanceof Refusal) || refusal.code !== "log-keys") throw refusal;
		return false;
	}
}

/** What somebody is called here who reads or read. @param {Core} core @param {Talk} talk @param {string} id @returns {string | null} */
export const nameOfReader = (core, talk, id) =>
	id === talk.other ? nameOf(core, talk) : (talk.company.get(id)?.name ?? null);

/** What the other person is called here. @param {Core} core @param {Talk} talk @returns {string | null} */
export const nameOf = ({ place }, { name, conversation, rootConv }) =>
	name ?? conversation.reading.helloName ?? saidOf(notesIn(place), rootConv);

/** What a hello asked to be called is kept once both have signed: later visits begin far below it. @param {Core} core @param {Talk} talk */
export function keepSaid({ place }, { mine, conversation, rootConv }) {
	const said = conversation.reading.helloName;
	if (mine !== "specialist" || said === null || !conversation.agreed) return;
	try {
		place.book.change(PART.NOTES, withSaid(notesIn(place), rootConv, said));
	} catch (refusal) {
		// Notes that are full keep what was written in them; the name is in the hello still.
		if (!(refusal instanceof Refusal) || refusal.code !== "notes-full") throw refusal;
	}
}

/** @param {import("./sealed-core.js").Place} place */
const notesIn = ({ book }) => /** @type {import("./notes.js").Notes} */ (book.part(PART.NOTES));

/** @param {MarkRow} mark */
export const pinBytes = ({ n, h, epoch, eh, counts }) => ({
	...{ n, epoch, counts },
	h: fromText(h, 32),
	eh: fromText(eh, 32),
});
