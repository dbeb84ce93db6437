/** A voice note while it is spoken: three minutes at most, nothing leaves the page. */

const longest = 180;
const bits = 32_000;
/** In the order we like them; each with its number in envelope.md. */
const kinds = [
	{ mime: "audio/webm;codecs=opus", type: 2 },
	{ mime: "audio/mp4;codecs=opus", type: 3 },
	{ mime: "audio/mp4", type: 3 },
];

/** @typedef {{ bytes: Blob, type: number, secs: number }} Recorded */

export class Recorder {
	/** @type {MediaStream | null} */
	#stream = null;
	/** @type {MediaRecorder | null} */
	#recorder = null;
	/** @type {Blob[]} */
	#parts = [];
	#since = 0;
	#timer = 0;
	#onSecond;
	#onEnd;

	/**
	 * @param {(secs: number) => void} onSecond
	 * @param {(recorded: Recorded | null) => void} onEnd three minutes are over, or somebody pressed stop
	 */
	constructor(onSecond, onEnd) {
		this.#onSecond = onSecond;
		this.#onEnd = onEnd;
	}

	/** @returns {Promise<"recording" | "refused" | "none" | "cannot">} */
	async begin() {
		const kind = kinds.find(({ mime }) => globalThis.MediaRecorder?.isTypeSupported(mime));
		if (kind === undefined || !navigator.mediaDevices) return "cannot";
		try {
			this.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
		} catch (error) {
			return error instanceof DOMException && error.name === "NotFoundError" ? "none" : "refused";
		}
		this.#record(this.#stream, kind);
		return "recording";
	}

	/** What was said so far is what is sent. */
	stop() {
		if (this.#recorder?.state === "recording") this.#recorder.stop();
	}

	/** Nothing is kept. */
	drop() {
		if (this.#recorder !== null) this.#recorder.onstop = null;
		this.stop();
		this.#quiet();
		this.#parts = [];
	}

	/**
	 * @param {MediaStream} stream
	 * @param {{ mime: string, type: number }} kind
	 */
	#record(stream, { mime, type }) {
		this.#recorder = new MediaRecorder(stream, { mimeType: mime, audioBitsPerSecond: bits });
		this.#recorder.ondataavailable = ({ data }) => this.#parts.push(data);
		this.#recorder.onstop = () => this.#ended(mime, type);
		this.#recorder.start();
		this.#since = performance.now();
		this.#timer = window.setInterval(() => this.#second(), 250);
	}

	#second() {
		const secs = Math.floor((performance.now() - this.#since) / 1_000);
		this.#onSecond(Math.min(secs, longest));
		if (secs >= longest) this.stop();
	}

	/**
	 * @param {string} mime
	 * @param {number} type
	 */
	#ended(mime, type) {
		const secs = Math.max(1, Math.min(longest, Math.round((performance.now() - this.#since) / 1_000)));
		this.#quiet();
		const bytes = new Blob(this.#parts, { type: mime.replace(/;.*/u, "") });
		this.#onEnd(bytes.size === 0 ? null : { bytes, type, secs });
	}

	/** The light of the microphone goes out. */
	#quiet() {
		window.clearInterval(this.#timer);
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
	}
}
