import { keptIn } from "../crypto/kept.js";
import { answerDue } from "./hours.js";
import { isSaid } from "./lines.js";

/**
 * A relationship on its way: a pause, how long it is meant to last, a way back, somebody who does not answer. Pure.
 * @typedef {{by: "you" | "them" | "programme", since_on: number, until_on: number, chosen: boolean, over_on: number | null}} PauseRow
 * @typedef {{ends_on: number | null, by: "you" | "them", wish: {by: "you" | "them", ends_on: number | null} | null, remind: 4 | 2 | 1 | 0 | null}} PlanRow
 * @typedef {{by: "you" | "them" | "programme" | "no-day", since: number, until: number, chosen: boolean, over: number | null}} Pause
 * @typedef {{endsOn: number | null, by: "you" | "them", wish: {by: "you" | "them", endsOn: number | null} | null, remind: 4 | 2 | 1 | 0 | null}} Plan
 * @typedef {{mine: boolean, both: boolean, until: number}} WayBack
 * @typedef {"silent" | "lapsed" | null} Missing
 * @typedef {import("./relationships.js").Relation} Relation
 */

const DAY = 86_400_000;
/** In days: a pause of the programme that is longer has no end to speak of. */
const A_YEAR = 365;
/** So much longer than they said they need: then it is told, and what can be done. */
const SILENT = 14 * DAY;

/**
 * @param {Relation} relation
 * @param {{conversation: import("./conversation.js").Conversation | null, reply: import("./hours.js").ReplyHours | null, now: number}} known
 */
export function lifeView(relation, { conversation, reply, now }) {
	const { ended_how, pause, plan, way_back, blocked, state, away } = relation;
	const lines = conversation?.lines ?? [];
	return {
		keptMonths: keptIn(relation.promise),
		endedHow: ended_how ?? null,
		blocked: blocked === true,
		pause: pause === undefined ? null : pauseOf(pause),
		isBack: state === "active" && isOverUnanswered(pause, lines),
		plan: plan === undefined ? null : planOf(plan),
		wayBack: way_back === undefined ? null : wayBackOf(way_back),
		away: away === undefined ? null : awayOf(away),
		missing: missing(relation, { lines, cannot: conversation?.known.cannot ?? null, reply, now }),
	};
}

/** What was written before a pause waits from its end. @param {Relation} relation @returns {number} a moment */
export function waitedFrom({ pause }) {
	return pause?.over_on == null ? 0 : pause.over_on * DAY;
}

/**
 * Is the specialist not there? Told to a client whom nobody answered for two weeks longer than the reply line says, or
 * whose specialist the programme no longer stands behind.
 * @param {Relation} relation
 * @param {{lines: readonly {from: string, ts: number | null}[], cannot: string | null, reply: import("./hours.js").ReplyHours | null, now: number}} known
 * @returns {Missing}
 */
export function missing(relation, { lines, cannot, reply, now }) {
	if (relation.mine !== "client" || relation.state !== "active") return null;
	if (cannot === "programme-lapsed") return "lapsed";
	const since = unansweredSince(lines);
	if (since === null) return null;
	const from = Math.max(since, waitedFrom(relation));
	const due = reply === null ? from : answerDue(reply, from);
	return now > due + SILENT ? "silent" : null;
}

/** @param {readonly {from: string, kind?: string, ts: number | null}[]} lines */
function unansweredSince(lines) {
	const said = lines.filter(isSaid);
	const theirs = said.findLastIndex(({ from }) => from === "them");
	return said.slice(theirs + 1).find(({ ts }) => ts !== null)?.ts ?? null;
}

/** A pause ended, and nobody has written since. @param {PauseRow | undefined} pause @param {readonly {kind?: string, ts: number | null}[]} lines */
function isOverUnanswered(pause, lines) {
	if (pause == null || pause.over_on === null) return false;
	const over = pause.over_on * DAY;
	return !lines.filter(isSaid).some(({ ts }) => ts !== null && ts >= over);
}

/** @param {PauseRow} row @returns {Pause} */
const pauseOf = ({ by, since_on, until_on, chosen, over_on }) => {
	const isOpen = by === "programme" && until_on - since_on > A_YEAR;
	return Object.freeze({
		by: isOpen ? "no-day" : by,
		since: since_on,
		until: until_on,
		chosen,
		over: over_on,
	});
};

/** @param {PlanRow} row @returns {Plan} */
const planOf = ({ ends_on, by, wish, remind }) =>
	Object.freeze({
		...{ endsOn: ends_on, by, remind },
		wish: wish === null ? null : Object.freeze({ by: wish.by, endsOn: wish.ends_on }),
	});

/** @param {{mine: boolean, both: boolean, until_on: number}} row @returns {WayBack} */
const wayBackOf = ({ mine, both, until_on }) => Object.freeze({ mine, both, until: until_on });

/** @param {{from_on: number, back_on: number, cover: string | null}} row */
const awayOf = ({ from_on, back_on, cover }) => Object.freeze({ from: from_on, back: back_on, cover });
