import { today } from "./clock.js";
import { asPerson } from "./finding.js";
import { companyOf, handoverView } from "./company.js";
import { lateSince } from "./homepage.js";
import { wroteJustNow } from "./hours.js";
import { lifeView, waitedFrom } from "./life.js";
import { promiseLines } from "./promise.js";
import { mayListen, shownChange } from "./promising.js";
import { isReadable, mayAskAgain, mayAskSomeoneElse, newestOf, restsUntil } from "./relationships.js";
import { RoomError } from "./trouble.js";

/**
 * From what is known inside to what screens are shown: plain and frozen.
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {import("./conversation.js").Conversation} Conversation
 * @typedef {{line: import("../wire/socket.js").LineState, me: any, step: ReturnType<typeof stepOf> | null, finding: any, relationships: readonly any[], invites: readonly any[], home: any, listening: boolean, hints: boolean}} InsideView
 * @typedef {{clock: import("./clock.js").Clock, zone: string, catalogue: import("./promise.js").Catalogue | null}} Seen
 */

/**
 * @param {Relation} relation
 * @param {{conversation: Conversation | null, verified: any, promiseBoth: boolean, promised?: import("./promising.js").Promised | null, met?: import("./inviting.js").Met | null, trouble: string | null, hours: import("./hours.js").ReplyHours | null, mineAlone: {called: string, note: string}, seen: Seen}} known
 */
export function relationshipView(
	relation,
	{ conversation, verified, promiseBoth, promised = null, met = null, trouble, hours, mineAlone, seen },
) {
	const { id, state, mine, asked_on, agreed_on, ended_on, ended_by, may_ask_again_on } = relation;
	const newest = newestOf(relation)?.conv ?? null;
	return Object.freeze({
		...{
			id: String(id),
			state,
			mine,
			askedOn: asked_on,
			agreedOn: agreed_on ?? null,
			endedOn: ended_on ?? null,
		},
		...{ endedBy: ended_by ?? null, mayAskAgainOn: may_ask_again_on ?? null },
		mayAskSomeoneElse: mayAskSomeoneElse(relation, today(seen.clock)),
		helloMissing: isHelloMissing(relation, conversation),
		other: otherView(relation, { conversation, verified, seen }),
		conv: newest,
		readable: isReadable(relation),
		mayAskAgain: mayAskAgain(relation, verified, today(seen.clock)),
		restsUntil: restsUntil(relation, today(seen.clock)),
		...{ called: mineAlone.called, note: mineAlone.note },
		earlier: relation.conversations.map(({ conv }) => conv).filter((conv) => conv !== newest),
		promise: shownPromise(promised?.holds ?? relation.promise, seen),
		change: shownChange(promised, seen.catalogue),
		mayListen: mayListen(relation, promised),
		...lifeView(relation, { conversation, reply: verified?.profile?.reply ?? null, now: seen.clock.now() }),
		promiseBoth,
		...handoverView(relation),
		met,
		waitingForMe: conversation?.last?.from === "them",
		lateSince: lateSince(relation, {
			...{ lines: conversation?.lines ?? [], hours, now: seen.clock.now() },
			from: waitedFrom(relation),
		}),
		newLines: conversation?.unseen ?? 0,
		last: conversation?.last ?? null,
		trouble,
	});
}

/**
 * @param {Conversation} conversation
 * @param {{relationship: ReturnType<typeof relationshipView>, draft: string, now: number, parcel?: ReturnType<import("./files.js").Files["of"]>}} known
 */
export function conversationView(conversation, { relationship, draft, now, parcel = null }) {
	const { known } = conversation;
	const whyNot = comingOrGoing(relationship) ?? whyNotWrite(conversation, relationship);
	const reply = relationship.other.person?.reply ?? null;
	return Object.freeze({
		conv: conversation.conv,
		relationship,
		name: relationship.other.name,
		lines: conversation.lines,
		older: conversation.older,
		catching: conversation.catching,
		canWrite: whyNot === null,
		whyNot,
		stopped: known.stopped,
		mayStartAgain:
			known.stopped !== null && relationship.mine === "client" && relationship.state === "active",
		question: whyNot === null ? conversation.question : null,
		outside: (reply?.outside ?? false) && !wroteJustNow(conversation.lines, now),
		reply,
		draft,
		parcel,
		undone: conversation.changing.undone,
		ours: known.ours,
		drafted: known.drafted,
		mends: known.mends,
		vows: known.vows,
		path: known.path,
		openings: known.openings,
		renewed: known.renewed,
		company: companyOf(known),
	});
}

