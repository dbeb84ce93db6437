/** A circle's quiet hours, in words and in fields. Pure. */
import { say } from "../words/index.js";
import { clockWords, hourWords } from "./days.js";
import { zoneWords } from "./meet-words.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */

const HOUR = 60;

/** Until when nobody gets a note; empty where it is not quiet now. @param {CircleNow} now */
export const quietNowWords = ({ quietUntil }) =>
	quietUntil === null ? "" : say("circle.quiet-now", { time: clockWords(quietUntil) });

/** By the clock of their own zone; empty where a circle has none. @param {CircleNow} now */
export const quietWords = ({ quiet }) =>
	quiet === null ? "" : say("circle.quiet-hours", { ...fromTill(quiet), zone: zoneWords(quiet.zone) });

/** @param {{from: number, till: number}} minutes of the day */
export const fromTill = ({ from, till }) => ({
	from: hourWords(timeIn(from)),
	till: hourWords(timeIn(till)),
});

/** @param {number} minute of a day @returns {string} like 22:05 */
export function timeIn(minute) {
	const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
	return `${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`;
}

/** @param {string | undefined} written like 22:05 */
export function minuteIn(written) {
	const [hour = 0, minute = 0] = (written ?? "").split(":").map(Number);
	return hour * HOUR + minute;
}
