/** The screens behind the door by their names; they come with `inside.js`. */
import { html } from "../vendor/lit.js";

/** @type {Record<string, [import("./places.js").Drawing, string | null]>} */
export const insidePlaces = {
	renew: [(r, v, p) => html`<room-renew .room=${r} .view=${v} .place=${p}></room-renew>`, "return.step"],
	wishes: [(r, v, p) => html`<room-wishes .room=${r} .view=${v} .place=${p}></room-wishes>`, "step.wishes"],
	people: [(r, v, p) => html`<room-people .room=${r} .view=${v} .place=${p}></room-people>`, "step.people"],
	choose: [(r, v, p) => html`<room-choose .room=${r} .view=${v} .place=${p}></room-choose>`, "choose.step"],
	person: [(r, v, p) => html`<room-person .room=${r} .view=${v} .place=${p}></room-person>`, "step.people"],
	hello: [(r, v, p) => html`<room-hello .room=${r} .view=${v} .place=${p}></room-hello>`, "step.hello"],
	invited: [(r, v, p) => html`<room-invited .room=${r} .view=${v} .place=${p}></room-invited>`, "step.hello"],
	waiting: [
		(r, v, p) => html`<room-waiting .room=${r} .view=${v} .place=${p}></room-waiting>`,
		"waiting.step",
	],
	mine: [(r, v, p) => html`<room-mine .room=${r} .view=${v} .place=${p}></room-mine>`, "home.step"],
	talk: [(r, v, p) => html`<room-talk .room=${r} .view=${v} .place=${p}></room-talk>`, "talk.step"],
	see: [(r, v, p) => html`<room-see .room=${r} .view=${v} .place=${p}></room-see>`, "talk.step"],
	rest: [(r, v, p) => html`<room-rest .room=${r} .view=${v} .place=${p}></room-rest>`, "talk.step"],
	length: [(r, v, p) => html`<room-length .room=${r} .view=${v} .place=${p}></room-length>`, "talk.step"],
	goodbye: [(r, v, p) => html`<room-goodbye .room=${r} .view=${v} .place=${p}></room-goodbye>`, "talk.step"],
	gone: [(r, v, p) => html`<room-gone .room=${r} .view=${v} .place=${p}></room-gone>`, "talk.step"],
	hand: [(r, v, p) => html`<room-hand .room=${r} .view=${v} .place=${p}></room-hand>`, "talk.step"],
	more: [(r, v, p) => html`<room-more .room=${r} .view=${v} .place=${p}></room-more>`, "talk.step"],
	promise: [
		(r, v, p) => html`<room-our-promise .room=${r} .view=${v} .place=${p}></room-our-promise>`,
		"talk.step",
	],
	compare: [(r, v, p) => html`<room-compare .room=${r} .view=${v} .place=${p}></room-compare>`, "talk.step"],
	notebook: [
		(r, v, p) => html`<room-notebook .room=${r} .view=${v} .place=${p}></room-notebook>`,
		"notebook.step",
	],
	page: [(r, v, p) => html`<room-page .room=${r} .view=${v} .place=${p}></room-page>`, "notebook.step"],
	search: [(r, v, p) => html`<room-search .room=${r} .view=${v} .place=${p}></room-search>`, "search.step"],
	tell: [(r, v, p) => html`<room-tell .room=${r} .view=${v} .place=${p}></room-tell>`, "talk.step"],
	draft: [(r, v, p) => html`<room-draft .room=${r} .view=${v} .place=${p}></room-draft>`, "talk.step"],
	told: [(r, v, p) => html`<room-told .room=${r} .view=${v} .place=${p}></room-told>`, "place.step"],
	danger: [(r, v, p) => html`<room-danger .room=${r} .view=${v} .place=${p}></room-danger>`, "talk.step"],
	linked: [(r, v, p) => html`<room-linked .room=${r} .view=${v} .place=${p}></room-linked>`, null],
	wall: [(r, v, p) => html`<room-wall .room=${r} .view=${v} .place=${p}></room-wall>`, "wall.step"],
	wrong: [(r, v, p) => html`<room-wrong .room=${r} .view=${v} .place=${p}></room-wrong>`, "talk.step"],
	home: [(r, v, p) => html`<room-home .room=${r} .view=${v} .place=${p}></room-home>`, "seat.step"],
	"hello-in": [
		(r, v, p) => html`<room-hello-in .room=${r} .view=${v} .place=${p}></room-hello-in>`,
		"step.hello",
	],
	invites: [(r, v, p) => html`<room-invites .room=${r} .view=${v} .place=${p}></room-invites>`, "seat.step"],
	seat: [(r, v, p) => html`<room-seat .room=${r} .view=${v} .place=${p}></room-seat>`, "seat.step"],
	profile: [
		(r, v, p) => html`<room-profile .room=${r} .view=${v} .place=${p}></room-profile>`,
		"profile.step",
	],
	join: [(r, v, p) => html`<room-join .room=${r} .view=${v} .place=${p}></room-join>`, "join.step"],
	place: [
		(r, v, p) => html`<room-your-place .room=${r} .view=${v} .place=${p}></room-your-place>`,
		"place.step",
	],
	"own-device": [
		(r, v, p) => html`<room-own-device .room=${r} .view=${v} .place=${p}></room-own-device>`,
		"own.step",
	],
	passkey: [(r, v, p) => html`<room-passkey .room=${r} .view=${v} .place=${p}></room-passkey>`, "own.step"],
	"way-change": [
		(r, v, p) => html`<room-way-change .room=${r} .view=${v} .place=${p}></room-way-change>`,
		"own.step",
	],
	bring: [(r, v, p) => html`<room-bring .room=${r} .view=${v} .place=${p}></room-bring>`, "place.step"],
	along: [(r, v, p) => html`<room-along .room=${r} .view=${v} .place=${p}></room-along>`, "place.step"],
	"new-lock": [
		(r, v, p) => html`<room-new-lock .room=${r} .view=${v} .place=${p}></room-new-lock>`,
		"lock.step",
	],
	"close-place": [
		(r, v, p) => html`<room-close-place .room=${r} .view=${v} .place=${p}></room-close-place>`,
		"place.step",
	],
	closed: [(r, v, p) => html`<room-closed .room=${r} .view=${v} .place=${p}></room-closed>`, null],
};
