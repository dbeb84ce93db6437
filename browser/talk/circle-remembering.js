import { besideConv } from "./circle-beside.js";
import { standingIn } from "./circle-rows.js";
import { CircleSays } from "./circle-says.js";
import { hasRoom, stoodIn, stoodNow, textOf } from "./circle-stood.js";
import { today } from "./clock.js";

/**
 * How each circle stood when it was looked at last, sealed with what is begun: a long one opens from there.
 * Where it does not fit, a circle is read from where one came, as before.
 * @typedef {import("./circle-talk.js").CircleTalk} CircleTalk
 */

const SPECIALIST = 2;

export class CircleRemembering {
	#inside;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {string} conv @param {number} months for which lines are kept */
	of(conv, months) {
		const text = this.#inside.drafts.of(keyOf(conv));
		return stoodIn(text, { today: today(this.#inside.given.clock), months });
	}

	/** Somebody looks away from it. @param {CircleTalk} talk */
	keep(talk) {
		const { known, conv, catching, stood, lines } = talk;
		const { circle, stopped, cannot, head } = known;
		const isWhole = talk.older === "none" || stood.n > 0;
		if (circle === null || stopped !== null || cannot !== null || catching || !isWhole) return;
		const me = this.#inside.me.account_id;
		const standing = standingIn(talk, me);
		const mine = circle.members.find(({ account_id }) => account_id === me);
		const hasName = standing.names.has(me) || (mine !== undefined && mine.role >= SPECIALIST);
		const { owed } = new CircleSays(talk, me);
		const now = stoodNow({ head, lines, standing, stood, owed, me, hasName });
		if (now === null) return;
		talk.stood = now;
		const members = circle.members.map(({ account_id }) => account_id);
		const text = textOf(now, members);
		const { drafts } = this.#inside;
		const fits = text !== "" && hasRoom(drafts.sizeWith(keyOf(conv), text));
		this.#inside.draft(keyOf(conv), fits ? text : "");
	}
}

const keyOf = besideConv("circle: as it was");
