/** The address of one's own calendar: made, shown once, ended. */
import { html, nothing } from "../vendor/lit.js";
import { say, spokenLanguage } from "../words/index.js";
import { Screen } from "./screen.js";

const PART = "hearing";

export class RoomReachCalendar extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		reach: { attribute: false },
		url: { state: true },
		ended: { state: true },
		copied: { state: true },
	};

	constructor() {
		super();
		/** @type {import("./seen.d.ts").Reach | null} */
		this.reach = null;
		/** shown once, just made */
		this.url = "";
		this.ended = false;
		this.copied = false;
	}

	/** @override */
	render() {
		const has = this.url !== "" || (this.reach?.calendar === true && !this.ended);
		return html`<section class="part stack">
			<h2>${say("reach.calendar")}</h2>
			<p class="soft">${say("reach.calendar-why")}</p>
			${this.url === "" ? nothing : this.#shown()}
			${has && this.url === "" ? html`<p>${say("reach.calendar-there")}</p>` : nothing}
			${this.troubleNote()}
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#make}>
					${say(has ? "reach.calendar-again" : "reach.calendar-do")}
				</button>
				${has ? html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#end}>${say("reach.calendar-end")}</button>` : nothing}
			</div>
			${has ? html`<p class="small soft">${say("reach.calendar-again-why")}</p>` : nothing}
		</section>`;
	}

	#shown() {
		return html`<p role="status">${say("reach.calendar-shown")}</p>
			<p class="words given long">${this.url}</p>
			<div class="row">
				<button class="button" type="button" @click=${this.#copy}>${say(this.copied ? "reach.calendar-copied" : "reach.calendar-copy")}</button>
			</div>`;
	}

	#make = () =>
		this.attempt(async () => {
			this.url = await this.room.doing(PART, "makeCalendar", spokenLanguage());
			this.copied = false;
		});

	#end = () =>
		this.attempt(async () => {
			await this.room.doing(PART, "endCalendar");
			this.url = "";
			this.ended = true;
		});

	#copy = async () => {
		this.copied = await this.attempt(() => navigator.clipboard.writeText(this.url));
	};
}

customElements.define("room-reach-calendar", RoomReachCalendar);