const LAPSED = new Set(["programme-lapsed", "own-lapsed"]);

/** Somebody was not let in yet, or has left and was not let go of. @param {{notYet: boolean, leaving: string | null}} relationship */
const comingOrGoing = ({ notYet, leaving }) => (notYet ? "not-yet" : leaving ? "leaving" : null);

/** @param {Conversation} conversation @param {{state: string, conv: string | null}} relationship */
function whyNotWrite({ conv, known }, relationship) {
	if (known.stopped) return "stopped";
	if (relationship.state === "asked" || relationship.state === "paused") return relationship.state;
	if (relationship.state !== "active" || relationship.conv !== conv) return "ended";
	if (["promise", "lock-changed"].includes(known.cannot ?? "")) return known.cannot;
	if (LAPSED.has(known.cannot ?? "")) return known.cannot;
	if (known.cannot?.startsWith("log-")) return "list";
	return known.cannot === "left" || known.cannot === "closed" ? "ended" : null;
}

/**
 * @param {Relation} relation
 * @param {{conversation: Conversation | null, verified: any, seen: Seen}} known
 */
function otherView({ other }, { conversation, verified, seen }) {
	const now = { now: seen.clock.now(), zone: seen.zone };
	return Object.freeze({
		accountId: other.account_id,
		name: verified?.name ?? conversation?.known.name ?? null,
		person: verified ? asPerson(verified, { ...other, free: false }, now) : null,
		standsBehindUntil: verified?.until ?? null,
		lock: conversation?.known.lock ?? verified?.lock ?? "same",
		meets: conversation?.known.meets ?? true,
	});
}

/** @param {Relation} relation @param {Conversation | null} conversation */
function isHelloMissing(relation, conversation) {
	if (relation.mine !== "client" || relation.state !== "asked") return false;
	if ((newestOf(relation)?.n ?? 0) >= 2) return false;
	return (conversation?.last?.n ?? null) === null;
}

/** @param {any} promise @param {Seen} seen */
function shownPromise(promise, { catalogue }) {
	if (catalogue === null) return null;
	try {
		return promiseLines(promise, catalogue);
	} catch (error) {
		if (error instanceof RoomError) return null;
		throw error;
	}
}

/**
 * @param {{username: string, callName: string, me: any, endorsement: any, profile: any}} known
 */
export function meView({ username, callName, me, endorsement, profile }) {
	const isSpecialist = me.roles.includes(2);
	const isOfficer = me.roles.includes(5);
	const onlySupervises = (me.roles.includes(3) || isOfficer) && !isSpecialist;
	return Object.freeze({
		...{
			username,
			callName,
			roles: me.roles,
			...{ isSpecialist, onlySupervises, isOfficer },
			spareSeen: me.spare_seen,
			spareAtOnce: me.spare_at_once !== false,
			profile,
			seat: me.seat,
			atTheDesk: Object.freeze(me.at_the_desk ?? []),
			libraryNews: me.library_news === true,
			concernNews: me.concern_news === true,
		},
		hasNewLock: me.key_records.some((/** @type {any} */ { ik }) => ik !== me.key_records[0].ik),
		joining: me.wishes_specialist === true && !isSpecialist && !onlySupervises,
		standsBehindUntil: endorsement?.until ?? null,
	});
}

/**
 * Where a person stands; null until the house has said with whom they talk.
 * @param {{me: any, relationships: readonly any[], areRead: boolean}} view
 * @returns {null | "finding" | "hello-missing" | "waiting" | "talking" | "home" | "joining" | "supervising"}
 */
export function stepOf({ me, relationships, areRead }) {
	if (me.joining) return "joining";
	if (me.isSpecialist) return "home";
	if (me.onlySupervises) return "supervising";
	if (!areRead) return null;
	const current = relationships.find(
		({ mine, state }) => mine === "client" && ["asked", "active", "paused"].includes(state),
	);
	if (!current) return "finding";
	if (current.helloMissing) return "hello-missing";
	return current.state === "asked" ? "waiting" : "talking";
}
