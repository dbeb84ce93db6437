/** What came with a line: fetched and opened when somebody asks for it, and gone from the page when they look away. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { fileWords, minutesOf, sizeOf } from "./lasting.js";
import "./player.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./seen.d.ts").LineFile} LineFile */

const picture = 1;
const other = 4;

export class RoomLineFile extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		conv: { attribute: false },
		line: { attribute: false },
		progress: { state: true },
		url: { state: true },
	};

	constructor() {
		super();
		this.conv = "";
		/** @type {Line} */
		this.line = /** @type {never} */ (undefined);
		/** @type {{ done: number, of: number } | null} */
		this.progress = null;
		this.url = "";
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#hide();
	}

	/** A covered page shows and plays nothing. @override */
	willUpdate() {
		if (this.view.lock.phase === "covered") this.#hide();
	}

	/** @override */
	render() {
		const { file } = this.line;
		if (file === null) return nothing;
		return html`<div class="line-file">
			${this.url === "" ? this.#closed(file) : this.#open(file)} ${this.troubleNote()}
		</div>`;
	}

	/** @param {LineFile} file */
	#closed(file) {
		if (this.progress !== null) return progressDrawn(say("file.fetching"), this.progress);
		if (this.line.msg === null) return html`<p class="soft">${fileWords(file)}</p>`;
		return html`<button class="choice" type="button" @click=${this.#fetch}>${this.#asking(file)}</button>`;
	}

	/** @param {LineFile} file */
	#asking(file) {
		if (file.type === picture) return say("file.show", { size: sizeOf(file.size) });
		if (file.type !== other) return say("file.listen", { time: minutesOf(file.secs) });
		return say("file.save", { file: file.name, size: sizeOf(file.size) });
	}

	/** @param {LineFile} file */
	#open(file) {
		if (file.type !== picture) return html`<room-player .url=${this.url} .secs=${file.secs}></room-player>`;
		const alt = this.line.text === "" ? say("file.picture-no-words") : this.line.text;
		return html`<img class="look" src=${this.url} alt=${alt} @load=${this.#shown} />
			<button class="link" type="button" @click=${this.#hide}>${say("file.hide")}</button>`;
	}

	#fetch = async () => {
		const file = /** @type {LineFile} */ (this.line.file);
		const fetched = await this.attempt(async () => {
			const { bytes, mime } = await this.room.openFile(this.conv, this.line.id, (done, of) => {
				this.progress = { done, of };
			});
			const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
			if (file.type === other) save(url, file.name);
			else this.url = url;
		});
		this.progress = null;
		if (!fetched) return;
		this.tell(say(file.type === other ? "file.saved" : "file.here"));
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("button"))?.focus({ preventScroll: true });
		/** @type {import("./player.js").RoomPlayer | null} */ (this.querySelector("room-player"))?.play();
	};

	#hide = () => {
		if (this.url !== "") URL.revokeObjectURL(this.url);
		this.url = "";
	};

	#shown = () => this.scrollIntoView({ block: "nearest" });
}

/**
 * @param {string} words
 * @param {{ done: number, of: number }} progress
 */
export function progressDrawn(words, { done, of }) {
	return html`<p class="way-of">
		<span>${words}</span><progress max=${of} value=${done} aria-label=${words}></progress>
	</p>`;
}

/**
 * To the device, as plain bytes: no page of ours ever shows it.
 * @param {string} url
 * @param {string} name
 */
function save(url, name) {
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

customElements.define("room-line-file", RoomLineFile);
