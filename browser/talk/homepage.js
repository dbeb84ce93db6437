import { answerDue } from "./hours.js";
import { isSaid } from "./lines.js";

/**
 * What stands first on a specialist's page: who waits for longer than the reply line says, then new hellos, then people who wait for an answer, then the rest. Pure.
 * Apart from these, whoever has not met my new lock yet is listed until they have.
 * @template {{state: string, mine: string, other?: {meets?: boolean}, askedOn: number, waitingForMe: boolean, lateSince: number | null, last: {ts: number | null} | null}} R
 * @param {readonly R[]} relationships
 * @returns {{late: R[], hellos: R[], waiting: R[], rest: R[], again: R[]}}
 */
export function homepage(relationships) {
	const mine = relationships.filter(({ mine }) => mine === "specialist");
	const inTime = mine.filter(({ lateSince }) => lateSince === null);
	const hellos = inTime.filter(({ state }) => state === "asked");
	const going = inTime.filter(({ state }) => state === "active" || state === "paused");
	return {
		late: mine.filter(({ lateSince }) => lateSince !== null).sort(latestFirst),
		hellos: hellos.sort((one, other) => one.askedOn - other.askedOn),
		waiting: going.filter(({ waitingForMe }) => waitingForMe).sort(longestFirst),
		again: mine.filter(({ state, other }) => state === "active" && other?.meets === false),
		rest: going.filter(({ waitingForMe }) => !waitingForMe).sort((one, other) => longestFirst(other, one)),
	};
}

const DAY = 86_400_000;

/**
 * Since when somebody waits for a specialist's answer, if that is longer than the reply line says; else null.
 * Computed here from sealed times: the house knows days at most.
 * @param {{state: string, mine: string, asked_on: number}} relation
 * @param {{lines: readonly {from: string, ts: number | null}[], hours: import("./hours.js").ReplyHours | null, now: number, from?: number}} known `from`: no earlier moment counts, for they rested
 * @returns {number | null}
 */
export function lateSince({ state, mine, asked_on }, { lines, hours, now, from = 0 }) {
	if (mine !== "specialist" || hours === null) return null;
	const written = state === "asked" ? helloAt(lines, asked_on) : unansweredSince(lines);
	if (written === null || !["asked", "active"].includes(state)) return null;
	const since = Math.max(written, from);
	return now > answerDue(hours, since) ? since : null;
}

/** A hello that cannot be opened has its day. @param {readonly {ts: number | null}[]} lines @param {number} askedOn */
function helloAt(lines, askedOn) {
	return lines[0]?.ts ?? (askedOn + 1) * DAY;
}

/** @param {readonly {from: string, kind?: string, ts: number | null}[]} lines @returns {number | null} */
function unansweredSince(lines) {
	const said = lines.filter(isSaid);
	const mine = said.findLastIndex(({ from }) => from === "me");
	return said.slice(mine + 1).find(({ ts }) => ts !== null)?.ts ?? null;
}

/** @param {{lateSince: number | null}} one @param {{lateSince: number | null}} other */
function latestFirst(one, other) {
	return (one.lateSince ?? 0) - (other.lateSince ?? 0);
}

/** @param {{last: {ts: number | null} | null}} one @param {{last: {ts: number | null} | null}} other */
function longestFirst(one, other) {
	return (one.last?.ts ?? 0) - (other.last?.ts ?? 0);
}
