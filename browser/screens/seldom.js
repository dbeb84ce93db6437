/**
 * Screens that most visits never open: each is fetched when somebody goes there, one row each.
 * A row says how its element is fetched, how it is drawn, and the word that says where one is.
 */
import { html } from "../vendor/lit.js";

/** @typedef {{bring: () => Promise<unknown>, draw: import("./places.js").Drawing, step: string | null}} Seldom */

/** Pages of circles come together. @type {Seldom} */
const circles = {
	bring: () => import("./circle-pages.js"),
	draw: (r, v, p) => html`<room-circle-pages .room=${r} .view=${v} .place=${p}></room-circle-pages>`,
	step: "circles.step",
};

/** @type {Readonly<Record<string, Seldom>>} */
export const seldom = Object.freeze({
	"house-rules": {
		bring: () => import("./house-rules.js"),
		draw: (r, v) => html`<room-house-rules .room=${r} .view=${v}></room-house-rules>`,
		step: "rules.title",
	},
	reach: {
		bring: () => import("./reach.js"),
		draw: (r, v, p) => html`<room-reach .room=${r} .view=${v} .place=${p}></room-reach>`,
		step: "place.step",
	},
	listening: {
		bring: () => import("./listening.js"),
		draw: (r, v, p) => html`<room-listening .room=${r} .view=${v} .place=${p}></room-listening>`,
		step: "listening.step",
	},
	hints: {
		bring: () => import("./hints.js"),
		draw: (r, v) => html`<room-hints .room=${r} .view=${v}></room-hints>`,
		step: "place.step",
	},
	mirror: {
		bring: () => import("./mirror.js"),
		draw: (r, v, p) => html`<room-mirror .room=${r} .view=${v} .place=${p}></room-mirror>`,
		step: "talk.step",
	},
	check: {
		bring: () => import("./check.js"),
		draw: (r, v, p) => html`<room-check .room=${r} .view=${v} .place=${p}></room-check>`,
		step: "check.step",
	},
	pack: {
		bring: () => import("./pack.js"),
		draw: (r, v, p) => html`<room-pack .room=${r} .view=${v} .place=${p}></room-pack>`,
		step: "pack.step",
	},
	checks: {
		bring: () => import("./checks.js"),
		draw: (r, v, p) => html`<room-checks .room=${r} .view=${v} .place=${p}></room-checks>`,
		step: "check.step",
	},
	times: {
		bring: () => import("./times.js"),
		draw: (r, v, p) => html`<room-times .room=${r} .view=${v} .place=${p}></room-times>`,
		step: "times.step",
	},
	"find-time": {
		bring: () => import("./find-time.js"),
		draw: (r, v, p) => html`<room-find-time .room=${r} .view=${v} .place=${p}></room-find-time>`,
		step: "find.step",
	},
	answering: {
		bring: () => import("./answering.js"),
		draw: (r, v, p) => html`<room-answering .room=${r} .view=${v} .place=${p}></room-answering>`,
		step: "hours.step",
	},
	hours: {
		bring: () => import("./hours.js"),
		draw: (r, v, p) => html`<room-hours .room=${r} .view=${v} .place=${p}></room-hours>`,
		step: "hours.step",
	},
	"not-right": {
		bring: () => import("./not-right.js"),
		draw: (r, v, p) => html`<room-not-right .room=${r} .view=${v} .place=${p}></room-not-right>`,
		step: "talk.step",
	},
	vows: {
		bring: () => import("./vows.js"),
		draw: (r, v, p) => html`<room-vows .room=${r} .view=${v} .place=${p}></room-vows>`,
		step: "talk.step",
	},
	meets: {
		bring: () => import("./meets.js"),
		draw: (r, v, p) => html`<room-meets .room=${r} .view=${v} .place=${p}></room-meets>`,
		step: "talk.step",
	},
	practice: {
		bring: () => import("./practice.js"),
		draw: (r, v, p) => html`<room-practice .room=${r} .view=${v} .place=${p}></room-practice>`,
		step: "practice.step",
	},
	"practice-talk": {
		bring: () => import("./practice-talk.js"),
		draw: (r, v, p) => html`<room-practice-talk .room=${r} .view=${v} .place=${p}></room-practice-talk>`,
		step: "practice.step",
	},
	"practice-story": {
		bring: () => import("./practice-story.js"),
		draw: (r, v, p) => html`<room-practice-story .room=${r} .view=${v} .place=${p}></room-practice-story>`,
		step: "practice.step",
	},
	"practice-unit": {
		bring: () => import("./practice-unit.js"),
		draw: (r, v, p) => html`<room-practice-unit .room=${r} .view=${v} .place=${p}></room-practice-unit>`,
		step: "practice.step",
	},
	stories: {
		bring: () => import("./stories.js"),
		draw: (r, v, p) => html`<room-stories .room=${r} .view=${v} .place=${p}></room-stories>`,
		step: "stories.step",
	},
	story: {
		bring: () => import("./story.js"),
		draw: (r, v, p) => html`<room-story .room=${r} .view=${v} .place=${p}></room-story>`,
		step: "stories.step",
	},
	concern: {
		bring: () => import("./concern.js"),
		draw: (r, v, p) => html`<room-concern .room=${r} .view=${v} .place=${p}></room-concern>`,
		step: "concern.step",
	},
	concerns: {
		bring: () => import("./concerns.js"),
		draw: (r, v, p) => html`<room-concerns .room=${r} .view=${v} .place=${p}></room-concerns>`,
		step: "concern.step",
	},
	"concern-one": {
		bring: () => import("./concern-one.js"),
		draw: (r, v, p) => html`<room-concern-one .room=${r} .view=${v} .place=${p}></room-concern-one>`,
		step: "concern.step",
	},
	measure: {
		bring: () => import("./measure.js"),
		draw: (r, v, p) => html`<room-measure .room=${r} .view=${v} .place=${p}></room-measure>`,
		step: "concern.step",
	},
	ripple: {
		bring: () => import("./ripple.js"),
		draw: (r, v, p) => html`<room-ripple .room=${r} .view=${v} .place=${p}></room-ripple>`,
		step: "place.step",
	},
	certificates: {
		bring: () => import("./certificates.js"),
		draw: (r, v, p) => html`<room-certificates .room=${r} .view=${v} .place=${p}></room-certificates>`,
		step: "place.step",
	},
	thinking: {
		bring: () => import("./thinking.js"),
		draw: (r, v, p) => html`<room-thinking .room=${r} .view=${v} .place=${p}></room-thinking>`,
		step: "thinking.step",
	},
	"thinking-one": {
		bring: () => import("./thinking-one.js"),
		draw: (r, v, p) => html`<room-thinking-one .room=${r} .view=${v} .place=${p}></room-thinking-one>`,
		step: "thinking.step",
	},
	debrief: {
		bring: () => import("./debrief.js"),
		draw: (r, v, p) => html`<room-debrief .room=${r} .view=${v} .place=${p}></room-debrief>`,
		step: "seat.step",
	},
	wellbeing: {
		bring: () => import("./wellbeing.js"),
		draw: (r, v, p) => html`<room-wellbeing .room=${r} .view=${v} .place=${p}></room-wellbeing>`,
		step: "seat.step",
	},
	carrying: {
		bring: () => import("./carrying.js"),
		draw: (r, v, p) => html`<room-carrying .room=${r} .view=${v} .place=${p}></room-carrying>`,
		step: "seat.step",
	},
	around: {
		bring: () => import("./around.js"),
		draw: (r, v, p) => html`<room-around .room=${r} .view=${v} .place=${p}></room-around>`,
		step: "place.step",
	},
	path: {
		bring: () => import("./path.js"),
		draw: (r, v, p) => html`<room-path .room=${r} .view=${v} .place=${p}></room-path>`,
		step: "path.step",
	},
	"bad-plan": {
		bring: () => import("./bad-plan.js"),
		draw: (r, v, p) => html`<room-bad-plan .room=${r} .view=${v} .place=${p}></room-bad-plan>`,
		step: "path.step",
	},
	"bad-day": {
		bring: () => import("./bad-day.js"),
		draw: (r, v, p) => html`<room-bad-day .room=${r} .view=${v} .place=${p}></room-bad-day>`,
		step: "path.step",
	},
	"not-safe": {
		bring: () => import("./not-safe.js"),
		draw: (r, v, p) => html`<room-not-safe .room=${r} .view=${v} .place=${p}></room-not-safe>`,
		step: "path.step",
	},
	diary: {
		bring: () => import("./diary.js"),
		draw: (r, v, p) => html`<room-diary .room=${r} .view=${v} .place=${p}></room-diary>`,
		step: "path.step",
	},
	"path-shown": {
		bring: () => import("./path-shown.js"),
		draw: (r, v, p) => html`<room-path-shown .room=${r} .view=${v} .place=${p}></room-path-shown>`,
		step: "talk.step",
	},
	notes: {
		bring: () => import("./notes.js"),
		draw: (r, v, p) => html`<room-notes .room=${r} .view=${v} .place=${p}></room-notes>`,
		step: "talk.step",
	},
	bill: {
		bring: () => import("./bill.js"),
		draw: (r, v, p) => html`<room-bill .room=${r} .view=${v} .place=${p}></room-bill>`,
		step: "talk.step",
	},
	"kept-notes": {
		bring: () => import("./kept-notes.js"),
		draw: (r, v) => html`<room-kept-notes .room=${r} .view=${v}></room-kept-notes>`,
		step: "notebook.step",
	},
	bills: {
		bring: () => import("./bills.js"),
		draw: (r, v, p) => html`<room-bills .room=${r} .view=${v} .place=${p}></room-bills>`,
		step: "place.step",
	},
	library: {
		bring: () => import("./library.js"),
		draw: (r, v, p) => html`<room-library .room=${r} .view=${v} .place=${p}></room-library>`,
		step: "library.step",
	},
	"library-story": {
		bring: () => import("./library-story.js"),
		draw: (r, v, p) => html`<room-library-story .room=${r} .view=${v} .place=${p}></room-library-story>`,
		step: "library.step",
	},
	"library-own": {
		bring: () => import("./library-own.js"),
		draw: (r, v, p) => html`<room-library-own .room=${r} .view=${v} .place=${p}></room-library-own>`,
		step: "library.step",
	},
	"library-tell": {
		bring: () => import("./library-tell.js"),
		draw: (r, v, p) => html`<room-library-tell .room=${r} .view=${v} .place=${p}></room-library-tell>`,
		step: "library.step",
	},
	circles,
	circle: circles,
	"circle-talk": circles,
	"circle-more": circles,
	"circle-agreement": circles,
	"circle-begin": circles,
	"circle-letters": circles,
	"circle-story": circles,
});
