/**
 * What stands in a talk as more than words: a row for each type says how its element is fetched and drawn.
 * An element is fetched when the first card of its type is drawn; until then the card stands empty, and a line that fails is tried
 * again with the next drawing. Each element shows whose it is, and what waits or was refused (`beside.conversation`, `line.state`).
 */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { badCard } from "./bad-card.js";
import { safeCard } from "./safe-card.js";
import { thanksCard } from "./thanks-card.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./line.js").Beside} Beside */
/** @typedef {{bring: () => Promise<unknown>, draw: (line: Line, beside: Beside) => unknown, short: (line: Line) => string}} CardRow `short`: the card in a few words, for lists and buttons */

/** What stands in a talk of a story: the words of one are in no list and on no button. @param {"answer" | "offer" | "shared"} what @returns {CardRow} */
const story = (what) => ({
	bring: () => import("./story-card.js"),
	draw: (line, beside) => html`<room-story-card .line=${line} .beside=${beside}></room-story-card>`,
	short: () => say(`stories.short-${what}`),
});

/** The note of a meeting: the talk says that there is one, and its own page holds it. @param {"added" | "agreed" | "draft"} what @returns {CardRow} */
const note = (what) => ({
	bring: () => import("./note-card.js"),
	draw: (line, beside) => html`<room-note-card .line=${line} .beside=${beside}></room-note-card>`,
	short: () => say(`notes.short-${what}`),
});

/** @type {Readonly<Record<string, CardRow>>} */
const rows = Object.freeze({
	check: {
		bring: () => import("./check-card.js"),
		draw: (line, beside) => html`<room-check-card .line=${line} .beside=${beside}></room-check-card>`,
		short: ({ card }) => say(card?.k === 2 ? "check-line.short-help" : "check-line.short"),
	},
	meet: {
		bring: () => import("./meet-card.js"),
		draw: (line, { room, view, conversation, name }) =>
			html`<room-meet-card .room=${room} .view=${view} .conversation=${conversation} .line=${line} .name=${name}></room-meet-card>`,
		short: () => say("meet.short"),
	},
	"story-answer": story("answer"),
	"story-offer": story("offer"),
	"story-shared": story("shared"),
	"note-added": note("added"),
	"note-agreed": note("agreed"),
	"note-draft": note("draft"),
	"ripple-thanks": { bring: async () => undefined, draw: thanksCard, short: () => say("thanks.short") },
	"safe-line": { bring: async () => undefined, draw: safeCard, short: () => say("unsafe.short") },
	"bad-day": { bring: async () => undefined, draw: badCard, short: () => say("bad.short") },
});
/** @type {Set<string>} */
const fetched = new Set();

/** @param {Line} line @param {Beside} beside */
export function cardDrawn(line, beside) {
	const t = line.card?.t ?? "";
	const row = rows[t];
	if (row === undefined) return html`<p class="note">${say("talk.newer-version")}</p>`;
	if (!fetched.has(t)) bring(t, row);
	return row.draw(line, beside);
}

/** @param {Line} line */
export const cardShort = (line) => rows[line.card?.t ?? ""]?.short(line) ?? "";

/** @param {string} t @param {CardRow} row */
async function bring(t, row) {
	fetched.add(t);
	try {
		await row.bring();
	} catch {
		fetched.delete(t);
	}
}
