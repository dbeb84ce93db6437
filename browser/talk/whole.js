import { badDayOf } from "./one-ask.js";

/**
 * Everything a screen may see at one moment.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./view.js").InsideView} InsideView
 */

/**
 * @param {import("./front.js").Front} front
 * @param {import("./visit.js").Visit["shown"] & {passkeys: boolean}} visit what was chosen for it, and what this browser can do
 * @param {import("./one-ask.js").OneAsk} oneAsk
 * @param {import("./invited.js").Shown | null} invite
 */
export function viewOf(
	{ shown, doorway, inside, locks, own },
	{ title, onlyToday, passkeys },
	oneAsk,
	invite,
) {
	const { door, work, receipt, notices, username, line, lastOpened } = shown;
	const view = {
		...{ door, work, receipt, notices: Object.freeze(notices.map((code) => Object.freeze({ code }))) },
		...{ config: configView(doorway.config), help: doorway.help, offer: doorway.offer },
		username: username === "" ? null : username,
		lastOpened,
		invite,
		onlyToday,
		passkeys,
		title: title ?? (inside?.notes.title || null),
		notebook: inside?.notebook.seen ?? null,
		lock: lockView(locks),
		device: own.shown,
		...waysView(inside, own),
		along: inside?.along.shown ?? null,
		bringing: inside?.along.bring.shown ?? null,
		parts: inside?.parts.shown ?? NO_PARTS,
		badDay: inside === null ? false : badDayOf(inside),
		...(inside === null || door === "left" ? { ...NOTHING, line } : inside.shown(doorway.lists)),
	};
	return Object.freeze({ ...view, asks: oneAsk.of({ ...view, visits: inside?.notes.visits ?? 0 }) });
}

/** @type {Readonly<Record<string, any>>} */
const NO_PARTS = Object.freeze({});

/** @type {InsideView} */
const NOTHING = Object.freeze({
	line: "off",
	me: null,
	step: null,
	finding: null,
	relationships: [],
	invites: [],
	home: null,
	listening: false,
	hints: false,
});

/** @param {Inside | null} inside @param {import("./own.js").Own} own */
function waysView(inside, own) {
	const changes = (inside?.me.changes ?? []).map((/** @type {any} */ one) =>
		Object.freeze({ slotId: one.slot_id, kind: KINDS[one.kind - 1], type: one.type, dueOn: one.due_on }),
	);
	return {
		ways: inside === null ? [] : own.ways,
		changes: Object.freeze(changes),
		offerOwn: inside !== null && own.mayOffer,
	};
}

/** @type {readonly ("add" | "remove" | "words" | "along" | "lock")[]} */
const KINDS = ["add", "remove", "words", "along", "lock"];

/** @param {import("../vault/locks.js").Locks | null} locks */
function lockView(locks) {
	const { minutes, phase, warningFor } = locks ?? {
		minutes: 5,
		phase: /** @type {const} */ ("open"),
		warningFor: 60,
	};
	return Object.freeze({ minutes, phase, warningFor });
}

/** @param {import("../wire/config.js").Config | null} config */
function configView(config) {
	if (config === null) return null;
	const { programme, country, lang, langs, doorOpen, closesOn, today, retention, keeping } = config;
	const { contact, independent, leave, circles, hints, emergency } = config;
	return Object.freeze({
		...{ programme, country, lang, langs, doorOpen, closesOn, today, retention, keeping },
		...{ contact, independent, leave, circles, hints, emergency },
	});
}
