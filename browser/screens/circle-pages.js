/** The pages of circles, which come together: one of them stands here. */
import { html } from "../vendor/lit.js";
import "./circle.js";
import "./circle-agreement.js";
import "./circle-begin.js";
import "./circle-letters.js";
import "./circle-more.js";
import "./circle-story.js";
import "./circle-talk.js";
import "./circles.js";
import { Screen } from "./screen.js";

/** @type {Readonly<Record<string, import("./places.js").Drawing>>} */
const pages = Object.freeze({
	circles: (r, v, p) => html`<room-circles .room=${r} .view=${v} .place=${p}></room-circles>`,
	circle: (r, v, p) => html`<room-circle .room=${r} .view=${v} .place=${p}></room-circle>`,
	"circle-talk": (r, v, p) => html`<room-circle-talk .room=${r} .view=${v} .place=${p}></room-circle-talk>`,
	"circle-more": (r, v, p) => html`<room-circle-more .room=${r} .view=${v} .place=${p}></room-circle-more>`,
	"circle-agreement": (r, v, p) =>
		html`<div class="page"><room-circle-agreement .room=${r} .view=${v} .place=${p}></room-circle-agreement></div>`,
	"circle-begin": (r, v, p) =>
		html`<room-circle-begin .room=${r} .view=${v} .place=${p}></room-circle-begin>`,
	"circle-letters": (r, v, p) =>
		html`<room-circle-letters .room=${r} .view=${v} .place=${p}></room-circle-letters>`,
	"circle-story": (r, v, p) =>
		html`<room-circle-story .room=${r} .view=${v} .place=${p}></room-circle-story>`,
});

export class RoomCirclePages extends Screen {
	/** @override */
	render() {
		return pages[this.place.screen]?.(this.room, this.view, this.place);
	}
}

customElements.define("room-circle-pages", RoomCirclePages);
