/** The ways into one's place: what they are called, since when, and what can be done with each. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import "./four-words.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("./seen.d.ts").Way} Way */

const SPARE = 2;
const DEVICE = 3;
const PASSKEY = 4;

export class RoomWays extends Screen {
	/** @override */
	render() {
		const { ways } = this.view;
		return html`<section class="part stack">
			<h2>${say("ways.title")}</h2>
			<p class="soft">${say("ways.lead")}</p>
			<ul class="plain stack">
				${ways.map((way) => this.#way(way))}
			</ul>
			${this.troubleNote()}
			<div class="row">
				${this.view.device === null && !ways.some(({ here }) => here) ? this.#door("own-device", undefined, "ways.own") : nothing}
				${this.view.passkeys ? this.#door("passkey", undefined, "ways.own-lock") : nothing}
				${this.#door("way-change", "words", "ways.new-words")}
				${ways.filter(({ type }) => type === SPARE).length < 2 ? this.#door("way-change", "code", "ways.new-code") : nothing}
			</div>
			<div class="row">${this.#door("new-lock", undefined, "lock.open")}</div>
			${this.view.me?.hasNewLock ? html`<room-own-four .room=${this.room} .view=${this.view}></room-own-four>` : nothing}
		</section>`;
	}

	/** @param {Way} way */
	#way(way) {
		return html`<li class="stack way">
			<div>
				<strong class="theirs">${wayName(way)}</strong>
				${way.here ? html`<span class="pill">${say("ways.here")}</span>` : nothing}
				<p class="small soft">${factsOf(way).map((fact) => html`${fact} `)}</p>
				${way.known ? nothing : html`<p class="wrong">${say("ways.unknown", { contact: this.view.config?.contact.name ?? "" })}</p>`}
			</div>
			${this.#deeds(way)}
		</li>`;
	}

	/** @param {Way} way */
	#deeds(way) {
		const name = wayName(way);
		if (way.type === DEVICE && way.here) return this.#stop();
		const isSecond = way.type === SPARE && this.view.ways.filter(({ type }) => type === SPARE).length > 1;
		if (way.type !== DEVICE && way.type !== PASSKEY && !isSecond) return nothing;
		return html`<div class="row">
			${way.type === DEVICE && !way.suspended ? this.#signOut(way) : nothing}
			<button
				class="link"
				type="button"
				aria-label=${say("ways.remove-name", { name })}
				@click=${() => this.go({ screen: "way-change", id: way.slotId })}
			>${say("ways.remove")}</button>
		</div>`;
	}

	/** @param {Way} way */
	#signOut({ slotId }) {
		return html`<room-sure
			.label=${say("ways.sign-out")}
			.question=${say("ways.sign-out-sure")}
			.yes=${say("ways.sign-out-yes")}
			@yes=${() => this.attempt(() => this.room.signOutDevice(slotId))}
		></room-sure>`;
	}

	#stop() {
		return html`<room-sure
			.label=${say("ways.stop")}
			.question=${say("ways.stop-sure")}
			.yes=${say("ways.stop-yes")}
			@yes=${() => this.attempt(() => this.room.notOwn())}
		></room-sure>`;
	}

	/**
	 * @param {string} screen
	 * @param {string | undefined} id
	 * @param {string} label
	 */
	#door(screen, id, label) {
		const place = id === undefined ? { screen } : { screen, id };
		return html`<button class="link" type="button" @click=${() => this.go(place)}>${say(label)}</button>`;
	}
}

/** @param {Way} way */
export function wayName({ type, name }) {
	if (type === DEVICE) return name || say("ways.device");
	if (type === PASSKEY) return name || say("ways.passkey");
	if (type === SPARE) return name ? say("ways.code-given", { name }) : say("ways.code");
	return say("ways.words");
}

/** @param {Way} way */
function factsOf({ type, day, pin, suspended }) {
	const device = type === DEVICE ? [say(pin ? "ways.number" : "ways.tap")] : [];
	return [
		...(day === 0 ? [] : [say("ways.since", { day: dayWords(day) })]),
		...(suspended ? [say("ways.suspended")] : device),
		...(type === PASSKEY ? [say("ways.own-lock-fact")] : []),
	];
}

customElements.define("room-ways", RoomWays);
