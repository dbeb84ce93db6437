/** A circle in words: who leads it, how one stands with it, whose turn it is, who agreed to what. Pure. */
import { say } from "../words/index.js";
import { clockWords, dateHeading, listed } from "./days.js";
import { today } from "./today.js";

/** @typedef {import("../talk/circle-shape.d.ts").Circles} Circles */
/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").Listed} Listed */
/** @typedef {import("../talk/circle-shape.d.ts").InCircle} InCircle */
/** @typedef {"turn" | "passed" | "spoke" | "later"} How */

/** How many letters each of these may have, as the house and the letters have them. */
export const longest = Object.freeze({
	name: 60,
	line: 200,
	called: 40,
	words: 1_000,
	said: 500,
	agreement: 4_000,
});

/** @param {Circles | undefined} circles @param {string | undefined} id */
export const circleIn = (circles, id) => circles?.circles.find((one) => String(one.id) === id) ?? null;

/** One that is open on this device. @param {Circles | undefined} circles @param {string | undefined} id */
export const openIn = (circles, id) => circles?.open[Number(id)] ?? null;

/** Those one belongs to or waits for, and those one could ask; what is over is shown to whoever was in it alone. @param {readonly Listed[]} list */
export function parted(list) {
	const isMine = (/** @type {Listed} */ { mine }) => mine !== null && mine !== "not-now";
	return { mine: list.filter(isMine), others: list.filter((one) => !isMine(one) && one.state === "open") };
}

/** @param {Listed} circle */
export function hostsWords({ hosts }) {
	const names = hosts.map(({ name }) => name ?? say("circle.somebody"));
	return names.length === 0 ? say("circles.no-hosts") : say("circles.hosts", { names: listed(names) });
}

/** How it stands with a circle for whoever looks; empty where there is nothing to say. @param {Listed} circle */
export function standsWords({ mine, state }) {
	if (state === "over") return say("circles.over");
	if (mine === "asked-to-lead") return say("circles.asks-you");
	if (state === "proposed") return say("circles.proposed");
	if (mine === "waiting" || mine === "not-now") return say(`circles.mine.${mine}`);
	if (mine !== null && state === "resting") return say("circles.resting");
	return mine === "leads" ? say("circles.mine.leads") : "";
}

/** What somebody is called here, also who went. @param {CircleNow} now @param {string | null | undefined} id an account */
export function calledIn({ people, called }, id) {
	const found = people.find(({ accountId }) => accountId === id);
	if (found?.isMe) return called ?? found.name ?? say("circle.you");
	const name = found?.name;
	return name == null || name === "" ? say("circle.somebody") : name;
}

/** Whoever reads now, the hosts first, then by name. @param {CircleNow} now */
export function peopleNow(now) {
	const rank = (/** @type {InCircle} */ { role }) => (role === "host" ? 0 : 1);
	const named = (/** @type {InCircle} */ { accountId }) => calledIn(now, accountId);
	return now.people
		.filter(({ isHere }) => isHere)
		.sort((one, other) => rank(one) - rank(other) || named(one).localeCompare(named(other)));
}

/** Somebody's row among the people. @param {CircleNow} now @param {InCircle} one */
export function personWords(now, { accountId, isMe }) {
	const name = calledIn(now, accountId);
	return isMe && now.called !== null ? say("circle.you-here", { name }) : name;
}

/** Came, and nobody has welcomed them. @param {CircleNow} now @param {InCircle} one */
export const isNew = ({ welcomed }, { accountId, isMe, role }) =>
	!isMe && role !== "host" && !welcomed.includes(accountId);

/** @param {CircleNow} now */
export const myId = ({ people }) => people.find(({ isMe }) => isMe)?.accountId ?? null;

/** Whose turn it is; empty where no round goes on. @param {CircleNow} now */
export function turnWords(now) {
	const { round } = now;
	if (round === null || round.turn === null) return "";
	return isMyTurn(now) ? say("circle.turn-you") : say("circle.turn", { name: calledIn(now, round.turn) });
}

/** Only whose turn it is may pass; a pass needs no reason. @param {CircleNow} now */
export const isMyTurn = (now) =>
	now.round !== null && now.round.turn !== null && now.round.turn === myId(now);

/** Everybody in the order of the round, and how it went for them. @param {CircleNow} now @returns {readonly {name: string, how: How}[]} */
export function roundRows(now) {
	const { round } = now;
	return (round?.order ?? []).map((id) => {
		const done = round?.done.find(({ accountId }) => accountId === id);
		/** @type {How} */
		const how = round?.turn === id ? "turn" : done === undefined ? "later" : done.passed ? "passed" : "spoke";
		return { name: calledIn(now, id), how };
	});
}

/** A round goes on and I had my turn: the air is for those who have not. @param {CircleNow} now */
export const shareTheAir = (now) =>
	now.round !== null &&
	now.round.turn !== null &&
	!isMyTurn(now) &&
	now.round.done.some(({ accountId }) => accountId === myId(now));

/** The next meeting, or the one that goes on; empty where there is none, or its day is long over. @param {CircleNow} now @param {number} moment */
export function meetingWords({ meeting }, moment) {
	if (meeting?.step === 2) return say("circle.meets");
	if (meeting?.step !== 1 || meeting.at < moment - forgotten) return "";
	return say("circle.meets-at", {
		day: dateHeading(dayOf(meeting.at), today()),
		time: clockWords(meeting.at),
	});
}

/** A set time that nobody opened is no news any more. */
const forgotten = 3 * 3_600_000;

/** @param {number} moment like 2025-06-01, where the reader is */
function dayOf(moment) {
	const at = new Date(moment);
	return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}

/** Who said yes to the agreement as it stands. @param {CircleNow} now */
export function agreedWords(now) {
	const said = peopleNow(now).filter(({ accountId }) => now.agreement?.accepted.includes(accountId));
	if (said.length === 0) return say("circle.agreed-none");
	return say("circle.agreed", { names: listed(said.map(({ accountId }) => calledIn(now, accountId))) });
}

/** What stands in the way of writing; empty where nothing does, or where its page says it. @param {CircleNow} now */
export function cannotWords({ canWrite, cannot, mustAccept }) {
	if (canWrite || mustAccept) return "";
	const known = why[cannot ?? ""];
	if (cannot === "catching-up") return say("circle.catching");
	return say(known === undefined ? "circle.cannot" : `circle.cannot.${known}`);
}

/** The core's words for it, and ours. @type {Record<string, string>} */
const why = { "circle-over": "over", closed: "over", left: "left", stopped: "stopped", "not-yet": "not-yet" };
