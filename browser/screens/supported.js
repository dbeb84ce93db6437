/** For a supervisor: what the specialists carry whom they support. Never with whom. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/supporting.js").Supporting} Supporting */
/** @typedef {import("../talk/supporting.js").Supported} Supported */

const TOTALS = /** @type {const} */ (["open", "kept", "moved", "broken", "repaired"]);

export class RoomSupported extends Screen {
	/** @override */
	static properties = { ...Screen.properties, supporting: { state: true } };

	constructor() {
		super();
		/** @type {Supporting | null} */
		this.supporting = null;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		this.quietly(async () => {
			this.supporting = await this.room.reading("supporting", "look");
		});
	}

	/** @override */
	render() {
		if (this.supporting === null) return nothing;
		const { weeks, least, people } = this.supporting;
		return html`<section class="stack">
			<h2>${say("support.title")}</h2>
			<p class="soft">${say("support.lead", { weeks, least })}</p>
			${people.length === 0 ? html`<p class="soft">${say("support.nobody")}</p>` : nothing}
			<ul class="plain stack">${people.map((one) => this.#one(one))}</ul>
		</section>`;
	}

	/** @param {Supported} one */
	#one({ name, load, cap, waiting, paused, totals }) {
		return html`<li class="card stack">
			<h3 class="theirs">${name}</h3>
			<p>
				${say("support.walks", { load, cap })}
				${waiting > 0 ? say("support.waits", { waiting }) : nothing}
				${paused ? say("support.paused") : nothing}
			</p>
			${
				totals === null
					? html`<p class="small soft">${say("support.left-out")}</p>`
					: html`<dl class="small">${TOTALS.map((each) => html`<div><dt>${say(`support.${each}`)}</dt> <dd>${totals[each]}</dd></div>`)}</dl>`
			}
		</li>`;
	}
}

customElements.define("room-supported", RoomSupported);
