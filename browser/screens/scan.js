/** The picture on the other's screen, read with the camera; where the browser cannot, the words remain. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Camera, canScan } from "./camera.js";
import { Screen } from "./screen.js";

/** @typedef {"no" | "can" | "asking" | "looking" | "same" | "other" | "refused" | "none" | "cannot"} Stage */

export class RoomScan extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		relationship: { attribute: false },
		name: { attribute: false },
		stage: { state: true },
		isElsewhere: { state: true },
	};

	/** @type {Camera | null} */
	#camera = null;

	constructor() {
		super();
		/** @type {string} its id */
		this.relationship = "";
		this.name = "";
		/** @type {Stage} */
		this.stage = "no";
		/** it reads a picture that is not the other's */
		this.isElsewhere = false;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		if ((await canScan()) && this.stage === "no") this.stage = "can";
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#end();
	}

	/** Nobody is looked at unseen. @override */
	willUpdate() {
		if (this.view.lock.phase === "covered") this.#end();
	}

	/** @override */
	render() {
		if (this.stage === "no") return nothing;
		if (this.stage === "asking" || this.stage === "looking") return this.#looking();
		return html`<div class="stack">
			${this.#told()} ${this.troubleNote({ name: this.name })}
			<div class="row"><button class="button quiet" type="button" @click=${this.#scan}>${say("scan.begin")}</button></div>
		</div>`;
	}

	#looking() {
		const hint = this.stage === "asking" ? "scan.asking" : this.isElsewhere ? "scan.elsewhere" : "scan.hold";
		return html`<div class="stack">
			<video class="scan-video" muted playsinline autoplay .srcObject=${this.#camera?.stream ?? null} aria-hidden="true"></video>
			<p id="scan-hint" role="status" tabindex="-1">${say(hint, { name: this.name })}</p>
			<div class="row"><button class="button quiet" type="button" @click=${this.#stop}>${say("scan.stop")}</button></div>
		</div>`;
	}

	#told() {
		if (this.stage === "can") return nothing;
		const words = say(`scan.${this.stage}`, {
			name: this.name,
			contact: this.view.config?.contact.name ?? "",
		});
		if (this.stage === "same")
			return html`<p class="calm" id="scan-told" role="status" tabindex="-1">${words}</p>`;
		return html`<p class="wrong" id="scan-told" role="alert" tabindex="-1">${words}</p>`;
	}

	#scan = async () => {
		const camera = new Camera(this.#stop);
		this.#camera = camera;
		this.isElsewhere = false;
		this.trouble = null;
		await this.#to("asking");
		const begun = await camera.begin();
		if (begun === "over") return;
		await this.#to(begun);
		if (begun !== "looking") return;
		const video = /** @type {HTMLVideoElement} */ (this.querySelector("video"));
		if ((await camera.look(video, this.#read)) === "cannot") this.#done("cannot");
	};

	/** @param {string} text @returns {Promise<boolean>} whether to look on */
	#read = async (text) => {
		/** @type {"same" | "other" | "none" | null} */
		let is = null;
		await this.attempt(async () => {
			is = await this.room.pictureScanned(this.relationship, text);
		});
		if (is === "none") this.isElsewhere = true;
		else await this.#done(is ?? "can");
		return is === "none";
	};

	#stop = () => void this.#done("can");

	/** @param {Stage} stage */
	async #done(stage) {
		this.#end();
		await this.#to(stage);
	}

	/** @param {Stage} stage */
	async #to(stage) {
		this.stage = stage;
		if (!this.isConnected) return;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("#scan-hint, #scan-told, button"))?.focus();
	}

	/** The light of the camera goes out. */
	#end() {
		this.#camera?.stop();
		this.#camera = null;
		if (this.stage === "asking" || this.stage === "looking") this.stage = "can";
	}
}

customElements.define("room-scan", RoomScan);
