/** After the spare code: new five words, and a new code to follow. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import "./five-words.js";
import { lockAfter, usualLock } from "./lock-after.js";
import { workNote } from "./making.js";
import { orPrint } from "./paper.js";
import { Screen } from "./screen.js";

export class RoomRenew extends Screen {
	/** @override */
	static properties = { ...Screen.properties, minutes: { state: true }, named: { state: true } };

	constructor() {
		super();
		this.minutes = usualLock;
		/** whether a printed slip says what it is for */
		this.named = false;
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("renew.title")}</h1>
			${workNote(this.view.work) ?? this.#words()}
		</section>`;
	}

	#words() {
		const { offer } = this.view;
		if (offer === null) return html`<p class="soft">${say("plain.starting")}</p>`;
		return html`<p class="lead">${say("renew.lead")}</p>
			<p class="soft">${say("renew.others")}</p>
			<section class="stack">
				<room-five-words .username=${offer.username} .words=${offer.words} .named=${this.named}></room-five-words>
			</section>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#renew}>${say("renew.done")}</button>
			</div>
			${orPrint(this.named, (named) => {
				this.named = named;
			})}
			${lockAfter(this.minutes, (minutes) => {
				this.minutes = minutes;
			})}`;
	}

	#renew = async () => {
		if (!(await this.attempt(() => this.room.renew({ lockAfter: this.minutes })))) return;
		this.stand();
		this.go({ screen: this.room.view.me?.isSpecialist ? "home" : "mine" });
	};
}

customElements.define("room-renew", RoomRenew);
