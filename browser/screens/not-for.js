/** Whom a client would rather not meet, where somebody else could come into their talk: kept with each press. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import "./not-these.js";
import { Screen } from "./screen.js";

const NO_WISHES = Object.freeze({ facts: [], langs: [], matters: null, anyone: true });

export class RoomNotFor extends Screen {
	/** @override */
	static properties = { ...Screen.properties, but: { attribute: false }, chosen: { state: true } };

	constructor() {
		super();
		/** With whom they walk. */
		this.but = "";
		/** @type {readonly string[] | null} */
		this.chosen = null;
	}

	/** @override */
	firstUpdated() {
		this.quietly(async () => {
			this.chosen = (await this.room.choosing("read")).notThese;
		});
	}

	/** @override */
	render() {
		if (this.chosen === null) return nothing;
		return html`<room-not-these
				.room=${this.room}
				.view=${this.view}
				.wishes=${NO_WISHES}
				.chosen=${this.chosen}
				.but=${this.but}
				@named=${this.#name}
			></room-not-these>
			${this.troubleNote()}`;
	}

	/** @param {CustomEvent<import("../talk/choosing.js").Change>} event */
	#name = async ({ detail }) => {
		const isKept = await this.attempt(async () => {
			this.chosen = (await this.room.choosing("notThese", detail)).notThese;
		});
		if (isKept) this.tell(say("not.kept"));
	};
}

customElements.define("room-not-for", RoomNotFor);
