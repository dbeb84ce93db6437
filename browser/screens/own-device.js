/** This browser becomes one's own: with a short number or without, under the spare code. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { workNote } from "./making.js";
import { numberField, textField, typedIn } from "./own-fields.js";
import { ownLock, usualOwnLock } from "./own-lock.js";
import { Screen } from "./screen.js";
import "./proof.js";

export class RoomOwnDevice extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		hasPin: { state: true },
		minutes: { state: true },
		needsWords: { state: true },
	};

	constructor() {
		super();
		this.hasPin = true;
		this.minutes = usualOwnLock;
		this.needsWords = false;
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("own.title")}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.#form()}</div>
		</section>`;
	}

	#form() {
		return html`<p class="lead">${say("own.lead")}</p>
			<p class="soft">${say("own.risk")}</p>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				<fieldset>
					<legend>${say("own.pin")}</legend>
					<div class="choices">${this.#choice(true, "own.pin-yes")} ${this.#choice(false, "own.pin-no")}</div>
				</fieldset>
				${this.hasPin ? numberField("own.number", "own.number-hint") : html`<p class="note">${say("own.pin-no-why")}</p>`}
				${textField("own-name", "own.name", "own.name-hint")}
				${ownLock(this.minutes, (minutes) => {
					this.minutes = minutes;
				})}
				<room-proof .room=${this.room} .view=${this.view} .needsWords=${this.needsWords}></room-proof>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("own.done")}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>`;
	}

	/**
	 * @param {boolean} hasPin
	 * @param {string} label
	 */
	#choice(hasPin, label) {
		const choose = () => {
			this.hasPin = hasPin;
		};
		return html`<label class="choice">
			<input autocomplete="off" type="radio" name="own-pin" .checked=${this.hasPin === hasPin} @change=${choose} />
			${say(label)}
		</label>`;
	}

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const { proof } = /** @type {import("./proof.js").RoomProof} */ (this.querySelector("room-proof"));
		const pin = this.hasPin ? typedIn(this, "pin") : null;
		const how = { name: typedIn(this, "own-name"), pin, minutes: this.minutes, ...proof };
		if (await this.attempt(() => this.room.makeOwn(how))) {
			this.tell(say(this.room.view.device === null ? "own.waits" : "own.made"));
			this.go({ screen: "place" });
			return;
		}
		if (this.trouble?.code === "not-fresh") this.needsWords = true;
	};
}

customElements.define("room-own-device", RoomOwnDevice);
