/** The camera while it looks for a square picture: nothing is kept, nothing leaves the page, and it ends at once. */

const pause = 150;
const kind = "qr_code";

/** Browsers that read such pictures themselves. @typedef {{ detect(of: HTMLVideoElement): Promise<{ rawValue: string }[]> }} Detector */
/** @typedef {{ new (how: { formats: string[] }): Detector, getSupportedFormats(): Promise<string[]> }} Detecting */

const detecting = () =>
	/** @type {Detecting | undefined} */ (/** @type {any} */ (globalThis).BarcodeDetector);

/** @returns {Promise<boolean>} whether this browser reads such pictures at all */
export async function canScan() {
	const formats = (await detecting()?.getSupportedFormats()) ?? [];
	return formats.includes(kind) && navigator.mediaDevices !== undefined;
}

export class Camera {
	/** @type {MediaStream | null} */
	#stream = null;
	#isOver = false;
	#onHidden;

	/** @param {() => void} onHidden it ended because nobody sees the page */
	constructor(onHidden) {
		this.#onHidden = onHidden;
	}

	get stream() {
		return this.#stream;
	}

	/** @returns {Promise<"looking" | "refused" | "none" | "over">} */
	async begin() {
		document.addEventListener("visibilitychange", this.#hidden);
		window.addEventListener("pagehide", this.#hidden);
		try {
			this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
		} catch (error) {
			this.stop();
			return error instanceof DOMException && error.name === "NotFoundError" ? "none" : "refused";
		}
		if (this.#isOver) this.stop();
		return this.#isOver ? "over" : "looking";
	}

	/**
	 * Looks until somebody has what they wanted, or it ends.
	 * @param {HTMLVideoElement} video shows the stream
	 * @param {(text: string) => Promise<boolean>} onRead true to look on
	 * @returns {Promise<"over" | "cannot">} cannot: the browser gave up
	 */
	async look(video, onRead) {
		const detector = new /** @type {Detecting} */ (detecting())({ formats: [kind] });
		while (!this.#isOver) {
			const read = await readIn(detector, video);
			if (read === null) return "cannot";
			for (const text of read) if (!this.#isOver && !(await onRead(text))) return "over";
			await new Promise((go) => setTimeout(go, pause));
		}
		return "over";
	}

	/** The light of the camera goes out. */
	stop() {
		this.#isOver = true;
		document.removeEventListener("visibilitychange", this.#hidden);
		window.removeEventListener("pagehide", this.#hidden);
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
	}

	/** Nobody is looked at unseen. @param {Event} event */
	#hidden = ({ type }) => {
		if (type === "visibilitychange" && document.visibilityState === "visible") return;
		this.stop();
		this.#onHidden();
	};
}

/** @param {Detector} detector @param {HTMLVideoElement} video @returns {Promise<string[] | null>} */
async function readIn(detector, video) {
	if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return [];
	try {
		return (await detector.detect(video)).map(({ rawValue }) => rawValue);
	} catch {
		return null;
	}
}
