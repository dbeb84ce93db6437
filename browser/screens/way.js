/** Which screen a person sees: from where they stand and where they want to be. Pure. */

/** @typedef {import("./seen.d.ts").View} View */
/** @typedef {import("./seen.d.ts").Place} Place */
/** @typedef {import("./seen.d.ts").Relationship} Relationship */

/** Doors that leave no choice of screen. */
const closedDoors = new Set(["starting", "unreachable", "too-old", "no-wasm", "left"]);

const outside = new Set(["come-in", "come-back", "spare", "neither"]);
const anyoneInside = [
	..."mine place own-device passkey way-change along new-lock bring close-place talk see told".split(" "),
	..."reach wall more rest length goodbye gone hand promise compare not-right wrong person".split(" "),
	..."check checks vows meets pack notebook kept-notes stories story page search times find-time library".split(
		" ",
	),
	..."library-story library-own library-tell ripple around certificates circles circle".split(" "),
	..."circle-talk circle-more circle-agreement circle-letters circle-story concern concerns".split(" "),
	..."concern-one measure notes hints".split(" "),
];
const clients = new Set([
	...anyoneInside,
	..."invited wishes choose people hello waiting tell house-rules path bad-plan bad-day".split(" "),
	..."not-safe diary bill".split(" "),
]);
const specialists = new Set([
	...anyoneInside,
	..."home hello-in danger listening mirror draft path-shown invites seat profile hours".split(" "),
	..."answering join debrief carrying practice practice-talk practice-story practice-unit bills".split(" "),
	..."circle-begin thinking thinking-one wellbeing".split(" "),
]);

/**
 * @param {View} view
 * @param {Place | null} wanted
 * @returns {Place}
 */
export function placeFor(view, wanted) {
	if (closedDoors.has(view.door)) return { screen: "plain", id: view.door };
	if (wanted?.screen === "linked") return wanted;
	if (view.door === "renewing") return { screen: "renew" };
	if (view.door === "closed") return { screen: "closed" };
	if (opensHere(view, wanted)) return { screen: "open-here" };
	if (view.door === "locked" && wanted?.screen === "come-back") return { screen: "locked" };
	if (view.door === "locked") return allowed(new Set(["spare", "neither"]), wanted) ?? { screen: "locked" };
	if (view.door === "outside") return allowed(outside, wanted) ?? { screen: "come-in" };
	return allowed(worksHere(view) ? specialists : clients, wanted) ?? standing(view);
}

/**
 * On one's own device the device opens, unless the person chose another way on this page (which then has an id).
 * @param {View} view
 * @param {Place | null} wanted
 */
function opensHere({ door, device }, wanted) {
	if (!device || (door !== "outside" && door !== "locked")) return false;
	return (
		!["come-back", "come-in", "spare", "neither"].includes(wanted?.screen ?? "") || isFromAddress(wanted)
	);
}

/** @param {Place | null} wanted */
const isFromAddress = (wanted) =>
	["come-back", "come-in"].includes(wanted?.screen ?? "") &&
	wanted?.id === undefined &&
	wanted?.link === undefined;

/** @param {View} view */
const worksHere = ({ me }) => me !== null && (me.isSpecialist || me.joining || me.onlySupervises);

/**
 * @param {Set<string>} screens
 * @param {Place | null} wanted
 * @returns {Place | null}
 */
function allowed(screens, wanted) {
	return wanted !== null && screens.has(wanted.screen) ? wanted : null;
}

/**
 * @param {View} view
 * @returns {Place} where someone inside stands
 */
function standing(view) {
	if (view.step === "joining") return { screen: "join" };
	if (view.step === "supervising") return { screen: view.me?.isOfficer ? "concerns" : "told" };
	if (view.step === "home") return { screen: "home" };
	if (view.step === null) return { screen: "plain", id: "starting" };
	const open = openAsk(view.relationships);
	if (open !== null) return { screen: "waiting", id: open.id };
	const talk = newestTalk(view.relationships);
	if (view.step === "talking" && talk !== null) return { screen: "talk", id: talk };
	if (cameByLink(view)) return { screen: "invited" };
	return view.relationships.length > 0 ? { screen: "mine" } : { screen: "wishes" };
}

/** Who came by a link stands before whoever made it. @param {View} view */
const cameByLink = ({ invite, step }) => step === "finding" && invite != null && invite.state !== "gone";

/**
 * @param {readonly Relationship[]} relationships
 * @returns {Relationship | null}
 */
function openAsk(relationships) {
	return relationships.find((one) => one.state === "asked" && one.mine === "client") ?? null;
}

/**
 * @param {readonly Relationship[]} relationships
 * @returns {string | null} the conversation
 */
function newestTalk(relationships) {
	return relationships.find((one) => ["active", "paused"].includes(one.state))?.conv ?? null;
}
