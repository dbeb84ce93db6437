/**
 * Every screen by its name: the element that draws it, and the word that says where one is to those who listen.
 * Only the screens in front of the door come with the page; `places-inside.js` brings the others on the way in.
 */
import { html } from "../vendor/lit.js";
import "./come-back.js";
import "./come-in.js";
import "./neither.js";
import "./open-here.js";
import "./plain.js";
import "./spare.js";

/** @typedef {import("./seen.d.ts").Room} Room */
/** @typedef {import("./seen.d.ts").View} View */
/** @typedef {import("./seen.d.ts").Place} Place */
/** @typedef {(room: Room, view: View, place: Place) => unknown} Drawing */

/** @type {Record<string, [Drawing, string | null]>} */
const screens = {
	plain: [(r, v, p) => html`<room-plain .room=${r} .view=${v} .place=${p}></room-plain>`, null],
	"come-in": [
		(r, v, p) => html`<room-come-in .room=${r} .view=${v} .place=${p}></room-come-in>`,
		"step.start",
	],
	"come-back": [
		(r, v, p) => html`<room-come-back .room=${r} .view=${v} .place=${p}></room-come-back>`,
		"return.step",
	],
	locked: [(r, v, p) => html`<room-come-back .room=${r} .view=${v} .place=${p}></room-come-back>`, null],
	spare: [(r, v, p) => html`<room-spare .room=${r} .view=${v} .place=${p}></room-spare>`, "return.step"],
	neither: [
		(r, v, p) => html`<room-neither .room=${r} .view=${v} .place=${p}></room-neither>`,
		"return.step",
	],
	"open-here": [(r, v, p) => html`<room-open-here .room=${r} .view=${v} .place=${p}></room-open-here>`, null],
};

/** More screens are here now. @param {Record<string, [Drawing, string | null]>} more */
export const learnPlaces = (more) => void Object.assign(screens, more);

/**
 * @param {Room} room
 * @param {View} view
 * @param {Place} place
 */
export function drawn(room, view, place) {
	const [drawing] = screens[place.screen] ?? screens.plain ?? [() => null];
	return drawing(room, view, place);
}

/**
 * @param {string} screen
 * @returns {string | null} the id of its neutral word
 */
export function screenStep(screen) {
	return screens[screen]?.[1] ?? null;
}
