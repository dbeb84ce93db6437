// Cards: what stands in a talk as more than words (envelope.md, section 8). Each type has a file in `cards/` and a row here.

import { checkBadDay } from "./cards/bad-day.js";
import { checkCheck } from "./cards/check.js";
import {
	checkAccepts,
	checkAgreement,
	checkCalled,
	checkEarlier,
	checkEarlierWords,
	checkHelper,
	checkHelps,
	checkLine,
	checkMeeting,
	checkNextTurn,
	checkPass,
	checkQuiet,
	checkRound,
	checkWelcome,
} from "./cards/circle.js";
import { checkMeet } from "./cards/meet.js";
import { checkAdded, checkNote } from "./cards/note.js";
import { checkSafeLine } from "./cards/safe-line.js";
import { checkAnswer, checkOffer, checkOpened, checkShared, checkWithdrawn } from "./cards/story.js";
import { checkThanks } from "./cards/thanks.js";
import { Refusal } from "./refusal.js";

/** @typedef {{t: string} & Record<string, any>} Card as screens write and read it: its type and its own fields, never `t` twice */

/** What each type may hold: refuses with "malformed". @type {Readonly<Record<string, (card: Record<string, any>) => void>>} */
const CHECKS = Object.freeze({
	"bad-day": checkBadDay,
	check: checkCheck,
	"circle-accepts": checkAccepts,
	"circle-agreement": checkAgreement,
	"circle-called": checkCalled,
	"circle-earlier": checkEarlier,
	"circle-earlier-words": checkEarlierWords,
	"circle-helper": checkHelper,
	"circle-helps": checkHelps,
	"circle-line": checkLine,
	"circle-meeting": checkMeeting,
	"circle-next": checkNextTurn,
	"circle-pass": checkPass,
	"circle-quiet": checkQuiet,
	"circle-round": checkRound,
	"circle-welcome": checkWelcome,
	meet: checkMeet,
	"note-added": checkAdded,
	"note-agreed": checkNote,
	"note-draft": checkNote,
	"ripple-thanks": checkThanks,
	"safe-line": checkSafeLine,
	"story-answer": checkAnswer,
	"story-offer": checkOffer,
	"story-opened": checkOpened,
	"story-shared": checkShared,
	"story-withdrawn": checkWithdrawn,
});

/** @param {string} t */
export const isCard = (t) => Object.hasOwn(CHECKS, t);

/** @param {{t: string, card?: unknown}} body */
export function checkCard({ t, card }) {
	CHECKS[t]?.(/** @type {Record<string, any>} */ (card));
}

/** @param {Card} card @returns {{t: string, card: Record<string, any>}} as a body holds it */
export function asBody({ t, ...card }) {
	if (!isCard(t)) throw new Refusal("malformed", "card");
	return { t, card };
}

/** @param {{t: string, card?: Record<string, any>}} body @returns {{card?: Card}} for a line; nothing where it is none */
export const ofLine = ({ t, card }) => (card === undefined ? {} : { card: { t, ...card } });
