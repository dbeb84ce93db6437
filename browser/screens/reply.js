/** When someone usually answers, as one sentence or two. */
import { say } from "../words/index.js";
import { againWords, hourWords, listed } from "./days.js";

/** @typedef {import("./seen.d.ts").Reply} Reply */

/** Runs of days that have a word of their own. */
const short = new Set(["reply.every-day", "reply.weekdays", "reply.weekend"]);

/**
 * @param {Reply} reply
 * @returns {string} like "Usually answers within a day. Hours: Monday to Friday, 9:00 AM to 5:00 PM."
 */
export function replyLine(reply) {
	const { within, from, to, zone, sameZone } = reply.params;
	const first = say(`reply.within-${within}`);
	const when = say("reply.when", { days: dayWordsOf(reply), from: hourWords(from), to: hourWords(to) });
	return sameZone ? `${first} ${when}` : `${first} ${when} ${say("reply.zone", { zone: city(zone) })}`;
}

/** @param {Reply} reply the short line under a name */
export function replyShort(reply) {
	return say(`reply.within-${reply.params.within}`);
}

/**
 * @param {Reply | null | undefined} reply
 * @returns {string} when to look in again; empty when nobody can say
 */
export function lookAgain(reply) {
	const again = reply?.again ?? null;
	return again === null ? "" : againWords(again);
}

/** @param {Reply} reply */
function dayWordsOf(reply) {
	return short.has(reply.id) ? say(reply.id) : spans(reply.params.days);
}

/**
 * @param {readonly number[]} days 0 is Monday
 * @returns {string} like "Monday to Thursday and Saturday"
 */
export function spans(days) {
	/** @type {number[][]} */
	const runs = [];
	for (const day of days) {
		const run = runs.at(-1);
		if (run !== undefined && run.at(-1) === day - 1) run.push(day);
		else runs.push([day]);
	}
	return listed(runs.flatMap(runWords));
}

/**
 * @param {number[]} run
 * @returns {string[]}
 */
function runWords(run) {
	const names = run.map((day) => say(`day.${day}`));
	if (names.length < 3) return names;
	return [say("reply.span", { first: String(names[0]), last: String(names.at(-1)) })];
}

/** @param {string} zone like "America/New_York" */
export function city(zone) {
	return zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}
