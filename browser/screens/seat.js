/** A specialist's seat: paused or not, and how many people at most. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { ownCredentials } from "./credentials.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";

/** The range the server takes. */
const most = 40;

export class RoomSeat extends Screen {
	/** @override */
	static properties = { ...Screen.properties, done: { state: true } };

	constructor() {
		super();
		this.done = false;
	}

	/** @override */
	firstUpdated() {
		this.quietly(() => this.room.reading("credentials", "fetch"));
	}

	/** @override */
	render() {
		const seat = this.view.me?.seat ?? { paused: false, cap: 12 };
		return html`<section class="page">
			<h1 tabindex="-1">${say("seat.cap")}</h1>
			<p class="lead">${say("seat.cap-now", { load: this.#load(), cap: seat.cap })}</p>
			<form autocomplete="off" class="stack" @submit=${this.#save}>
				<div class="field">
					<label for="cap">${say("seat.cap")}</label>
					<input autocomplete="off" id="cap" name="cap" type="number" min="1" max=${most} inputmode="numeric" .value=${String(seat.cap)} />
				</div>
				<label class="row">
					<input autocomplete="off" type="checkbox" name="paused" .checked=${seat.paused} />
					<span>${say("seat.pause-do")}</span>
				</label>
				${this.troubleNote()} ${this.done ? html`<p role="status">${say("seat.saved")}</p>` : nothing}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("seat.save")}</button></div>
			</form>
			<p><button class="link" type="button" @click=${() => this.go({ screen: "carrying" })}>${say("carry.open")}</button></p>
			${this.#stands()} ${ownCredentials(this.view.parts?.credentials, (place) => this.go(place))}
		</section>`;
	}

	#load() {
		return this.view.relationships.filter((one) => ["active", "paused"].includes(one.state)).length;
	}

	#stands() {
		const until = this.view.me?.standsBehindUntil ?? null;
		if (until === null) return nothing;
		const programme = this.view.config?.programme ?? "";
		return html`<p class="soft">${say("seat.stands", { programme, day: dayWords(until) })}</p>`;
	}

	/** @param {SubmitEvent} event */
	#save = async (event) => {
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const cap = Math.min(most, Math.max(1, Number(fields.get("cap"))));
		this.done = await this.attempt(() => this.room.setSeat({ cap, paused: fields.has("paused") }));
	};
}

customElements.define("room-seat", RoomSeat);
