// What a circle does with more than words: its agreement, what one is called, rounds, meetings, who helps host, a welcome, a line behind its notes
// (envelope.md, section 8). Whether its sender may is judged by whoever reads it: a host, or who helps host.

import { fromText } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { checkNotes, checkText } from "../story.js";
import { fieldsOf } from "../strict-json.js";

/** 1 set for a time, 2 opened, 3 closed, 4 called off. */
export const MEETING = Object.freeze({ SET: 1, OPENED: 2, CLOSED: 3, CALLED_OFF: 4 });
const LONGEST = Object.freeze({
	agreement: 4_000,
	called: 40,
	round: 500,
	meeting: 2_000,
	welcome: 500,
	line: 8_000,
	zone: 64,
});
const [LEAST_IN_A_ROUND, MOST_IN_A_ROUND] = [1, 50];
const LAST_MINUTE = 1_439;
/** The last millisecond of the year 9999. */
const LAST_MS = 253_402_300_799_999;

/** @param {Record<string, any>} card */
export function checkAgreement(card) {
	const { ver, words } = fieldsOf(card, { ver: "int", words: "text" });
	checkVersion(ver);
	checkText(words, { least: 1, most: LONGEST.agreement });
}

/** @param {Record<string, any>} card */
export const checkAccepts = (card) => checkVersion(fieldsOf(card, { ver: "int" }).ver);

/** @param {Record<string, any>} card */
export function checkCalled(card) {
	checkText(fieldsOf(card, { name: "text" }).name, { least: 1, most: LONGEST.called });
}

/** Everybody in it once, in the order in which they are asked. @param {Record<string, any>} card */
export function checkRound(card) {
	const { of, order, words } = fieldsOf(card, { of: "text", order: "list", words: "text" });
	fromText(of, 16);
	for (const one of order) fromText(one, 16);
	const isFit = order.length >= LEAST_IN_A_ROUND && order.length <= MOST_IN_A_ROUND;
	if (!isFit || new Set(order).size !== order.length) throw new Refusal("malformed", "order");
	checkText(words, { most: LONGEST.round });
}

/** @param {Record<string, any>} card */
export function checkPass(card) {
	fromText(fieldsOf(card, { of: "text" }).of, 16);
}

/** A host ends one person's turn, or the round; lines of before 0162 name nobody. @param {Record<string, any>} card */
export function checkNextTurn(card) {
	const { of, over, who } = fieldsOf(card, { of: "text", over: "yes-no", who: "text?" });
	fromText(of, 16);
	if (who === undefined) return;
	fromText(who, 16);
	if (over) throw new Refusal("malformed", "who");
}

/** @param {Record<string, any>} card */
export function checkMeeting(card) {
	const { at, of, step, words } = fieldsOf(card, { at: "int", of: "text", step: "int", words: "text" });
	fromText(of, 16);
	if (!Object.values(MEETING).includes(step)) throw new Refusal("malformed", "step");
	if (at > LAST_MS) throw new Refusal("malformed", "at");
	checkText(words, { most: LONGEST.meeting });
}

/** @param {Record<string, any>} card */
export function checkWelcome(card) {
	const { to, words } = fieldsOf(card, { to: "text", words: "text" });
	fromText(to, 16);
	checkText(words, { least: 1, most: LONGEST.welcome });
}

/** A host asks somebody to help host, or ends it. @param {Record<string, any>} card */
export function checkHelper(card) {
	const { of, to } = fieldsOf(card, { of: "text", on: "yes-no", to: "text" });
	for (const one of [of, to]) fromText(one, 16);
}

/** Whoever was asked says yes or no. @param {Record<string, any>} card */
export function checkHelps(card) {
	fromText(fieldsOf(card, { of: "text", yes: "yes-no" }).of, 16);
}

/** From one minute of the day till another, on the wall of one zone; the same twice: none. @param {Record<string, any>} card */
export function checkQuiet(card) {
	const { from, till, zone } = fieldsOf(card, { from: "int", till: "int", zone: "text" });
	if (from > LAST_MINUTE || till > LAST_MINUTE) throw new Refusal("malformed", "minute");
	checkText(zone, { least: 1, most: LONGEST.zone });
}

/** Whether somebody who came may read what was said since a moment. @param {Record<string, any>} card */
export function checkEarlier(card) {
	const { of, since, to } = fieldsOf(card, { of: "text", since: "int", to: "text" });
	for (const one of [of, to]) fromText(one, 16);
	if (since > LAST_MS) throw new Refusal("malformed", "since");
}

/** As circle-earlier.js seals them. */
const EARLIER_SIZES = [1_209, 4_281, 16_569];

/** @param {Record<string, any>} card */
export function checkEarlierWords(card) {
	const { box, of } = fieldsOf(card, { box: "text", of: "text" });
	fromText(of, 16);
	if (!EARLIER_SIZES.includes(fromText(box).length)) throw new Refusal("malformed", "box");
}

/** Words behind what they touch on. @param {Record<string, any>} card */
export function checkLine(card) {
	const { notes, own, said } = fieldsOf(card, { notes: "list", own: "text", said: "text" });
	checkNotes(notes, own);
	if (notes.length === 0 && own === "") throw new Refusal("malformed", "notes");
	checkText(said, { least: 1, most: LONGEST.line });
}

/** @param {number} ver */
function checkVersion(ver) {
	if (ver < 1 || ver > 9_999) throw new Refusal("malformed", "ver");
}
