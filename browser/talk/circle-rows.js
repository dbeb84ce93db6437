/**
 * What screens see of circles: rows from what the house sent, and one open circle from what its talk knows. Pure.
 * @typedef {import("./circle-shape.js").Listed} Listed
 * @typedef {import("./circle-shape.js").CircleNow} CircleNow
 * @typedef {import("./circle-shape.js").InCircle} InCircle
 * @typedef {import("./circle-standing.js").Standing} Standing
 */

import { cameHere, earlierAsks, isAsked, lastMet, stillHanded } from "./circle-earlier.js";
import { helpWords, isAboutHelp } from "./circle-helping.js";
import { quietUntil } from "./circle-quiet.js";
import { standingOf, withoutSaidAgain } from "./circle-standing.js";

const [CLIENT, SPECIALIST, HOST] = [1, 2, 6];
/** @type {Record<number, InCircle["role"]>} */
const ROLES = { [CLIENT]: "client", [SPECIALIST]: "specialist", [HOST]: "host" };

/** @param {any} row as the house sent it @param {ReadonlyMap<string, string | null>} names verified @returns {Listed} */
export const listed = ({ id, name, line, state, mine, hosts, retention, log }, names) => ({
	...{ id, name, line, state, mine, keptMonths: retention, conv: log?.conv ?? null },
	hosts: hosts.map((/** @type {string} */ accountId) => ({ accountId, name: names.get(accountId) ?? null })),
});

/**
 * How a circle stands, from its talk.
 * @param {import("./conversation.js").Conversation & {stood?: import("./circle-stood.js").Stood}} talk @param {string} me
 * @returns {Standing}
 */
export const standingIn = (talk, me) => judged(talk, me).standing;

/** Its lines with how it stands by them. @param {import("./conversation.js").Conversation & {stood?: import("./circle-stood.js").Stood}} talk @param {string} me */
function judged(talk, me) {
	const { lines, stood } = talk;
	return { lines, standing: standingOf(lines, whoIn(talk, me), stood) };
}

/** Who leads and who is in it, as its headers say. @param {Pick<import("./conversation.js").Conversation, "known">} talk @param {string} me */
export function whoIn({ known: { circle } }, me) {
	const members = (circle?.members ?? []).map(({ account_id }) => account_id);
	return { me, led: circle?.led ?? [], members };
}

/**
 * @param {number} id
 * @param {import("./conversation.js").Conversation} talk
 * @param {{me: string, draft: string, trouble: string | null, blocked: ReadonlySet<string>, unseen?: readonly string[], at: number, keptBack: CircleNow["keptBack"], earlier: CircleNow["earlier"]}} beside
 * @returns {CircleNow}
 */
export function circleNow(id, talk, { me, draft, trouble, blocked, unseen = [], at, keptBack, earlier }) {
	const { known, conv, catching, older } = talk;
	const who = whoIn(talk, me);
	const found = judged(talk, me);
	const { standing } = found;
	const all = /** @type {readonly any[]} */ (linesFor(talk, me, blocked, found));
	const asks = earlierAsks(all, { ...who, at });
	const lines = all.filter(isAsked(asks));
	const people = peopleOf(talk, standing, me);
	const { agreement } = standing;
	return Object.freeze({
		...{ id, conv, lines, draft, trouble, catching, older, people },
		...{
			canWrite: known.canWrite,
			cannot: isNotYetNamed(talk, me) ? "not-yet" : known.cannot,
			stopped: known.stopped,
		},
		iLead: people.some(({ isMe, role }) => isMe && role === "host"),
		iHelp: people.some(({ isMe, help }) => isMe && help === "helps"),
		asksMe: askedBy(standing, me),
		called: standing.names.get(me) ?? null,
		agreement,
		mustAccept: agreement !== null && !agreement.accepted.includes(me),
		round: standing.round,
		meeting: standing.meeting,
		welcomed: [...standing.welcomed],
		asks: asks.filter(({ to }) => !blocked.has(to)),
		earlier: stillHanded(earlier, lines),
		...{ came: cameHere(all, who), lastMet: lastMet(all) },
		unseen,
		...{ quiet: standing.quiet, quietUntil: quietUntil(standing.quiet, at), keptBack },
	});
}

/** Let in by the house, and in no header yet: whoever let them in was cut off, and nothing is here for them. @param {Pick<import("./conversation.js").Conversation, "known" | "catching">} talk @param {string} me */
export const isNotYetNamed = ({ catching, known: { cannot, circle } }, me) =>
	!catching && cannot === "closed" && circle?.members.some(({ account_id }) => account_id === me) !== true;

/** Whose lines I do not see. @param {readonly any[]} relationships as the house sent them @returns {ReadonlySet<string>} */
export const blockedIn = (relationships) =>
	new Set(relationships.filter(({ blocked }) => blocked === true).map(({ other }) => other.account_id));

/** Nobody sees lines of whom they blocked, nor what was not their writer's to say. @param {import("./conversation.js").Conversation} talk @param {string} me @param {ReadonlySet<string>} blocked */
export function linesFor(talk, me, blocked, { lines, standing } = judged(talk, me)) {
	const iLead = talk.known.circle?.led.at(-1)?.hosts.includes(me) ?? false;
	const { denied } = standing;
	const seen = lines.filter(
		(line) => !blocked.has(line.by ?? "") && !denied.has(line) && isAboutHelp(line, { me, iLead }),
	);
	return Object.freeze(withoutSaidAgain(seen));
}

/** Who asks me to help host; null where nobody does. @param {Standing} standing @param {string} me */
function askedBy({ helping }, me) {
	const asked = helping.get(me);
	return asked !== undefined && helpWords(asked) === "asked" && asked.isTold ? asked.by : null;
}

/** Everybody who is or was in it; an endorsed name stands before what somebody calls themselves. @param {import("./conversation.js").Conversation} talk @param {Standing} standing @param {string} me @returns {InCircle[]} */
function peopleOf({ known: { circle, readers } }, { names, helping }, me) {
	const roles = new Map((circle?.members ?? []).map(({ account_id, role }) => [account_id, role]));
	const everyone = [{ account_id: me, name: null, reads: roles.has(me) }, ...readers];
	// Whoever said that they go is here no more, though the key without them comes with the next words.
	const goes = new Set(circle?.leaving ?? []);
	return everyone.map(({ account_id, name, reads }) => ({
		accountId: account_id,
		name: name ?? names.get(account_id) ?? null,
		role: ROLES[roles.get(account_id) ?? CLIENT] ?? "client",
		isMe: account_id === me,
		isHere: reads && !goes.has(account_id),
		help: roles.get(account_id) === HOST ? null : helpWords(helping.get(account_id)),
	}));
}
