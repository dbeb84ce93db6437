/** Plays a voice note in the page: one button, how far it is, and no way that saves it. */
import { html, LitElement } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { minutesOf } from "./lasting.js";

export class RoomPlayer extends LitElement {
	/** @override */
	static properties = {
		url: { attribute: false },
		secs: { attribute: false },
		at: { state: true },
		playing: { state: true },
		failed: { state: true },
	};

	#audio = new Audio();

	constructor() {
		super();
		this.url = "";
		this.secs = 0;
		this.at = 0;
		this.playing = false;
		this.failed = false;
		this.#audio.ontimeupdate = () => {
			this.at = Math.min(this.secs, Math.floor(this.#audio.currentTime));
		};
		this.#audio.onplay = this.#audio.onpause = () => {
			this.playing = !this.#audio.paused;
		};
		this.#audio.onended = () => {
			this.playing = false;
			this.at = 0;
			this.#audio.currentTime = 0;
		};
	}

	/** @override */
	createRenderRoot() {
		return this;
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#audio.pause();
	}

	/** @override @param {Map<string, unknown>} changed */
	willUpdate(changed) {
		if (changed.has("url") && this.url !== "") this.#audio.src = this.url;
	}

	/** @override */
	render() {
		const time = say("file.time", { at: minutesOf(this.at), of: minutesOf(this.secs) });
		return html`<div class="player">
			<button class="button quiet" type="button" @click=${() => (this.playing ? this.pause() : this.play())}>
				${say(this.playing ? "file.pause" : "file.play")}
			</button>
			<progress max=${this.secs} value=${this.at} aria-label=${time}></progress>
			<span class="soft">${time}</span>
			${this.failed ? html`<p class="wrong" role="alert">${say("file.cannot-play")}</p>` : ""}
		</div>`;
	}

	async play() {
		try {
			await this.#audio.play();
			this.failed = false;
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			this.failed = error.name !== "AbortError";
		}
	}

	pause() {
		this.#audio.pause();
	}
}

customElements.define("room-player", RoomPlayer);
