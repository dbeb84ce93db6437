/** A picture, a voice note or a file: chosen, looked at or heard, and only then sent. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { minutesOf, sizeOf } from "./lasting.js";
import { notEmergency } from "./not-emergency.js";
import { pictureOf } from "./picture.js";
import "./player.js";
import { Recorder } from "./recorder.js";
import { Screen, troubleOf } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {{ bytes: Blob, type: number, name: string, secs: number, url: string }} Chosen */
/** @typedef {"choose" | "getting" | "asking" | "recording" | "chosen" | "no-picture" | "too-large" | "empty" | "mic-refused" | "mic-none" | "mic-cannot"} Stage */

const largest = 4 * 1024 * 1024 - 1;
const longestAbout = 1_000;
const picture = 1;
const other = 4;

export class RoomAttach extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conversation: { attribute: false },
		re: { attribute: false },
		isVoice: { attribute: false },
		stage: { state: true },
		secs: { state: true },
	};

	/** @type {Recorder | null} */
	#recorder = null;
	/** @type {Chosen | null} */
	#chosen = null;

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
		/** @type {string | null} the line it answers */
		this.re = null;
		/** A voice note and nothing else. */
		this.isVoice = false;
		/** @type {Stage} */
		this.stage = "choose";
		this.secs = 0;
	}

	/** @override */
	firstUpdated() {
		this.#focus();
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#recorder?.drop();
		this.#forget();
	}

	/** Nobody records unseen: what was said so far stays. @override */
	willUpdate() {
		if (this.view.lock.phase === "covered") this.#recorder?.stop();
	}

	/** @override */
	render() {
		return html`<div class="attach" role="group" aria-label=${say("file.add")} @keydown=${this.#key}>
			${this.#body()} ${this.troubleNote({ name: this.conversation.name ?? say("see.them") })} ${notEmergency()}
		</div>`;
	}

	#body() {
		if (this.stage === "choose") return this.#choices();
		if (this.stage === "getting" || this.stage === "asking")
			return html`<p role="status" tabindex="-1">${say(`file.${this.stage}`)}</p>${this.#row()}`;
		if (this.stage === "recording") return this.#recording();
		if (this.stage === "chosen" && this.#chosen !== null) return this.#look(this.#chosen);
		return html`<p class="wrong" role="alert">${say(`file.${this.stage}`)}</p>
			${this.#row(html`<button class="button" type="button" @click=${this.#over}>${say("file.other")}</button>`)}`;
	}

	#choices() {
		if (this.isVoice)
			return this.#row(
				html`<button class="button" type="button" @click=${this.#record}>${say("file.voice")}</button>`,
			);
		return html`<div class="attach-choices">
				<button class="choice" type="button" @click=${() => this.#pick("picture")}>${say("file.picture")}</button>
				<button class="choice" type="button" @click=${this.#record}>${say("file.voice")}</button>
				<button class="choice" type="button" @click=${() => this.#pick("file")}>${say("file.file")}</button>
				<button class="choice" type="button" @click=${this.#close}>${say("line.close")}</button>
			</div>
			<input class="pick-picture" type="file" autocomplete="off" accept="image/*" hidden aria-label=${say("file.picture")} @change=${this.#pictured} />
			<input class="pick-file" type="file" autocomplete="off" hidden aria-label=${say("file.file")} @change=${this.#filed} />`;
	}

	#recording() {
		return html`<p class="recording" role="timer">
				<span class="rec-dot" aria-hidden="true"></span>
				${say("file.recording", { time: minutesOf(this.secs) })}
			</p>
			${this.#row(html`<button class="button" type="button" @click=${() => this.#recorder?.stop()}>${say("file.stop")}</button>`)}`;
	}

	/** @param {Chosen} chosen */
	#look(chosen) {
		return html`${this.#preview(chosen)}
			<label class="about-file">
				<span>${say(chosen.type === picture ? "file.about-picture" : "file.about")}</span>
				<input type="text" autocomplete="off" maxlength=${longestAbout} @keydown=${this.#enter} />
			</label>
			${this.#row(
				html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#send}>${say("file.send")}</button>
					<button class="button quiet" type="button" @click=${this.#over}>${say(chosen.secs > 0 ? "file.anew" : "file.other")}</button>`,
			)}`;
	}

	/** @param {Chosen} chosen */
	#preview({ type, secs, name, url, bytes }) {
		if (type === picture)
			return html`<img class="look" src=${url} alt=${say("file.preview")} /><p class="soft">${say("file.drawn-anew")}</p>`;
		if (secs > 0)
			return html`<p>${say("file.listen-first")}</p><room-player .url=${url} .secs=${secs}></room-player>`;
		return html`<p class="theirs"><strong>${name}</strong> ${sizeOf(bytes.size)}</p><p class="soft">${say("file.as-it-is")}</p>`;
	}

	/** @param {unknown} [before] */
	#row(before = nothing) {
		return html`<div class="row">
			${before}<button class="button quiet" type="button" @click=${this.#close}>${say("line.close")}</button>
		</div>`;
	}

	/** @param {"picture" | "file"} what */
	#pick(what) {
		/** @type {HTMLInputElement | null} */ (this.querySelector(`.pick-${what}`))?.click();
	}

	/** @param {Event} event */
	#pictured = async (event) => {
		const file = fileIn(event);
		if (file === null) return;
		this.#to("getting");
		const bytes = await pictureOf(file);
		if (!this.isConnected || this.stage !== "getting") return;
		if (bytes === null) this.#to("no-picture");
		else this.#choose({ bytes, type: picture, name: "", secs: 0 });
	};

	/** @param {Event} event */
	#filed = (event) => {
		const bytes = fileIn(event);
		if (bytes !== null) this.#choose({ bytes, type: other, name: bytes.name, secs: 0 });
	};

	#record = async () => {
		this.#to("asking");
		const recorder = new Recorder(
			(secs) => {
				this.secs = secs;
			},
			(recorded) => (recorded === null ? this.#to("mic-none") : this.#choose({ ...recorded, name: "" })),
		);
		this.#recorder = recorder;
		this.secs = 0;
		const begun = await recorder.begin();
		if (!this.isConnected || this.stage !== "asking") recorder.drop();
		else this.#to(begun === "recording" ? "recording" : /** @type {Stage} */ (`mic-${begun}`));
	};

	/** @param {Omit<Chosen, "url">} chosen */
	#choose(chosen) {
		if (chosen.bytes.size > largest) return this.#to("too-large");
		if (chosen.bytes.size === 0) return this.#to("empty");
		this.#chosen = { ...chosen, url: chosen.type === other ? "" : URL.createObjectURL(chosen.bytes) };
		return this.#to("chosen");
	}

	#send = async () => {
		const { bytes, type, name, secs } = /** @type {Chosen} */ (this.#chosen);
		const text = /** @type {HTMLInputElement} */ (this.querySelector(".about-file input")).value.trim();
		const file = new Uint8Array(await bytes.arrayBuffer());
		const send = () =>
			this.room.sendFile(this.conversation.conv, { bytes: file, type, name, secs, text, re: this.re });
		if (await this.attempt(() => this.#asking(send))) this.#done("attached");
	};

	/** The question before more is sent stands above; what was chosen stays. @param {() => Promise<unknown>} send */
	async #asking(send) {
		try {
			await send();
		} catch (error) {
			if (troubleOf(error).code === "question-first")
				this.dispatchEvent(new CustomEvent("held", { bubbles: true }));
			throw error;
		}
	}

	/** @param {KeyboardEvent} event */
	#enter = (event) => {
		if (event.key !== "Enter" || event.isComposing) return;
		event.preventDefault();
		this.#send();
	};

	/** @param {KeyboardEvent} event */
	#key = (event) => {
		if (event.key === "Escape") this.#close();
	};

	#over = () => {
		this.#recorder?.drop();
		this.#forget();
		this.trouble = null;
		this.#to("choose");
	};

	#close = () => this.#done("attach-closed");

	/** @param {string} how */
	#done(how) {
		this.#recorder?.drop();
		this.#forget();
		this.dispatchEvent(new CustomEvent(how, { bubbles: true }));
	}

	#forget() {
		if (this.#chosen !== null && this.#chosen.url !== "") URL.revokeObjectURL(this.#chosen.url);
		this.#chosen = null;
	}

	/** @param {Stage} stage */
	async #to(stage) {
		this.stage = stage;
		await this.updateComplete;
		this.#focus();
	}

	/** Focus goes to the first thing one can do. */
	#focus() {
		/** @type {HTMLElement | null} */ (this.querySelector("button:not([hidden])"))?.focus();
	}
}

/** @param {Event} event */
function fileIn(event) {
	const input = /** @type {HTMLInputElement} */ (event.target);
	const file = input.files?.[0] ?? null;
	input.value = "";
	return file;
}

customElements.define("room-attach", RoomAttach);
