/**
 * Screens that most visits never open: each is fetched when somebody goes there, one row each.
 * A row says how its element is fetched, how it is drawn, and the word that says where one is.
 */

import { html } from "../vendor/lit.js";

/** @typedef {{bring: () => Promise<unknown>, draw: import("./places.js").Drawing, step: string | null}} Seldom */

/** @type {Readonly<Record<string, Seldom>>} */
export const seldom = Object.freeze({
	check: {
		bring: () => import("./check.js"),
		draw: (r, v, p) => html`<room-check .room=${r} .view=${v} .place=${p}></room-check>`,
		step: "check.step",
	},
	checks: {
		bring: () => import("./checks.js"),
		draw: (r, v, p) => html`<room-checks .room=${r} .view=${v} .place=${p}></room-checks>`,
		step: "check.step",
	},
});
